-- The number of the certificate of a program, 软著登字第…号: papers cite it as often as the registration number.
alter table ip_right add column certificate_no text check (length(certificate_no) between 1 and 60);

alter table ip_right add check (certificate_no is null or kind = 'software');

grant insert (certificate_no), update (certificate_no) on ip_right to yizhuan_app;
