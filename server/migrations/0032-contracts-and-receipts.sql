-- Contracts and receipts become registers: a case writes into them as its acts say, a ledger brings
-- those of former years that have no case. One concept, one table.

-- Row security is forced on the owner too; it is lifted while the owner fills in the new columns.
alter table contract no force row level security;

alter table transfer_case no force row level security;

alter table contract add column id uuid not null default gen_random_uuid();

alter table contract alter column id drop default;

alter table contract drop constraint contract_pkey;

alter table contract add primary key (institution_id, id);

alter table contract add unique (institution_id, case_id);

alter table contract alter column case_id drop not null;

alter table contract alter column seq drop not null;

alter table contract alter column signed_on type ledger_day using to_char(signed_on, 'YYYY-MM-DD');

alter table contract alter column signed_on drop not null;

alter table contract alter column registered_on type ledger_day
  using to_char(registered_on, 'YYYY-MM-DD');

alter table contract rename column price_fen to amount_fen;

alter table contract
  -- 'transfer' moves an achievement; the others are commissioned development, consulting and
  -- services, 'service_unclear' one of these three whose type is still to be found out.
  add column kind text not null default 'transfer' check (kind in
    ('transfer', 'development', 'consulting', 'service', 'service_unclear')),
  add column number text check (length(number) between 1 and 60),
  add column title text check (length(title) between 1 and 300),
  add column counterparty text check (length(counterparty) between 1 and 200),
  -- The unified social credit code of the counterparty.
  add column counterparty_uscc text check (length(counterparty_uscc) between 1 and 30),
  add column mode text check (mode in ('self_implementation', 'assignment', 'license',
    'cooperation', 'equity_contribution', 'other')),
  add column exclusivity text check (exclusivity in ('exclusive', 'sole', 'plain')),
  add column pricing text check (pricing in ('agreement', 'listing', 'auction')),
  add column first_payment_fen bigint,
  add column royalty_text text check (length(royalty_text) between 1 and 500),
  add column appraised_fen bigint,
  add column term_from ledger_day,
  add column term_to ledger_day,
  add column notice_from ledger_day,
  add column notice_to ledger_day,
  add column decision text check (length(decision) between 1 and 300),
  add column registration_no text check (length(registration_no) between 1 and 60),
  add column status text check (status in ('performing', 'completed', 'terminated')),
  add column lead text check (length(lead) between 1 and 100),
  add column departments text[] not null default '{}',
  -- The numbers of patents as the contract's ledger names them.
  add column patent_numbers text[] not null default '{}',
  -- What a ledger of commissioned work says has arrived in all.
  add column stated_received_fen bigint,
  add column remark text check (length(remark) between 1 and 2000),
  add column dated_on text generated always as (coalesce(signed_on, '')) stored;

update contract set title = transfer_case.title, counterparty = transfer_case.counterparty,
    mode = transfer_case.mode, pricing = transfer_case.pricing, status = 'performing'
  from transfer_case
  where transfer_case.institution_id = contract.institution_id
    and transfer_case.id = contract.case_id;

alter table transfer_case force row level security;

alter table contract alter column title set not null;

alter table contract alter column kind drop default;

drop index contract_by_day;

comment on table contract is
  'tenant: contracts: signed in a case (from its acts), or from a ledger, with a chain of its own';

create unique index contract_number on contract (institution_id, number);

create index contract_newest on contract (institution_id, dated_on desc, id desc);

create index contract_by_kind on contract (institution_id, kind, dated_on desc, id desc);

create index contract_by_status on contract (institution_id, status, dated_on desc, id desc);

revoke insert, update on contract from yizhuan_app;

grant insert (institution_id, id, case_id, seq, kind, number, title, counterparty,
  counterparty_uscc, mode, exclusivity, pricing, amount_fen, first_payment_fen, royalty_text,
  appraised_fen, signed_on, term_from, term_to, notice_from, notice_to, decision, registration,
  registration_no, registered_on, status, lead, departments, patent_numbers, stated_received_fen,
  remark) on contract to yizhuan_app;

