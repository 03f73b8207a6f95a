-- Contracts are amended after their signing: the register holds what is agreed now, and each amendment with its day,
-- what it changed and the paper that says so. What was recorded by mistake is taken back by a line of its own.

create table contract_amendment (
  institution_id uuid not null,
  contract_id uuid not null,
  version integer not null check (version >= 1),
  on_day date not null,
  number text check (length(number) between 1 and 500),
  summary text not null check (length(summary) between 1 and 4000),
  -- Field by field, from what to what.
  changes jsonb not null,
  files jsonb not null,
  -- The amendment that never was, where this line takes one back.
  takes_back integer,
  -- The act of its case that said so.
  case_id uuid,
  act_seq integer,
  made_at timestamptz not null,
  made_by uuid not null,
  made_name text not null,
  primary key (institution_id, contract_id, version),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  foreign key (institution_id, contract_id, takes_back)
    references contract_amendment (institution_id, contract_id, version),
  check ((case_id is null) = (act_seq is null))
);

select tenant_table('contract_amendment', 'amendments of signed contracts, version by version; each also in the chain of its contract');

select append_only('contract_amendment');

create policy closed_to_others on contract_amendment as restrictive
  using (not contract_id = any ((select documents_hidden())::uuid[]));

create unique index contract_amendment_once on contract_amendment (institution_id, contract_id, takes_back)
  where takes_back is not null;
create unique index contract_amendment_of_act on contract_amendment (institution_id, case_id, act_seq)
  where case_id is not null;

grant select, insert on contract_amendment to yizhuan_app;

-- Whoever reads the contract reads its amendments: one more place beside what others may have added to these lists.
create function pg_temp.add_to(known regprocedure, was text, will text) returns void language plpgsql as $$
declare
  before text := pg_get_functiondef(known);
  said text := replace(before, was, will);
begin
  if said = before then
    raise exception '% does not say %', known, was;
  end if;
  execute said;
end $$;

select pg_temp.add_to('file_readers(text)', '''milestone_reached'',', '''contract_amendment'', ''milestone_reached'',');

select pg_temp.add_to('file_places(text,jsonb,uuid,uuid,text[])',
  'select held && file_readers(''milestone_reached'')',
  'select held && file_readers(''contract_amendment''), false, contract_id = any (documents_hidden())
    from contract_amendment
    where institution_id = house and files @> named
  union all
  select held && file_readers(''milestone_reached'')');

select pg_temp.add_to('file_named_in(text,uuid[])',
  'select from milestone_reached',
  'select from contract_amendment
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from milestone_reached');

drop function pg_temp.add_to(regprocedure, text, text);
