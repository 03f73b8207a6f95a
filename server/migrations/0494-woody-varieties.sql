-- A plant variety of vines or trees is protected longer; no event tells what it is.
alter table ip_right add column woody boolean;

alter table ip_right add check (woody is null or kind = 'variety');

grant insert (woody), update (woody) on ip_right to yizhuan_app;
