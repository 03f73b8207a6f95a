-- A department may have a budget of its own for the fees of its rights, beside that of the institution.

alter table fee_budget add column department text check (length(department) between 1 and 100);
