-- Whether the institution works under the pilot of reform of its place: on its list, or by its own choice.
alter table institution_profile add column pilot text check (pilot in ('listed', 'voluntary'));

grant update (pilot) on institution_profile to yizhuan_app;