grant update (seq, kind, number, title, counterparty, counterparty_uscc, mode, exclusivity, pricing,
  amount_fen, first_payment_fen, royalty_text, appraised_fen, signed_on, term_from, term_to,
  notice_from, notice_to, decision, registration, registration_no, registered_on, status, lead,
  departments, patent_numbers, stated_received_fen, remark) on contract to yizhuan_app;

create table contract_achievement (
  institution_id uuid not null,
  contract_id uuid not null,
  achievement_id uuid not null,
  primary key (institution_id, contract_id, achievement_id),
  foreign key (institution_id, contract_id) references contract (institution_id, id),
  foreign key (institution_id, achievement_id) references achievement (institution_id, id)
);

select tenant_table('contract_achievement', 'which achievements a contract is about');

create index contract_achievement_back on contract_achievement (institution_id, achievement_id);

grant select, insert, delete on contract_achievement to yizhuan_app;

alter table receipt no force row level security;

alter table receipt add column id uuid not null default gen_random_uuid();

alter table receipt alter column id drop default;

alter table receipt drop constraint receipt_pkey;

alter table receipt add primary key (institution_id, id);

alter table receipt add unique (institution_id, case_id, seq);

alter table receipt alter column case_id drop not null;

alter table receipt alter column seq drop not null;

alter table receipt alter column received_on type ledger_day
  using to_char(received_on, 'YYYY-MM-DD');

alter table receipt alter column received_on drop not null;

-- A refund is a receipt below zero; and a ledger's amount may be unreadable.
alter table receipt drop constraint receipt_amount_fen_check;

alter table receipt alter column amount_fen drop not null;

alter table receipt
  add column contract_id uuid,
  -- The number of the contract as the ledger gives it, also where no such contract is known.
  add column contract_number text check (length(contract_number) between 1 and 60),
  add column instalment text check (length(instalment) between 1 and 60),
  add column tax_fen bigint,
  add column appraisal_fen bigint,
  add column agency_fen bigint,
  add column cost_fen bigint,
  add column net_fen bigint,
  add column reward_share text check (length(reward_share) between 1 and 20),
  add column reward_fen bigint,
  add column tto_fen bigint,
  add column institution_fen bigint,
  -- How the reward was divided among persons.
  add column split jsonb not null default '[]',
  add column paid_on ledger_day,
  add column voucher text check (length(voucher) between 1 and 500),
  add column remark text check (length(remark) between 1 and 2000),
  add column dated_on text not null generated always as (coalesce(received_on, '')) stored,
  add foreign key (institution_id, contract_id) references contract (institution_id, id);

update receipt set contract_id = contract.id
  from contract
  where contract.institution_id = receipt.institution_id and contract.case_id = receipt.case_id;

alter table receipt force row level security;

alter table contract force row level security;

drop index receipt_by_day;

comment on table receipt is
  'tenant: income: recorded in a case (from its acts), or from a ledger, with a chain of its own';

create index receipt_newest on receipt (institution_id, dated_on desc, id desc);

create index receipt_by_contract on receipt (institution_id, contract_id, dated_on);

revoke insert on receipt from yizhuan_app;

grant insert (institution_id, id, case_id, seq, contract_id, contract_number, payer, instalment,
  received_on, amount_fen, tax_fen, appraisal_fen, agency_fen, cost_fen, net_fen, reward_share,
  reward_fen, tto_fen, institution_fen, split, paid_on, voucher, remark)
  on receipt to yizhuan_app;

grant update (contract_id, contract_number, payer, instalment, received_on, amount_fen, tax_fen,
  appraisal_fen, agency_fen, cost_fen, net_fen, reward_share, reward_fen, tto_fen, institution_fen,
  split, paid_on, voucher, remark) on receipt to yizhuan_app;
