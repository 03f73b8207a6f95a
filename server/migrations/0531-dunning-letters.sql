-- Letters that ask for what is overdue, stage by stage. What a letter said stays; one that was written by mistake is
-- struck with the reason.
create table dunning_letter (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  stage int not null check (stage between 1 and 3),
  written_on date not null,
  pay_by date not null check (pay_by >= written_on),
  way text not null check (way in ('post', 'email', 'hand', 'other')),
  -- What was overdue: each with its label, its day, its currency and what was open of it.
  lines jsonb not null check (jsonb_typeof(lines) = 'array' and jsonb_array_length(lines) > 0),
  words text check (length(words) between 1 and 2000),
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  struck_on date,
  struck_reason text check (length(struck_reason) between 1 and 500),
  struck_name text,
  primary key (institution_id, id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  check ((struck_on is null) = (struck_reason is null) and (struck_on is null) = (struck_name is null))
);

select tenant_table('dunning_letter', 'letters that ask for what is overdue of a contract; struck, never changed');

create index dunning_letter_by_contract on dunning_letter (institution_id, contract_id, written_on);

grant select, insert (institution_id, id, contract_id, stage, written_on, pay_by, way, lines, words, made_at,
  made_by, made_name), update (struck_on, struck_reason, struck_name) on dunning_letter to yizhuan_app;
