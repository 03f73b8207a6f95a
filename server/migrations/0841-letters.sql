-- Mail that people bring in: a message once, its words, what came with it, and the record it was filed with. What
-- became of it is told in the chain of each.

create table letter (
  institution_id uuid not null references institution (id),
  id uuid not null,
  message_id text not null check (length(message_id) between 1 and 300),
  sha256 text not null,
  name text not null check (length(name) between 1 and 255),
  size integer not null check (size > 0),
  from_words text not null check (length(from_words) <= 300),
  to_words text not null check (length(to_words) <= 1000),
  sent_at timestamptz,
  subject text not null check (length(subject) <= 300),
  body text not null check (length(body) <= 50000),
  files jsonb not null,
  brought_at timestamptz not null,
  brought_by uuid not null,
  brought_name text not null,
  state text not null check (state in ('waiting', 'filed', 'drafted', 'aside')),
  record_kind text check (record_kind in ('right', 'achievement', 'case', 'contract')),
  record_id uuid,
  comment_id uuid,
  settled_at timestamptz,
  settled_by uuid,
  settled_name text,
  reason text check (length(reason) between 1 and 500),
  primary key (institution_id, id),
  unique (institution_id, message_id),
  foreign key (institution_id, sha256) references file (institution_id, sha256),
  check ((state = 'filed') = (record_id is not null)
    and (record_id is null) = (record_kind is null)
    and (record_id is null) = (comment_id is null)),
  check ((state = 'waiting') = (settled_at is null)
    and (settled_at is null) = (settled_by is null)
    and (settled_at is null) = (settled_name is null)),
  check (reason is not null or state <> 'aside')
);

select tenant_table('letter', 'mail that was brought in, and the record it was filed with; each also in a chain of its own');

create policy closed_to_others on letter as restrictive
  using (record_id is null or not record_id = any ((select documents_hidden())::uuid[]));

create index letter_by_file on letter (institution_id, sha256);
create index letter_files on letter using gin (files jsonb_path_ops);
create index letter_by_record on letter (institution_id, record_id);

grant select, insert, update (state, record_kind, record_id, comment_id, settled_at, settled_by, settled_name, reason)
  on letter to yizhuan_app;

create or replace function file_readers(place text) returns text[] language sql immutable as $$
  select array['system'] || case
    when place = 'person_credential' then array['admin', 'tto_reviewer', 'auditor', 'discipline']
    when place = 'tax_remittance' then array['finance', 'leaders', 'auditor']
    when place in ('letter', 'outside_claim', 'outside_claim_end') then array[
      'tto_negotiator', 'tto_reviewer']
    when place in ('right_file', 'payout_proof', 'fee_receipt_list') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']
    when place in ('achievement', 'achievement_evaluation', 'achievement_feedback', 'asset_cost', 'fund',
      'fund_entry', 'grant_bonus', 'grant_bonus_payment', 'project_entry') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor']
    when place in ('spin_off', 'trusteeship') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor',
      'platform_company']
    when place in ('income_verification', 'invoice', 'milestone_reached', 'obligation', 'payment_terms', 'record_file',
      'registration_event', 'royalty_audit', 'royalty_statement', 'signature_check', 'tax_answer',
      'write_off_proposal') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor',
      'admin', 'platform_company']
  end
$$;

create or replace function file_named_in(sought text, cases uuid[]) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  callers text := coalesce(current_setting('app.roles', true), '');
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
  records uuid[] := cases || records_of_cases(cases);
  is_named boolean;
begin
  perform set_config('app.roles', 'system', true);
  is_named := exists (
      select from act where institution_id = house and case_id = any (cases)
        and entry -> 'files' @> named)
    or exists (
      select from paper_made
      where institution_id = house and case_id = any (cases) and sha256 = sought)
    or exists (
      select from delegation
      where institution_id = house and case_id = any (cases) and letter ->> 'sha256' = sought)
    or exists (
      select from record_file
      where institution_id = house and sha256 = sought and record_id = any (records))
    or exists (
      select from letter
      where institution_id = house and record_id = any (records)
        and (sha256 = sought or files @> named))
    or exists (
      select from signature_check
      where institution_id = house and sha256 = sought and contract_id = any (records))
    or exists (
      select from comment
      where institution_id = house and record_id = any (records) and files @> named)
    or exists (
      select from payment_terms
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from milestone_reached
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from obligation
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from royalty_statement
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from royalty_audit
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from invoice
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from tax_answer
      where institution_id = house and contract_id = any (records) and files @> named)
    or exists (
      select from write_off_proposal as one
      join receivable on receivable.institution_id = house and receivable.id = one.receivable_id
        and receivable.contract_id = any (records)
      where one.institution_id = house and one.files @> named)
    or exists (
      select from registration
      where institution_id = house and contract_id = any (records) and (
        exists (
          select from registration_event as event
          where event.institution_id = house and event.registration_id = registration.id
            and event.files @> named)
        or exists (
          select from income_verification as list
          where list.institution_id = house and list.registration_id = registration.id
            and list.files @> named)));
  perform set_config('app.roles', callers, true);
  return is_named;
end $$;
