-- Thousands of jobs may be due at one moment, such as after a rule of the house was approved: the first of
-- them are found without putting all in order.
drop index job_by_moment;

create index job_by_moment on job (run_at, number);
