-- In which line somebody works: who does research, transfer or service for it is scientific and technical staff in
-- any of them, also nurses, managers and those of IT (sh-draft-2024#a4.p1). The codes stand in a list.
alter table person add column occupation text check (length(occupation) between 1 and 40);

grant update (occupation) on person to yizhuan_app;
