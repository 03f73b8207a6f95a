domain ledger_day as text CHECK ((VALUE ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$'::text))

-- central: who may sign in, for which institution and in which roles
table account (
  id uuid not null,
  login text not null,
  institution_id uuid not null,
  person_id uuid not null,
  name text not null,
  roles text[] not null,
  lang text not null default 'zh'::text,
  password_hash text,
  invitation_hash text,
  invitation_until timestamp with time zone,
  wrong_count integer not null default 0,
  locked_until timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  roles_turn date,
  UNIQUE (invitation_hash),
  UNIQUE (login),
  PRIMARY KEY (id),
  FOREIGN KEY (institution_id) REFERENCES institution(id),
  CHECK (((login = lower(login)) AND ((length(login) >= 1) AND (length(login) <= 100)))),
  CHECK ((lang = ANY (ARRAY['zh'::text, 'en'::text])))
)
  CREATE INDEX account_by_institution ON public.account USING btree (institution_id, login)
  CREATE INDEX account_by_person ON public.account USING btree (institution_id, person_id)
  CREATE INDEX account_roles_turn ON public.account USING btree (institution_id, roles_turn) WHERE (roles_turn IS NOT NULL)
  grant yizhuan_app insert of id, institution_id, invitation_hash, invitation_until, lang, login, name, password_hash, person_id, roles
  grant yizhuan_app select
  grant yizhuan_app update of disabled_at, invitation_hash, invitation_until, lang, locked_until, name, password_hash, roles, roles_turn, wrong_count

-- tenant: how the institution's own books call the accounts of the chart, with history
table account_name (
  institution_id uuid not null,
  account text not null,
  seq integer not null,
  number text not null,
  name text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, account, seq),
  CHECK (((length(account) >= 1) AND (length(account) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(number) >= 1) AND (length(number) <= 40))),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.account_name FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: one row per achievement; every change is an entry of its register chain
table achievement (
  institution_id uuid not null,
  id uuid not null,
  number text not null,
  title text not null,
  kind text,
  department text,
  disclosed_on ledger_day,
  disclosure jsonb not null,
  inventors jsonb not null,
  registered_on ledger_day,
  funding_source text,
  project_no text,
  stated_attribute text,
  stated_stage text,
  stated_conversion text,
  stated_conversion_count integer,
  maturity_level smallint,
  estimated_value_fen bigint,
  rd_cost_fen bigint,
  files jsonb not null default '[]'::jsonb,
  remark text,
  lead_id_sealed text,
  lead_id_masked text,
  lead_id_index text,
  funding_kind text,
  service_basis text,
  made_on ledger_day,
  maturity_scale text,
  publicity text,
  publications jsonb not null default '[]'::jsonb,
  third_parties jsonb not null default '{}'::jsonb,
  holdings jsonb not null default '[]'::jsonb,
  disputes jsonb not null default '[]'::jsonb,
  intake text,
  intake_on date,
  disclosed_by uuid,
  questions text,
  merged_into uuid,
  conversion text not null default 'none'::text,
  transfer_fields jsonb not null default '{}'::jsonb,
  UNIQUE (institution_id, number),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, merged_into) REFERENCES achievement(institution_id, id),
  CHECK (((length(funding_source) >= 1) AND (length(funding_source) <= 200))),
  CHECK (((length(maturity_scale) >= 1) AND (length(maturity_scale) <= 40))),
  CHECK (((length(number) >= 1) AND (length(number) <= 40))),
  CHECK (((length(project_no) >= 1) AND (length(project_no) <= 200))),
  CHECK (((length(questions) >= 1) AND (length(questions) <= 4000))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK (((maturity_level >= 1) AND (maturity_level <= 9))),
  CHECK (((merged_into IS NOT NULL) = (NOT (intake IS DISTINCT FROM 'merged'::text)))),
  CHECK ((conversion = ANY (ARRAY['none'::text, 'intended'::text, 'converted'::text]))),
  CHECK ((funding_kind = ANY (ARRAY['public'::text, 'enterprise'::text, 'own'::text]))),
  CHECK ((intake = ANY (ARRAY['submitted'::text, 'returned'::text, 'accepted'::text, 'merged'::text]))),
  CHECK ((jsonb_typeof(transfer_fields) = 'object'::text)),
  CHECK ((merged_into <> id)),
  CHECK ((publicity = ANY (ARRAY['no'::text, 'yes'::text]))),
  CHECK ((service_basis = ANY (ARRAY['task'::text, 'means'::text, 'neither'::text]))),
  CHECK ((stated_attribute = ANY (ARRAY['authorised'::text, 'unauthorised'::text]))),
  CHECK ((stated_conversion = ANY (ARRAY['none'::text, 'intended'::text, 'converted'::text]))),
  CHECK ((stated_conversion_count >= 0)),
  CHECK ((stated_stage = ANY (ARRAY['research'::text, 'development'::text, 'inseparable'::text])))
)
  CREATE INDEX achievement_by_author ON public.achievement USING btree (institution_id, disclosed_by, number DESC) WHERE (disclosed_by IS NOT NULL)
  CREATE INDEX achievement_by_conversion ON public.achievement USING btree (institution_id, conversion, number DESC)
  CREATE INDEX achievement_by_department ON public.achievement USING btree (institution_id, department, number DESC)
  CREATE INDEX achievement_by_difference ON public.achievement USING btree (institution_id, number DESC) WHERE (stated_conversion <> conversion)
  CREATE INDEX achievement_by_disclosed ON public.achievement USING btree (institution_id, COALESCE((disclosed_on)::text, ''::text), number)
  CREATE INDEX achievement_by_intake ON public.achievement USING btree (institution_id, intake, number DESC) WHERE (intake IS NOT NULL)
  CREATE INDEX achievement_by_kind ON public.achievement USING btree (institution_id, kind, number DESC)
  CREATE INDEX achievement_by_merger ON public.achievement USING btree (institution_id, merged_into) WHERE (merged_into IS NOT NULL)
  CREATE INDEX achievement_by_publicity ON public.achievement USING btree (institution_id, id) WHERE (publicity = 'yes'::text)
  CREATE INDEX achievement_in_ledger ON public.achievement USING btree (institution_id, id) INCLUDE (registered_on, disclosed_on, funding_kind, intake) WHERE ((intake IS NULL) OR (intake = 'accepted'::text))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.achievement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_achievement()
  CREATE TRIGGER names_files_anew AFTER UPDATE ON public.achievement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_achievement()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.achievement FOR EACH ROW EXECUTE FUNCTION withdrawn_before('achievement')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of conversion, department, disclosed_by, disclosed_on, disclosure, disputes, estimated_value_fen, files, funding_kind, funding_source, holdings, intake, intake_on, inventors, kind, lead_id_index, lead_id_masked, lead_id_sealed, made_on, maturity_level, maturity_scale, merged_into, project_no, publications, publicity, questions, rd_cost_fen, registered_on, remark, service_basis, stated_attribute, stated_conversion, stated_conversion_count, stated_stage, third_parties, title, transfer_fields

-- tenant: evaluations of achievements as they were made
table achievement_evaluation (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  kind text not null,
  held_on date not null,
  evaluator text not null,
  scores jsonb not null,
  outcome text,
  reason text,
  words text,
  value_fen bigint,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  corrects uuid,
  correction_reason text,
  prior_art jsonb not null default '[]'::jsonb,
  made_name text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  FOREIGN KEY (institution_id, corrects) REFERENCES achievement_evaluation(institution_id, id),
  CHECK (((corrects IS NULL) = (correction_reason IS NULL))),
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 1000))),
  CHECK (((length(evaluator) >= 1) AND (length(evaluator) <= 200))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(made_name) >= 1) AND (length(made_name) <= 100))),
  CHECK (((length(outcome) >= 1) AND (length(outcome) <= 40))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
  CHECK ((corrects IS DISTINCT FROM id)),
  CHECK ((jsonb_typeof(prior_art) = 'array'::text)),
  CHECK ((value_fen >= 0))
)
  CREATE INDEX achievement_evaluation_by_achievement ON public.achievement_evaluation USING btree (institution_id, achievement_id, held_on, id)
  CREATE UNIQUE INDEX achievement_evaluation_corrected ON public.achievement_evaluation USING btree (institution_id, corrects) WHERE (corrects IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.achievement_evaluation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_achievement_evaluation()
  CREATE TRIGGER names_files_anew AFTER UPDATE ON public.achievement_evaluation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_achievement_evaluation()
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.achievement_evaluation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.achievement_evaluation FOR EACH ROW EXECUTE FUNCTION evaluation_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what companies said of achievements before a price was set; also in their chains
table achievement_feedback (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  heard_on ledger_day not null,
  company text not null,
  asked_by text not null,
  interest text not null,
  words text not null,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  struck_at timestamp with time zone,
  struck_name text,
  struck_reason text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  CHECK ((((struck_at IS NULL) = (struck_reason IS NULL)) AND ((struck_at IS NULL) = (struck_name IS NULL)))),
  CHECK (((length(asked_by) >= 1) AND (length(asked_by) <= 100))),
  CHECK (((length(company) >= 1) AND (length(company) <= 200))),
  CHECK (((length(struck_reason) >= 1) AND (length(struck_reason) <= 500))),
  CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
  CHECK ((interest = ANY (ARRAY['interested'::text, 'conditional'::text, 'not_interested'::text]))),
  CHECK ((jsonb_typeof(files) = 'array'::text))
)
  CREATE INDEX achievement_feedback_by_achievement ON public.achievement_feedback USING btree (institution_id, achievement_id, heard_on DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of struck_at, struck_name, struck_reason

-- tenant: the last permanent number given out per year
table achievement_number (
  institution_id uuid not null,
  year integer not null,
  last integer not null,
  PRIMARY KEY (institution_id, year)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of last

-- tenant: the acts of a case as recorded; entry is what the hash covers
table act (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  type text not null,
  on_day date not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  entry jsonb not null,
  prev text not null,
  hash text not null,
  PRIMARY KEY (institution_id, case_id, seq),
  CHECK (((length(hash) = 64) AND (hash !~ '[^0-9a-f]'::text))),
  CHECK (((length(prev) = 64) AND (prev !~ '[^0-9a-f]'::text))),
  CHECK ((seq >= 1))
)
  CREATE INDEX act_naming_people ON public.act USING btree (institution_id, type) WHERE (type = ANY (ARRAY['planDrafted'::text, 'serviceOpened'::text, 'rewardPlanned'::text]))
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER disposals_once AFTER INSERT ON public.act FOR EACH ROW WHEN (((new.type = 'eventHandled'::text) AND ((new.entry #> '{data,receipts}'::text[]) IS NOT NULL))) EXECUTE FUNCTION disposals_recorded_once()
  CREATE TRIGGER dividends_once AFTER INSERT ON public.act FOR EACH ROW WHEN ((new.type = ANY (ARRAY['dividendDeclared'::text, 'dividendReceived'::text]))) EXECUTE FUNCTION dividends_recorded_once()
  CREATE TRIGGER names_files AFTER INSERT ON public.act REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_act()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: archives of the institution: who ordered, who approved, where it stands
table archive_order (
  institution_id uuid not null,
  id uuid not null,
  state text not null,
  reason text not null,
  ordered_by uuid not null,
  ordered_name text not null,
  ordered_at timestamp with time zone not null,
  decided_by uuid,
  decided_name text,
  decided_at timestamp with time zone,
  is_sealed boolean not null,
  passphrase_sealed text,
  done integer not null default 0,
  of_all integer not null default 0,
  size bigint,
  sha256 text,
  tables integer,
  row_count bigint,
  files integer,
  made_at timestamp with time zone,
  expires_at timestamp with time zone,
  trouble text,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK (((state <> 'ready'::text) OR ((sha256 IS NOT NULL) AND (passphrase_sealed IS NULL)))),
  CHECK (((state = 'proposed'::text) = (decided_by IS NULL))),
  CHECK ((decided_by <> ordered_by)),
  CHECK ((done >= 0)),
  CHECK ((of_all >= 0)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((size > 0)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'refused'::text, 'waiting'::text, 'making'::text, 'ready'::text, 'failed'::text, 'expired'::text])))
)
  CREATE INDEX archive_order_newest ON public.archive_order USING btree (institution_id, id DESC)
  CREATE UNIQUE INDEX archive_order_one_at_a_time ON public.archive_order USING btree (institution_id) WHERE (state = ANY (ARRAY['proposed'::text, 'waiting'::text, 'making'::text]))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of id, institution_id, is_sealed, ordered_at, ordered_by, ordered_name, passphrase_sealed, reason, state
  grant yizhuan_app select
  grant yizhuan_app update of decided_at, decided_by, decided_name, done, expires_at, files, made_at, of_all, passphrase_sealed, row_count, sha256, size, state, tables, trouble

-- tenant: what finance booked of the proposals of the ledger of assets, and what it gave back
table asset_booking (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  period text not null,
  step text not null,
  treatment text not null,
  amount_fen bigint not null,
  article text not null,
  outcome text not null,
  voucher text,
  reason text,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  decided_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  CHECK (((length(article) >= 1) AND (length(article) <= 200))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(treatment) >= 1) AND (length(treatment) <= 40))),
  CHECK (((length(voucher) >= 1) AND (length(voucher) <= 100))),
  CHECK (((outcome = 'accepted'::text) = (voucher IS NOT NULL))),
  CHECK (((outcome = 'returned'::text) = (reason IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['accepted'::text, 'returned'::text]))),
  CHECK ((period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CHECK ((step = ANY (ARRAY['first'::text, 'release'::text, 'disposal'::text])))
)
  CREATE INDEX asset_booking_by_achievement ON public.asset_booking USING btree (institution_id, achievement_id, decided_on, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.asset_booking FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: which costs a booking is about; none is booked twice
table asset_booking_cost (
  institution_id uuid not null,
  booking_id uuid not null,
  cost_id uuid not null,
  step text not null,
  PRIMARY KEY (institution_id, cost_id, step),
  FOREIGN KEY (institution_id, booking_id) REFERENCES asset_booking(institution_id, id),
  FOREIGN KEY (institution_id, cost_id) REFERENCES asset_cost(institution_id, id),
  CHECK ((step = ANY (ARRAY['first'::text, 'release'::text])))
)
  CREATE INDEX asset_booking_cost_by_booking ON public.asset_booking_cost USING btree (institution_id, booking_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.asset_booking_cost FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what was spent on achievements, voucher by voucher; each also in the chain of its asset
table asset_cost (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  spent_on date not null,
  kind text not null,
  amount_fen bigint not null,
  funding text not null,
  voucher text not null,
  words text,
  files jsonb not null,
  reverses uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  voucher_fen bigint,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  FOREIGN KEY (institution_id, reverses) REFERENCES asset_cost(institution_id, id),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(voucher) >= 1) AND (length(voucher) <= 100))),
  CHECK (((length(words) >= 1) AND (length(words) <= 1000))),
  CHECK (((reverses IS NOT NULL) = (amount_fen < 0))),
  CHECK (((voucher_fen IS NULL) OR (voucher_fen >= amount_fen))),
  CHECK ((amount_fen <> 0)),
  CHECK ((funding = ANY (ARRAY['public'::text, 'enterprise'::text, 'own'::text])))
)
  CREATE INDEX asset_cost_by_achievement ON public.asset_cost USING btree (institution_id, achievement_id, spent_on, id)
  CREATE INDEX asset_cost_by_voucher ON public.asset_cost USING btree (institution_id, voucher_key(voucher))
  CREATE UNIQUE INDEX asset_cost_reversed_once ON public.asset_cost USING btree (institution_id, reverses) WHERE (reverses IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.asset_cost FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER names_files AFTER INSERT ON public.asset_cost REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_asset_cost()
  CREATE TRIGGER vouchers_once AFTER INSERT ON public.asset_cost REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION vouchers_within_themselves()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the tags of achievements through the days, worked out from their signs
table asset_tag (
  institution_id uuid not null,
  achievement_id uuid not null,
  since text not null,
  until text,
  attribute text not null,
  stage text not null,
  conversion text not null,
  count integer not null,
  PRIMARY KEY (institution_id, achievement_id, since),
  CHECK ((attribute = ANY (ARRAY['unauthorised'::text, 'authorised'::text, 'lapsed'::text]))),
  CHECK ((conversion = ANY (ARRAY['none'::text, 'intended'::text, 'converted'::text]))),
  CHECK ((count >= 0)),
  CHECK ((stage = ANY (ARRAY['research'::text, 'development'::text, 'indistinguishable'::text]))),
  CHECK ((until > since))
)
  CREATE INDEX asset_tag_by_day ON public.asset_tag USING btree (institution_id, since)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: achievements whose tags are to be worked out anew
table asset_tag_mark (
  institution_id uuid not null,
  id uuid not null default gen_random_uuid(),
  achievement_id uuid not null,
  PRIMARY KEY (institution_id, id)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the rules by which the tags of its achievements were worked out
table asset_tag_rules (
  institution_id uuid not null,
  rules text not null,
  read_on date,
  PRIMARY KEY (institution_id),
  CHECK (((length(rules) >= 1) AND (length(rules) <= 100)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of read_on, rules

-- tenant: every change of a register, linked into the chain of that register
table audit_entry (
  institution_id uuid not null,
  chain text not null,
  seq integer not null,
  action text not null,
  subject_id uuid,
  at timestamp with time zone not null,
  by_person uuid,
  entry jsonb not null,
  prev text not null,
  hash text not null,
  PRIMARY KEY (institution_id, chain, seq),
  CHECK (((length(hash) = 64) AND (hash !~ '[^0-9a-f]'::text))),
  CHECK (((length(prev) = 64) AND (prev !~ '[^0-9a-f]'::text))),
  CHECK ((seq >= 1))
)
  CREATE INDEX audit_entry_openings ON public.audit_entry USING btree (institution_id, at DESC, chain) WHERE (action = ANY (ARRAY['person.revealed'::text, 'objection.opened'::text]))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: payments of bonuses and of awards from the staff part in batches
table award_order (
  institution_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  source text not null,
  record_id uuid not null,
  place smallint not null,
  turn smallint not null,
  title text not null,
  person_id uuid not null,
  name text not null,
  way text not null,
  way_by uuid,
  project_number text,
  project_account text,
  amount_fen bigint not null,
  withheld_fen bigint,
  withheld_by uuid,
  filed_withheld_fen bigint,
  state text not null,
  file_number integer,
  sent_on date,
  bank_name text,
  account_masked text,
  account_sealed text,
  told text,
  told_on date,
  told_reason text,
  told_proof uuid,
  paid_on date,
  paid_proof uuid,
  returned_on date,
  returned_reason text,
  returned_proof uuid,
  told_fen bigint,
  PRIMARY KEY (institution_id, batch_id, number),
  FOREIGN KEY (institution_id, batch_id) REFERENCES payout_batch(institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  CHECK ((((project_number IS NULL) = (project_account IS NULL)) AND ((project_number IS NULL) OR (way = 'project'::text)))),
  CHECK (((filed_withheld_fen >= 0) AND (filed_withheld_fen <= amount_fen))),
  CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  CHECK (((length(project_account) >= 1) AND (length(project_account) <= 200))),
  CHECK (((length(project_number) >= 1) AND (length(project_number) <= 60))),
  CHECK (((length(title) >= 1) AND (length(title) <= 1000))),
  CHECK (((length(told_reason) >= 1) AND (length(told_reason) <= 500))),
  CHECK (((state <> 'paid'::text) OR (paid_on IS NOT NULL))),
  CHECK (((state = 'returned'::text) = (returned_on IS NOT NULL))),
  CHECK (((withheld_fen >= 0) AND (withheld_fen <= amount_fen))),
  CHECK ((amount_fen > 0)),
  CHECK ((number >= 1)),
  CHECK ((place >= 1)),
  CHECK ((source = ANY (ARRAY['grant_bonus'::text, 'staff_award'::text]))),
  CHECK ((state = ANY (ARRAY['ordered'::text, 'sent'::text, 'paid'::text, 'returned'::text, 'dropped'::text]))),
  CHECK ((told = ANY (ARRAY['paid'::text, 'returned'::text]))),
  CHECK ((told_fen >= 0)),
  CHECK ((turn >= 1)),
  CHECK ((way = ANY (ARRAY['bank'::text, 'payroll'::text, 'project'::text])))
)
  CREATE INDEX award_order_of ON public.award_order USING btree (institution_id, record_id)
  CREATE UNIQUE INDEX award_order_once ON public.award_order USING btree (institution_id, source, record_id, place, turn) WHERE (state = ANY (ARRAY['ordered'::text, 'sent'::text, 'paid'::text]))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER award_order_turns BEFORE UPDATE OF state ON public.award_order FOR EACH ROW EXECUTE FUNCTION payment_order_turns()
  CREATE TRIGGER award_order_withheld BEFORE UPDATE OF withheld_fen ON public.award_order FOR EACH ROW WHEN ((old.withheld_fen IS DISTINCT FROM new.withheld_fen)) EXECUTE FUNCTION payment_order_withheld()
  grant yizhuan_app insert of amount_fen, batch_id, institution_id, name, number, person_id, place, record_id, source, state, title, turn, way
  grant yizhuan_app select
  grant yizhuan_app update of account_masked, account_sealed, bank_name, file_number, filed_withheld_fen, paid_on, paid_proof, project_account, project_number, returned_on, returned_proof, returned_reason, sent_on, state, told, told_fen, told_on, told_proof, told_reason, way, way_by, withheld_by, withheld_fen

-- tenant: what became of one case of an act ordered for several
table bulk_item (
  institution_id uuid not null,
  run_id uuid not null,
  case_id uuid not null,
  place integer not null,
  expected_seq integer not null,
  state text not null,
  seq integer,
  problem jsonb,
  settled_at timestamp with time zone,
  PRIMARY KEY (institution_id, run_id, case_id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  FOREIGN KEY (institution_id, run_id) REFERENCES bulk_run(institution_id, id),
  CHECK (((problem IS NOT NULL) = (state = 'refused'::text))),
  CHECK (((seq IS NOT NULL) = (state = 'recorded'::text))),
  CHECK ((expected_seq >= 1)),
  CHECK ((place >= 1)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'recorded'::text, 'refused'::text, 'cancelled'::text])))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of problem, seq, settled_at, state

-- tenant: an act that somebody ordered for several cases at once
table bulk_run (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  procedure text not null,
  act text not null,
  ordered jsonb not null,
  digest text not null,
  started_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  PRIMARY KEY (institution_id, id),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
)
  CREATE INDEX bulk_run_newest ON public.bulk_run USING btree (institution_id, person_id, started_at DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of cancelled_at

-- tenant: what a feed last said of each due, so that a change has a higher number
table calendar_event (
  institution_id uuid not null,
  feed_id uuid not null,
  due_key text not null,
  content_hash text not null,
  sequence integer not null,
  modified_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, feed_id, due_key),
  FOREIGN KEY (institution_id, feed_id) REFERENCES calendar_feed(institution_id, id),
  CHECK ((sequence >= 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of content_hash, modified_at, sequence

-- tenant: secret addresses of personal calendars; only their hash is kept
table calendar_feed (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  scope text not null,
  alarm_days integer[] not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  UNIQUE (institution_id, token_hash),
  PRIMARY KEY (institution_id, id),
  CHECK ((scope = ANY (ARRAY['mine'::text, 'all'::text]))),
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
)
  CREATE UNIQUE INDEX calendar_feed_once ON public.calendar_feed USING btree (institution_id, person_id) WHERE (revoked_at IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of last_used_at, revoked_at

-- tenant: centres, incubators and bases through which achievements are taken further
table carrier (
  institution_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  place text,
  partner text,
  from_day date not null,
  to_day date,
  remark text,
  UNIQUE (institution_id, name),
  PRIMARY KEY (institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((length(partner) >= 1) AND (length(partner) <= 200))),
  CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  CHECK ((kind ~ '^[a-z_]{1,40}$'::text)),
  CHECK ((to_day > from_day))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.carrier FOR EACH ROW EXECUTE FUNCTION withdrawn_before('carrier')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of from_day, kind, name, partner, place, remark, to_day

-- tenant: what is due or waiting in a case, as assessed after an act
table case_due (
  institution_id uuid not null,
  case_id uuid not null,
  norm text not null,
  act text,
  title jsonb not null,
  article jsonb not null,
  due date,
  opens date,
  computed_from_seq integer not null,
  pack_hash text not null,
  counted jsonb,
  roles text[] not null default '{}'::text[],
  PRIMARY KEY (institution_id, case_id, norm),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id)
)
  CREATE INDEX case_due_by_due ON public.case_due USING btree (institution_id, due)
  CREATE INDEX case_due_by_urgency ON public.case_due USING btree (institution_id, COALESCE(due, opens))
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: acts that a case does not take while something outside its record is under way
table case_hold (
  institution_id uuid not null,
  case_id uuid not null,
  holder text not null,
  acts text[] not null,
  reason jsonb not null,
  PRIMARY KEY (institution_id, case_id, holder),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(holder) >= 1) AND (length(holder) <= 40))),
  CHECK ((cardinality(acts) >= 1))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: which revisions of the packs judge a case, from when on, and who moved it there
table case_law (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  revisions jsonb not null,
  since date not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  by_name text not null,
  reason text,
  PRIMARY KEY (institution_id, case_id, seq),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  CHECK ((seq > 0))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.case_law FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the acts that the main line of a case waits for, as of its last act
table case_next (
  institution_id uuid not null,
  case_id uuid not null,
  act text not null,
  roles text[] not null,
  PRIMARY KEY (institution_id, case_id, act),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id)
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the last case number given in a year
table case_number (
  institution_id uuid not null,
  year integer not null,
  last integer not null,
  PRIMARY KEY (institution_id, year),
  CHECK ((last >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of last

-- tenant: who is in charge of a case now, and who helps
table case_officer (
  institution_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  part text not null,
  since date not null,
  PRIMARY KEY (institution_id, case_id, person_id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK ((part = ANY (ARRAY['lead'::text, 'support'::text])))
)
  CREATE INDEX case_officer_by_person ON public.case_officer USING btree (institution_id, person_id, case_id)
  CREATE UNIQUE INDEX case_officer_lead ON public.case_officer USING btree (institution_id, case_id) WHERE (part = 'lead'::text)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who has a case open now, and which form they are filling in
table case_presence (
  institution_id uuid not null,
  case_id uuid not null,
  page_id uuid not null,
  person_id uuid not null,
  act text,
  seen_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, case_id, page_id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(act) >= 1) AND (length(act) <= 60)))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of act, seen_at

-- tenant: the last entry of each evidence chain; its row lock orders writers
table chain_head (
  institution_id uuid not null,
  chain text not null,
  seq integer not null,
  hash text not null,
  PRIMARY KEY (institution_id, chain),
  CHECK (((length(chain) >= 1) AND (length(chain) <= 200))),
  CHECK (((length(hash) = 64) AND (hash !~ '[^0-9a-f]'::text))),
  CHECK ((seq >= 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of hash, seq

-- reference: the published daily roots over all chains of an institution, signed
table checkpoint (
  institution_id uuid not null,
  day date not null,
  made_at timestamp with time zone not null,
  size integer not null,
  root text not null,
  previous text not null,
  signature text not null,
  public_key text not null,
  PRIMARY KEY (institution_id, day),
  FOREIGN KEY (institution_id) REFERENCES institution(id),
  CHECK ((previous ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((root ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((size >= 1))
)
  CREATE INDEX checkpoint_newest ON public.checkpoint USING btree (day DESC, institution_id)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the head of each chain on the days it had moved; the tree of a day is the newest leaf of each
table checkpoint_leaf (
  institution_id uuid not null,
  chain text not null,
  day date not null,
  seq integer not null,
  hash text not null,
  PRIMARY KEY (institution_id, chain, day),
  CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: cases that only some may read, and who they are
table closed_case (
  institution_id uuid not null,
  case_id uuid not null,
  reader_roles text[] not null,
  reader_people uuid[] not null,
  withheld jsonb not null default '{}'::jsonb,
  PRIMARY KEY (institution_id, case_id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of reader_people, reader_roles, withheld

-- tenant: when the books of an institution were last compared with its records, and what differed
table closing_look (
  institution_id uuid not null,
  looked_at timestamp with time zone not null,
  found jsonb not null,
  PRIMARY KEY (institution_id)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of found, looked_at

-- tenant: what people say to each other about a record
table comment (
  institution_id uuid not null,
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  case_id uuid,
  person_id uuid not null,
  person_name text not null,
  body text not null,
  mentions jsonb not null,
  earlier jsonb not null,
  made_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  struck_at timestamp with time zone,
  struck_name text,
  files jsonb not null default '[]'::jsonb,
  PRIMARY KEY (institution_id, id),
  CHECK (((case_id IS NOT NULL) = (kind = 'case'::text))),
  CHECK (((length(body) >= 1) AND (length(body) <= 4000))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((struck_at IS NULL) = (struck_name IS NULL))),
  CHECK ((jsonb_typeof(files) = 'array'::text))
)
  CREATE INDEX comment_by_record ON public.comment USING btree (institution_id, kind, record_id, made_at)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.comment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_comment()
  CREATE TRIGGER names_files_anew AFTER UPDATE ON public.comment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_comment()
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of body, earlier, edited_at, mentions, struck_at, struck_name

-- tenant: contracts: signed in a case (from its acts), or from a ledger, with a chain of its own
table contract (
  institution_id uuid not null,
  case_id uuid,
  seq integer,
  signed_on ledger_day,
  amount_fen bigint,
  registration text,
  registered_on ledger_day,
  id uuid not null,
  kind text not null,
  number text,
  title text not null,
  counterparty text,
  counterparty_uscc text,
  mode text,
  exclusivity text,
  pricing text,
  first_payment_fen bigint,
  royalty_text text,
  appraised_fen bigint,
  term_from ledger_day,
  term_to ledger_day,
  notice_from ledger_day,
  notice_to ledger_day,
  decision text,
  registration_no text,
  status text,
  lead text,
  departments text[] not null default '{}'::text[],
  patent_numbers text[] not null default '{}'::text[],
  stated_received_fen bigint,
  remark text,
  dated_on text default COALESCE((signed_on)::text, ''::text),
  ledger_achievements text[] not null default '{}'::text[],
  terminated_on ledger_day,
  rights_granted text,
  field text,
  territory text,
  key_terms text,
  claim_of_company boolean not null default false,
  others jsonb not null default '[]'::jsonb,
  parties jsonb not null default '[]'::jsonb,
  UNIQUE (institution_id, case_id),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((jsonb_typeof(parties) = 'array'::text) AND (jsonb_array_length(parties) <= 20))),
  CHECK (((length(counterparty) >= 1) AND (length(counterparty) <= 200))),
  CHECK (((length(counterparty_uscc) >= 1) AND (length(counterparty_uscc) <= 30))),
  CHECK (((length(decision) >= 1) AND (length(decision) <= 300))),
  CHECK (((length(field) >= 1) AND (length(field) <= 4000))),
  CHECK (((length(key_terms) >= 1) AND (length(key_terms) <= 4000))),
  CHECK (((length(lead) >= 1) AND (length(lead) <= 100))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(registration_no) >= 1) AND (length(registration_no) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(rights_granted) >= 1) AND (length(rights_granted) <= 2000))),
  CHECK (((length(royalty_text) >= 1) AND (length(royalty_text) <= 500))),
  CHECK (((length(territory) >= 1) AND (length(territory) <= 4000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK ((exclusivity = ANY (ARRAY['exclusive'::text, 'sole'::text, 'plain'::text]))),
  CHECK ((kind = ANY (ARRAY['transfer'::text, 'development'::text, 'consulting'::text, 'service'::text, 'service_unclear'::text]))),
  CHECK ((mode = ANY (ARRAY['self_implementation'::text, 'assignment'::text, 'license'::text, 'cooperation'::text, 'equity_contribution'::text, 'other'::text]))),
  CHECK ((pricing = ANY (ARRAY['agreement'::text, 'listing'::text, 'auction'::text]))),
  CHECK ((status = ANY (ARRAY['performing'::text, 'completed'::text, 'terminated'::text, 'not_effective'::text])))
)
  CREATE INDEX contract_by_kind ON public.contract USING btree (institution_id, kind, dated_on DESC, id DESC)
  CREATE INDEX contract_by_status ON public.contract USING btree (institution_id, status, dated_on DESC, id DESC)
  CREATE INDEX contract_certificate ON public.contract USING btree (institution_id, upper(btrim(registration_no))) WHERE (registration_no IS NOT NULL)
  CREATE INDEX contract_newest ON public.contract USING btree (institution_id, dated_on DESC, id DESC)
  CREATE UNIQUE INDEX contract_number ON public.contract USING btree (institution_id, number)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER mark_achievements_changed AFTER UPDATE ON public.contract REFERENCING OLD TABLE AS former NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_contracts_changed()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.contract FOR EACH ROW EXECUTE FUNCTION withdrawn_before('contract')
  grant yizhuan_app delete
  grant yizhuan_app insert of amount_fen, appraised_fen, case_id, claim_of_company, counterparty, counterparty_uscc, decision, departments, exclusivity, field, first_payment_fen, id, institution_id, key_terms, kind, lead, ledger_achievements, mode, notice_from, notice_to, number, others, parties, patent_numbers, pricing, registered_on, registration, registration_no, remark, rights_granted, royalty_text, seq, signed_on, stated_received_fen, status, term_from, term_to, terminated_on, territory, title
  grant yizhuan_app select
  grant yizhuan_app update of amount_fen, appraised_fen, case_id, claim_of_company, counterparty, counterparty_uscc, decision, departments, exclusivity, field, first_payment_fen, key_terms, kind, lead, ledger_achievements, mode, notice_from, notice_to, number, others, parties, patent_numbers, pricing, registered_on, registration, registration_no, remark, rights_granted, royalty_text, seq, signed_on, stated_received_fen, status, term_from, term_to, terminated_on, territory, title

-- tenant: which achievements a contract is about
table contract_achievement (
  institution_id uuid not null,
  contract_id uuid not null,
  achievement_id uuid not null,
  PRIMARY KEY (institution_id, contract_id, achievement_id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id)
)
  CREATE INDEX contract_achievement_back ON public.contract_achievement USING btree (institution_id, achievement_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER mark_achievements AFTER INSERT ON public.contract_achievement REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_achievements()
  CREATE TRIGGER mark_achievements_gone AFTER DELETE ON public.contract_achievement REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_achievements()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: amendments of signed contracts, version by version; each also in the chain of its contract
table contract_amendment (
  institution_id uuid not null,
  contract_id uuid not null,
  version integer not null,
  on_day date not null,
  number text,
  summary text not null,
  changes jsonb not null,
  files jsonb not null,
  takes_back integer,
  case_id uuid,
  act_seq integer,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, contract_id, version),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  FOREIGN KEY (institution_id, contract_id, takes_back) REFERENCES contract_amendment(institution_id, contract_id, version),
  CHECK (((case_id IS NULL) = (act_seq IS NULL))),
  CHECK (((length(number) >= 1) AND (length(number) <= 500))),
  CHECK (((length(summary) >= 1) AND (length(summary) <= 4000))),
  CHECK ((version >= 1))
)
  CREATE UNIQUE INDEX contract_amendment_of_act ON public.contract_amendment USING btree (institution_id, case_id, act_seq) WHERE (case_id IS NOT NULL)
  CREATE UNIQUE INDEX contract_amendment_once ON public.contract_amendment USING btree (institution_id, contract_id, takes_back) WHERE (takes_back IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using ((NOT (contract_id = ANY (( SELECT documents_hidden() AS documents_hidden)::uuid[])))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.contract_amendment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: clauses and model contracts of the house: which version is in use; each in a chain of its own
table contract_standard (
  institution_id uuid not null,
  id uuid not null,
  form text not null,
  name text not null,
  kind text,
  types text[] not null,
  obligation text,
  in_use integer,
  newest integer not null,
  is_retired boolean not null default false,
  sample text,
  PRIMARY KEY (institution_id, id),
  CHECK (((form = 'clause'::text) = ((kind IS NOT NULL) AND (obligation IS NOT NULL)))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CHECK (((length(sample) >= 1) AND (length(sample) <= 60))),
  CHECK ((form = ANY (ARRAY['clause'::text, 'template'::text]))),
  CHECK ((in_use <= newest)),
  CHECK ((in_use >= 1)),
  CHECK ((newest >= 1)),
  CHECK ((obligation = ANY (ARRAY['must'::text, 'usual'::text, 'optional'::text])))
)
  CREATE UNIQUE INDEX contract_standard_by_sample ON public.contract_standard USING btree (institution_id, sample) WHERE (sample IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of in_use, is_retired, kind, name, newest, obligation, types

-- tenant: who approved, refused or withdrew a version of a clause or model contract
table contract_standard_verdict (
  institution_id uuid not null,
  standard_id uuid not null,
  version integer not null,
  verdict text not null,
  words text,
  made_by uuid not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  decided_name text not null,
  PRIMARY KEY (institution_id, standard_id, version),
  FOREIGN KEY (institution_id, standard_id, version, made_by) REFERENCES contract_standard_version(institution_id, standard_id, version, made_by),
  CHECK (((length(words) >= 1) AND (length(words) <= 500))),
  CHECK (((verdict = 'approved'::text) OR (words IS NOT NULL))),
  CHECK (((verdict = 'withdrawn'::text) = (decided_by = made_by))),
  CHECK ((verdict = ANY (ARRAY['approved'::text, 'refused'::text, 'withdrawn'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.contract_standard_verdict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what each version of a clause or model contract says, as it was proposed
table contract_standard_version (
  institution_id uuid not null,
  standard_id uuid not null,
  version integer not null,
  name text not null,
  content jsonb not null,
  reason text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  UNIQUE (institution_id, standard_id, version, made_by),
  PRIMARY KEY (institution_id, standard_id, version),
  FOREIGN KEY (institution_id, standard_id) REFERENCES contract_standard(institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK ((version >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.contract_standard_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: texts of contracts being drafted, for a case or a contract; each in a chain of its own
table contract_text (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid,
  contract_id uuid,
  type text not null,
  title text not null,
  template_id uuid not null,
  newest integer not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  FOREIGN KEY (institution_id, template_id) REFERENCES contract_standard(institution_id, id),
  CHECK (((case_id IS NOT NULL) OR (contract_id IS NOT NULL))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((length(type) >= 1) AND (length(type) <= 40))),
  CHECK ((newest >= 1))
)
  CREATE INDEX contract_text_by_case ON public.contract_text USING btree (institution_id, case_id)
  CREATE INDEX contract_text_by_contract ON public.contract_text USING btree (institution_id, contract_id)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of newest

-- tenant: which version of a contract text is to be signed, and the file it was printed to
table contract_text_naming (
  institution_id uuid not null,
  text_id uuid not null,
  seq integer not null,
  version integer,
  paper_id uuid,
  record_file_id uuid,
  reason text,
  named_at timestamp with time zone not null,
  named_by uuid not null,
  named_name text not null,
  PRIMARY KEY (institution_id, text_id, seq),
  FOREIGN KEY (institution_id, text_id) REFERENCES contract_text(institution_id, id),
  FOREIGN KEY (institution_id, text_id, version) REFERENCES contract_text_version(institution_id, text_id, version),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK (((version IS NOT NULL) OR (reason IS NOT NULL))),
  CHECK (((version IS NULL) = (num_nonnulls(paper_id, record_file_id) = 0))),
  CHECK ((seq >= 1)),
  CHECK ((version >= 1))
)
  row security, forced
  policy closed_to_others restricting for all using ((EXISTS ( SELECT
   FROM contract_text
  WHERE ((contract_text.institution_id = contract_text_naming.institution_id) AND (contract_text.id = contract_text_naming.text_id))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.contract_text_naming FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what each version of a contract text says, who made it and when
table contract_text_version (
  institution_id uuid not null,
  text_id uuid not null,
  version integer not null,
  template_version integer not null,
  title text not null,
  parts jsonb not null,
  inputs jsonb not null,
  facts jsonb not null,
  note text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, text_id, version),
  FOREIGN KEY (institution_id, text_id) REFERENCES contract_text(institution_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((version >= 1))
)
  row security, forced
  policy closed_to_others restricting for all using ((EXISTS ( SELECT
   FROM contract_text
  WHERE ((contract_text.institution_id = contract_text_version.institution_id) AND (contract_text.id = contract_text_version.text_id))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.contract_text_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: taxes and costs of a deal, one line per act
table cost (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  incurred_on date not null,
  kind text not null,
  amount_fen bigint not null,
  label text,
  voucher text,
  withdraws integer,
  voucher_fen bigint,
  PRIMARY KEY (institution_id, case_id, seq),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(voucher) >= 1) AND (length(voucher) <= 500))),
  CHECK (((voucher_fen IS NULL) OR (voucher_fen >= amount_fen)))
)
  CREATE INDEX cost_by_day ON public.cost USING btree (institution_id, incurred_on DESC, case_id DESC, seq DESC)
  CREATE INDEX cost_by_voucher ON public.cost USING btree (institution_id, voucher_key(voucher))
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER vouchers_once AFTER INSERT ON public.cost REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION vouchers_within_themselves()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what payouts deducted of the costs of a deal; a reversal stands below zero
table cost_deduction (
  institution_id uuid not null,
  case_id uuid not null,
  cost_seq integer not null,
  seq integer not null,
  on_day date not null,
  amount_fen bigint not null,
  counts boolean not null,
  PRIMARY KEY (institution_id, case_id, cost_seq, seq),
  FOREIGN KEY (institution_id, case_id, cost_seq) REFERENCES cost(institution_id, case_id, seq),
  CHECK ((amount_fen <> 0))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cost_deduction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what came back of costs that payouts deducted; what is taken back stands below zero
table cost_reimbursement (
  institution_id uuid not null,
  case_id uuid not null,
  cost_seq integer not null,
  seq integer not null,
  on_day date not null,
  amount_fen bigint not null,
  voucher text not null,
  reason text not null,
  PRIMARY KEY (institution_id, case_id, seq),
  FOREIGN KEY (institution_id, case_id, cost_seq) REFERENCES cost(institution_id, case_id, seq),
  CHECK (((length(voucher) >= 1) AND (length(voucher) <= 500))),
  CHECK ((amount_fen <> 0))
)
  CREATE INDEX cost_reimbursement_by_voucher ON public.cost_reimbursement USING btree (institution_id, voucher_key(voucher))
  CREATE INDEX cost_reimbursement_of ON public.cost_reimbursement USING btree (institution_id, case_id, cost_seq)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cost_reimbursement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the view with which a list opens for somebody
table default_view (
  institution_id uuid not null,
  person_id uuid not null,
  list text not null,
  view_id uuid not null,
  PRIMARY KEY (institution_id, person_id, list),
  FOREIGN KEY (institution_id, view_id) REFERENCES saved_view(institution_id, id)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of view_id

-- tenant: tasks that the institution has others do, with the letter that says so
table delegation (
  institution_id uuid not null,
  id uuid not null,
  task text not null,
  delegate text not null,
  is_company boolean not null,
  case_id uuid,
  letter_number text not null,
  letter jsonb not null,
  from_day date not null,
  until_day date,
  withdrawn_on date,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(delegate) >= 1) AND (length(delegate) <= 200))),
  CHECK (((length(letter_number) >= 1) AND (length(letter_number) <= 100))),
  CHECK ((task = ANY (ARRAY['title'::text, 'negotiation'::text, 'registration'::text, 'signing'::text]))),
  CHECK ((until_day >= from_day))
)
  CREATE INDEX delegation_by_day ON public.delegation USING btree (institution_id, task, from_day)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of withdrawn_on

-- tenant: how the house shares net income out, version by version; each also in the chain distribution-rules
table distribution_rule (
  institution_id uuid not null,
  version integer not null,
  kind text not null,
  from_day date not null,
  to_day date,
  title text,
  number text,
  approved_by text,
  approved_on date,
  internal_rule_id uuid,
  file jsonb,
  schemes jsonb not null,
  reason text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  decides_plans boolean not null default false,
  PRIMARY KEY (institution_id, version),
  FOREIGN KEY (institution_id, internal_rule_id) REFERENCES internal_rule(institution_id, id),
  CHECK (((kind = 'ended'::text) OR ((title IS NOT NULL) AND (approved_by IS NOT NULL) AND (approved_on IS NOT NULL)))),
  CHECK (((length(approved_by) >= 1) AND (length(approved_by) <= 120))),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((kind = ANY (ARRAY['made'::text, 'ended'::text]))),
  CHECK ((to_day > from_day)),
  CHECK ((version >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.distribution_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: forms that were begun and not sent; only their author reads them
table draft (
  institution_id uuid not null,
  person_id uuid not null,
  form text not null,
  sealed text not null,
  device uuid not null,
  saved_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, person_id, form),
  CHECK (((length(form) >= 1) AND (length(form) <= 120)))
)
  CREATE INDEX draft_by_age ON public.draft USING btree (institution_id, saved_at)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of device, saved_at, sealed

-- tenant: who was told that a deadline passed, once for each level
table due_escalation (
  institution_id uuid not null,
  due_key text not null,
  due_on date not null,
  level text not null,
  told_on date not null,
  workdays integer not null,
  PRIMARY KEY (institution_id, due_key, due_on, level),
  CHECK ((level = ANY (ARRAY['reviewer'::text, 'leaders'::text]))),
  CHECK ((workdays >= 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: reminders a person put off, and why; the due itself never moves
table due_snooze (
  institution_id uuid not null,
  id uuid not null,
  due_key text not null,
  person_id uuid not null,
  person_name text not null,
  until date not null,
  reason text not null,
  made_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(due_key) >= 1) AND (length(due_key) <= 200))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
)
  CREATE UNIQUE INDEX due_snooze_once ON public.due_snooze USING btree (institution_id, due_key, person_id) WHERE (undone_at IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of undone_at

-- tenant: letters that ask for what is overdue of a contract; struck, never changed
table dunning_letter (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  stage integer not null,
  written_on date not null,
  pay_by date not null,
  way text not null,
  lines jsonb not null,
  words text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  struck_on date,
  struck_reason text,
  struck_name text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK ((((struck_on IS NULL) = (struck_reason IS NULL)) AND ((struck_on IS NULL) = (struck_name IS NULL)))),
  CHECK (((jsonb_typeof(lines) = 'array'::text) AND (jsonb_array_length(lines) > 0))),
  CHECK (((length(struck_reason) >= 1) AND (length(struck_reason) <= 500))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK (((stage >= 1) AND (stage <= 3))),
  CHECK ((pay_by >= written_on)),
  CHECK ((way = ANY (ARRAY['post'::text, 'email'::text, 'hand'::text, 'other'::text])))
)
  CREATE INDEX dunning_letter_by_contract ON public.dunning_letter USING btree (institution_id, contract_id, written_on)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of contract_id, id, institution_id, lines, made_at, made_by, made_name, pay_by, stage, way, words, written_on
  grant yizhuan_app select
  grant yizhuan_app update of struck_name, struck_on, struck_reason

-- tenant: what became of one record of an edit ordered for several
table edit_item (
  institution_id uuid not null,
  run_id uuid not null,
  record_id uuid not null,
  place integer not null,
  expected_seq integer not null,
  state text not null,
  seq integer,
  problem jsonb,
  settled_at timestamp with time zone,
  PRIMARY KEY (institution_id, run_id, record_id),
  FOREIGN KEY (institution_id, run_id) REFERENCES edit_run(institution_id, id),
  CHECK (((problem IS NOT NULL) = (state = 'refused'::text))),
  CHECK (((seq IS NOT NULL) = (state = 'recorded'::text))),
  CHECK ((expected_seq >= 1)),
  CHECK ((place >= 1)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'recorded'::text, 'same'::text, 'refused'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of problem, seq, settled_at, state

-- tenant: an edit that somebody ordered for several records at once
table edit_run (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  kind text not null,
  fields jsonb not null,
  reason text not null,
  digest text not null,
  undoes uuid,
  started_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, undoes) REFERENCES edit_run(institution_id, id),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
)
  CREATE INDEX edit_run_newest ON public.edit_run USING btree (institution_id, person_id, started_at DESC)
  CREATE INDEX edit_run_undoing ON public.edit_run USING btree (institution_id, undoes) WHERE (undoes IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: batches of annual fees; every change is an entry of the chain of its batch
table fee_batch (
  institution_id uuid not null,
  id uuid not null,
  title text not null,
  budget text not null,
  pay_on date not null,
  reading text not null,
  state text not null,
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  decided_by uuid,
  decided_name text,
  decided_on date,
  remark text,
  dated_on text not null default made_on,
  budget_fen bigint,
  over_reason text,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(budget) >= 1) AND (length(budget) <= 200))),
  CHECK (((length(over_reason) >= 1) AND (length(over_reason) <= 500))),
  CHECK (((length(reading) >= 1) AND (length(reading) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 500))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((budget_fen >= 0)),
  CHECK ((decided_by <> made_by)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'cancelled'::text, 'settled'::text])))
)
  CREATE INDEX fee_batch_newest ON public.fee_batch USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of budget, budget_fen, decided_by, decided_name, decided_on, id, institution_id, made_by, made_name, made_on, over_reason, pay_on, reading, remark, state, title
  grant yizhuan_app select
  grant yizhuan_app update of decided_by, decided_name, decided_on, over_reason, remark, state

-- tenant: the fees of a batch; a year of a right stands in one batch only
table fee_batch_line (
  institution_id uuid not null,
  batch_id uuid not null,
  right_id uuid not null,
  year integer not null,
  fee_fen bigint not null,
  surcharge_fen bigint not null,
  state text not null,
  paid_on date,
  paid_fen bigint,
  receipt text,
  event_id uuid,
  clock text not null default ''::text,
  fee_title jsonb,
  PRIMARY KEY (institution_id, batch_id, right_id, year, clock),
  FOREIGN KEY (institution_id, batch_id) REFERENCES fee_batch(institution_id, id),
  FOREIGN KEY (institution_id, event_id) REFERENCES right_event(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (
CASE clock
    WHEN ''::text THEN ((year >= 1) AND (fee_title IS NULL))
    ELSE ((year = 0) AND (fee_title IS NOT NULL))
END),
  CHECK (((length(receipt) >= 1) AND (length(receipt) <= 100))),
  CHECK (((state = 'paid'::text) = ((paid_on IS NOT NULL) AND (paid_fen IS NOT NULL) AND (receipt IS NOT NULL)))),
  CHECK ((fee_fen >= 0)),
  CHECK ((length(clock) <= 120)),
  CHECK ((paid_fen > 0)),
  CHECK ((state = ANY (ARRAY['open'::text, 'paid'::text, 'dropped'::text]))),
  CHECK ((surcharge_fen >= 0))
)
  CREATE UNIQUE INDEX fee_batch_line_once ON public.fee_batch_line USING btree (institution_id, right_id, year, clock) WHERE (state = 'open'::text)
  CREATE UNIQUE INDEX fee_batch_line_receipt ON public.fee_batch_line USING btree (institution_id, receipt, right_id, year, clock) WHERE (receipt IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of event_id, paid_fen, paid_on, receipt, state

-- tenant: what may be spent on annual fees in a year; the newest of a year counts
table fee_budget (
  institution_id uuid not null,
  id uuid not null,
  year integer not null,
  fen bigint not null,
  document text not null,
  stated_on date not null,
  stated_by uuid not null,
  stated_name text not null,
  department text,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(department) >= 1) AND (length(department) <= 100))),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((year >= 2000) AND (year <= 2200))),
  CHECK ((fen >= 0))
)
  CREATE INDEX fee_budget_by_year ON public.fee_budget USING btree (institution_id, year, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fee_budget FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the lines of a list of receipts that were taken; append-only
table fee_receipt_line (
  institution_id uuid not null,
  list_id uuid not null,
  event_id uuid not null,
  right_id uuid not null,
  batch_id uuid not null,
  year integer not null,
  row integer not null,
  fen bigint not null,
  receipt text not null,
  paid_on date not null,
  PRIMARY KEY (institution_id, list_id, event_id),
  FOREIGN KEY (institution_id, batch_id) REFERENCES fee_batch(institution_id, id),
  FOREIGN KEY (institution_id, event_id) REFERENCES right_event(institution_id, id),
  FOREIGN KEY (institution_id, list_id) REFERENCES fee_receipt_list(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (("row" >= 1)),
  CHECK (((length(receipt) >= 1) AND (length(receipt) <= 100))),
  CHECK ((fen > 0)),
  CHECK ((year >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fee_receipt_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: lists of receipts; every change is an entry of the chain of its list
table fee_receipt_list (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  sha256 text not null,
  size bigint not null,
  lines integer not null,
  sum_fen bigint not null,
  state text not null,
  taken_on ledger_day not null,
  taken_name text not null,
  undo_reason text,
  undone_on ledger_day,
  undone_name text,
  dated_on text not null default taken_on,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK (((length(undo_reason) >= 1) AND (length(undo_reason) <= 500))),
  CHECK (((state = 'undone'::text) = ((undo_reason IS NOT NULL) AND (undone_on IS NOT NULL) AND (undone_name IS NOT NULL)))),
  CHECK ((lines > 0)),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((size > 0)),
  CHECK ((state = ANY (ARRAY['taken'::text, 'undone'::text]))),
  CHECK ((sum_fen > 0))
)
  CREATE INDEX fee_receipt_list_newest ON public.fee_receipt_list USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of id, institution_id, lines, name, sha256, size, state, sum_fen, taken_name, taken_on, undo_reason, undone_name, undone_on
  grant yizhuan_app select
  grant yizhuan_app update of state, undo_reason, undone_name, undone_on

-- tenant: which files an institution has stored; the bytes lie in the file store
table file (
  institution_id uuid not null,
  sha256 text not null,
  name text not null,
  type text not null,
  size integer not null,
  added_by uuid,
  added_at timestamp with time zone not null default now(),
  PRIMARY KEY (institution_id, sha256),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((size > 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of added_by, institution_id, name, sha256, size, type
  grant yizhuan_app select

-- tenant: which records of the large tables name a file, or did: kept by their triggers
table file_naming (
  institution_id uuid not null,
  sha256 text not null,
  place text not null,
  record uuid not null,
  PRIMARY KEY (institution_id, sha256, place, record),
  CHECK (((length(place) >= 1) AND (length(place) <= 60)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who stored the bytes of a file, and so has them
table file_upload (
  institution_id uuid not null,
  sha256 text not null,
  person_id uuid not null,
  PRIMARY KEY (institution_id, sha256, person_id),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: guidance and proof-of-concept funds; every change is an entry of the chain of its record
table fund (
  institution_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  kind text not null,
  founded_on text not null,
  approved_by text not null,
  rule text,
  files jsonb not null,
  remark text,
  assessment jsonb,
  dated_on text not null default founded_on,
  by_milestone boolean not null default false,
  UNIQUE (institution_id, number),
  PRIMARY KEY (institution_id, id),
  CHECK (((length(approved_by) >= 1) AND (length(approved_by) <= 200))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(rule) >= 1) AND (length(rule) <= 300))),
  CHECK ((founded_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((kind = ANY (ARRAY['guidance'::text, 'proof_of_concept'::text])))
)
  CREATE INDEX fund_newest ON public.fund USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of approved_by, assessment, by_milestone, files, founded_on, id, institution_id, kind, name, number, remark, rule
  grant yizhuan_app select
  grant yizhuan_app update of assessment, by_milestone, rule

-- tenant: the ledger of a fund, line by line with what is in it and what is promised
table fund_entry (
  institution_id uuid not null,
  fund_id uuid not null,
  seq integer not null,
  id uuid not null,
  kind text not null,
  project_id uuid,
  amount_fen bigint not null,
  on_day text not null,
  party text,
  through text not null,
  milestone smallint,
  reference text not null,
  files jsonb not null,
  cash_fen bigint not null,
  reserved_fen bigint not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  corrects integer,
  UNIQUE (institution_id, id),
  PRIMARY KEY (institution_id, fund_id, seq),
  FOREIGN KEY (institution_id, fund_id) REFERENCES fund(institution_id, id),
  FOREIGN KEY (institution_id, fund_id, corrects) REFERENCES fund_entry(institution_id, fund_id, seq),
  FOREIGN KEY (institution_id, fund_id, project_id) REFERENCES fund_project(institution_id, fund_id, id),
  CHECK (((kind = 'corrected'::text) = (corrects IS NOT NULL))),
  CHECK (((kind = 'corrected'::text) OR ((project_id IS NULL) = (kind = ANY (ARRAY['contributed'::text, 'givenBack'::text]))))),
  CHECK (((length(party) >= 1) AND (length(party) <= 200))),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  CHECK ((amount_fen > 0)),
  CHECK ((cash_fen >= 0)),
  CHECK ((kind = ANY (ARRAY['contributed'::text, 'givenBack'::text, 'committed'::text, 'released'::text, 'drawn'::text, 'returned'::text, 'corrected'::text]))),
  CHECK ((milestone >= 1)),
  CHECK ((on_day ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((reserved_fen <= cash_fen)),
  CHECK ((reserved_fen >= 0)),
  CHECK ((seq >= 1)),
  CHECK ((through = ANY (ARRAY['bank'::text, 'house'::text])))
)
  CREATE INDEX fund_entry_by_project ON public.fund_entry USING btree (institution_id, project_id) WHERE (project_id IS NOT NULL)
  CREATE UNIQUE INDEX fund_entry_corrected_once ON public.fund_entry USING btree (institution_id, fund_id, corrects) WHERE (corrects IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fund_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER fund_entry_follows BEFORE INSERT ON public.fund_entry FOR EACH ROW EXECUTE FUNCTION fund_entry_follows()
  CREATE TRIGGER names_files AFTER INSERT ON public.fund_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_fund_entry()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: projects that a fund supports; every change is an entry of the chain of its record
table fund_project (
  institution_id uuid not null,
  id uuid not null,
  fund_id uuid not null,
  achievement_id uuid,
  title text not null,
  lead text not null,
  stage text not null,
  milestones jsonb not null,
  started_on text not null,
  dated_on text not null default started_on,
  UNIQUE (institution_id, fund_id, id),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  FOREIGN KEY (institution_id, fund_id) REFERENCES fund(institution_id, id),
  CHECK (((length(lead) >= 1) AND (length(lead) <= 100))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK ((stage = ANY (ARRAY['concept'::text, 'prototype'::text, 'validation'::text, 'pilot'::text, 'handed_over'::text, 'stopped'::text]))),
  CHECK ((started_on ~ '^\d{4}-\d{2}-\d{2}$'::text))
)
  CREATE INDEX fund_project_by_achievement ON public.fund_project USING btree (institution_id, achievement_id) WHERE (achievement_id IS NOT NULL)
  CREATE INDEX fund_project_newest ON public.fund_project USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of achievement_id, fund_id, id, institution_id, lead, milestones, stage, started_on, title
  grant yizhuan_app select
  grant yizhuan_app update of milestones, stage

-- tenant: bonuses at grant; every change is an entry of the chain of its record
table grant_bonus (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  right_kind text not null,
  right_number text,
  right_title text not null,
  granted_on text not null,
  due_on text not null,
  basis text not null,
  rule text,
  despite text,
  amount_fen bigint not null,
  state text not null,
  files jsonb not null,
  remark text,
  proposed_on text not null,
  proposed_by uuid not null,
  proposed_name text not null,
  approved_on text,
  approved_by uuid,
  approved_name text,
  withdrawn_for text,
  paid_on text,
  event_id uuid,
  dated_on text not null default granted_on,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((basis = 'agreed'::text) = (rule IS NOT NULL))),
  CHECK (((length(despite) >= 1) AND (length(despite) <= 1000))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(right_number) >= 1) AND (length(right_number) <= 100))),
  CHECK (((length(right_title) >= 1) AND (length(right_title) <= 300))),
  CHECK (((length(rule) >= 1) AND (length(rule) <= 300))),
  CHECK (((length(withdrawn_for) >= 1) AND (length(withdrawn_for) <= 1000))),
  CHECK (((state <> ALL (ARRAY['approved'::text, 'paid'::text])) OR (approved_by IS NOT NULL))),
  CHECK (((state = 'paid'::text) = (paid_on IS NOT NULL))),
  CHECK (((state = 'withdrawn'::text) = (withdrawn_for IS NOT NULL))),
  CHECK ((amount_fen > 0)),
  CHECK ((approved_by <> proposed_by)),
  CHECK ((approved_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((basis = ANY (ARRAY['least'::text, 'agreed'::text]))),
  CHECK ((due_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((granted_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((paid_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((proposed_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((right_kind = ANY (ARRAY['invention'::text, 'utility_model'::text, 'design'::text]))),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'paid'::text, 'withdrawn'::text])))
)
  CREATE INDEX grant_bonus_newest ON public.grant_bonus USING btree (institution_id, dated_on DESC, id DESC)
  CREATE UNIQUE INDEX grant_bonus_once ON public.grant_bonus USING btree (institution_id, right_id) WHERE (state <> 'withdrawn'::text)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE CONSTRAINT TRIGGER grant_bonus_is_whole AFTER INSERT ON public.grant_bonus DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION grant_bonus_is_whole()
  grant yizhuan_app insert of amount_fen, approved_by, approved_name, approved_on, basis, despite, due_on, event_id, files, granted_on, id, institution_id, paid_on, proposed_by, proposed_name, proposed_on, remark, right_id, right_kind, right_number, right_title, rule, state, withdrawn_for
  grant yizhuan_app select
  grant yizhuan_app update of approved_by, approved_name, approved_on, event_id, paid_on, state, withdrawn_for

-- tenant: shares of bonuses that were paid or came back; never changed
table grant_bonus_payment (
  institution_id uuid not null,
  id uuid not null,
  bonus_id uuid not null,
  place smallint not null,
  turn smallint not null,
  kind text not null,
  on_day text not null,
  amount_fen bigint not null,
  reference text not null,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  UNIQUE (institution_id, bonus_id, place, turn, kind),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, bonus_id, place) REFERENCES grant_bonus_share(institution_id, bonus_id, place),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  CHECK ((amount_fen > 0)),
  CHECK ((kind = ANY (ARRAY['paid'::text, 'returned'::text, 'corrected'::text]))),
  CHECK ((on_day ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((turn >= 1))
)
  CREATE UNIQUE INDEX grant_bonus_payment_ends_once ON public.grant_bonus_payment USING btree (institution_id, bonus_id, place, turn) WHERE (kind <> 'paid'::text)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.grant_bonus_payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER grant_bonus_payment_follows BEFORE INSERT ON public.grant_bonus_payment FOR EACH ROW EXECUTE FUNCTION grant_bonus_payment_follows()
  CREATE TRIGGER grant_bonus_payment_not_ordered BEFORE INSERT ON public.grant_bonus_payment FOR EACH ROW EXECUTE FUNCTION award_is_not_ordered('grant_bonus', 'bonus_id')
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: how a bonus at grant is shared among the inventors
table grant_bonus_share (
  institution_id uuid not null,
  bonus_id uuid not null,
  place smallint not null,
  name text not null,
  amount_fen bigint not null,
  person_id uuid,
  PRIMARY KEY (institution_id, bonus_id, place),
  FOREIGN KEY (institution_id, bonus_id) REFERENCES grant_bonus(institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK ((amount_fen > 0)),
  CHECK ((place >= 1))
)
  CREATE INDEX grant_bonus_share_of ON public.grant_bonus_share USING btree (institution_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX grant_bonus_share_known ON public.grant_bonus_share USING btree (institution_id, bonus_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX grant_bonus_share_named ON public.grant_bonus_share USING btree (institution_id, bonus_id, name) WHERE (person_id IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.grant_bonus_share FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: rewards and bonuses paid without a batch, and the tax withheld from them
table hand_payment (
  institution_id uuid not null,
  id uuid not null,
  source text not null,
  record_id uuid not null,
  case_id uuid,
  seq integer not null,
  line smallint not null,
  title text not null,
  name text not null,
  person_id uuid,
  amount_fen bigint not null,
  paid_on date not null,
  proof text not null,
  back_fen bigint not null default 0,
  withheld_fen bigint,
  postings integer not null default 0,
  UNIQUE (institution_id, source, record_id, seq, line),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((back_fen >= 0) AND (back_fen <= amount_fen))),
  CHECK (((length(name) >= 1) AND (length(name) <= 4000))),
  CHECK (((length(proof) >= 1) AND (length(proof) <= 4000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 1000))),
  CHECK (((source = 'case'::text) = (case_id IS NOT NULL))),
  CHECK (((withheld_fen >= 0) AND (withheld_fen <= amount_fen))),
  CHECK ((amount_fen > 0)),
  CHECK ((line >= 1)),
  CHECK ((postings >= 0)),
  CHECK ((seq >= 1)),
  CHECK ((source = ANY (ARRAY['case'::text, 'grant_bonus'::text, 'staff_award'::text])))
)
  CREATE INDEX hand_payment_by_day ON public.hand_payment USING btree (institution_id, paid_on)
  CREATE INDEX hand_payment_by_person ON public.hand_payment USING btree (institution_id, person_id) WHERE (person_id IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of back_fen, person_id, postings, withheld_fen

-- tenant: what came back of payments without a batch, each time for itself
table hand_payment_return (
  institution_id uuid not null,
  payment_id uuid not null,
  nth integer not null,
  case_id uuid,
  seq integer,
  amount_fen bigint not null,
  on_day date not null,
  proof text not null,
  PRIMARY KEY (institution_id, payment_id, nth),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  FOREIGN KEY (institution_id, payment_id) REFERENCES hand_payment(institution_id, id),
  CHECK (((length(proof) >= 1) AND (length(proof) <= 4000))),
  CHECK (((seq IS NULL) OR (case_id IS NOT NULL))),
  CHECK ((amount_fen > 0)),
  CHECK ((nth >= 1)),
  CHECK ((seq >= 1))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what was said of tax withheld from payments without a batch
table hand_payment_tax (
  institution_id uuid not null,
  payment_id uuid not null,
  case_id uuid,
  posting integer not null,
  from_fen bigint,
  to_fen bigint not null,
  on_day date not null,
  document text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, payment_id, posting),
  FOREIGN KEY (institution_id, payment_id) REFERENCES hand_payment(institution_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK ((from_fen >= 0)),
  CHECK ((posting >= 1)),
  CHECK ((to_fen >= 0))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.hand_payment_tax FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: equity that came from achievements, made of the records of its cases
table holding (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number text not null,
  company text not null,
  uscc text,
  achievement_id uuid,
  achievement text not null,
  stage text not null,
  held_by text not null,
  formed_on ledger_day not null,
  value_fen bigint not null,
  own_cost_fen bigint not null,
  own_share text not null,
  worth_fen bigint,
  dividends_fen bigint not null,
  list_entry text,
  market_on ledger_day,
  left_on ledger_day,
  exit_clock jsonb,
  told jsonb not null,
  seq integer not null,
  dated_on text not null default formed_on,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK ((case_id = id)),
  CHECK ((dividends_fen >= 0)),
  CHECK ((held_by = ANY (ARRAY['institution'::text, 'platform_company'::text, 'both'::text, 'nobody'::text]))),
  CHECK ((own_cost_fen >= 0)),
  CHECK ((own_share ~ '^[0-9]+(/[0-9]+)?$'::text)),
  CHECK ((stage = ANY (ARRAY['before_market'::text, 'on_market'::text, 'left'::text, 'wound_up'::text]))),
  CHECK ((value_fen >= 0)),
  CHECK ((worth_fen >= 0))
)
  CREATE INDEX holding_newest ON public.holding USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of achievement, achievement_id, case_id, company, dividends_fen, exit_clock, formed_on, held_by, id, institution_id, left_on, list_entry, market_on, number, own_cost_fen, own_share, seq, stage, told, uscc, value_fen, worth_fen
  grant yizhuan_app select
  grant yizhuan_app update of achievement, achievement_id, company, dividends_fen, exit_clock, formed_on, held_by, left_on, list_entry, market_on, own_cost_fen, own_share, seq, stage, told, uscc, value_fen, worth_fen

-- tenant: which entries in the chains of records an import has made
table import_amended (
  institution_id uuid not null,
  import_id uuid not null,
  register text not null,
  record_id uuid not null,
  first_seq integer not null,
  last_seq integer not null,
  PRIMARY KEY (institution_id, import_id, record_id),
  FOREIGN KEY (institution_id, import_id) REFERENCES ledger_import(institution_id, id),
  CHECK ((first_seq >= 1)),
  CHECK ((last_seq >= first_seq)),
  CHECK ((register = ANY (ARRAY['achievement'::text, 'right'::text, 'contract'::text, 'receipt'::text, 'unit'::text, 'person'::text, 'post'::text, 'project'::text, 'projectEntry'::text, 'cost'::text, 'carrier'::text, 'credential'::text, 'trusteeship'::text, 'internalRule'::text, 'spin-off'::text, 'interest'::text, 'evaluation'::text, 'stockAnswer'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what people decided about an import; the latest of a place counts
table import_decision (
  institution_id uuid not null,
  import_id uuid not null,
  seq integer not null,
  kind text not null,
  sheet text not null,
  row integer not null,
  column_letter text,
  code text,
  choice text not null,
  value_sealed text,
  by_person uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (institution_id, import_id, seq),
  FOREIGN KEY (institution_id, import_id) REFERENCES ledger_import(institution_id, id),
  CHECK (("row" >= 1)),
  CHECK ((choice = ANY (ARRAY['correct'::text, 'accept'::text, 'exclude'::text, 'undo'::text]))),
  CHECK ((kind = ANY (ARRAY['cell'::text, 'row'::text, 'problem'::text]))),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: which field a column under a heading fills, as somebody said
table import_heading (
  institution_id uuid not null,
  table_name text not null,
  heading text not null,
  field text,
  by_person uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (institution_id, table_name, heading),
  CHECK (((length(field) >= 1) AND (length(field) <= 40))),
  CHECK (((length(heading) >= 1) AND (length(heading) <= 200))),
  CHECK (((length(table_name) >= 1) AND (length(table_name) <= 40)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of at, by_name, by_person, field

-- tenant: from which row of which import a record came or was last changed
table import_origin (
  institution_id uuid not null,
  register text not null,
  key text not null,
  record_id uuid not null,
  fingerprint text not null,
  import_id uuid not null,
  sheet text not null,
  row integer not null,
  PRIMARY KEY (institution_id, register, key),
  FOREIGN KEY (institution_id, import_id) REFERENCES ledger_import(institution_id, id),
  CHECK ((register = ANY (ARRAY['achievement'::text, 'right'::text, 'contract'::text, 'receipt'::text, 'unit'::text, 'person'::text, 'post'::text, 'project'::text, 'projectEntry'::text, 'cost'::text, 'carrier'::text, 'credential'::text, 'trusteeship'::text, 'internalRule'::text, 'spin-off'::text, 'interest'::text, 'evaluation'::text, 'stockAnswer'::text])))
)
  CREATE INDEX import_origin_by_fingerprint ON public.import_origin USING btree (institution_id, register, fingerprint)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of fingerprint, import_id, record_id, row, sheet

-- tenant: what a person must be told about an import, place by place
table import_problem (
  institution_id uuid not null,
  import_id uuid not null,
  n integer not null,
  sheet text not null,
  table_name text not null,
  row integer not null,
  column_letter text not null,
  header text not null,
  field text not null,
  code text not null,
  severity text not null,
  raw text not null,
  other_row integer,
  message jsonb not null,
  answers jsonb not null,
  settled jsonb,
  PRIMARY KEY (institution_id, import_id, n),
  FOREIGN KEY (institution_id, import_id) REFERENCES ledger_import(institution_id, id),
  CHECK (("row" >= 1)),
  CHECK ((n >= 1)),
  CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text])))
)
  CREATE INDEX import_problem_by_code ON public.import_problem USING btree (institution_id, import_id, code, n)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: how far the confirmation of an import is, while it runs
table import_progress (
  institution_id uuid not null,
  import_id uuid not null,
  phase text not null,
  done integer not null,
  total integer not null,
  at timestamp with time zone not null,
  file_name text not null,
  PRIMARY KEY (institution_id, import_id),
  CHECK ((length(file_name) <= 255))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of at, done, phase, total

-- tenant: the rows of an import as read, and what confirming does with each
table import_row (
  institution_id uuid not null,
  import_id uuid not null,
  n integer not null,
  sheet text not null,
  table_name text not null,
  row integer not null,
  key text not null,
  title text,
  state text not null,
  accepted boolean not null,
  reason jsonb,
  changes jsonb not null,
  record jsonb not null,
  record_id uuid,
  errors integer not null,
  warnings integer not null,
  fingerprint text not null,
  open_errors integer not null,
  id_sealed text,
  PRIMARY KEY (institution_id, import_id, n),
  FOREIGN KEY (institution_id, import_id) REFERENCES ledger_import(institution_id, id),
  CHECK (("row" >= 1)),
  CHECK ((n >= 1)),
  CHECK ((state = ANY (ARRAY['new'::text, 'changed'::text, 'present'::text, 'refused'::text, 'excluded'::text, 'duplicate'::text])))
)
  CREATE INDEX import_row_by_state ON public.import_row USING btree (institution_id, import_id, state, n)
  CREATE INDEX import_row_by_table ON public.import_row USING btree (institution_id, import_id, table_name, n)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of changes, id_sealed, reason, record_id, state

-- tenant: what a word of a ledger means in a field, as somebody said
table import_word (
  institution_id uuid not null,
  table_name text not null,
  field text not null,
  word text not null,
  code text not null,
  by_person uuid not null,
  by_name text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (institution_id, table_name, field, word),
  CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  CHECK (((length(field) >= 1) AND (length(field) <= 40))),
  CHECK (((length(table_name) >= 1) AND (length(table_name) <= 40))),
  CHECK (((length(word) >= 1) AND (length(word) <= 200)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of at, by_name, by_person, code

-- tenant: technology income that a registrar verifies; every change is an entry of the chain of its registration
table income_verification (
  institution_id uuid not null,
  id uuid not null,
  registration_id uuid not null,
  seq integer not null,
  state text not null,
  drawn_on date not null,
  amount_fen bigint not null,
  rewards jsonb not null,
  reward_fen bigint not null,
  remark text,
  approval_rule text,
  drawn_by uuid not null,
  drawn_name text not null,
  approved_at timestamp with time zone,
  approved_by uuid,
  approved_name text,
  verified_on date,
  number text,
  files jsonb not null,
  void_reason text,
  UNIQUE (institution_id, registration_id, seq),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, registration_id) REFERENCES registration(institution_id, id),
  CHECK (((approval_rule IS NULL) OR (state = ANY (ARRAY['to_approve'::text, 'void'::text])) OR (approved_by IS NOT NULL))),
  CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  CHECK (((length(approval_rule) >= 1) AND (length(approval_rule) <= 500))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 1000))),
  CHECK (((state <> 'verified'::text) OR (verified_on IS NOT NULL))),
  CHECK (((state = 'void'::text) = (void_reason IS NOT NULL))),
  CHECK ((amount_fen > 0)),
  CHECK ((approved_by IS DISTINCT FROM drawn_by)),
  CHECK ((reward_fen <= amount_fen)),
  CHECK ((reward_fen >= 0)),
  CHECK ((seq >= 1)),
  CHECK ((state = ANY (ARRAY['to_approve'::text, 'drawn'::text, 'verified'::text, 'void'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of amount_fen, approval_rule, drawn_by, drawn_name, drawn_on, files, id, institution_id, registration_id, remark, reward_fen, rewards, seq, state
  grant yizhuan_app select
  grant yizhuan_app update of approved_at, approved_by, approved_name, files, number, state, verified_on, void_reason

-- tenant: which receipt counts how much as technology income
table income_verification_line (
  institution_id uuid not null,
  verification_id uuid not null,
  receipt_id uuid not null,
  fen bigint not null,
  is_void boolean not null default false,
  PRIMARY KEY (institution_id, verification_id, receipt_id),
  FOREIGN KEY (institution_id, receipt_id) REFERENCES receipt(institution_id, id),
  FOREIGN KEY (institution_id, verification_id) REFERENCES income_verification(institution_id, id),
  CHECK ((fen > 0))
)
  CREATE UNIQUE INDEX income_verified_once ON public.income_verification_line USING btree (institution_id, receipt_id) WHERE (NOT is_void)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER verified_within_receipt BEFORE INSERT ON public.income_verification_line FOR EACH ROW EXECUTE FUNCTION verified_within_receipt()
  grant yizhuan_app insert of fen, institution_id, receipt_id, verification_id
  grant yizhuan_app select
  grant yizhuan_app update of is_void

-- reference: the institutions served here, by name
table institution (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
)
  grant yizhuan_app insert of id, name
  grant yizhuan_app select
  grant yizhuan_app update of name

-- tenant: what an institution says of itself; every change is an entry of its register chain
table institution_profile (
  institution_id uuid not null,
  kind text,
  province text,
  university_affiliated boolean,
  university text,
  platform_company text,
  objection_procedure text,
  notice_department text,
  pilot text,
  PRIMARY KEY (institution_id),
  CHECK (((length(notice_department) >= 1) AND (length(notice_department) <= 200))),
  CHECK (((length(objection_procedure) >= 1) AND (length(objection_procedure) <= 4000))),
  CHECK (((length(platform_company) >= 1) AND (length(platform_company) <= 200))),
  CHECK (((length(university) >= 1) AND (length(university) <= 200))),
  CHECK ((kind = ANY (ARRAY['hospital'::text, 'maternal_child'::text, 'cdc'::text, 'institute'::text, 'other'::text]))),
  CHECK ((pilot = ANY (ARRAY['listed'::text, 'voluntary'::text]))),
  CHECK ((province ~ '^CN-[A-Z]{2}$'::text))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of kind, notice_department, objection_procedure, pilot, platform_company, province, university, university_affiliated

-- tenant: what an institution was from which day on, and by what document; annulled where entered in error
table institution_standing (
  institution_id uuid not null,
  id uuid not null,
  aspect text not null,
  value text,
  was text,
  from_day date not null,
  document text,
  file jsonb,
  annulled_on date,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  entered_name text not null,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 300))),
  CHECK (((length(value) >= 1) AND (length(value) <= 200))),
  CHECK (((length(was) >= 1) AND (length(was) <= 200))),
  CHECK ((aspect = ANY (ARRAY['level'::text, 'ownership'::text, 'research'::text, 'affiliation'::text, 'province'::text, 'pilot'::text, 'ipOperation'::text, 'ipProtection'::text, 'resultManagement'::text])))
)
  CREATE UNIQUE INDEX institution_standing_by_day ON public.institution_standing USING btree (institution_id, aspect, from_day) WHERE (annulled_on IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of annulled_on

-- tenant: what a person declared of ties to enterprises, on which day and how long it is good; append-only
table interest_declaration (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  declared_on date not null,
  valid_until date not null,
  has_none boolean not null,
  declared_at timestamp with time zone not null,
  entered_by text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  CHECK (((length(entered_by) >= 1) AND (length(entered_by) <= 200))),
  CHECK ((valid_until > declared_on))
)
  CREATE INDEX interest_declaration_by_person ON public.interest_declaration USING btree (institution_id, person_id, declared_on DESC, declared_at DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.interest_declaration FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.interest_declaration FOR EACH ROW EXECUTE FUNCTION declaration_withdrawn_before('id')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the enterprises of a declaration, one line each; append-only
table interest_item (
  institution_id uuid not null,
  declaration_id uuid not null,
  line integer not null,
  tie text not null,
  through text not null,
  holder_masked text,
  holder_sealed text,
  enterprise text not null,
  enterprise_key text not null,
  uscc text,
  detail text,
  PRIMARY KEY (institution_id, declaration_id, line),
  FOREIGN KEY (institution_id, declaration_id) REFERENCES interest_declaration(institution_id, id),
  CHECK (((length(detail) >= 1) AND (length(detail) <= 300))),
  CHECK (((length(enterprise) >= 1) AND (length(enterprise) <= 200))),
  CHECK ((line >= 1)),
  CHECK ((through ~ '^[a-z_]{1,40}$'::text)),
  CHECK ((tie ~ '^[a-z_]{1,40}$'::text)),
  CHECK ((uscc ~ '^[0-9A-Z]{18}$'::text))
)
  CREATE INDEX interest_item_by_enterprise ON public.interest_item USING btree (institution_id, enterprise_key)
  CREATE INDEX interest_item_by_uscc ON public.interest_item USING btree (institution_id, uscc) WHERE (uscc IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.interest_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.interest_item FOR EACH ROW EXECUTE FUNCTION declaration_withdrawn_before('declaration_id')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the rules an institution made for itself, by topic, with their days and document
table internal_rule (
  institution_id uuid not null,
  id uuid not null,
  topic text not null,
  title text not null,
  number text,
  approved_by text,
  approved_on date,
  in_force_on date not null,
  valid_to date,
  ended_on date,
  review_on date,
  file jsonb,
  remark text,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(approved_by) >= 1) AND (length(approved_by) <= 120))),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((ended_on >= in_force_on)),
  CHECK ((topic ~ '^[a-z_]{1,60}$'::text)),
  CHECK ((valid_to > in_force_on))
)
  CREATE INDEX internal_rule_by_topic ON public.internal_rule USING btree (institution_id, topic, in_force_on)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.internal_rule FOR EACH ROW EXECUTE FUNCTION withdrawn_before('internalRule')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of approved_by, approved_on, ended_on, file, in_force_on, number, remark, review_on, title, topic, valid_to

-- tenant: inventors asked whether they agree with their share, and what they answered
table inventor_confirmation (
  institution_id uuid not null,
  id uuid not null,
  achievement_id uuid not null,
  place integer not null,
  name text not null,
  team_hash text not null,
  token_hash text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  answered_at timestamp with time zone,
  answer text,
  words text,
  staff_no text,
  mail_sealed text,
  mail_to text,
  mail_attempts integer not null default 0,
  mail_trouble text,
  mailed_at timestamp with time zone,
  mail_gave_up_at timestamp with time zone,
  UNIQUE (institution_id, token_hash),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  CHECK (((answer <> 'disputed'::text) OR (words IS NOT NULL))),
  CHECK (((answer IS NULL) = (answered_at IS NULL))),
  CHECK (((length(mail_to) >= 3) AND (length(mail_to) <= 200))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK (((mail_sealed IS NULL) OR (mail_to IS NOT NULL))),
  CHECK (((mailed_at IS NULL) OR (mail_gave_up_at IS NULL))),
  CHECK (((place >= 0) AND (place <= 99))),
  CHECK ((answer = ANY (ARRAY['confirmed'::text, 'disputed'::text]))),
  CHECK ((team_hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
)
  CREATE INDEX inventor_confirmation_by_achievement ON public.inventor_confirmation USING btree (institution_id, achievement_id, place, asked_at)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of answer, answered_at, mail_attempts, mail_gave_up_at, mail_sealed, mail_trouble, mailed_at, revoked_at, words

-- tenant: invoices to counterparties; every change is an entry of the chain of its invoice
table invoice (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  state text not null,
  buyer text not null,
  amount_fen bigint not null,
  vat_rate text not null,
  vat_fen bigint not null,
  number text,
  issued_on ledger_day,
  files jsonb not null,
  void_reason text,
  remark text,
  dated_on text not null default COALESCE((issued_on)::text, '9999-12-31'::text),
  red_of uuid,
  vat_reason text,
  void_ground text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  FOREIGN KEY (institution_id, red_of) REFERENCES invoice(institution_id, id),
  CHECK (
CASE
    WHEN (red_of IS NULL) THEN ((vat_fen >= 0) AND (vat_fen < amount_fen))
    ELSE ((vat_fen <= 0) AND (vat_fen > amount_fen))
END),
  CHECK (
CASE
    WHEN (red_of IS NULL) THEN ((vat_fen >= 0) AND (vat_fen < amount_fen))
    ELSE ((vat_fen <= 0) AND (vat_fen >= amount_fen))
END),
  CHECK (((amount_fen <> 0) AND ((amount_fen < 0) = (red_of IS NOT NULL)))),
  CHECK (((length(buyer) >= 1) AND (length(buyer) <= 200))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  CHECK (((length(vat_rate) >= 1) AND (length(vat_rate) <= 20))),
  CHECK (((length(vat_reason) >= 1) AND (length(vat_reason) <= 500))),
  CHECK (((length(void_reason) >= 1) AND (length(void_reason) <= 500))),
  CHECK (((state = 'void'::text) = (void_reason IS NOT NULL))),
  CHECK (((void_ground IS NULL) OR ((state = 'void'::text) AND (number IS NOT NULL)))),
  CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'void'::text]))),
  CHECK ((void_ground = ANY (ARRAY['entry'::text, 'invoice'::text])))
)
  CREATE INDEX invoice_by_contract ON public.invoice USING btree (institution_id, contract_id)
  CREATE INDEX invoice_newest ON public.invoice USING btree (institution_id, dated_on DESC, id DESC)
  CREATE INDEX invoice_red ON public.invoice USING btree (institution_id, red_of) WHERE (red_of IS NOT NULL)
  CREATE UNIQUE INDEX invoice_number ON public.invoice USING btree (institution_id, number) WHERE ((number IS NOT NULL) AND ((state <> 'void'::text) OR (void_ground = 'invoice'::text)))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.invoice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_invoice()
  CREATE TRIGGER names_files_anew AFTER UPDATE ON public.invoice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_invoice()
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of files, issued_on, number, state, vat_reason, void_ground, void_reason

-- tenant: what an invoice asks for
table invoice_line (
  institution_id uuid not null,
  invoice_id uuid not null,
  receivable_id uuid not null,
  fen bigint not null,
  minor bigint,
  PRIMARY KEY (institution_id, invoice_id, receivable_id),
  FOREIGN KEY (institution_id, invoice_id) REFERENCES invoice(institution_id, id),
  FOREIGN KEY (institution_id, receivable_id) REFERENCES receivable(institution_id, id),
  CHECK (
CASE
    WHEN (fen > 0) THEN (minor > 0)
    ELSE (minor <= 0)
END),
  CHECK ((fen <> 0))
)
  CREATE INDEX invoice_line_by_receivable ON public.invoice_line USING btree (institution_id, receivable_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.invoice_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: rights; every change is an entry of the chain of its right
table ip_right (
  institution_id uuid not null,
  id uuid not null,
  kind text not null,
  number text,
  title text not null,
  status text,
  publication_no text,
  version text,
  dosage_form text,
  completed_on ledger_day,
  first_published_on ledger_day,
  filed_on ledger_day,
  granted_on ledger_day,
  valid_to ledger_day,
  inventors text[] not null default '{}'::text[],
  co_owners text[] not null default '{}'::text[],
  departments text[] not null default '{}'::text[],
  agency text,
  fee_due_on ledger_day,
  fee_paid_year integer,
  achievement_id uuid,
  remark text,
  dated_on text not null default COALESCE((filed_on)::text, (granted_on)::text, (completed_on)::text, ''::text),
  ledger_achievement text,
  country text,
  woody boolean,
  certificate_no text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  CHECK (((certificate_no IS NULL) OR (kind = 'software'::text))),
  CHECK (((country IS NULL) OR (kind <> ALL (ARRAY['pct'::text, 'preparation'::text, 'know_how'::text])))),
  CHECK (((country ~ '^[A-Z]{2}$'::text) AND (country <> 'CN'::text))),
  CHECK (((fee_paid_year >= 1) AND (fee_paid_year <= 30))),
  CHECK (((length(agency) >= 1) AND (length(agency) <= 200))),
  CHECK (((length(certificate_no) >= 1) AND (length(certificate_no) <= 60))),
  CHECK (((length(dosage_form) >= 1) AND (length(dosage_form) <= 60))),
  CHECK (((length(ledger_achievement) >= 1) AND (length(ledger_achievement) <= 60))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(publication_no) >= 1) AND (length(publication_no) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK (((length(version) >= 1) AND (length(version) <= 60))),
  CHECK (((woody IS NULL) OR (kind = 'variety'::text))),
  CHECK ((kind = ANY (ARRAY['patent'::text, 'invention'::text, 'utility_model'::text, 'design'::text, 'pct'::text, 'software'::text, 'layout'::text, 'variety'::text, 'preparation'::text, 'trademark'::text, 'know_how'::text]))),
  CHECK ((status = ANY (ARRAY['granted'::text, 'pending'::text, 'pending_accepted'::text, 'pending_published'::text, 'pending_examination'::text, 'rejected'::text, 'withdrawn'::text, 'deemed_withdrawn'::text, 'lapsed'::text, 'lapsed_unpaid'::text, 'lapsed_waived'::text, 'lapsed_expired'::text, 'invalidated'::text, 'transferred'::text, 'registered'::text, 'valid'::text, 'expired'::text, 'cancelled'::text])))
)
  CREATE INDEX ip_right_abroad ON public.ip_right USING btree (institution_id, country, dated_on DESC, id DESC) WHERE (country IS NOT NULL)
  CREATE INDEX ip_right_by_achievement ON public.ip_right USING btree (institution_id, achievement_id)
  CREATE INDEX ip_right_by_fee ON public.ip_right USING btree (institution_id, fee_due_on, id) WHERE (fee_due_on IS NOT NULL)
  CREATE INDEX ip_right_by_kind ON public.ip_right USING btree (institution_id, kind, dated_on DESC, id DESC)
  CREATE INDEX ip_right_by_status ON public.ip_right USING btree (institution_id, status, dated_on DESC, id DESC)
  CREATE INDEX ip_right_newest ON public.ip_right USING btree (institution_id, dated_on DESC, id DESC)
  CREATE INDEX ip_right_to_link ON public.ip_right USING btree (institution_id, ledger_achievement) WHERE ((achievement_id IS NULL) AND (ledger_achievement IS NOT NULL))
  CREATE UNIQUE INDEX ip_right_number ON public.ip_right USING btree (institution_id, number, COALESCE(country, ''::text))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER mark_achievements AFTER INSERT ON public.ip_right REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_achievements()
  CREATE TRIGGER mark_achievements_changed AFTER UPDATE ON public.ip_right REFERENCING OLD TABLE AS former NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_rights_changed()
  CREATE TRIGGER mark_achievements_gone AFTER DELETE ON public.ip_right REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_achievements()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.ip_right FOR EACH ROW EXECUTE FUNCTION withdrawn_before('right')
  grant yizhuan_app delete
  grant yizhuan_app insert of achievement_id, agency, certificate_no, co_owners, completed_on, country, departments, dosage_form, fee_due_on, fee_paid_year, filed_on, first_published_on, granted_on, id, institution_id, inventors, kind, ledger_achievement, number, publication_no, remark, status, title, valid_to, version, woody
  grant yizhuan_app select
  grant yizhuan_app update of achievement_id, agency, certificate_no, co_owners, completed_on, country, departments, dosage_form, fee_due_on, fee_paid_year, filed_on, first_published_on, granted_on, inventors, kind, ledger_achievement, number, publication_no, remark, status, title, valid_to, version, woody

-- central: work for a moment to come, one row each; a row is gone once it is done
table job (
  number bigint generated always as identity not null,
  institution_id uuid not null,
  task text not null,
  payload jsonb not null,
  queue text,
  key text,
  run_at timestamp with time zone not null,
  revision integer not null default 0,
  attempts integer not null default 0,
  trouble text,
  UNIQUE (institution_id, key),
  PRIMARY KEY (number),
  CHECK (((length(task) >= 1) AND (length(task) <= 100)))
)
  CREATE INDEX job_by_moment ON public.job USING btree (run_at, number)
  CREATE INDEX job_in_queue ON public.job USING btree (institution_id, queue, number) WHERE (queue IS NOT NULL)
  grant yizhuan_app delete
  grant yizhuan_app insert of institution_id, key, payload, queue, run_at, task
  grant yizhuan_app select
  grant yizhuan_app update of attempts, payload, revision, run_at, task, trouble

-- tenant: events of money in the books; each balances, none is ever changed
table journal_entry (
  institution_id uuid not null,
  id uuid not null,
  dated_on text not null,
  kind text not null,
  source text not null,
  source_id uuid not null,
  source_seq integer not null,
  record_id uuid not null,
  case_id uuid,
  achievement_id uuid,
  subject text not null,
  reference text,
  reverses uuid,
  chart date not null,
  lines smallint not null,
  posted_at timestamp with time zone not null,
  acted_on text,
  UNIQUE (institution_id, id, lines),
  UNIQUE (institution_id, source, source_id, source_seq, kind),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, reverses) REFERENCES journal_entry(institution_id, id),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 80))),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 500))),
  CHECK ((acted_on < dated_on)),
  CHECK ((dated_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'::text)),
  CHECK ((length(subject) <= 300)),
  CHECK ((lines >= 2)),
  CHECK ((source = ANY (ARRAY['case'::text, 'receipt'::text, 'asset'::text, 'asset_booking'::text, 'fee_batch'::text, 'payout'::text, 'grant_bonus'::text, 'fund'::text, 'receivable'::text, 'closing'::text, 'tax_remittance'::text, 'receipt_hold'::text, 'fee_share'::text, 'right_fee'::text, 'staff_award'::text, 'vat_settlement'::text]))),
  CHECK ((source_seq >= 0))
)
  CREATE INDEX journal_entry_by_case ON public.journal_entry USING btree (institution_id, case_id) WHERE (case_id IS NOT NULL)
  CREATE INDEX journal_entry_newest ON public.journal_entry USING btree (institution_id, dated_on DESC, id DESC)
  CREATE UNIQUE INDEX journal_entry_reversed_once ON public.journal_entry USING btree (institution_id, reverses) WHERE (reverses IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE CONSTRAINT TRIGGER journal_entry_balances AFTER INSERT ON public.journal_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_balances()
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER journal_month_is_open BEFORE INSERT ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION journal_month_is_open()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the debits and credits of the entries of the journal
table journal_line (
  institution_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  lines smallint not null,
  book text not null,
  side text not null,
  account text not null,
  amount_fen bigint not null,
  person text,
  PRIMARY KEY (institution_id, entry_id, line),
  FOREIGN KEY (institution_id, entry_id, lines) REFERENCES journal_entry(institution_id, id, lines),
  CHECK (((length(account) >= 1) AND (length(account) <= 40))),
  CHECK (((length(person) >= 1) AND (length(person) <= 200))),
  CHECK (((line >= 1) AND (line <= lines))),
  CHECK ((amount_fen <> 0)),
  CHECK ((book = ANY (ARRAY['financial'::text, 'budget'::text]))),
  CHECK ((side = ANY (ARRAY['debit'::text, 'credit'::text])))
)
  CREATE INDEX journal_line_by_account ON public.journal_line USING btree (institution_id, account, entry_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: through which month the books of an institution are closed
table journal_period (
  institution_id uuid not null,
  closed_through text,
  PRIMARY KEY (institution_id),
  CHECK ((closed_through ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of closed_through

-- tenant: after how many working days lateness is passed on: a house setting, not law
table late_rule (
  institution_id uuid not null,
  reviewer_after integer not null,
  leaders_after integer not null,
  PRIMARY KEY (institution_id),
  CHECK (((leaders_after >= 0) AND (leaders_after <= 120))),
  CHECK (((reviewer_after >= 0) AND (reviewer_after <= 60)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of leaders_after, reviewer_after

-- central: the institution whose policy officers keep the law packs
table law_keeper (
  one boolean not null default true,
  institution_id uuid not null,
  PRIMARY KEY (one),
  FOREIGN KEY (institution_id) REFERENCES institution(id),
  CHECK (one)
)
  grant yizhuan_app insert of institution_id
  grant yizhuan_app select

-- tenant: workbooks uploaded for import: drafts and what became of them
table ledger_import (
  institution_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  file_size integer not null,
  state text not null,
  version integer not null,
  as_of date not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamp with time zone not null,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  content_sealed text,
  mapping jsonb not null,
  counts jsonb not null,
  undone_by uuid,
  undone_by_name text,
  undone_at timestamp with time zone,
  undone_reason text,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  CHECK (((length(undone_reason) >= 1) AND (length(undone_reason) <= 500))),
  CHECK (((state = 'undone'::text) = (undone_at IS NOT NULL))),
  CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((file_size > 0)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'confirmed'::text, 'discarded'::text, 'undone'::text]))),
  CHECK ((version >= 1))
)
  CREATE INDEX ledger_import_by_file ON public.ledger_import USING btree (institution_id, file_sha256)
  CREATE INDEX ledger_import_newest ON public.ledger_import USING btree (institution_id, uploaded_at DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of content_sealed, counts, mapping, settled_at, settled_by, settled_by_name, state, undone_at, undone_by, undone_by_name, undone_reason, version

-- tenant: mail that was brought in, and the record it was filed with; each also in a chain of its own
table letter (
  institution_id uuid not null,
  id uuid not null,
  message_id text not null,
  sha256 text not null,
  name text not null,
  size integer not null,
  from_words text not null,
  to_words text not null,
  sent_at timestamp with time zone,
  subject text not null,
  body text not null,
  files jsonb not null,
  brought_at timestamp with time zone not null,
  brought_by uuid not null,
  brought_name text not null,
  state text not null,
  record_kind text,
  record_id uuid,
  comment_id uuid,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_name text,
  reason text,
  UNIQUE (institution_id, message_id),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id) REFERENCES institution(id),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256),
  CHECK ((((state = 'filed'::text) = (record_id IS NOT NULL)) AND ((record_id IS NULL) = (record_kind IS NULL)) AND ((record_id IS NULL) = (comment_id IS NULL)))),
  CHECK ((((state = 'waiting'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_name IS NULL)))),
  CHECK (((length(message_id) >= 1) AND (length(message_id) <= 300))),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK (((reason IS NOT NULL) OR (state <> 'aside'::text))),
  CHECK ((length(body) <= 50000)),
  CHECK ((length(from_words) <= 300)),
  CHECK ((length(subject) <= 300)),
  CHECK ((length(to_words) <= 1000)),
  CHECK ((record_kind = ANY (ARRAY['right'::text, 'achievement'::text, 'case'::text, 'contract'::text]))),
  CHECK ((size > 0)),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'filed'::text, 'drafted'::text, 'aside'::text])))
)
  CREATE INDEX letter_by_file ON public.letter USING btree (institution_id, sha256)
  CREATE INDEX letter_by_record ON public.letter USING btree (institution_id, record_id)
  CREATE INDEX letter_files ON public.letter USING gin (files jsonb_path_ops)
  row security, forced
  policy closed_to_others restricting for all using (((record_id IS NULL) OR (NOT (record_id = ANY (( SELECT documents_hidden() AS documents_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of comment_id, reason, record_id, record_kind, settled_at, settled_by, settled_name, state

-- tenant: what was ordered under an id of the client, and what was answered
table made_once (
  institution_id uuid not null,
  id uuid not null,
  what text not null,
  digest text not null,
  answer jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(what) >= 1) AND (length(what) <= 60))),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.made_once FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: mails to people: what waits, what left, and what went wrong
table mail (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  topic text not null,
  day date not null,
  content jsonb,
  made_at timestamp with time zone not null,
  attempts integer not null default 0,
  trouble text,
  sent_at timestamp with time zone,
  gave_up_at timestamp with time zone,
  UNIQUE (institution_id, person_id, kind, topic),
  PRIMARY KEY (institution_id, id),
  CHECK ((kind = ANY (ARRAY['digest'::text, 'at-once'::text, 'test'::text])))
)
  CREATE INDEX mail_newest ON public.mail USING btree (institution_id, person_id, made_at DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of attempts, content, gave_up_at, sent_at, trouble

-- central: which migrations ran
table migration (
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone not null default now(),
  PRIMARY KEY (name)
)

-- tenant: milestones of contracts that were reached, with their evidence; each also in the chain of its contract
table milestone_reached (
  institution_id uuid not null,
  contract_id uuid not null,
  term text not null,
  reached_on date not null,
  words text not null,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  nth integer not null default 1,
  PRIMARY KEY (institution_id, contract_id, term, nth),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK (((length(term) >= 1) AND (length(term) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK ((nth >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.milestone_reached FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: milestones that were marked as reached by mistake, and why they were taken back; each also in the chain of its contract
table milestone_taken_back (
  institution_id uuid not null,
  contract_id uuid not null,
  term text not null,
  nth integer not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, contract_id, term, nth),
  FOREIGN KEY (institution_id, contract_id, term, nth) REFERENCES milestone_reached(institution_id, contract_id, term, nth),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.milestone_taken_back FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what is new for a person in a case, one line per person and matter
table notification (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  kind text not null,
  topic text not null,
  about jsonb not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  UNIQUE NULLS NOT DISTINCT (institution_id, person_id, case_id, kind, topic),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK ((kind ~ '^[a-z-]{1,40}$'::text))
)
  CREATE INDEX notification_by_case ON public.notification USING btree (institution_id, case_id)
  CREATE INDEX notification_newest ON public.notification USING btree (institution_id, person_id, made_at DESC, id DESC)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert of about, case_id, id, institution_id, kind, made_at, person_id, topic
  grant yizhuan_app select
  grant yizhuan_app update of read_at

-- tenant: who objected to a notice; personal data is sealed
table objection (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  notice_id uuid not null,
  filed_on date not null,
  name_sealed text not null,
  contact_sealed text not null,
  id_number_sealed text,
  id_number_masked text,
  text_sealed text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id)
)
  CREATE INDEX objection_by_case ON public.objection USING btree (institution_id, case_id)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what contracts oblige somebody to do beside paying; each step also in the chain of the obligation
table obligation (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  kind text not null,
  obligor text not null,
  title text not null,
  clause text,
  due_on date not null,
  first_due_on date not null,
  consequence text not null,
  consequence_text text,
  outcome text,
  outcome_on date,
  outcome_text text,
  files jsonb not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK ((((outcome IS NULL) = (outcome_on IS NULL)) AND ((outcome IS NULL) = (outcome_text IS NULL)))),
  CHECK (((consequence <> 'other'::text) OR (consequence_text IS NOT NULL))),
  CHECK (((length(clause) >= 1) AND (length(clause) <= 60))),
  CHECK (((length(consequence_text) >= 1) AND (length(consequence_text) <= 500))),
  CHECK (((length(outcome_text) >= 1) AND (length(outcome_text) <= 1000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((outcome IS DISTINCT FROM 'missed'::text) OR (outcome_on > due_on))),
  CHECK ((consequence = ANY (ARRAY['none'::text, 'exclusivityEnds'::text, 'mayTerminate'::text, 'damages'::text, 'other'::text]))),
  CHECK ((due_on >= first_due_on)),
  CHECK ((jsonb_typeof(files) = 'array'::text)),
  CHECK ((kind = ANY (ARRAY['development'::text, 'trial'::text, 'approval'::text, 'production'::text, 'sales'::text, 'investment'::text, 'report'::text, 'delivery'::text, 'upkeep'::text, 'other'::text]))),
  CHECK ((obligor = ANY (ARRAY['counterparty'::text, 'institution'::text]))),
  CHECK ((outcome = ANY (ARRAY['met'::text, 'missed'::text, 'waived'::text, 'annulled'::text])))
)
  CREATE INDEX obligation_by_contract ON public.obligation USING btree (institution_id, contract_id, due_on)
  CREATE INDEX obligation_open ON public.obligation USING btree (institution_id, due_on) WHERE (outcome IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of clause, consequence, consequence_text, due_on, files, first_due_on, kind, obligor, outcome, outcome_on, outcome_text, title

-- tenant: departments, and the legal-person units that belong to the institution
table org_unit (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  closed_on date,
  parent_id uuid,
  code text,
  UNIQUE (institution_id, code),
  UNIQUE (institution_id, name),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, parent_id) REFERENCES org_unit(institution_id, id),
  CHECK (((length(code) >= 1) AND (length(code) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((kind = ANY (ARRAY['department'::text, 'legal_person'::text]))),
  CHECK ((parent_id <> id))
)
  CREATE INDEX org_unit_by_parent ON public.org_unit USING btree (institution_id, parent_id) WHERE (parent_id IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.org_unit FOR EACH ROW EXECUTE FUNCTION withdrawn_before('unit')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of closed_on, code, kind, name, parent_id

-- central: facts that other modules and systems are still to be told
table outbox (
  id uuid not null,
  institution_id uuid not null,
  fact text not null,
  body jsonb not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  taken_at timestamp with time zone,
  PRIMARY KEY (id)
)
  CREATE INDEX outbox_waiting ON public.outbox USING btree (created_at, id) WHERE (taken_at IS NULL)
  grant yizhuan_app insert of body, fact, id, institution_id
  grant yizhuan_app select
  grant yizhuan_app update of taken_at

-- tenant: what a person says of a patent of others that may name them; also in its chain
table outside_answer (
  institution_id uuid not null,
  id uuid not null,
  patent_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  answer text not null,
  words text,
  answered_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, patent_id) REFERENCES outside_patent(institution_id, id),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK ((answer = ANY (ARRAY['service'::text, 'private'::text, 'not_me'::text])))
)
  CREATE INDEX outside_answer_by_patent ON public.outside_answer USING btree (institution_id, patent_id, answered_at DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outside_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: claims on patents of others, each a dispute over title; also in the chain of the patent
table outside_claim (
  institution_id uuid not null,
  id uuid not null,
  patent_id uuid not null,
  achievement_id uuid not null,
  about text not null,
  from_day ledger_day not null,
  files jsonb not null,
  begun_at timestamp with time zone not null,
  begun_by uuid not null,
  begun_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  FOREIGN KEY (institution_id, patent_id) REFERENCES outside_patent(institution_id, id),
  CHECK (((length(about) >= 1) AND (length(about) <= 1000))),
  CHECK ((jsonb_typeof(files) = 'array'::text))
)
  CREATE INDEX outside_claim_by_patent ON public.outside_claim USING btree (institution_id, patent_id, begun_at DESC)
  CREATE INDEX outside_claim_files ON public.outside_claim USING gin (files jsonb_path_ops)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outside_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: how a claim on a patent of others ended; also in the chain of the patent
table outside_claim_end (
  institution_id uuid not null,
  claim_id uuid not null,
  outcome text not null,
  on_day ledger_day not null,
  basis text not null,
  right_id uuid,
  files jsonb not null,
  ended_at timestamp with time zone not null,
  ended_by uuid not null,
  ended_name text not null,
  PRIMARY KEY (institution_id, claim_id),
  FOREIGN KEY (institution_id, claim_id) REFERENCES outside_claim(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((length(basis) >= 1) AND (length(basis) <= 1000))),
  CHECK (((right_id IS NULL) OR (outcome = ANY (ARRAY['ours'::text, 'shared'::text])))),
  CHECK ((jsonb_typeof(files) = 'array'::text)),
  CHECK ((outcome = ANY (ARRAY['ours'::text, 'shared'::text, 'not_ours'::text, 'settled'::text])))
)
  CREATE INDEX outside_claim_end_files ON public.outside_claim_end USING gin (files jsonb_path_ops)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outside_claim_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what was decided of a patent of others, the newest stands; also in its chain
table outside_decision (
  institution_id uuid not null,
  id uuid not null,
  patent_id uuid not null,
  decision text not null,
  reason text not null,
  task text,
  due_on ledger_day,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  decided_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, patent_id) REFERENCES outside_patent(institution_id, id),
  CHECK (((decision = 'to_be_claimed'::text) = (task IS NOT NULL))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK (((length(task) >= 1) AND (length(task) <= 500))),
  CHECK (((task IS NULL) = (due_on IS NULL))),
  CHECK ((decision = ANY (ARRAY['ours_by_agreement'::text, 'private_right'::text, 'namesake'::text, 'to_be_claimed'::text])))
)
  CREATE INDEX outside_decision_by_patent ON public.outside_decision USING btree (institution_id, patent_id, decided_at DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.outside_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: patents of others that name staff; every change is an entry of the chain of its record
table outside_patent (
  institution_id uuid not null,
  id uuid not null,
  key text not null,
  number text,
  title text not null,
  kind text,
  filed_on ledger_day,
  granted_on ledger_day,
  applicants text[] not null,
  applicant_keys text[] not null,
  inventors text[] not null,
  matches jsonb not null,
  source text not null,
  read_on ledger_day not null,
  dated_on text not null default COALESCE((filed_on)::text, ''::text),
  UNIQUE (institution_id, key),
  PRIMARY KEY (institution_id, id),
  CHECK (((length(key) >= 1) AND (length(key) <= 400))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(source) >= 1) AND (length(source) <= 300))),
  CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  CHECK ((jsonb_array_length(matches) >= 1))
)
  CREATE INDEX outside_patent_by_match ON public.outside_patent USING gin (matches jsonb_path_ops)
  CREATE INDEX outside_patent_newest ON public.outside_patent USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of applicant_keys, applicants, filed_on, granted_on, id, institution_id, inventors, key, kind, matches, number, read_on, source, title
  grant yizhuan_app select
  grant yizhuan_app update of applicant_keys, applicants, filed_on, granted_on, inventors, kind, matches, number, read_on, source, title

-- tenant: what an institution was or is called besides its name; each change is in a chain
table own_name (
  institution_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  added_at timestamp with time zone not null,
  added_name text not null,
  removed_at timestamp with time zone,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((kind = ANY (ARRAY['former'::text, 'alias'::text])))
)
  CREATE UNIQUE INDEX own_name_once ON public.own_name USING btree (institution_id, name) WHERE (removed_at IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of removed_at

-- tenant: own rules and chosen readings as proposed
table own_rule (
  institution_id uuid not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  choice text,
  from_day date not null,
  to_day date,
  basis text not null,
  basis_file jsonb,
  proposed_on date not null,
  proposed_at timestamp with time zone not null,
  proposed_by uuid not null,
  proposed_name text not null,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(basis) >= 1) AND (length(basis) <= 500))),
  CHECK (((length(choice) >= 1) AND (length(choice) <= 120))),
  CHECK (((length(subject) >= 1) AND (length(subject) <= 120))),
  CHECK ((kind = ANY (ARRAY['parameter'::text, 'reading'::text]))),
  CHECK ((to_day > from_day))
)
  CREATE INDEX own_rule_by_subject ON public.own_rule USING btree (institution_id, kind, subject, from_day)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.own_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what a second person decided on a proposal, once
table own_rule_decision (
  institution_id uuid not null,
  rule_id uuid not null,
  outcome text not null,
  reason text,
  decided_on date not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  decided_name text not null,
  PRIMARY KEY (institution_id, rule_id),
  FOREIGN KEY (institution_id, rule_id) REFERENCES own_rule(institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  CHECK ((outcome = ANY (ARRAY['approved'::text, 'rejected'::text, 'withdrawn'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.own_rule_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: amendments of law packs being drafted; each step is an entry of the pack's chain
table pack_amendment (
  institution_id uuid not null,
  id uuid not null,
  pack text not null,
  origin text not null,
  state text not null,
  seq integer not null default 1,
  edits jsonb not null,
  authors jsonb not null,
  change text,
  note text,
  base integer,
  returned jsonb,
  begun_on date not null,
  begun_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  CHECK (((length(pack) >= 1) AND (length(pack) <= 60))),
  CHECK ((change = ANY (ARRAY['law-changed'::text, 'encoding-corrected'::text]))),
  CHECK ((origin = ANY (ARRAY['newest'::text, 'release'::text]))),
  CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'published'::text, 'withdrawn'::text])))
)
  CREATE UNIQUE INDEX pack_amendment_one_at_a_time ON public.pack_amendment USING btree (institution_id, pack) WHERE (state = ANY (ARRAY['open'::text, 'submitted'::text]))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of authors, base, change, changed_at, edits, note, returned, seq, state

-- central: every revision of a law pack, read by all, written once
table pack_revision (
  pack text not null,
  revision integer not null,
  hash text not null,
  origin text not null,
  content json not null,
  documents json,
  base integer,
  release_hash text,
  change text,
  note text,
  edits jsonb,
  changes jsonb,
  amendment_id uuid,
  authors jsonb,
  reviewed_by uuid,
  reviewed_name text,
  recorded_on date not null,
  recorded_at timestamp with time zone not null,
  PRIMARY KEY (pack, revision),
  CHECK (((length(note) >= 1) AND (length(note) <= 2000))),
  CHECK (((length(pack) >= 1) AND (length(pack) <= 60))),
  CHECK (((origin = 'shipped'::text) = (amendment_id IS NULL))),
  CHECK (((origin = 'shipped'::text) OR ((documents IS NOT NULL) AND (change IS NOT NULL) AND (note IS NOT NULL) AND (edits IS NOT NULL) AND (changes IS NOT NULL) AND (authors IS NOT NULL) AND (reviewed_by IS NOT NULL) AND (reviewed_name IS NOT NULL) AND (base IS NOT NULL)))),
  CHECK ((change = ANY (ARRAY['law-changed'::text, 'encoding-corrected'::text]))),
  CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((origin = ANY (ARRAY['shipped'::text, 'published'::text]))),
  CHECK ((release_hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((revision > 0))
)
  row security, forced
  policy published_by_another for insert using () check (((origin = 'published'::text) AND keeps_law() AND ('policy_officer'::text = ANY (string_to_array(current_setting('app.roles'::text, true), ','::text))) AND (reviewed_by = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (NOT (authors @> jsonb_build_array(jsonb_build_object('person', reviewed_by))))))
  policy read_by_all for select using (true) check (as using)
  policy recorded_at_start for insert using () check (((origin = 'shipped'::text) AND (current_setting('app.roles'::text, true) = 'system'::text)))
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.pack_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: a paper made of a case: after which act, under which law, by whom
table paper_made (
  institution_id uuid not null,
  case_id uuid not null,
  id uuid not null,
  paper text not null,
  format text not null,
  sha256 text not null,
  name text not null,
  size integer not null,
  seq integer not null,
  entry_hash text not null,
  law text not null,
  template_version integer,
  missing integer not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  by_name text not null,
  UNIQUE (institution_id, case_id, paper, sha256),
  PRIMARY KEY (institution_id, case_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK (((length(paper) >= 1) AND (length(paper) <= 60))),
  CHECK ((entry_hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((format = ANY (ARRAY['docx'::text, 'pdf'::text]))),
  CHECK ((missing >= 0)),
  CHECK ((seq > 0)),
  CHECK ((size > 0))
)
  CREATE INDEX paper_made_by_file ON public.paper_made USING btree (institution_id, sha256)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper_made FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the template of a paper from a version on; without a file the standard one was put back
table paper_template (
  institution_id uuid not null,
  paper text not null,
  version integer not null,
  sha256 text,
  name text,
  at timestamp with time zone not null,
  by_person uuid not null,
  by_name text not null,
  PRIMARY KEY (institution_id, paper, version),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK (((length(paper) >= 1) AND (length(paper) <= 60))),
  CHECK (((sha256 IS NULL) = (name IS NULL))),
  CHECK ((version > 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.paper_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what persons have too much, or are owed, by the payouts of a case
table payee_balance (
  institution_id uuid not null,
  case_id uuid not null,
  name text not null,
  award text not null,
  balance_fen bigint not null,
  PRIMARY KEY (institution_id, case_id, name, award),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 4000))),
  CHECK ((award = ANY (ARRAY['cash'::text, 'equity'::text]))),
  CHECK ((balance_fen <> 0))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: payments of the lines of plans, attempt by attempt
table payment_order (
  institution_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  plan_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  person_id uuid,
  name text not null,
  way text not null,
  amount_fen bigint not null,
  state text not null,
  file_number integer,
  sent_on date,
  bank_name text,
  account_masked text,
  account_sealed text,
  told text,
  told_on date,
  told_reason text,
  told_proof uuid,
  paid_on date,
  paid_proof uuid,
  paid_posting integer,
  returned_on date,
  returned_reason text,
  returned_proof uuid,
  returned_posting integer,
  withheld_fen bigint,
  filed_withheld_fen bigint,
  told_fen bigint,
  taxed_late boolean not null default false,
  withheld_by uuid,
  project_number text,
  project_account text,
  way_by uuid,
  is_live boolean not null default (state = ANY (ARRAY['ordered'::text, 'sent'::text, 'paid'::text])),
  UNIQUE (institution_id, batch_id, number),
  PRIMARY KEY (institution_id, case_id, plan_seq, line, attempt),
  FOREIGN KEY (institution_id, batch_id) REFERENCES payout_batch(institution_id, id),
  FOREIGN KEY (institution_id, plan_id) REFERENCES payout_plan(institution_id, id),
  CHECK ((((project_number IS NULL) = (project_account IS NULL)) AND ((project_number IS NULL) OR (way = 'project'::text)))),
  CHECK (((NOT taxed_late) OR (withheld_fen IS NOT NULL))),
  CHECK (((filed_withheld_fen >= 0) AND (filed_withheld_fen <= amount_fen))),
  CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  CHECK (((length(project_account) >= 1) AND (length(project_account) <= 200))),
  CHECK (((length(project_number) >= 1) AND (length(project_number) <= 60))),
  CHECK (((length(told_reason) >= 1) AND (length(told_reason) <= 500))),
  CHECK (((state <> 'paid'::text) OR (paid_on IS NOT NULL))),
  CHECK (((state = 'returned'::text) = (returned_on IS NOT NULL))),
  CHECK (((way <> 'equity'::text) OR (withheld_fen IS NULL))),
  CHECK (((withheld_fen >= 0) AND (withheld_fen <= amount_fen))),
  CHECK ((amount_fen > 0)),
  CHECK ((attempt >= 1)),
  CHECK ((line >= 1)),
  CHECK ((number >= 1)),
  CHECK ((state = ANY (ARRAY['ordered'::text, 'sent'::text, 'paid'::text, 'returned'::text, 'dropped'::text]))),
  CHECK ((told = ANY (ARRAY['paid'::text, 'returned'::text]))),
  CHECK ((told_fen >= 0)),
  CHECK ((way = ANY (ARRAY['bank'::text, 'payroll'::text, 'project'::text, 'equity'::text])))
)
  CREATE INDEX payment_order_by_day ON public.payment_order USING btree (institution_id, paid_on) INCLUDE (case_id, withheld_fen, is_live) WHERE ((paid_posting IS NOT NULL) AND (way <> 'equity'::text))
  CREATE INDEX payment_order_by_person ON public.payment_order USING btree (institution_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE INDEX payment_order_by_plan ON public.payment_order USING btree (institution_id, plan_id)
  CREATE INDEX payment_order_came_back ON public.payment_order USING btree (institution_id, paid_on) WHERE (returned_posting IS NOT NULL)
  CREATE INDEX payment_order_returned ON public.payment_order USING btree (institution_id, case_id) WHERE (returned_on IS NOT NULL)
  CREATE UNIQUE INDEX payment_order_once ON public.payment_order USING btree (institution_id, case_id, plan_seq, line) WHERE is_live
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER payment_order_turns BEFORE UPDATE OF state ON public.payment_order FOR EACH ROW EXECUTE FUNCTION payment_order_turns()
  CREATE TRIGGER payment_order_withheld BEFORE UPDATE OF withheld_fen ON public.payment_order FOR EACH ROW WHEN ((old.withheld_fen IS DISTINCT FROM new.withheld_fen)) EXECUTE FUNCTION payment_order_withheld()
  grant yizhuan_app insert of withheld_by, withheld_fen
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of account_masked, account_sealed, bank_name, file_number, filed_withheld_fen, paid_on, paid_posting, paid_proof, project_account, project_number, returned_on, returned_posting, returned_proof, returned_reason, sent_on, state, taxed_late, told, told_fen, told_on, told_proof, told_reason, way, way_by, withheld_by, withheld_fen

-- tenant: what was agreed of the payments of a contract, version by version; each also in the chain of its contract
table payment_terms (
  institution_id uuid not null,
  contract_id uuid not null,
  version integer not null,
  kind text not null,
  effective_on date not null,
  currency text not null,
  plan_rate text,
  terms jsonb not null,
  changes jsonb not null,
  reason text,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  owes_last_day boolean not null default false,
  PRIMARY KEY (institution_id, contract_id, version),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK (((NOT owes_last_day) OR (kind = 'ended'::text))),
  CHECK (((length(plan_rate) >= 1) AND (length(plan_rate) <= 60))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((kind = ANY (ARRAY['agreed'::text, 'amended'::text, 'ended'::text, 'resumed'::text]))),
  CHECK ((version >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_terms FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER names_files AFTER INSERT ON public.payment_terms REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_payment_terms()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: each payout of a distribution, one line per act
table payout (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  paid_on date not null,
  amount_fen bigint not null,
  PRIMARY KEY (institution_id, case_id, seq),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id)
)
  CREATE INDEX payout_by_day ON public.payout USING btree (institution_id, paid_on)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: batches of payments; every change is an entry of the chain of its batch
table payout_batch (
  institution_id uuid not null,
  id uuid not null,
  title text not null,
  way text not null,
  pay_on date not null,
  state text not null,
  chosen integer not null,
  gathered integer not null default 0,
  orders integer not null default 0,
  treatment jsonb not null,
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  decided_by uuid,
  decided_name text,
  decided_on date,
  remark text,
  dated_on text not null default made_on,
  PRIMARY KEY (institution_id, id),
  CHECK (((gathered >= 0) AND (gathered <= chosen))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 500))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((chosen >= 1)),
  CHECK ((decided_by <> made_by)),
  CHECK ((orders >= 0)),
  CHECK ((state = ANY (ARRAY['gathering'::text, 'made'::text, 'approved'::text, 'refused'::text, 'cancelled'::text, 'settled'::text]))),
  CHECK ((way = ANY (ARRAY['bank'::text, 'payroll'::text, 'project'::text])))
)
  CREATE INDEX payout_batch_newest ON public.payout_batch USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of chosen, decided_by, decided_name, decided_on, id, institution_id, made_by, made_name, made_on, pay_on, remark, state, title, treatment, way
  grant yizhuan_app select
  grant yizhuan_app update of decided_by, decided_name, decided_on, gathered, orders, remark, state

-- tenant: files of payments that were made for the bank
table payout_file (
  institution_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  digest text not null,
  orders integer not null,
  total_fen bigint not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, batch_id, number),
  FOREIGN KEY (institution_id, batch_id) REFERENCES payout_batch(institution_id, id),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((number >= 1)),
  CHECK ((orders >= 1)),
  CHECK ((total_fen >= 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payout_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: tax withheld that was said after a payment was through
table payout_late_tax (
  institution_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  plan_id uuid not null,
  posting integer not null,
  from_fen bigint,
  to_fen bigint not null,
  on_day date not null,
  document text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, case_id, plan_seq, line, attempt, posting),
  FOREIGN KEY (institution_id, case_id, plan_seq, line, attempt) REFERENCES payment_order(institution_id, case_id, plan_seq, line, attempt),
  FOREIGN KEY (institution_id, plan_id) REFERENCES payout_plan(institution_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK ((from_fen >= 0)),
  CHECK ((posting >= 1)),
  CHECK ((to_fen >= 0))
)
  CREATE INDEX payout_late_tax_by_plan ON public.payout_late_tax USING btree (institution_id, plan_id)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payout_late_tax FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: cases that were chosen for a batch and could not be paid
table payout_left_out (
  institution_id uuid not null,
  batch_id uuid not null,
  case_id uuid not null,
  problem jsonb not null,
  PRIMARY KEY (institution_id, batch_id, case_id),
  FOREIGN KEY (institution_id, batch_id) REFERENCES payout_batch(institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id)
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: plans of cases that are paid in batches
table payout_plan (
  institution_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  ordered_at integer not null,
  lines jsonb not null,
  total_fen bigint not null,
  taken_in_fen bigint not null,
  state text not null,
  problem jsonb,
  act_seq integer,
  postings integer not null default 0,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, batch_id) REFERENCES payout_batch(institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((state = 'waiting'::text) = (problem IS NOT NULL))),
  CHECK (((state = ANY (ARRAY['settled'::text, 'fallen'::text])) = (act_seq IS NOT NULL))),
  CHECK (((taken_in_fen >= 0) AND (taken_in_fen <= total_fen))),
  CHECK ((act_seq > plan_seq)),
  CHECK ((ordered_at >= plan_seq)),
  CHECK ((plan_seq >= 1)),
  CHECK ((postings >= 0)),
  CHECK ((state = ANY (ARRAY['ordered'::text, 'waiting'::text, 'settled'::text, 'fallen'::text, 'dropped'::text]))),
  CHECK ((total_fen >= 0))
)
  CREATE INDEX payout_plan_by_batch ON public.payout_plan USING btree (institution_id, batch_id)
  CREATE UNIQUE INDEX payout_plan_once ON public.payout_plan USING btree (institution_id, case_id, plan_seq) WHERE (state <> 'dropped'::text)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of act_seq, postings, problem, state

-- tenant: what the bank or the payroll said of payments, and where it is written
table payout_proof (
  institution_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  document text not null,
  file jsonb,
  lines integer not null,
  paid_fen bigint not null,
  returned_fen bigint not null,
  cases integer not null,
  done integer not null default 0,
  taken_at timestamp with time zone not null,
  taken_by uuid not null,
  taken_name text not null,
  withheld_fen bigint,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, batch_id) REFERENCES payout_batch(institution_id, id),
  CHECK (((done >= 0) AND (done <= cases))),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((withheld_fen >= 0) AND (withheld_fen <= paid_fen))),
  CHECK ((cases >= 1)),
  CHECK ((lines >= 1)),
  CHECK ((paid_fen >= 0)),
  CHECK ((returned_fen >= 0))
)
  CREATE INDEX payout_proof_by_batch ON public.payout_proof USING btree (institution_id, batch_id, taken_at)
  CREATE INDEX payout_proof_by_file ON public.payout_proof USING btree (institution_id, ((file ->> 'sha256'::text))) WHERE (file IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.payout_proof REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_payout_proof()
  CREATE TRIGGER names_files_anew AFTER UPDATE ON public.payout_proof REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_payout_proof()
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of done

-- tenant: who proposed to close months of the books, closed them or opened them again
table period_act (
  institution_id uuid not null,
  seq integer not null,
  id uuid not null,
  kind text not null,
  month text not null,
  closed_before text,
  remark text,
  checks jsonb not null,
  proposed_by uuid,
  proposed_name text,
  vouchers text,
  digest text,
  entries integer,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  UNIQUE (institution_id, id),
  PRIMARY KEY (institution_id, seq),
  CHECK (((kind <> 'reopened'::text) OR (remark IS NOT NULL))),
  CHECK (((kind = 'closed'::text) = ((digest IS NOT NULL) AND (vouchers IS NOT NULL) AND (entries IS NOT NULL) AND (proposed_by IS NOT NULL)))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  CHECK ((closed_before < month)),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((entries >= 0)),
  CHECK ((kind = ANY (ARRAY['proposed'::text, 'withdrawn'::text, 'closed'::text, 'reopened'::text]))),
  CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CHECK ((proposed_by <> made_by)),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.period_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who works or worked here; identity card and bank account are sealed
table person (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  staff_number text,
  unit_id uuid,
  phone text,
  email text,
  left_on date,
  id_card_masked text,
  id_card_sealed text,
  id_card_index text,
  bank_name text,
  bank_account_masked text,
  bank_account_sealed text,
  professional_title text,
  occupation text,
  UNIQUE (institution_id, id_card_index),
  UNIQUE (institution_id, staff_number),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES org_unit(institution_id, id),
  CHECK (((length(bank_name) >= 1) AND (length(bank_name) <= 100))),
  CHECK (((length(email) >= 3) AND (length(email) <= 200))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(occupation) >= 1) AND (length(occupation) <= 40))),
  CHECK (((length(phone) >= 1) AND (length(phone) <= 40))),
  CHECK (((length(professional_title) >= 1) AND (length(professional_title) <= 60))),
  CHECK (((length(staff_number) >= 1) AND (length(staff_number) <= 40)))
)
  CREATE INDEX person_by_name ON public.person USING btree (institution_id, name, id)
  CREATE INDEX person_by_unit ON public.person USING btree (institution_id, unit_id, name)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.person FOR EACH ROW EXECUTE FUNCTION withdrawn_before('person')
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of bank_account_masked, bank_account_sealed, bank_name, email, id_card_index, id_card_masked, id_card_sealed, left_on, name, occupation, phone, professional_title, staff_number, unit_id

-- tenant: training and certificates of persons; annulled where entered in error, told in the history of the person
table person_credential (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title text not null,
  issuer text,
  number text,
  issued_on date not null,
  valid_until date,
  annulled_on date,
  hours integer,
  file jsonb,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  CHECK (((hours >= 1) AND (hours <= 10000))),
  CHECK (((length(issuer) >= 1) AND (length(issuer) <= 200))),
  CHECK (((length(number) >= 1) AND (length(number) <= 80))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((kind ~ '^[a-z_]{1,40}$'::text)),
  CHECK ((valid_until >= issued_on))
)
  CREATE INDEX person_credential_by_end ON public.person_credential USING btree (institution_id, valid_until) WHERE ((valid_until IS NOT NULL) AND (annulled_on IS NULL))
  CREATE INDEX person_credential_by_person ON public.person_credential USING btree (institution_id, person_id, issued_on)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.person_credential REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_person_credential()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.person_credential FOR EACH ROW EXECUTE FUNCTION credential_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of annulled_on

-- tenant: part-time engagements of people from outside; annulled where entered in error, told in the history of the person
table person_engagement (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  home text,
  unit_id uuid,
  task text not null,
  from_day date not null,
  until_day date,
  annulled_on date,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES org_unit(institution_id, id),
  CHECK (((length(home) >= 1) AND (length(home) <= 200))),
  CHECK (((length(task) >= 1) AND (length(task) <= 500))),
  CHECK ((kind = ANY (ARRAY['part_time'::text, 'adviser'::text, 'mentor'::text, 'visiting'::text]))),
  CHECK ((until_day >= from_day))
)
  CREATE INDEX person_engagement_by_end ON public.person_engagement USING btree (institution_id, until_day) WHERE ((until_day IS NOT NULL) AND (annulled_on IS NULL))
  CREATE INDEX person_engagement_by_person ON public.person_engagement USING btree (institution_id, person_id, from_day)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of annulled_on

-- tenant: the lines of each distribution plan, by the act that drafted it
table plan_line (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  line integer not null,
  party text not null,
  who text,
  amount_fen bigint not null,
  PRIMARY KEY (institution_id, case_id, seq, line),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK ((amount_fen >= 0)),
  CHECK ((party = ANY (ARRAY['person'::text, 'tto'::text, 'institution'::text])))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: since which day the institution deals on the platform: proposed by one person, confirmed by another
table platform_start (
  institution_id uuid not null,
  seq integer not null,
  kind text not null,
  from_day date not null,
  reason text not null,
  proposed_by uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, seq),
  CHECK (((kind <> 'confirmed'::text) OR (proposed_by <> made_by))),
  CHECK (((kind = 'confirmed'::text) = (proposed_by IS NOT NULL))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((kind = ANY (ARRAY['proposed'::text, 'withdrawn'::text, 'confirmed'::text]))),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.platform_start FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: official texts as imported; the newest of a source counts
table policy_text (
  institution_id uuid not null,
  source text not null,
  imported_at timestamp with time zone not null default now(),
  imported_by uuid not null,
  body text not null,
  id uuid not null default gen_random_uuid(),
  format text,
  file_name text,
  file_sha256 text,
  imported_name text,
  UNIQUE (institution_id, id),
  PRIMARY KEY (institution_id, source, imported_at),
  CHECK (((length(body) >= 1) AND (length(body) <= 2000000))),
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((format = ANY (ARRAY['txt'::text, 'docx'::text, 'pdf'::text, 'html'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert of body, file_name, file_sha256, format, id, imported_by, imported_name, institution_id, source
  grant yizhuan_app select

-- tenant: posts with their first day and the first day on which they are no longer held
table post (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid,
  title text not null,
  kind text not null,
  from_day date not null,
  to_day date,
  annulled_on date,
  for_transfer boolean not null default false,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  FOREIGN KEY (institution_id, unit_id) REFERENCES org_unit(institution_id, id),
  CHECK (((length(title) >= 1) AND (length(title) <= 100))),
  CHECK ((kind = ANY (ARRAY['chief'::text, 'deputy'::text, 'middle'::text, 'other'::text]))),
  CHECK ((to_day > from_day))
)
  CREATE INDEX post_by_person ON public.post USING btree (institution_id, person_id, from_day)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.post FOR EACH ROW EXECUTE FUNCTION post_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of annulled_on, to_day

-- tenant: research projects; every change is an entry of the chain of its project
table project (
  institution_id uuid not null,
  id uuid not null,
  number text not null,
  title text not null,
  leader text not null,
  leader_person uuid,
  funding jsonb not null,
  from_day ledger_day,
  to_day ledger_day,
  achievements uuid[] not null default '{}'::uuid[],
  remark text,
  dated_on text not null default COALESCE((from_day)::text, ''::text),
  UNIQUE (institution_id, number),
  PRIMARY KEY (institution_id, id),
  CHECK (((length(leader) >= 1) AND (length(leader) <= 100))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300)))
)
  CREATE INDEX project_by_achievement ON public.project USING gin (achievements)
  CREATE INDEX project_newest ON public.project USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.project FOR EACH ROW EXECUTE FUNCTION withdrawn_before('project')
  grant yizhuan_app delete
  grant yizhuan_app insert of achievements, from_day, funding, id, institution_id, leader, leader_person, number, remark, title, to_day
  grant yizhuan_app select
  grant yizhuan_app update of achievements, from_day, funding, leader, leader_person, number, remark, title, to_day

-- tenant: what the person an entry is about said to it, once
table project_answer (
  institution_id uuid not null,
  entry_id uuid not null,
  answer text not null,
  words text,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  answered_name text not null,
  PRIMARY KEY (institution_id, entry_id),
  FOREIGN KEY (institution_id, entry_id) REFERENCES project_entry(institution_id, id),
  CHECK (((answer = 'confirmed'::text) OR (words IS NOT NULL))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK ((answer = ANY (ARRAY['confirmed'::text, 'disputed'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.project_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who joined, left, did and achieved what in a project; each also in its chain
table project_entry (
  institution_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  on_day date not null,
  person_id uuid,
  person_name text not null,
  words text not null,
  share text,
  files jsonb not null,
  corrects uuid,
  digest text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, corrects) REFERENCES project_entry(institution_id, id),
  FOREIGN KEY (institution_id, project_id) REFERENCES project(institution_id, id),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(person_name) >= 1) AND (length(person_name) <= 100))),
  CHECK (((length(share) >= 1) AND (length(share) <= 20))),
  CHECK (((length(words) >= 1) AND (length(words) <= 4000))),
  CHECK ((corrects <> id)),
  CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
)
  CREATE INDEX project_entry_by_person ON public.project_entry USING btree (institution_id, person_id, project_id) WHERE (person_id IS NOT NULL)
  CREATE INDEX project_entry_by_project ON public.project_entry USING btree (institution_id, project_id, on_day, id)
  CREATE UNIQUE INDEX project_entry_corrected_once ON public.project_entry USING btree (institution_id, corrects) WHERE (corrects IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER names_files AFTER INSERT ON public.project_entry REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_project_entry()
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.project_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.project_entry FOR EACH ROW EXECUTE FUNCTION entry_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- reference: published notices, exactly the fields that were published
table public_notice (
  id uuid not null,
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  kind text not null,
  title text not null,
  published_on date not null,
  ends_on date,
  state text not null,
  content jsonb not null,
  content_hash text not null,
  entry_hash text not null,
  PRIMARY KEY (id),
  FOREIGN KEY (institution_id) REFERENCES institution(id),
  CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((entry_hash ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((kind = ANY (ARRAY['deal'::text, 'plan'::text, 'change'::text, 'empowerment'::text, 'use_first'::text, 'abandonment'::text, 'rectification'::text]))),
  CHECK ((state = ANY (ARRAY['running'::text, 'suspended'::text, 'ended'::text, 'superseded'::text, 'withdrawn'::text])))
)
  CREATE INDEX public_notice_newest ON public.public_notice USING btree (published_on DESC, id DESC)
  CREATE UNIQUE INDEX public_notice_by_act ON public.public_notice USING btree (institution_id, case_id, seq)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of ends_on, state

-- tenant: what reaches a person by mail, as they chose
table reach (
  institution_id uuid not null,
  person_id uuid not null,
  digest_hour integer,
  at_once text[] not null,
  PRIMARY KEY (institution_id, person_id),
  CHECK (((digest_hour >= 0) AND (digest_hour <= 23)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of at_once, digest_hour

-- tenant: income: recorded in a case (from its acts), or from a ledger, with a chain of its own
table receipt (
  institution_id uuid not null,
  case_id uuid,
  seq integer,
  received_on ledger_day,
  amount_fen bigint,
  payer text,
  id uuid not null,
  contract_id uuid,
  contract_number text,
  instalment text,
  tax_fen bigint,
  appraisal_fen bigint,
  agency_fen bigint,
  cost_fen bigint,
  net_fen bigint,
  reward_share text,
  reward_fen bigint,
  tto_fen bigint,
  institution_fen bigint,
  split jsonb not null default '[]'::jsonb,
  paid_on ledger_day,
  voucher text,
  remark text,
  dated_on text not null default COALESCE((received_on)::text, ''::text),
  others_fen bigint not null default 0,
  taken_off uuid,
  voucher_fen bigint,
  told_by uuid,
  account text,
  by_hand boolean not null default false,
  taken_back text,
  UNIQUE (institution_id, case_id, seq),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  FOREIGN KEY (institution_id, told_by) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(account) >= 1) AND (length(account) <= 60))),
  CHECK (((length(contract_number) >= 1) AND (length(contract_number) <= 60))),
  CHECK (((length(instalment) >= 1) AND (length(instalment) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(reward_share) >= 1) AND (length(reward_share) <= 20))),
  CHECK (((length(taken_back) >= 1) AND (length(taken_back) <= 500))),
  CHECK (((length(voucher) >= 1) AND (length(voucher) <= 500))),
  CHECK (((others_fen = 0) OR ((others_fen > 0) = (amount_fen > 0)))),
  CHECK (((taken_back IS NULL) OR (by_hand AND (amount_fen = 0)))),
  CHECK (((voucher_fen IS NULL) OR (voucher_fen >= amount_fen))),
  CHECK ((abs(others_fen) <= abs(COALESCE(amount_fen, (0)::bigint))))
)
  CREATE INDEX receipt_by_contract ON public.receipt USING btree (institution_id, contract_id, dated_on)
  CREATE INDEX receipt_by_voucher ON public.receipt USING btree (institution_id, voucher_key(voucher)) WHERE (voucher IS NOT NULL)
  CREATE INDEX receipt_newest ON public.receipt USING btree (institution_id, dated_on DESC, id DESC)
  CREATE INDEX receipt_to_link ON public.receipt USING btree (institution_id, contract_number) WHERE ((contract_id IS NULL) AND (contract_number IS NOT NULL))
  CREATE INDEX receipt_told_by ON public.receipt USING btree (institution_id, told_by) WHERE (told_by IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER by_hand_once AFTER UPDATE OF by_hand ON public.receipt FOR EACH ROW WHEN ((new.by_hand AND (NOT old.by_hand))) EXECUTE FUNCTION hand_receipt_once()
  CREATE TRIGGER recorded_once AFTER INSERT ON public.receipt REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION receipts_recorded_once()
  CREATE TRIGGER taken_in_once AFTER UPDATE OF case_id ON public.receipt FOR EACH ROW WHEN (((new.case_id IS NOT NULL) AND (new.case_id IS DISTINCT FROM old.case_id) AND (new.amount_fen > 0) AND (new.voucher IS NOT NULL))) EXECUTE FUNCTION receipt_taken_in_once()
  CREATE TRIGGER told_once AFTER UPDATE OF told_by ON public.receipt FOR EACH ROW WHEN (((new.told_by IS NOT NULL) AND (new.told_by IS DISTINCT FROM old.told_by) AND (new.amount_fen > 0) AND (new.voucher IS NOT NULL))) EXECUTE FUNCTION receipt_told_once()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.receipt FOR EACH ROW EXECUTE FUNCTION withdrawn_before('receipt')
  grant yizhuan_app delete
  grant yizhuan_app insert of account, agency_fen, amount_fen, appraisal_fen, case_id, contract_id, contract_number, cost_fen, id, instalment, institution_fen, institution_id, net_fen, others_fen, paid_on, payer, received_on, remark, reward_fen, reward_share, seq, split, tax_fen, told_by, tto_fen, voucher, voucher_fen
  grant yizhuan_app select
  grant yizhuan_app update of account, agency_fen, amount_fen, appraisal_fen, by_hand, case_id, contract_id, contract_number, cost_fen, instalment, institution_fen, net_fen, others_fen, paid_on, payer, received_on, remark, reward_fen, reward_share, seq, split, taken_back, taken_off, tax_fen, told_by, tto_fen, voucher, voucher_fen

-- tenant: what of receipts was held as received in advance when months were closed, and let go
table receipt_hold (
  institution_id uuid not null,
  receipt_id uuid not null,
  seq integer not null,
  on_day date not null,
  part text not null,
  fen bigint not null,
  case_id uuid,
  subject text not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, receipt_id, seq),
  CHECK ((fen <> 0)),
  CHECK ((length(subject) <= 300)),
  CHECK ((part = ANY (ARRAY['transfer'::text, 'service'::text]))),
  CHECK ((seq >= 1))
)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receipt_hold FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the currency of receipts, and how much of each is used; what used it stands beside
table receipt_money (
  institution_id uuid not null,
  receipt_id uuid not null,
  currency text not null,
  minor bigint not null,
  fen bigint not null,
  rate text,
  rate_source text,
  matched_minor bigint not null default 0,
  matched_fen bigint not null default 0,
  refunded_minor bigint not null default 0,
  refunded_fen bigint not null default 0,
  PRIMARY KEY (institution_id, receipt_id),
  FOREIGN KEY (institution_id, receipt_id) REFERENCES receipt(institution_id, id),
  CHECK (((currency <> 'CNY'::text) OR (minor = fen))),
  CHECK (((currency = 'CNY'::text) = (rate IS NULL))),
  CHECK (((length(rate) >= 1) AND (length(rate) <= 60))),
  CHECK (((length(rate_source) >= 1) AND (length(rate_source) <= 200))),
  CHECK (((matched_fen + refunded_fen) <= fen)),
  CHECK (((matched_minor + refunded_minor) <= minor)),
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((fen > 0)),
  CHECK ((matched_fen >= 0)),
  CHECK ((matched_minor >= 0)),
  CHECK ((minor > 0)),
  CHECK ((refunded_fen >= 0)),
  CHECK ((refunded_minor >= 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER used_stays BEFORE DELETE ON public.receipt_money FOR EACH ROW EXECUTE FUNCTION used_money_stays()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of currency, fen, matched_fen, matched_minor, minor, rate, rate_source, refunded_fen, refunded_minor

-- tenant: which receipt a refund gave back
table receipt_refund (
  institution_id uuid not null,
  refund_id uuid not null,
  receipt_id uuid not null,
  minor bigint not null,
  fen bigint not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  seq integer not null default 1,
  basis text not null default 'chosen'::text,
  reason text,
  PRIMARY KEY (institution_id, refund_id, seq),
  FOREIGN KEY (institution_id, receipt_id) REFERENCES receipt(institution_id, id),
  FOREIGN KEY (institution_id, refund_id) REFERENCES receipt(institution_id, id),
  CHECK ((((fen > 0) = ((seq % 2) = 1)) AND ((minor > 0) = ((seq % 2) = 1)) AND (fen <> 0) AND (minor <> 0))),
  CHECK (((basis <> 'taken-back'::text) OR (reason IS NOT NULL))),
  CHECK (((basis = 'taken-back'::text) = ((seq % 2) = 0))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK ((basis = ANY (ARRAY['act'::text, 'only'::text, 'same-amount'::text, 'chosen'::text, 'taken-back'::text]))),
  CHECK ((seq >= 1))
)
  CREATE INDEX receipt_refund_by_receipt ON public.receipt_refund USING btree (institution_id, receipt_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receipt_refund FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what counterparties owe by their contracts; each change stands in the chain of its contract
table receivable (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  key text not null,
  term text not null,
  kind text not null,
  label text not null,
  currency text not null,
  minor bigint,
  due_on ledger_day,
  period_from ledger_day,
  period_to ledger_day,
  statement_on ledger_day,
  is_stated boolean not null default false,
  is_cancelled boolean not null default false,
  plan_n numeric not null,
  plan_d numeric not null,
  matched_minor bigint not null default 0,
  written_off_minor bigint not null default 0,
  open_minor bigint not null default 
CASE
    WHEN (is_cancelled OR (minor IS NULL)) THEN (0)::bigint
    ELSE ((minor - matched_minor) - written_off_minor)
END,
  open_fen bigint not null default 
CASE
    WHEN (is_cancelled OR (minor IS NULL)) THEN (0)::numeric
    ELSE div(((((2 * ((minor - matched_minor) - written_off_minor)))::numeric * plan_n) + plan_d), ((2)::numeric * plan_d))
END,
  dated_on text not null default COALESCE((due_on)::text, '9999-12-31'::text),
  booked_fen bigint not null default 0,
  audit_id uuid,
  booked_vat_fen bigint not null default 0,
  UNIQUE (institution_id, audit_id),
  UNIQUE (institution_id, contract_id, key),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, audit_id) REFERENCES royalty_audit(institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK (((NOT is_cancelled) OR ((matched_minor + written_off_minor) = 0))),
  CHECK (((kind = 'audit'::text) = (audit_id IS NOT NULL))),
  CHECK (((length(key) >= 1) AND (length(key) <= 60))),
  CHECK (((length(label) >= 1) AND (length(label) <= 200))),
  CHECK (((length(term) >= 1) AND (length(term) <= 40))),
  CHECK (((matched_minor + written_off_minor) <= COALESCE(minor, (0)::bigint))),
  CHECK ((booked_fen >= 0)),
  CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CHECK ((kind = ANY (ARRAY['fixed'::text, 'milestone'::text, 'royalty'::text, 'audit'::text]))),
  CHECK ((matched_minor >= 0)),
  CHECK ((minor > 0)),
  CHECK ((plan_d > (0)::numeric)),
  CHECK ((plan_n > (0)::numeric)),
  CHECK ((written_off_minor >= 0))
)
  CREATE INDEX receivable_by_day ON public.receivable USING btree (institution_id, dated_on, id)
  CREATE INDEX receivable_open ON public.receivable USING btree (institution_id, due_on) WHERE (open_minor > 0)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of audit_id, contract_id, currency, due_on, id, institution_id, key, kind, label, minor, period_from, period_to, plan_d, plan_n, statement_on, term
  grant yizhuan_app select
  grant yizhuan_app update of booked_fen, booked_vat_fen, due_on, is_cancelled, is_stated, label, matched_minor, minor, period_to, plan_d, plan_n, statement_on, written_off_minor

-- tenant: what receivables did to the books, step by step
table receivable_booking (
  institution_id uuid not null,
  receivable_id uuid not null,
  seq integer not null,
  events jsonb not null,
  made_at timestamp with time zone not null,
  PRIMARY KEY (institution_id, receivable_id, seq),
  FOREIGN KEY (institution_id, receivable_id) REFERENCES receivable(institution_id, id),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receivable_booking FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: which receipt paid which receivable; each also in the chain of its contract
table receivable_match (
  institution_id uuid not null,
  id uuid not null,
  receivable_id uuid not null,
  receipt_id uuid not null,
  minor bigint not null,
  fen bigint not null,
  takes_back uuid,
  reason text,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  used_minor bigint,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, receipt_id) REFERENCES receipt(institution_id, id),
  FOREIGN KEY (institution_id, receivable_id) REFERENCES receivable(institution_id, id),
  FOREIGN KEY (institution_id, takes_back) REFERENCES receivable_match(institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK (((takes_back IS NOT NULL) = (minor < 0))),
  CHECK (((takes_back IS NULL) = (reason IS NULL))),
  CHECK (((used_minor IS NULL) OR ((minor = fen) AND
CASE
    WHEN (takes_back IS NULL) THEN (used_minor >= 0)
    ELSE (used_minor <= 0)
END))),
  CHECK ((minor <> 0))
)
  CREATE INDEX receivable_match_by_receipt ON public.receivable_match USING btree (institution_id, receipt_id)
  CREATE INDEX receivable_match_by_receivable ON public.receivable_match USING btree (institution_id, receivable_id)
  CREATE UNIQUE INDEX receivable_match_taken_back_once ON public.receivable_match USING btree (institution_id, takes_back) WHERE (takes_back IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receivable_match FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what will not be paid any more; of a case by its act, else in the chain of its contract
table receivable_write_off (
  institution_id uuid not null,
  id uuid not null,
  receivable_id uuid not null,
  minor bigint not null,
  written_on date not null,
  reason text not null,
  case_id uuid,
  seq integer,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  takes_back uuid,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, receivable_id) REFERENCES receivable(institution_id, id),
  FOREIGN KEY (institution_id, takes_back) REFERENCES receivable_write_off(institution_id, id),
  CHECK (((case_id IS NULL) = (seq IS NULL))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  CHECK (((minor <> 0) AND ((minor < 0) = (takes_back IS NOT NULL))))
)
  CREATE INDEX receivable_write_off_by_receivable ON public.receivable_write_off USING btree (institution_id, receivable_id)
  CREATE UNIQUE INDEX receivable_write_off_once_back ON public.receivable_write_off USING btree (institution_id, takes_back) WHERE (takes_back IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receivable_write_off FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: evidence filed with a record of a register
table record_file (
  institution_id uuid not null,
  id uuid not null,
  kind text not null,
  record_id uuid not null,
  sha256 text not null,
  name text not null,
  size integer not null,
  note text,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  added_name text not null,
  taken_off_at timestamp with time zone,
  taken_off_name text,
  taken_off_reason text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256),
  CHECK ((((taken_off_at IS NULL) = (taken_off_name IS NULL)) AND ((taken_off_at IS NULL) = (taken_off_reason IS NULL)))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  CHECK ((size > 0))
)
  CREATE INDEX record_file_by_hash ON public.record_file USING btree (institution_id, sha256)
  CREATE INDEX record_file_by_record ON public.record_file USING btree (institution_id, kind, record_id, added_at)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of taken_off_at, taken_off_name, taken_off_reason

-- tenant: attempts to register technology contracts; every change is an entry of the chain of its record
table registration (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  attempt integer not null,
  state text not null,
  title text not null,
  kind text,
  signed_on ledger_day,
  term_from ledger_day,
  term_to ledger_day,
  seller_name text not null,
  seller_nature text,
  seller_country text,
  seller_region text,
  buyer_name text,
  buyer_uscc text,
  buyer_nature text,
  buyer_country text,
  buyer_region text,
  amount_fen bigint,
  technology_fen bigint,
  investment_fen bigint,
  output_fen bigint,
  ip text,
  field text,
  plan text,
  purpose text,
  payment text,
  registrar text,
  remark text,
  number text,
  decided_on ledger_day,
  recognised_fen bigint,
  certificate jsonb not null default '[]'::jsonb,
  reason text,
  dated_on text not null default COALESCE((signed_on)::text, ''::text),
  other_parties jsonb not null default '[]'::jsonb,
  UNIQUE (institution_id, contract_id, attempt),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK (((jsonb_typeof(other_parties) = 'array'::text) AND (jsonb_array_length(other_parties) <= 20))),
  CHECK (((length(buyer_name) >= 1) AND (length(buyer_name) <= 200))),
  CHECK (((length(buyer_nature) >= 1) AND (length(buyer_nature) <= 40))),
  CHECK (((length(field) >= 1) AND (length(field) <= 40))),
  CHECK (((length(ip) >= 1) AND (length(ip) <= 40))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(payment) >= 1) AND (length(payment) <= 40))),
  CHECK (((length(plan) >= 1) AND (length(plan) <= 40))),
  CHECK (((length(purpose) >= 1) AND (length(purpose) <= 40))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  CHECK (((length(registrar) >= 1) AND (length(registrar) <= 200))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(seller_name) >= 1) AND (length(seller_name) <= 200))),
  CHECK (((length(seller_nature) >= 1) AND (length(seller_nature) <= 40))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK (((technology_fen IS NULL) OR (amount_fen IS NULL) OR (technology_fen <= amount_fen))),
  CHECK ((amount_fen >= 0)),
  CHECK ((attempt >= 1)),
  CHECK ((buyer_country ~ '^[A-Z]{3}$'::text)),
  CHECK ((buyer_region ~ '^[0-9]{6}$'::text)),
  CHECK ((buyer_uscc ~ '^[0-9A-Z]{18}$'::text)),
  CHECK ((investment_fen >= 0)),
  CHECK ((output_fen >= 0)),
  CHECK ((recognised_fen >= 0)),
  CHECK ((seller_country ~ '^[A-Z]{3}$'::text)),
  CHECK ((seller_region ~ '^[0-9]{6}$'::text)),
  CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'text_received'::text, 'in_review'::text, 'registered'::text, 'changed'::text, 'refused'::text, 'not_technology'::text, 'terminated'::text, 'revoked'::text]))),
  CHECK ((technology_fen >= 0))
)
  CREATE INDEX registration_newest ON public.registration USING btree (institution_id, dated_on DESC, id DESC)
  CREATE UNIQUE INDEX registration_open ON public.registration USING btree (institution_id, contract_id) WHERE (state <> ALL (ARRAY['refused'::text, 'not_technology'::text, 'revoked'::text]))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of amount_fen, attempt, buyer_country, buyer_name, buyer_nature, buyer_region, buyer_uscc, certificate, contract_id, decided_on, field, id, institution_id, investment_fen, ip, kind, number, other_parties, output_fen, payment, plan, purpose, reason, recognised_fen, registrar, remark, seller_country, seller_name, seller_nature, seller_region, signed_on, state, technology_fen, term_from, term_to, title
  grant yizhuan_app select
  grant yizhuan_app update of amount_fen, buyer_country, buyer_name, buyer_nature, buyer_region, buyer_uscc, certificate, decided_on, field, investment_fen, ip, kind, number, other_parties, output_fen, payment, plan, purpose, reason, recognised_fen, registrar, remark, seller_country, seller_name, seller_nature, seller_region, signed_on, state, technology_fen, term_from, term_to, title

-- tenant: what befell attempts to register technology contracts; each also in the chain of its attempt
table registration_event (
  institution_id uuid not null,
  registration_id uuid not null,
  seq integer not null,
  step text not null,
  on_day date not null,
  words text,
  files jsonb not null,
  case_id uuid,
  act_seq integer,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, registration_id, seq),
  FOREIGN KEY (institution_id, registration_id) REFERENCES registration(institution_id, id),
  CHECK (((case_id IS NULL) = (act_seq IS NULL))),
  CHECK (((length(step) >= 1) AND (length(step) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK ((seq >= 1))
)
  CREATE UNIQUE INDEX registration_event_of_act ON public.registration_event USING btree (institution_id, case_id, act_seq) WHERE (case_id IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.registration_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER names_files AFTER INSERT ON public.registration_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_registration_event()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who represents the house for a right from a day on; of one day the newest counts
table right_agent (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  from_day date not null,
  agency text,
  attorney text,
  mail text,
  reference text,
  basis text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((agency IS NOT NULL) OR ((attorney IS NULL) AND (mail IS NULL) AND (reference IS NULL)))),
  CHECK (((length(agency) >= 1) AND (length(agency) <= 200))),
  CHECK (((length(attorney) >= 1) AND (length(attorney) <= 100))),
  CHECK (((length(basis) >= 1) AND (length(basis) <= 500))),
  CHECK (((length(mail) >= 3) AND (length(mail) <= 254))),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 100)))
)
  CREATE INDEX right_agent_by_right ON public.right_agent USING btree (institution_id, right_id, from_day, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.right_agent FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the other clocks that run on a right, counted from its events; can be counted anew
table right_clock (
  institution_id uuid not null,
  right_id uuid not null,
  key text not null,
  type text not null,
  ends_on date not null,
  title jsonb not null,
  counted jsonb not null,
  cite text not null,
  leads_to text,
  fee_id text,
  fee_title jsonb,
  fee_fen bigint,
  fee_besides jsonb,
  fee_paid_by text,
  fee_after text,
  fee_verified boolean,
  PRIMARY KEY (institution_id, right_id, key),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((fee_id IS NOT NULL) OR ((fee_fen IS NULL) AND (fee_besides IS NULL) AND (fee_after IS NULL)))),
  CHECK (((fee_id IS NULL) = ((fee_title IS NULL) AND (fee_paid_by IS NULL) AND (fee_verified IS NULL)))),
  CHECK (((length(fee_id) >= 1) AND (length(fee_id) <= 60))),
  CHECK (((length(key) >= 1) AND (length(key) <= 120))),
  CHECK ((fee_fen > 0)),
  CHECK ((type = ANY (ARRAY['deadline'::text, 'opening'::text, 'notice'::text])))
)
  CREATE INDEX right_clock_by_day ON public.right_clock USING btree (institution_id, ends_on, right_id)
  CREATE INDEX right_clock_leading ON public.right_clock USING btree (institution_id, ends_on) WHERE (leads_to IS NOT NULL)
  CREATE INDEX right_clock_with_fee ON public.right_clock USING btree (institution_id, ends_on, right_id, key) WHERE (fee_id IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: claims on co-owners and licensees for fees of rights, and what came of them
table right_cost_entry (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  event_id uuid not null,
  party text not null,
  kind text not null,
  fen bigint not null,
  on_day date not null,
  document text not null,
  reverses uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  UNIQUE (institution_id, reverses),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, event_id) REFERENCES right_event(institution_id, id),
  FOREIGN KEY (institution_id, reverses) REFERENCES right_cost_entry(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 300))),
  CHECK (((length(party) >= 1) AND (length(party) <= 200))),
  CHECK ((fen > 0)),
  CHECK ((kind = ANY (ARRAY['claimed'::text, 'received'::text])))
)
  CREATE INDEX right_cost_entry_by_event ON public.right_cost_entry USING btree (institution_id, right_id, event_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.right_cost_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: deadlines that people set for a right; every change is an entry of its chain
table right_deadline (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  title text not null,
  due_on date not null,
  person_id uuid,
  person_name text not null,
  state text not null,
  reason text,
  closed_on date,
  closed_name text,
  made_on date not null,
  made_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((length(person_name) >= 1) AND (length(person_name) <= 100))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((state = 'open'::text) = ((closed_on IS NULL) AND (closed_name IS NULL)))),
  CHECK (((state = 'open'::text) OR (reason IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])))
)
  CREATE INDEX right_deadline_by_day ON public.right_deadline USING btree (institution_id, due_on) WHERE (state = 'open'::text)
  CREATE INDEX right_deadline_by_right ON public.right_deadline USING btree (institution_id, right_id, due_on)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of closed_name, closed_on, due_on, person_id, person_name, reason, state

-- tenant: where a right stands, counted from its events; can be counted anew
table right_docket (
  institution_id uuid not null,
  right_id uuid not null,
  docketed_on date not null,
  state text not null,
  since date,
  lost_on date,
  told_year integer,
  assumed_through integer,
  basis text not null,
  ends_on date,
  PRIMARY KEY (institution_id, right_id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id)
)
  CREATE INDEX right_docket_basis ON public.right_docket USING btree (institution_id, basis)
  CREATE INDEX right_docket_lost ON public.right_docket USING btree (institution_id, lost_on) WHERE (lost_on IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER mark_achievements AFTER INSERT ON public.right_docket REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_rights_lost()
  CREATE TRIGGER mark_achievements_gone AFTER DELETE ON public.right_docket REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_rights_lost()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what befell a right, each with its day and source; append-only
table right_event (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  kind text not null,
  on_day date not null,
  source text not null,
  told jsonb not null default '{}'::jsonb,
  strikes uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  FOREIGN KEY (institution_id, strikes) REFERENCES right_event(institution_id, id),
  CHECK (((kind = 'struck'::text) = (strikes IS NOT NULL))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40))),
  CHECK (((length(source) >= 1) AND (length(source) <= 300)))
)
  CREATE INDEX right_event_by_right ON public.right_event USING btree (institution_id, right_id, on_day, id)
  CREATE UNIQUE INDEX right_event_struck_once ON public.right_event USING btree (institution_id, strikes) WHERE (strikes IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER mark_achievements AFTER INSERT ON public.right_event REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_rights_moved()
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.right_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.right_event FOR EACH ROW EXECUTE FUNCTION event_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: the unpaid annual fees of a right, counted from its events; can be counted anew
table right_fee (
  institution_id uuid not null,
  right_id uuid not null,
  year integer not null,
  due_on date not null,
  payable_until date not null,
  grace_until date,
  full_fen bigint not null,
  fee_fen bigint not null,
  paid_fen bigint not null,
  counted jsonb not null,
  verified boolean not null,
  PRIMARY KEY (institution_id, right_id, year),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK ((fee_fen >= 0)),
  CHECK ((full_fen > 0)),
  CHECK ((paid_fen >= 0)),
  CHECK ((year >= 1))
)
  CREATE INDEX right_fee_by_day ON public.right_fee USING btree (institution_id, payable_until, right_id, year)
  CREATE INDEX right_fee_by_grace ON public.right_fee USING btree (institution_id, grace_until) WHERE (grace_until IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: papers attached to rights and their events
table right_file (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  event_id uuid,
  name text not null,
  sha256 text not null,
  size bigint not null,
  added_on date not null,
  added_name text not null,
  withdrawn_on date,
  withdrawn_name text,
  withdrawn_reason text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, event_id) REFERENCES right_event(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 300))),
  CHECK (((withdrawn_on IS NULL) = (withdrawn_name IS NULL))),
  CHECK (((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))),
  CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  CHECK ((size > 0))
)
  CREATE INDEX right_file_by_hash ON public.right_file USING btree (institution_id, sha256)
  CREATE INDEX right_file_by_right ON public.right_file USING btree (institution_id, right_id, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of withdrawn_name, withdrawn_on, withdrawn_reason

-- tenant: what the agencies of rights were told to do, by whom and when
table right_instruction (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  kind text not null,
  on_day date not null,
  agency text not null,
  about text not null,
  due_on date,
  reverses uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  UNIQUE (institution_id, reverses),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, reverses) REFERENCES right_instruction(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((length(about) >= 1) AND (length(about) <= 500))),
  CHECK (((length(agency) >= 1) AND (length(agency) <= 200))),
  CHECK ((due_on >= on_day)),
  CHECK ((kind = ANY (ARRAY['pay'::text, 'let_lapse'::text, 'respond'::text, 'file'::text, 'other'::text])))
)
  CREATE INDEX right_instruction_by_right ON public.right_instruction USING btree (institution_id, right_id, on_day, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.right_instruction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who owns a right and bears its fees from a day on; of one day the newest counts
table right_party_set (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  from_day date not null,
  parties jsonb not null,
  basis text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  recorded_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((jsonb_typeof(parties) = 'array'::text) AND (jsonb_array_length(parties) > 0))),
  CHECK (((length(basis) >= 1) AND (length(basis) <= 500)))
)
  CREATE INDEX right_party_set_by_right ON public.right_party_set USING btree (institution_id, right_id, from_day, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.right_party_set FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.right_party_set FOR EACH ROW EXECUTE FUNCTION parties_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: families of rights: priorities, national phases, divisionals
table right_relation (
  institution_id uuid not null,
  right_id uuid not null,
  earlier_id uuid not null,
  kind text not null,
  on_day date,
  PRIMARY KEY (institution_id, right_id, earlier_id),
  FOREIGN KEY (institution_id, earlier_id) REFERENCES ip_right(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK ((earlier_id <> right_id)),
  CHECK ((kind = ANY (ARRAY['priority'::text, 'national'::text, 'divisional'::text])))
)
  CREATE INDEX right_relation_earlier ON public.right_relation USING btree (institution_id, earlier_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: who decided why to keep a right, sell, license or let it go; the newest counts
table right_review (
  institution_id uuid not null,
  id uuid not null,
  right_id uuid not null,
  year integer not null,
  decision text not null,
  reason text not null,
  decided_on date not null,
  decided_by uuid not null,
  decided_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  CHECK ((decision = ANY (ARRAY['keep'::text, 'abandon'::text, 'sell'::text, 'open_licence'::text]))),
  CHECK ((year >= 1))
)
  CREATE INDEX right_review_by_right ON public.right_review USING btree (institution_id, right_id, year, id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.right_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- central: which roles an account holds from when to when, and who granted them
table role_grant (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  from_day date not null,
  to_day date,
  granted_at timestamp with time zone not null,
  granted_by uuid not null,
  granted_name text not null,
  reason text,
  revoked_at timestamp with time zone,
  revoked_name text,
  PRIMARY KEY (id),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK ((to_day >= from_day))
)
  CREATE INDEX role_grant_by_account ON public.role_grant USING btree (account_id, from_day)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of revoked_at, revoked_name, to_day

-- tenant: looks into the books of licensees; each also in the chain of its contract
table royalty_audit (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  on_day date not null,
  outcome text not null,
  difference_minor bigint,
  words text not null,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  term text,
  period_from date,
  due_on date,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK (((due_on IS NULL) OR ((difference_minor > 0) AND (period_from IS NOT NULL)))),
  CHECK (((length(term) >= 1) AND (length(term) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK (((outcome = 'difference'::text) = (difference_minor IS NOT NULL))),
  CHECK (((term IS NULL) = (period_from IS NULL))),
  CHECK ((difference_minor <> 0)),
  CHECK ((outcome = ANY (ARRAY['announced'::text, 'refused'::text, 'agreed'::text, 'difference'::text])))
)
  CREATE INDEX royalty_audit_by_contract ON public.royalty_audit USING btree (institution_id, contract_id, on_day)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.royalty_audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what becomes of what a licensee paid too much; each also in the chain of its contract
table royalty_audit_decision (
  institution_id uuid not null,
  audit_id uuid not null,
  way text not null,
  on_day date not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, audit_id),
  FOREIGN KEY (institution_id, audit_id) REFERENCES royalty_audit(institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK ((way = ANY (ARRAY['refund'::text, 'credit'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.royalty_audit_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: audits that were recorded by mistake, and why they were taken back; each also in the chain of its contract
table royalty_audit_taken_back (
  institution_id uuid not null,
  audit_id uuid not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, audit_id),
  FOREIGN KEY (institution_id, audit_id) REFERENCES royalty_audit(institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.royalty_audit_taken_back FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: by how much periods of royalties owe less for what was paid too much before; the statement or the decision that made it stands in the chain of its contract
table royalty_credit (
  institution_id uuid not null,
  audit_id uuid not null,
  seq integer not null,
  receivable_id uuid not null,
  minor bigint not null,
  PRIMARY KEY (institution_id, audit_id, seq),
  FOREIGN KEY (institution_id, audit_id) REFERENCES royalty_audit_decision(institution_id, audit_id),
  FOREIGN KEY (institution_id, receivable_id) REFERENCES receivable(institution_id, id),
  CHECK ((minor <> 0)),
  CHECK ((seq > 0))
)
  CREATE INDEX royalty_credit_of ON public.royalty_credit USING btree (institution_id, receivable_id)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.royalty_credit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what licensees state of their sales, and what is due for it; each also in the chain of its contract
table royalty_statement (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  term text not null,
  period_from date not null,
  base_minor bigint not null,
  stated_minor bigint,
  earned_minor bigint not null,
  due_minor bigint not null,
  received_on date not null,
  words text,
  files jsonb not null,
  supersedes uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  case_id uuid,
  seq integer,
  base_unit text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  FOREIGN KEY (institution_id, supersedes) REFERENCES royalty_statement(institution_id, id),
  CHECK (((case_id IS NULL) = (seq IS NULL))),
  CHECK (((length(base_unit) >= 1) AND (length(base_unit) <= 20))),
  CHECK (((length(term) >= 1) AND (length(term) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK ((base_minor >= 0)),
  CHECK ((due_minor >= 0)),
  CHECK ((earned_minor >= 0)),
  CHECK ((stated_minor >= 0))
)
  CREATE UNIQUE INDEX royalty_statement_first ON public.royalty_statement USING btree (institution_id, contract_id, term, period_from) WHERE (supersedes IS NULL)
  CREATE UNIQUE INDEX royalty_statement_superseded_once ON public.royalty_statement USING btree (institution_id, supersedes) WHERE (supersedes IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.royalty_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER names_files AFTER INSERT ON public.royalty_statement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION name_files_of_royalty_statement()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: filters, order and columns of a list that somebody keeps under a name
table saved_view (
  institution_id uuid not null,
  id uuid not null,
  list text not null,
  person_id uuid not null,
  person_name text not null,
  name text not null,
  params jsonb not null,
  is_shared boolean not null,
  saved_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CHECK ((list ~ '^[a-z-]{1,40}$'::text))
)
  CREATE UNIQUE INDEX saved_view_name ON public.saved_view USING btree (institution_id, list, person_id, name) WHERE (deleted_at IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of deleted_at, is_shared, name, params, saved_at

-- tenant: what each record is found by, kept up to date by every write
table search_document (
  institution_id uuid not null,
  kind text not null,
  id uuid not null,
  label text,
  title text not null,
  body text not null,
  lexemes tsvector not null,
  place bigint not null,
  edition smallint not null default 0,
  heading tsvector not null default ts_filter(lexemes, '{a}'::"char"[]),
  number text,
  PRIMARY KEY (institution_id, kind, id),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
)
  CREATE INDEX search_document_labels ON public.search_document USING btree (institution_id, kind, ((place >> 13)), label)
  CREATE INDEX search_document_lexemes ON public.search_document USING gin (lexemes) WITH (gin_pending_list_limit='512')
  CREATE INDEX search_document_number ON public.search_document USING btree (institution_id, number)
  CREATE INDEX search_document_older ON public.search_document USING btree (institution_id, kind, id) WHERE (edition < 2)
  row security
  policy closed_to_others restricting for all using ((NOT (id = ANY (( SELECT documents_hidden() AS documents_hidden)::uuid[])))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select of body, edition, heading, id, institution_id, kind, label, lexemes, number, place, title
  grant yizhuan_app update of body, edition, label, lexemes, number, title

-- central: open and ended sessions; only the hash of a token is kept
table session (
  token_hash text not null,
  account_id uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  address text,
  agent text,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (account_id) REFERENCES account(id),
  CHECK ((length(agent) <= 300))
)
  CREATE INDEX session_by_account ON public.session USING btree (account_id, created_at)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of ended_at, seen_at

-- central: every sign-in, refused sign-in and change of password
table sign_in_attempt (
  id uuid not null,
  login text not null,
  account_id uuid,
  outcome text not null,
  address text not null,
  at timestamp with time zone not null,
  PRIMARY KEY (id),
  CHECK ((outcome = ANY (ARRAY['signed-in'::text, 'wrong'::text, 'locked'::text, 'disabled'::text, 'signed-out'::text, 'password-changed'::text, 'set-up'::text])))
)
  CREATE INDEX sign_in_attempt_by_login ON public.sign_in_attempt USING btree (login, at)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sign_in_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what was found of the signatures in a file of a contract; each also in the chain of its contract
table signature_check (
  institution_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  sha256 text not null,
  name text not null,
  size integer not null,
  state text not null,
  signatures jsonb not null,
  checked_at timestamp with time zone not null,
  checked_by uuid not null,
  checked_name text not null,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  FOREIGN KEY (institution_id, sha256) REFERENCES file(institution_id, sha256),
  CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  CHECK ((size > 0)),
  CHECK ((state = ANY (ARRAY['trusted'::text, 'unknownIssuer'::text, 'outOfTerm'::text, 'notWhole'::text, 'notChecked'::text, 'broken'::text, 'none'::text, 'notPdf'::text])))
)
  CREATE INDEX signature_check_by_contract ON public.signature_check USING btree (institution_id, contract_id, checked_at)
  CREATE INDEX signature_check_by_file ON public.signature_check USING btree (institution_id, sha256)
  row security, forced
  policy closed_to_others restricting for all using ((NOT (contract_id = ANY (( SELECT documents_hidden() AS documents_hidden)::uuid[])))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.signature_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: companies founded on achievements; every change is an entry of the chain of its record
table spin_off (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  uscc text,
  state text not null,
  state_since ledger_day not null,
  founded_on ledger_day,
  business text not null,
  capital_fen bigint,
  holding_id uuid,
  links jsonb not null,
  people jsonb not null,
  files jsonb not null,
  remark text,
  dated_on text not null default state_since,
  UNIQUE (institution_id, name),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, holding_id) REFERENCES holding(institution_id, id),
  CHECK (((length(business) >= 1) AND (length(business) <= 2000))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK ((capital_fen >= 0)),
  CHECK ((state ~ '^[a-z_]{1,40}$'::text)),
  CHECK ((uscc ~ '^[0-9A-Z]{18}$'::text))
)
  CREATE INDEX spin_off_newest ON public.spin_off USING btree (institution_id, dated_on DESC, id DESC)
  CREATE UNIQUE INDEX spin_off_by_holding ON public.spin_off USING btree (institution_id, holding_id) WHERE (holding_id IS NOT NULL)
  CREATE UNIQUE INDEX spin_off_by_uscc ON public.spin_off USING btree (institution_id, uscc) WHERE (uscc IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.spin_off FOR EACH ROW EXECUTE FUNCTION withdrawn_before('spin-off')
  grant yizhuan_app delete
  grant yizhuan_app insert of business, capital_fen, files, founded_on, holding_id, id, institution_id, links, name, people, remark, state, state_since, uscc
  grant yizhuan_app select
  grant yizhuan_app update of business, capital_fen, files, founded_on, holding_id, links, name, people, remark, state, state_since, uscc

-- tenant: awards from the staff part of the office; every change is an entry of its chain
table staff_award (
  institution_id uuid not null,
  id uuid not null,
  title text not null,
  basis text not null,
  amount_fen bigint not null,
  state text not null,
  proposed_on text not null,
  proposed_by uuid not null,
  proposed_name text not null,
  approved_on text,
  approved_by uuid,
  approved_name text,
  withdrawn_for text,
  paid_on text,
  dated_on text not null default proposed_on,
  files jsonb not null default '[]'::jsonb,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(basis) >= 1) AND (length(basis) <= 1000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK (((length(withdrawn_for) >= 1) AND (length(withdrawn_for) <= 1000))),
  CHECK (((state <> ALL (ARRAY['approved'::text, 'paid'::text])) OR (approved_by IS NOT NULL))),
  CHECK (((state = 'paid'::text) = (paid_on IS NOT NULL))),
  CHECK (((state = 'withdrawn'::text) = (withdrawn_for IS NOT NULL))),
  CHECK ((amount_fen > 0)),
  CHECK ((approved_by <> proposed_by)),
  CHECK ((approved_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((jsonb_typeof(files) = 'array'::text)),
  CHECK ((paid_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((proposed_on ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'paid'::text, 'withdrawn'::text])))
)
  CREATE INDEX staff_award_newest ON public.staff_award USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE CONSTRAINT TRIGGER staff_award_is_whole AFTER INSERT ON public.staff_award DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION staff_award_is_whole()
  grant yizhuan_app insert of amount_fen, approved_by, approved_name, approved_on, basis, files, id, institution_id, paid_on, proposed_by, proposed_name, proposed_on, state, title, withdrawn_for
  grant yizhuan_app select
  grant yizhuan_app update of approved_by, approved_name, approved_on, paid_on, state, withdrawn_for

-- tenant: who has how much of an award from the staff part
table staff_award_line (
  institution_id uuid not null,
  award_id uuid not null,
  place smallint not null,
  purpose text not null,
  person_id uuid,
  name text not null,
  amount_fen bigint not null,
  UNIQUE (institution_id, award_id, person_id),
  PRIMARY KEY (institution_id, award_id, place),
  FOREIGN KEY (institution_id, award_id) REFERENCES staff_award(institution_id, id),
  FOREIGN KEY (institution_id, person_id) REFERENCES person(institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((purpose = 'reward'::text) = (person_id IS NOT NULL))),
  CHECK ((amount_fen > 0)),
  CHECK ((place >= 1)),
  CHECK ((purpose = ANY (ARRAY['reward'::text, 'training'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.staff_award_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: lines of awards that were paid or came back; never changed
table staff_award_payment (
  institution_id uuid not null,
  id uuid not null,
  award_id uuid not null,
  place smallint not null,
  turn smallint not null,
  kind text not null,
  on_day text not null,
  amount_fen bigint not null,
  reference text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  files jsonb not null default '[]'::jsonb,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, award_id, place) REFERENCES staff_award_line(institution_id, award_id, place),
  CHECK (((length(reference) >= 1) AND (length(reference) <= 200))),
  CHECK ((amount_fen > 0)),
  CHECK ((jsonb_typeof(files) = 'array'::text)),
  CHECK ((kind = ANY (ARRAY['paid'::text, 'returned'::text, 'corrected'::text]))),
  CHECK ((on_day ~ '^\d{4}-\d{2}-\d{2}$'::text)),
  CHECK ((turn >= 1))
)
  CREATE UNIQUE INDEX staff_award_payment_once ON public.staff_award_payment USING btree (institution_id, award_id, place, turn, ((kind = 'paid'::text)))
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.staff_award_payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER staff_award_payment_follows BEFORE INSERT ON public.staff_award_payment FOR EACH ROW EXECUTE FUNCTION staff_award_payment_follows()
  CREATE TRIGGER staff_award_payment_not_ordered BEFORE INSERT ON public.staff_award_payment FOR EACH ROW EXECUTE FUNCTION award_is_not_ordered('staff_award', 'award_id')
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: costs that the statements of commissioned work deduct, voucher by voucher
table statement_cost (
  institution_id uuid not null,
  case_id uuid not null,
  seq integer not null,
  line integer not null,
  statement text not null,
  voucher text not null,
  amount_fen bigint not null,
  voucher_fen bigint,
  PRIMARY KEY (institution_id, case_id, seq, line),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(statement) >= 1) AND (length(statement) <= 500))),
  CHECK (((length(voucher) >= 1) AND (length(voucher) <= 500))),
  CHECK ((amount_fen > 0)),
  CHECK ((line >= 1)),
  CHECK ((voucher_fen >= amount_fen))
)
  CREATE INDEX statement_cost_by_voucher ON public.statement_cost USING btree (institution_id, voucher_key(voucher))
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.statement_cost FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER vouchers_once AFTER INSERT ON public.statement_cost REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION vouchers_within_themselves()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: campaigns in which stock is taken; every change is an entry of the chain of its campaign
table stocktaking (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  scope jsonb not null,
  taken_on date not null,
  due_on date not null,
  lead_person uuid not null,
  lead_name text not null,
  state text not null,
  case_id uuid not null,
  started_on ledger_day not null,
  closed_on date,
  dated_on text not null default started_on,
  UNIQUE (institution_id, case_id),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id) REFERENCES transfer_case(institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
  CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
)
  CREATE INDEX stocktaking_newest ON public.stocktaking USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of case_id, due_on, id, institution_id, lead_name, lead_person, name, scope, started_on, state, taken_on
  grant yizhuan_app select
  grant yizhuan_app update of closed_on, due_on, lead_name, lead_person, name, state

-- tenant: self-assessments of inventors as they were given
table stocktaking_answer (
  institution_id uuid not null,
  id uuid not null,
  stocktaking_id uuid not null,
  line_id uuid not null,
  part_id uuid not null,
  round integer not null,
  scores jsonb not null,
  wish text not null,
  words text,
  answered_at timestamp with time zone not null,
  entered_by text,
  UNIQUE (institution_id, stocktaking_id, line_id, part_id, round),
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, stocktaking_id, line_id) REFERENCES stocktaking_line(institution_id, stocktaking_id, id),
  FOREIGN KEY (institution_id, stocktaking_id, part_id) REFERENCES stocktaking_part(institution_id, stocktaking_id, id),
  CHECK (((length(entered_by) >= 1) AND (length(entered_by) <= 200))),
  CHECK (((length(wish) >= 1) AND (length(wish) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 1000))),
  CHECK ((round >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER unchanged BEFORE UPDATE OR TRUNCATE ON public.stocktaking_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.stocktaking_answer FOR EACH ROW EXECUTE FUNCTION answer_withdrawn_before()
  grant yizhuan_app delete
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: what a campaign listed, frozen on its day, with the disposition its case records
table stocktaking_line (
  institution_id uuid not null,
  stocktaking_id uuid not null,
  id uuid not null,
  right_id uuid,
  achievement_id uuid,
  number text not null,
  title text not null,
  kind text not null,
  department text,
  inventors text[] not null,
  frozen jsonb not null,
  outcome_before text,
  outcome text,
  reason text,
  decided_by text,
  decided_on date,
  follow_case_id uuid,
  UNIQUE (institution_id, stocktaking_id, number),
  PRIMARY KEY (institution_id, stocktaking_id, id),
  FOREIGN KEY (institution_id, achievement_id) REFERENCES achievement(institution_id, id),
  FOREIGN KEY (institution_id, follow_case_id) REFERENCES transfer_case(institution_id, id),
  FOREIGN KEY (institution_id, right_id) REFERENCES ip_right(institution_id, id),
  FOREIGN KEY (institution_id, stocktaking_id) REFERENCES stocktaking(institution_id, id),
  CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  CHECK ((num_nonnulls(outcome, reason, decided_by, decided_on) = ANY (ARRAY[0, 4]))),
  CHECK ((num_nonnulls(right_id, achievement_id) = 1))
)
  CREATE INDEX stocktaking_line_of_achievement ON public.stocktaking_line USING btree (institution_id, achievement_id) WHERE (achievement_id IS NOT NULL)
  CREATE INDEX stocktaking_line_of_right ON public.stocktaking_line USING btree (institution_id, right_id) WHERE (right_id IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of decided_by, decided_on, follow_case_id, outcome, reason

-- tenant: the inventors a campaign asks, each with their part
table stocktaking_part (
  institution_id uuid not null,
  stocktaking_id uuid not null,
  id uuid not null,
  name text not null,
  person_id uuid,
  token_hash text,
  expires_at timestamp with time zone,
  UNIQUE (institution_id, stocktaking_id, name),
  UNIQUE (institution_id, token_hash),
  PRIMARY KEY (institution_id, stocktaking_id, id),
  FOREIGN KEY (institution_id, stocktaking_id) REFERENCES stocktaking(institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((token_hash IS NULL) = (expires_at IS NULL))),
  CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
)
  CREATE INDEX stocktaking_part_of_person ON public.stocktaking_part USING btree (institution_id, person_id) WHERE (person_id IS NOT NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of expires_at, token_hash

-- tenant: who acts for whom while away, in which roles, from when until when
table substitution (
  institution_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  substitute_id uuid not null,
  roles text[] not null,
  scope text not null,
  from_day date not null,
  until_day date not null,
  reason text not null,
  named_by uuid not null,
  state text not null,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  CHECK ((cardinality(roles) >= 1)),
  CHECK ((scope = ANY (ARRAY['all'::text, 'own'::text]))),
  CHECK ((state = ANY (ARRAY['named'::text, 'approved'::text, 'refused'::text, 'ended'::text]))),
  CHECK ((substitute_id <> person_id)),
  CHECK ((until_day >= from_day))
)
  CREATE INDEX substitution_by_substitute ON public.substitution USING btree (institution_id, substitute_id, until_day)
  CREATE INDEX substitution_newest ON public.substitution USING btree (institution_id, from_day DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of state, until_day

-- tenant: whether an institution has an administrator approve substitutes
table substitution_setting (
  institution_id uuid not null,
  automatic boolean not null,
  PRIMARY KEY (institution_id)
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of automatic

-- tenant: what was answered about positions on tax of contracts; each also in the chain of its contract
table tax_answer (
  institution_id uuid not null,
  contract_id uuid not null,
  regime text not null,
  seq integer not null,
  fact text not null,
  value jsonb not null,
  words text,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, contract_id, regime, seq),
  FOREIGN KEY (institution_id, contract_id) REFERENCES contract(institution_id, id),
  CHECK (((length(fact) >= 1) AND (length(fact) <= 60))),
  CHECK (((length(regime) >= 1) AND (length(regime) <= 40))),
  CHECK (((length(words) >= 1) AND (length(words) <= 2000))),
  CHECK ((seq >= 1))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tax_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: tax withheld that is paid over to the tax office, or given back by it
table tax_remittance (
  institution_id uuid not null,
  id uuid not null,
  month text not null,
  kind text not null,
  amount_fen bigint not null,
  state text not null,
  remark text,
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  decided_by uuid,
  decided_name text,
  decided_on date,
  settled_on date,
  document text,
  files jsonb not null default '[]'::jsonb,
  settled_name text,
  reversed_on date,
  reversed_for text,
  reversed_by uuid,
  reversed_name text,
  dated_on text not null default made_on,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 500))),
  CHECK (((length(reversed_for) >= 1) AND (length(reversed_for) <= 500))),
  CHECK (((state <> ALL (ARRAY['approved'::text, 'settled'::text, 'reversed'::text])) OR (decided_by IS NOT NULL))),
  CHECK (((state = 'reversed'::text) = ((reversed_on IS NOT NULL) AND (reversed_by IS NOT NULL)))),
  CHECK (((state = ANY (ARRAY['settled'::text, 'reversed'::text])) = ((settled_on IS NOT NULL) AND (document IS NOT NULL)))),
  CHECK ((amount_fen > 0)),
  CHECK ((decided_by <> made_by)),
  CHECK ((kind = ANY (ARRAY['paid_over'::text, 'given_back'::text]))),
  CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CHECK ((reversed_by <> made_by)),
  CHECK ((state = ANY (ARRAY['made'::text, 'approved'::text, 'refused'::text, 'cancelled'::text, 'settled'::text, 'reversed'::text])))
)
  CREATE INDEX tax_remittance_by_month ON public.tax_remittance USING btree (institution_id, month)
  CREATE INDEX tax_remittance_newest ON public.tax_remittance USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of amount_fen, decided_by, decided_name, decided_on, document, files, id, institution_id, kind, made_by, made_name, made_on, month, remark, reversed_by, reversed_for, reversed_name, reversed_on, settled_name, settled_on, state
  grant yizhuan_app select
  grant yizhuan_app update of decided_by, decided_name, decided_on, document, files, remark, reversed_by, reversed_for, reversed_name, reversed_on, settled_name, settled_on, state

-- tenant: tax withheld from payments whose distribution was reversed
table tax_set_off (
  institution_id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  act_seq integer not null,
  month text not null,
  amount_fen bigint not null,
  is_claim boolean not null,
  on_day date not null,
  document text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  takes_back integer,
  PRIMARY KEY (institution_id, case_id, act_seq),
  FOREIGN KEY (institution_id, case_id, plan_seq, line, attempt) REFERENCES payment_order(institution_id, case_id, plan_seq, line, attempt),
  FOREIGN KEY (institution_id, case_id, takes_back) REFERENCES tax_set_off(institution_id, case_id, act_seq),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((takes_back IS NOT NULL) = (amount_fen < 0))),
  CHECK ((act_seq > plan_seq)),
  CHECK ((amount_fen <> 0)),
  CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text))
)
  CREATE INDEX tax_set_off_by_payment ON public.tax_set_off USING btree (institution_id, case_id, plan_seq, line, attempt)
  CREATE UNIQUE INDEX tax_set_off_taken_back_once ON public.tax_set_off USING btree (institution_id, case_id, takes_back) WHERE (takes_back IS NOT NULL)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tax_set_off FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: tax of payments whose distribution was reversed that is to be set off: who ordered it, agreed and took it back
table tax_set_off_order (
  institution_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_seq integer not null,
  line smallint not null,
  attempt smallint not null,
  batch_id uuid not null,
  number integer not null,
  month text not null,
  amount_fen bigint not null,
  document text not null,
  state text not null,
  remark text,
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  decided_by uuid,
  decided_name text,
  decided_on date,
  act_seq integer,
  is_claim boolean,
  reversed_by uuid,
  reversed_name text,
  reversed_on date,
  reversed_for text,
  dated_on text not null default made_on,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, case_id, plan_seq, line, attempt) REFERENCES payment_order(institution_id, case_id, plan_seq, line, attempt),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 500))),
  CHECK (((length(reversed_for) >= 1) AND (length(reversed_for) <= 500))),
  CHECK (((state = 'reversed'::text) = ((reversed_on IS NOT NULL) AND (reversed_by IS NOT NULL)))),
  CHECK (((state = ANY (ARRAY['settled'::text, 'reversed'::text])) = ((act_seq IS NOT NULL) AND (is_claim IS NOT NULL)))),
  CHECK ((amount_fen > 0)),
  CHECK ((decided_by <> made_by)),
  CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CHECK ((reversed_by <> made_by)),
  CHECK ((state = ANY (ARRAY['made'::text, 'settled'::text, 'refused'::text, 'cancelled'::text, 'reversed'::text])))
)
  CREATE INDEX tax_set_off_order_by_payment ON public.tax_set_off_order USING btree (institution_id, case_id, plan_seq, line, attempt)
  CREATE INDEX tax_set_off_order_newest ON public.tax_set_off_order USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy closed_to_others restricting for all using (((case_id IS NULL) OR (NOT (case_id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[]))))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of act_seq, amount_fen, attempt, batch_id, case_id, decided_by, decided_name, decided_on, document, id, institution_id, is_claim, line, made_by, made_name, made_on, month, number, plan_seq, remark, reversed_by, reversed_for, reversed_name, reversed_on, state
  grant yizhuan_app select
  grant yizhuan_app update of act_seq, decided_by, decided_name, decided_on, is_claim, remark, reversed_by, reversed_for, reversed_name, reversed_on, state

-- tenant: what people answered to the doubts of the parser, with who and when
table text_answer (
  institution_id uuid not null,
  text_id uuid not null,
  seq integer not null,
  line integer not null,
  kind text not null,
  answer text not null,
  correction text,
  at timestamp with time zone not null,
  by_person uuid not null,
  by_name text not null,
  PRIMARY KEY (institution_id, text_id, seq),
  FOREIGN KEY (institution_id, text_id) REFERENCES policy_text(institution_id, id),
  CHECK (((answer = 'corrected'::text) = (correction IS NOT NULL))),
  CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  CHECK ((answer = ANY (ARRAY['accepted'::text, 'new-paragraph'::text, 'continuation'::text, 'not-a-marker'::text, 'corrected'::text]))),
  CHECK ((length(correction) <= 2000)),
  CHECK ((line >= 0)),
  CHECK ((seq > 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.text_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: one line per transfer case, projected from its acts
table transfer_case (
  institution_id uuid not null,
  id uuid not null,
  number text not null,
  title text not null,
  achievement_id uuid,
  stage text not null,
  status text not null,
  mode text,
  pricing text,
  counterparty text,
  price_fen bigint,
  received_fen bigint not null default 0,
  distributed_fen bigint not null default 0,
  opened_on date not null,
  last_on date not null,
  seq integer not null,
  pack_id text not null,
  pack_hash text not null,
  procedure text not null,
  UNIQUE (institution_id, number),
  PRIMARY KEY (institution_id, id),
  CHECK (((length(number) >= 1) AND (length(number) <= 40))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK ((seq >= 1)),
  CHECK ((status = ANY (ARRAY['open'::text, 'suspended'::text, 'closed'::text, 'ended'::text])))
)
  CREATE INDEX transfer_case_by_achievement ON public.transfer_case USING btree (institution_id, achievement_id)
  CREATE INDEX transfer_case_by_number ON public.transfer_case USING btree (institution_id, number DESC)
  CREATE INDEX transfer_case_by_procedure ON public.transfer_case USING btree (institution_id, procedure, number DESC)
  CREATE INDEX transfer_case_by_stage ON public.transfer_case USING btree (institution_id, stage, number DESC)
  CREATE INDEX transfer_case_waiting ON public.transfer_case USING btree (institution_id, last_on, number) WHERE (status = ANY (ARRAY['open'::text, 'suspended'::text]))
  row security, forced
  policy closed_to_others restricting for all using ((NOT (id = ANY (( SELECT cases_hidden() AS cases_hidden)::uuid[])))) check (as using)
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER mark_achievements AFTER INSERT ON public.transfer_case REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_cases_opened()
  CREATE TRIGGER mark_achievements_changed AFTER UPDATE ON public.transfer_case REFERENCING OLD TABLE AS former NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION mark_cases_moved()
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of counterparty, distributed_fen, last_on, mode, pack_hash, pack_id, price_fen, pricing, received_fen, seq, stage, status, title

-- tenant: certification authorities whose certificates an institution trusts
table trusted_authority (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  pem text not null,
  fingerprint text not null,
  subject text not null,
  issuer text not null,
  serial text not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  entered_at timestamp with time zone not null,
  entered_by uuid not null,
  entered_name text not null,
  retired_at timestamp with time zone,
  retired_name text,
  retired_reason text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id) REFERENCES institution(id),
  CHECK ((((retired_at IS NULL) = (retired_name IS NULL)) AND ((retired_at IS NULL) = (retired_reason IS NULL)))),
  CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  CHECK (((length(pem) >= 1) AND (length(pem) <= 20000))),
  CHECK (((length(retired_reason) >= 1) AND (length(retired_reason) <= 500))),
  CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text))
)
  CREATE UNIQUE INDEX trusted_authority_once ON public.trusted_authority USING btree (institution_id, fingerprint) WHERE (retired_at IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of retired_at, retired_name, retired_reason

-- tenant: agreements of trusteeship; every change is an entry of the chain of its record
table trusteeship (
  institution_id uuid not null,
  id uuid not null,
  number text not null,
  title text not null,
  trustee text not null,
  trustee_uscc text,
  trustee_kind text not null,
  subjects jsonb not null,
  parties jsonb not null,
  payer text,
  from_day ledger_day not null,
  to_day ledger_day,
  duties text not null,
  fee_fen bigint,
  fee_words text,
  approved_by text,
  approved_on ledger_day,
  files jsonb not null,
  despite text,
  remark text,
  ended_on ledger_day,
  end_reason text,
  dated_on text not null default from_day,
  UNIQUE (institution_id, number),
  PRIMARY KEY (institution_id, id),
  CHECK (((ended_on IS NULL) = (end_reason IS NULL))),
  CHECK (((ended_on)::text >= (from_day)::text)),
  CHECK (((length(approved_by) >= 1) AND (length(approved_by) <= 200))),
  CHECK (((length(despite) >= 1) AND (length(despite) <= 1000))),
  CHECK (((length(duties) >= 1) AND (length(duties) <= 4000))),
  CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 1000))),
  CHECK (((length(fee_words) >= 1) AND (length(fee_words) <= 1000))),
  CHECK (((length(number) >= 1) AND (length(number) <= 60))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 2000))),
  CHECK (((length(title) >= 1) AND (length(title) <= 300))),
  CHECK (((length(trustee) >= 1) AND (length(trustee) <= 200))),
  CHECK (((to_day)::text >= (from_day)::text)),
  CHECK ((fee_fen >= 0)),
  CHECK ((jsonb_array_length(parties) >= 3)),
  CHECK ((jsonb_array_length(subjects) >= 1)),
  CHECK ((payer = ANY (ARRAY['third_party'::text, 'institution'::text]))),
  CHECK ((trustee_kind ~ '^[a-z_]{1,40}$'::text)),
  CHECK ((trustee_uscc ~ '^[0-9A-Z]{18}$'::text))
)
  CREATE INDEX trusteeship_by_subject ON public.trusteeship USING gin (subjects jsonb_path_ops)
  CREATE INDEX trusteeship_newest ON public.trusteeship USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER withdrawn_before BEFORE DELETE ON public.trusteeship FOR EACH ROW EXECUTE FUNCTION withdrawn_before('trusteeship')
  grant yizhuan_app delete
  grant yizhuan_app insert of approved_by, approved_on, despite, duties, end_reason, ended_on, fee_fen, fee_words, files, from_day, id, institution_id, number, parties, payer, remark, subjects, title, to_day, trustee, trustee_kind, trustee_uscc
  grant yizhuan_app select
  grant yizhuan_app update of approved_by, approved_on, despite, duties, end_reason, ended_on, fee_fen, fee_words, files, from_day, number, parties, payer, remark, subjects, title, to_day, trustee, trustee_kind, trustee_uscc

-- tenant: bytes a person stored on one day: what the limit on a day is kept by
table upload_day (
  institution_id uuid not null,
  person_id uuid not null,
  day date not null,
  bytes bigint not null,
  PRIMARY KEY (institution_id, person_id),
  CHECK ((bytes >= 0))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of bytes, day

-- tenant: what became of the value added tax of a month; every change is an entry of its chain
table vat_settlement (
  institution_id uuid not null,
  id uuid not null,
  month text not null,
  kind text not null,
  amount_fen bigint not null,
  on_day ledger_day not null,
  document text not null,
  remark text,
  state text not null,
  made_by uuid not null,
  made_name text not null,
  made_on ledger_day not null,
  reversed_on date,
  reversed_for text,
  reversed_by uuid,
  reversed_name text,
  dated_on text not null default on_day,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(document) >= 1) AND (length(document) <= 200))),
  CHECK (((length(remark) >= 1) AND (length(remark) <= 500))),
  CHECK (((length(reversed_for) >= 1) AND (length(reversed_for) <= 500))),
  CHECK (((state = 'reversed'::text) = ((reversed_on IS NOT NULL) AND (reversed_by IS NOT NULL) AND (reversed_for IS NOT NULL) AND (reversed_name IS NOT NULL)))),
  CHECK ((amount_fen > 0)),
  CHECK ((kind = ANY (ARRAY['paid'::text, 'given_back'::text, 'carried'::text, 'relieved'::text, 'costed'::text]))),
  CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CHECK ((reversed_by <> made_by)),
  CHECK ((state = ANY (ARRAY['recorded'::text, 'reversed'::text])))
)
  CREATE INDEX vat_settlement_by_month ON public.vat_settlement USING btree (institution_id, month)
  CREATE INDEX vat_settlement_newest ON public.vat_settlement USING btree (institution_id, dated_on DESC, id DESC)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of amount_fen, document, id, institution_id, kind, made_by, made_name, made_on, month, on_day, remark, reversed_by, reversed_for, reversed_name, reversed_on, state
  grant yizhuan_app select
  grant yizhuan_app update of reversed_by, reversed_for, reversed_name, reversed_on, state

-- tenant: the vouchers of a run, each an entry of the journal
table voucher (
  institution_id uuid not null,
  run_id uuid not null,
  entry_id uuid not null,
  month text not null,
  number integer not null,
  is_again boolean not null,
  PRIMARY KEY (institution_id, run_id, entry_id),
  FOREIGN KEY (institution_id, entry_id) REFERENCES journal_entry(institution_id, id),
  FOREIGN KEY (institution_id, run_id) REFERENCES voucher_run(institution_id, id),
  CHECK ((month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text)),
  CHECK ((number >= 1))
)
  CREATE UNIQUE INDEX voucher_first_time ON public.voucher USING btree (institution_id, entry_id) WHERE (NOT is_again)
  CREATE UNIQUE INDEX voucher_number ON public.voucher USING btree (institution_id, month, number) WHERE (NOT is_again)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.voucher FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: when which entries of the journal went out to the finance system
table voucher_run (
  institution_id uuid not null,
  id uuid not null,
  from_day date not null,
  to_day date not null,
  is_again boolean not null,
  entries integer not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  PRIMARY KEY (institution_id, id),
  CHECK ((entries >= 1)),
  CHECK ((from_day <= to_day))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.voucher_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
  grant yizhuan_app insert
  grant yizhuan_app select

-- tenant: groups and services that are told what happens; addresses and secrets are sealed
table webhook (
  institution_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  url_sealed text not null,
  host text not null,
  secret_sealed text,
  events text[] not null,
  lang text not null,
  made_at timestamp with time zone not null,
  failures integer not null default 0,
  disabled_at timestamp with time zone,
  disabled_why text,
  removed_at timestamp with time zone,
  PRIMARY KEY (institution_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  CHECK ((disabled_why = ANY (ARRAY['by-hand'::text, 'failures'::text]))),
  CHECK ((kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'feishu'::text, 'signed'::text]))),
  CHECK ((lang = ANY (ARRAY['zh'::text, 'en'::text])))
)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of disabled_at, disabled_why, events, failures, lang, name, removed_at

-- tenant: what a webhook was told, what it answered and how long it took
table webhook_delivery (
  institution_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event text not null,
  content jsonb not null,
  made_at timestamp with time zone not null,
  attempts integer not null default 0,
  last_status integer,
  last_answer text,
  last_ms integer,
  last_at timestamp with time zone,
  delivered_at timestamp with time zone,
  gave_up_at timestamp with time zone,
  topic text,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, webhook_id) REFERENCES webhook(institution_id, id),
  CHECK (((length(topic) >= 1) AND (length(topic) <= 300)))
)
  CREATE INDEX webhook_delivery_newest ON public.webhook_delivery USING btree (institution_id, webhook_id, made_at DESC, id DESC)
  CREATE UNIQUE INDEX webhook_delivery_once ON public.webhook_delivery USING btree (institution_id, webhook_id, event, topic)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert
  grant yizhuan_app select
  grant yizhuan_app update of attempts, delivered_at, gave_up_at, last_answer, last_at, last_ms, last_status

-- tenant: write-offs that one person proposed and another one confirms; each step also in the chain of its contract
table write_off_proposal (
  institution_id uuid not null,
  id uuid not null,
  receivable_id uuid not null,
  minor bigint not null,
  written_on date not null,
  reason text not null,
  files jsonb not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  made_name text not null,
  outcome text,
  ended_at timestamp with time zone,
  ended_by uuid,
  ended_name text,
  ended_reason text,
  write_off_id uuid,
  PRIMARY KEY (institution_id, id),
  FOREIGN KEY (institution_id, receivable_id) REFERENCES receivable(institution_id, id),
  FOREIGN KEY (institution_id, write_off_id) REFERENCES receivable_write_off(institution_id, id),
  CHECK ((((outcome IS NULL) = (ended_at IS NULL)) AND ((outcome IS NULL) = (ended_by IS NULL)) AND ((outcome IS NULL) = (ended_name IS NULL)))),
  CHECK (((NOT (outcome IS DISTINCT FROM 'confirmed'::text)) = (write_off_id IS NOT NULL))),
  CHECK (((length(ended_reason) >= 1) AND (length(ended_reason) <= 500))),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
  CHECK (((outcome IS DISTINCT FROM 'confirmed'::text) OR (ended_by <> made_by))),
  CHECK (((outcome IS DISTINCT FROM 'withdrawn'::text) OR (ended_reason IS NOT NULL))),
  CHECK ((jsonb_typeof(files) = 'array'::text)),
  CHECK ((minor > 0)),
  CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'withdrawn'::text])))
)
  CREATE UNIQUE INDEX write_off_proposal_waiting ON public.write_off_proposal USING btree (institution_id, receivable_id) WHERE (outcome IS NULL)
  row security, forced
  policy own_institution for all using ((institution_id = (NULLIF(current_setting('app.institution'::text, true), ''::text))::uuid)) check (as using)
  grant yizhuan_app insert of files, id, institution_id, made_at, made_by, made_name, minor, reason, receivable_id, written_on
  grant yizhuan_app select
  grant yizhuan_app update of ended_at, ended_by, ended_name, ended_reason, outcome, write_off_id

CREATE OR REPLACE FUNCTION public.act_withheld(of_case uuid, place integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from closed_case
    where institution_id = nullif(current_setting('app.institution', true), '')::uuid
      and case_id = of_case
      and withheld -> coalesce(current_setting('app.person', true), '') @> to_jsonb(place))
$function$

CREATE OR REPLACE FUNCTION public.answer_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.entered_by is null or not exists (select from audit_entry
      where institution_id = old.institution_id and chain = 'stocktaking/' || old.stocktaking_id
        and action = 'stocktaking.answerWithdrawn' and entry #>> '{data,answer}' = old.id::text)
    or not exists (select from stocktaking where institution_id = old.institution_id
      and id = old.stocktaking_id and state = 'open') then
    raise exception 'answer % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.append_only(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  -- Per statement, so that it is refused even where row security leaves no row to touch.
  execute format(
    'create trigger append_only before update or delete or truncate on %s '
    'for each statement execute function refuse_change()', target);
  execute format('revoke update, delete, truncate on %s from yizhuan_app', target);
end $function$

CREATE OR REPLACE FUNCTION public.award_is_not_ordered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind = 'paid' and exists (select from award_order where institution_id = new.institution_id
    and source = tg_argv[0] and record_id = (to_jsonb(new) ->> tg_argv[1])::uuid
    and place = new.place and turn = new.turn and state in ('ordered', 'sent')) then
    raise exception 'a payment of % is under way in a batch', tg_argv[0]
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.books_closed_through(institution uuid)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtext('yizhuan books'), hashtext(institution::text));
  return (select closed_through from journal_period where institution_id = institution);
end $function$

CREATE OR REPLACE FUNCTION public.case_withheld(of_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (
    select from closed_case
    where institution_id = nullif(current_setting('app.institution', true), '')::uuid
      and case_id = of_case
      and jsonb_array_length(
        coalesce(withheld -> coalesce(current_setting('app.person', true), ''), '[]')) > 0)
$function$

CREATE OR REPLACE FUNCTION public.cases_hidden()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(case_id), '{}') from closed_case
  where institution_id = nullif(current_setting('app.institution', true), '')::uuid
    and not reader_roles || array['system'] &&
      string_to_array(coalesce(current_setting('app.roles', true), ''), ',')
    and not coalesce(
      nullif(current_setting('app.person', true), '')::uuid = any(reader_people), false)
$function$

CREATE OR REPLACE FUNCTION public.closed_with_its_case(target regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy closed_to_others on %s as restrictive '
    'using (case_id is null or not case_id = any ((select cases_hidden())::uuid[]))', target);
end $function$

CREATE OR REPLACE FUNCTION public.costs_came_back(house uuid, keys text[])
 RETURNS TABLE(key text, fen numeric)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    select voucher_key(cost.voucher), sum(back.amount_fen)
    from cost_reimbursement as back
    join cost on cost.institution_id = back.institution_id and cost.case_id = back.case_id
      and cost.seq = back.cost_seq
    where back.institution_id = house and voucher_key(cost.voucher) = any (keys)
    group by 1;
  perform set_config('app.roles', callers, true);
end $function$

CREATE OR REPLACE FUNCTION public.credential_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'person/' || old.person_id and action = 'person.credentialWithdrawn'
      and entry #>> '{data,credential}' = old.id::text) then
    raise exception 'certificate % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.declaration_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  declaration uuid := (to_jsonb(old) ->> tg_argv[0])::uuid;
begin
  if not exists (select from interest_declaration as one join audit_entry on
      audit_entry.institution_id = one.institution_id and chain = 'interest/' || one.person_id
      and action = 'interest.withdrawn' and entry #>> '{data,declaration}' = one.id::text
    where one.institution_id = old.institution_id and one.id = declaration
      and one.entered_by is not null) then
    raise exception 'declaration % has not been withdrawn', declaration
      using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.disclosure_read(by_author uuid, team jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  me record;
begin
  if by_author = caller then return true; end if;
  select name, staff_number, exists (
      select from person other where other.institution_id = house
        and other.name = person.name and other.id <> person.id) as is_shared
    into me from person where institution_id = house and id = caller;
  return exists (
    select from jsonb_to_recordset(team) as inventor(name text, "staffNo" text, person text)
    where case when inventor.person is not null then inventor.person = caller::text
      when inventor."staffNo" is not null then inventor."staffNo" = me.staff_number
      else inventor.name = me.name and not me.is_shared end);
end $function$

CREATE OR REPLACE FUNCTION public.disposals_recorded_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform hold_receipts_once(new.institution_id, (select array_agg(distinct voucher_key(receipt ->> 'voucher'))
    from jsonb_array_elements(new.entry #> '{data,receipts}') as receipt));
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.dividends_recorded_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  kind text := case new.type when 'dividendDeclared' then 'resolution' else 'voucher' end;
  key text := voucher_key(new.entry #>> array['data', kind]);
  year text := voucher_key(new.entry #>> '{data,year}');
  known boolean;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  if not exists (select from transfer_case as deal where deal.institution_id = new.institution_id
      and deal.id = new.case_id and deal.procedure = 'equity_holding') then return null; end if;
  -- What was said to have come in as a whole may be recorded in parts.
  select count(*) > 1 and (new.type = 'dividendDeclared' or max(one.entry #>> '{data,voucherAmount}') is null)
  into known
  from act as one
  where one.institution_id = new.institution_id and one.case_id = new.case_id and one.type = new.type
    and voucher_key(one.entry #>> array['data', kind]) = key
    and (new.type = 'dividendReceived' or voucher_key(one.entry #>> '{data,year}') = year)
    and not exists (select from act as struck
      where struck.institution_id = one.institution_id and struck.case_id = one.case_id
        and struck.type = 'entryStruck' and struck.entry #>> '{data,entry}' = one.seq::text);
  if known then
    raise exception 'the dividend of % is recorded already', key using errcode = 'unique_violation';
  end if;
  if new.type = 'dividendReceived' then
    perform hold_receipts_once(new.institution_id, array[key]);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.docket_read(sought_right uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
begin
  return string_to_array(coalesce(current_setting('app.roles', true), ''), ',') && array[
      'system', 'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']
    or exists (
      select from ip_right
      join account on account.institution_id = house and account.person_id = caller
      where ip_right.institution_id = house and ip_right.id = sought_right
        and account.name = any (ip_right.inventors))
    or exists (
      select from right_deadline
      where institution_id = house and right_id = sought_right and person_id = caller
        and state = 'open');
end $function$

CREATE OR REPLACE FUNCTION public.documents_hidden()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select cases || records_of_cases(cases) from cases_hidden() as cases
$function$

CREATE OR REPLACE FUNCTION public.entry_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'project/' || old.project_id and action = 'project.entryWithdrawn'
      and entry #>> '{data,entry}' = old.id::text) then
    raise exception 'entry % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.evaluation_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'achievement/' || old.achievement_id and action = 'achievement.evaluationWithdrawn'
      and entry #>> '{data,id}' = old.id::text) then
    raise exception 'evaluation % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.event_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'right/' || old.right_id and action = 'right.withdrawn') then
    raise exception 'right % has not been withdrawn', old.right_id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.file_closed(sought text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  cases uuid[] := cases_hidden();
begin
  select cases || coalesce(array_agg(case_id), '{}') into cases from closed_case
    where institution_id = house and case_withheld(case_id);
  return cases <> '{}' and file_named_in(sought, cases) and not file_read(sought);
end $function$

CREATE OR REPLACE FUNCTION public.file_named_in(sought text, cases uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
      select from contract_amendment
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
end $function$

CREATE OR REPLACE FUNCTION public.file_of_others(sought text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if 'system' = any (string_to_array(coalesce(current_setting('app.roles', true), ''), ',')) then
    return false;
  end if;
  return not file_read(sought);
end $function$

CREATE OR REPLACE FUNCTION public.file_places(sought text, named jsonb, house uuid, caller uuid, held text[])
 RETURNS TABLE(by_role boolean, is_theirs boolean, is_hidden boolean)
 LANGUAGE sql
 STABLE
AS $function$
  -- Where everybody of the house reads what they see.
  select true, false, act_withheld(case_id, seq) from act
    where institution_id = house and case_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'act')
      and entry -> 'files' @> named
  union all
  select true, false, by_person <> caller and case_withheld(case_id) from paper_made
    where institution_id = house and sha256 = sought
  union all
  select true, false, false from paper_template where institution_id = house and sha256 = sought
  union all
  select true, false, false from policy_text where institution_id = house and file_sha256 = sought
  union all
  select true, false, false from delegation
    where institution_id = house and letter ->> 'sha256' = sought
  union all
  select true, false, false from internal_rule
    where institution_id = house and file ->> 'sha256' = sought
  union all
  select true, false, false from distribution_rule
    where institution_id = house and file ->> 'sha256' = sought
  union all
  select true, false, false from own_rule
    where institution_id = house and basis_file ->> 'sha256' = sought
  union all
  select true, false, false from institution_standing
    where institution_id = house and file ->> 'sha256' = sought
  union all
  -- What its handlers say of a closed case is not for all who read that case.
  select true, false, record_id = any (documents_hidden())
      or exists (
        select from closed_case
        where closed_case.institution_id = house and closed_case.case_id = comment.case_id)
    from comment
    where institution_id = house and kind <> 'achievement' and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'comment')
  union all
  -- What was disclosed, and what comes beside it.
  select held && file_readers('achievement'), disclosure_read(disclosed_by, inventors), false
    from achievement
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'achievement')
  union all
  select held && file_readers('achievement'), exists (
      select from achievement
      where achievement.institution_id = house and achievement.id = comment.record_id
        and disclosure_read(disclosed_by, inventors)), false
    from comment
    where institution_id = house and kind = 'achievement' and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'comment')
  union all
  select held && file_readers('achievement_evaluation'), false, false from achievement_evaluation
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'achievement_evaluation')
  union all
  select held && file_readers('achievement_feedback'), false, false from achievement_feedback
    where institution_id = house and files @> named
  union all
  select held && file_readers('project_entry'), exists (
      select from project
      where project.institution_id = house and project.id = project_entry.project_id
        and project.leader_person = caller)
      or exists (
        select from project_entry as own
        where own.institution_id = house and own.project_id = project_entry.project_id
          and own.person_id = caller), false
    from project_entry
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'project_entry')
  union all
  select held && file_readers('person_credential'), person_id = caller, false from person_credential
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'person_credential')
  union all
  -- Mail is for whoever brought it and the office; of a closed case, once filed with it, for its readers.
  select held && file_readers('letter'), brought_by = caller,
      coalesce(record_id = any (documents_hidden()), false)
    from letter
    where institution_id = house and (sha256 = sought or files @> named)
  union all
  -- Rights, and patents of others.
  select held && file_readers('right_file'), docket_read(right_id), false from right_file
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('fee_receipt_list'), false, false from fee_receipt_list
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('outside_claim'), false, false from outside_claim
    where institution_id = house and files @> named
  union all
  select held && file_readers('outside_claim_end'), false, false from outside_claim_end
    where institution_id = house and files @> named
  union all
  -- What hangs on a contract or a receipt is hidden with it.
  select held && file_readers('record_file'), false, record_id = any (documents_hidden())
    from record_file
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('signature_check'), false, contract_id = any (documents_hidden())
    from signature_check
    where institution_id = house and sha256 = sought
  union all
  select held && file_readers('payment_terms'), false, contract_id = any (documents_hidden())
    from payment_terms
    where institution_id = house and contract_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'payment_terms')
      and files @> named
  union all
  select held && file_readers('contract_amendment'), false, contract_id = any (documents_hidden())
    from contract_amendment
    where institution_id = house and files @> named
  union all
  select held && file_readers('milestone_reached'), false, contract_id = any (documents_hidden())
    from milestone_reached
    where institution_id = house and files @> named
  union all
  select held && file_readers('obligation'), false, contract_id = any (documents_hidden())
    from obligation
    where institution_id = house and files @> named
  union all
  select held && file_readers('royalty_statement'), false, contract_id = any (documents_hidden())
    from royalty_statement
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'royalty_statement')
  union all
  select held && file_readers('royalty_audit'), false, contract_id = any (documents_hidden())
    from royalty_audit
    where institution_id = house and files @> named
  union all
  select held && file_readers('invoice'), false, contract_id = any (documents_hidden()) from invoice
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'invoice')
  union all
  select held && file_readers('tax_answer'), false, contract_id = any (documents_hidden())
    from tax_answer
    where institution_id = house and files @> named
  union all
  select held && file_readers('write_off_proposal'), false, exists (
      select from receivable
      where receivable.institution_id = house and receivable.id = write_off_proposal.receivable_id
        and receivable.contract_id = any (documents_hidden()))
    from write_off_proposal
    where institution_id = house and files @> named
  union all
  select held && file_readers('registration_event'), false, registration_hidden(registration_id)
    from registration_event
    where institution_id = house and registration_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'registration_event')
      and files @> named
  union all
  select held && file_readers('income_verification'), false, registration_hidden(registration_id)
    from income_verification
    where institution_id = house and files @> named
  union all
  -- Money, companies and what others keep for the house.
  select held && file_readers('payout_proof'), false, false from payout_proof
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'payout_proof')
  union all
  select held && file_readers('tax_remittance'), false, false from tax_remittance
    where institution_id = house and files @> named
  union all
  select held && file_readers('asset_cost'), false, false from asset_cost
    where institution_id = house and id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'asset_cost')
  union all
  select held && file_readers('fund'), false, false from fund
    where institution_id = house and files @> named
  union all
  select held && file_readers('fund_entry'), false, false from fund_entry
    where institution_id = house and fund_id in (
      select record from file_naming
      where file_naming.institution_id = house and file_naming.sha256 = sought and place = 'fund_entry')
      and files @> named
  union all
  select held && file_readers('grant_bonus'), false, false from grant_bonus
    where institution_id = house and files @> named
  union all
  select held && file_readers('grant_bonus_payment'), false, false from grant_bonus_payment
    where institution_id = house and files @> named
  union all
  select held && file_readers('staff_award'), false, false from staff_award
    where institution_id = house and files @> named
  union all
  select held && file_readers('staff_award_payment'), false, false from staff_award_payment
    where institution_id = house and files @> named
  union all
  select held && file_readers('spin_off'), false, false from spin_off
    where institution_id = house and files @> named
  union all
  select held && file_readers('trusteeship'), false, false from trusteeship
    where institution_id = house and files @> named
$function$

CREATE OR REPLACE FUNCTION public.file_read(sought text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  caller uuid := nullif(current_setting('app.person', true), '')::uuid;
  held text[] := string_to_array(coalesce(current_setting('app.roles', true), ''), ',');
  named jsonb := jsonb_build_array(jsonb_build_object('sha256', sought));
begin
  return exists (
      select from file_upload
      where institution_id = house and sha256 = sought and person_id = caller)
    or exists (
      select from file_places(sought, named, house, caller, held)
      where (by_role or is_theirs) and not is_hidden);
end $function$

CREATE OR REPLACE FUNCTION public.file_readers(place text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select array['system'] || case
    when place = 'person_credential' then array['admin', 'tto_reviewer', 'auditor', 'discipline']
    when place = 'tax_remittance' then array['finance', 'leaders', 'auditor']
    when place in ('letter', 'outside_claim', 'outside_claim_end') then array[
      'tto_negotiator', 'tto_reviewer']
    when place in ('right_file', 'payout_proof', 'fee_receipt_list') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'auditor']
    when place in ('achievement', 'achievement_evaluation', 'achievement_feedback', 'asset_cost', 'fund',
      'fund_entry', 'grant_bonus', 'grant_bonus_payment', 'staff_award', 'staff_award_payment', 'project_entry') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor']
    when place in ('spin_off', 'trusteeship') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor',
      'platform_company']
    when place in ('income_verification', 'invoice', 'contract_amendment', 'milestone_reached', 'obligation', 'payment_terms', 'record_file',
      'registration_event', 'royalty_audit', 'royalty_statement', 'signature_check', 'tax_answer',
      'write_off_proposal') then array[
      'tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline', 'auditor',
      'admin', 'platform_company']
  end
$function$

CREATE OR REPLACE FUNCTION public.fund_entry_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  cash bigint := 0;
  reserved bigint := 0;
  promised bigint;
  outlay bigint;
  was fund_entry;
  -- What the line does: its own kind, or that of the line it takes back, the other way round.
  did text := new.kind;
  way bigint := 1;
begin
  if new.seq > 1 then
    select cash_fen, reserved_fen into strict cash, reserved from fund_entry
    where institution_id = new.institution_id and fund_id = new.fund_id and seq = new.seq - 1;
  end if;
  if new.kind = 'corrected' then
    select * into strict was from fund_entry
    where institution_id = new.institution_id and fund_id = new.fund_id and seq = new.corrects;
    if was.kind = 'corrected' or was.amount_fen <> new.amount_fen
      or was.project_id is distinct from new.project_id then
      raise exception 'line % of fund % corrects no line like it', new.seq, new.fund_id
        using errcode = 'integrity_constraint_violation';
    end if;
    did := was.kind;
    way := -1;
  end if;
  cash := cash + way * case when did in ('contributed', 'returned') then new.amount_fen
    when did in ('givenBack', 'drawn') then -new.amount_fen else 0 end;
  reserved := reserved + way * case when did = 'committed' then new.amount_fen
    when did in ('released', 'drawn') then -new.amount_fen else 0 end;
  if new.cash_fen <> cash or new.reserved_fen <> reserved then
    raise exception 'line % of fund % does not follow from the one before', new.seq, new.fund_id
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.project_id is not null then
    select coalesce(sum(case kind when 'committed' then amount_fen when 'returned' then 0 else -amount_fen end), 0),
      coalesce(sum(case kind when 'drawn' then amount_fen when 'returned' then -amount_fen else 0 end), 0)
    into promised, outlay from fund_entry as line
    where institution_id = new.institution_id and project_id = new.project_id and kind <> 'corrected'
      and seq is distinct from new.corrects
      and not exists (select from fund_entry as later where later.institution_id = line.institution_id
        and later.fund_id = line.fund_id and later.corrects = line.seq);
    if new.kind <> 'corrected' then
      promised := promised + case new.kind when 'committed' then new.amount_fen when 'returned' then 0
        else -new.amount_fen end;
      outlay := outlay + case new.kind when 'drawn' then new.amount_fen when 'returned' then -new.amount_fen
        else 0 end;
    end if;
    if promised < 0 or outlay < 0 then
      raise exception 'line % of fund % takes more than its project has', new.seq, new.fund_id
        using errcode = 'integrity_constraint_violation';
    end if;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.grant_bonus_is_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.amount_fen is distinct from (select sum(amount_fen) from grant_bonus_share
    where institution_id = new.institution_id and bonus_id = new.id) then
    raise exception 'the shares of bonus % are not its amount', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.grant_bonus_payment_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from grant_bonus_share where institution_id = new.institution_id
    and bonus_id = new.bonus_id and place = new.place and amount_fen = new.amount_fen) then
    raise exception 'a payment of bonus % is not its share', new.bonus_id
      using errcode = 'integrity_constraint_violation';
  end if;
  -- What ends was paid in its turn; a further turn begins when the one before ended.
  if (new.kind <> 'paid' or new.turn > 1) and not exists (select from grant_bonus_payment as before
    where before.institution_id = new.institution_id and before.bonus_id = new.bonus_id
      and before.place = new.place
      and before.turn = case new.kind when 'paid' then new.turn - 1 else new.turn end
      and (before.kind = 'paid') = (new.kind <> 'paid')) then
    raise exception 'a payment of bonus % has nothing before it', new.bonus_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.hand_receipt_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  is_over boolean;
begin
  -- What an archive brings was judged where it was recorded.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  perform hold_vouchers(new.institution_id);
  perform set_config('app.roles', 'system', true);
  select count(*) > 1 and (max(voucher_fen) is null or sum(amount_fen) > max(voucher_fen)) into is_over
    from receipt
    where institution_id = new.institution_id and voucher_key(voucher) = voucher_key(new.voucher)
      and voucher_key(account) = voucher_key(new.account) and amount_fen > 0;
  perform set_config('app.roles', callers, true);
  if is_over then
    raise exception 'voucher % of this account is recorded already', new.voucher using errcode = 'check_violation';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.hold_receipts_once(house uuid, keys text[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  over text;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return; end if;
  perform hold_vouchers(house);
  select key into over from (
    select key, count(*) as takers, sum(taken) as taken, max(whole) as most
    from receipt_lines(house, keys) where source <> 'register' group by key) as one
  where takers > 1 and most is null or taken > most
  limit 1;
  if over is not null then
    raise exception 'more is recorded of receipt % than came in', over using errcode = 'check_violation';
  end if;
end $function$

CREATE OR REPLACE FUNCTION public.hold_vouchers(house uuid)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select pg_advisory_xact_lock(hashtext('yizhuan vouchers'), hashtext(house::text))
$function$

CREATE OR REPLACE FUNCTION public.journal_entry_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  written bigint;
  off text;
begin
  select count(*),
    string_agg(distinct book, ', ') filter (where total <> 0)
  into written, off
  from (
    select book, sum(case side when 'debit' then amount_fen else -amount_fen end) over (partition by book) as total
    from journal_line
    where institution_id = new.institution_id and entry_id = new.id) as of_entry;
  if written <> new.lines then
    raise exception 'journal entry % has % of its % lines', new.id, written, new.lines
      using errcode = 'integrity_constraint_violation';
  end if;
  if off is not null then
    raise exception 'journal entry % does not balance: %', new.id, off
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.journal_month_is_open()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  closed text := books_closed_through(new.institution_id);
begin
  if left(new.dated_on, 7) <= closed then
    raise exception 'the books are closed through %: nothing is posted on %', closed, new.dated_on
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.keeps_law()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from law_keeper
    where institution_id = nullif(current_setting('app.institution', true), '')::uuid)
$function$

CREATE OR REPLACE FUNCTION public.mark_achievements()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, achievement_id from told where achievement_id is not null;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.mark_cases_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, about from former
  join told using (institution_id, id), unnest(array[former.achievement_id, told.achievement_id]) as about
  where about is not null
    and (told.procedure = 'asset_ledger'
      or told.procedure = 'transfer'
        and (former.achievement_id, former.counterparty, former.opened_on, former.status,
            case when 'ended' in (former.status, told.status) then former.last_on end)
          is distinct from (told.achievement_id, told.counterparty, told.opened_on, told.status,
            case when 'ended' in (former.status, told.status) then told.last_on end));
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.mark_cases_opened()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, achievement_id from told
  where achievement_id is not null
    and (procedure = 'asset_ledger' or procedure = 'transfer' and counterparty is not null);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.mark_contracts_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct about.institution_id, about.achievement_id from former
  join told using (institution_id, id)
  join contract_achievement as about on about.institution_id = told.institution_id and about.contract_id = told.id
  where (former.kind, former.number, former.signed_on, former.status, former.terminated_on)
    is distinct from (told.kind, told.number, told.signed_on, told.status, told.terminated_on);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.mark_rights_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct institution_id, about from former
  join told using (institution_id, id), unnest(array[former.achievement_id, told.achievement_id]) as about
  where about is not null
    and (former.achievement_id, former.kind, former.number, former.status, former.granted_on, former.valid_to)
      is distinct from (told.achievement_id, told.kind, told.number, told.status, told.granted_on, told.valid_to);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.mark_rights_lost()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct told.institution_id, about.achievement_id from told
  cross join lateral (
    select achievement_id from ip_right
    where ip_right.institution_id = told.institution_id and ip_right.id = told.right_id
    offset 0) as about
  where (told.lost_on is not null or told.ends_on is not null) and about.achievement_id is not null;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.mark_rights_moved()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into asset_tag_mark (institution_id, achievement_id)
  select distinct told.institution_id, about.achievement_id from told
  cross join lateral (
    select achievement_id from ip_right
    where ip_right.institution_id = told.institution_id and ip_right.id = told.right_id
    offset 0) as about
  where told.kind in ('transferred', 'struck') and about.achievement_id is not null;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.name_files_of_achievement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'achievement', id from new_rows as named cross join lateral (select one #>> '{}' from jsonb_path_query(files, '$[*].sha256') as one union all select one #>> '{}' from jsonb_path_query(holdings, '$[*].files[*].sha256') as one) as each (named_sha256) where (files <> '[]' or holdings <> '[]') and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_achievement_evaluation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'achievement_evaluation', id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'act', case_id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(entry -> 'files') as one) as each (named_sha256) where jsonb_typeof(entry -> 'files') = 'array' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_asset_cost()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'asset_cost', id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_comment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'comment', id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_fund_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'fund_entry', fund_id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'invoice', id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_payment_terms()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'payment_terms', contract_id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_payout_proof()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'payout_proof', id from new_rows as named cross join lateral (select file ->> 'sha256') as each (named_sha256) where file is not null and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_person_credential()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'person_credential', id from new_rows as named cross join lateral (select file ->> 'sha256') as each (named_sha256) where file is not null and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_project_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'project_entry', id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_registration_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'registration_event', registration_id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.name_files_of_royalty_statement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$begin insert into file_naming (institution_id, sha256, place, record) select distinct institution_id, each.named_sha256, 'royalty_statement', id from new_rows as named cross join lateral (select one ->> 'sha256' from jsonb_array_elements(files) as one) as each (named_sha256) where files <> '[]' and each.named_sha256 is not null on conflict do nothing; return null; end$function$

CREATE OR REPLACE FUNCTION public.parties_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'right/' || old.right_id and (action = 'right.withdrawn'
        or action = 'right.partiesWithdrawn' and entry #>> '{data,set}' = old.id::text)) then
    raise exception 'owners % have not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.payment_order_turns()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> new.state and (old.state, new.state) not in (('ordered', 'sent'), ('ordered', 'paid'),
    ('ordered', 'dropped'), ('sent', 'paid'), ('sent', 'returned'), ('paid', 'returned')) then
    raise exception 'a payment that is % does not become %', old.state, new.state
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.payment_order_withheld()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'ordered' or (old.state = 'sent' and old.withheld_fen is null) then
    return new;
  end if;
  -- Late, with a row of its own that says so; what was known when it was paid stays.
  if old.state = 'paid' and new.state = 'paid' and new.taxed_late
    and (old.withheld_fen is null or old.taxed_late) then
    return new;
  end if;
  raise exception 'the tax withheld from a payment that is % does not change', old.state
    using errcode = 'integrity_constraint_violation';
end $function$

CREATE OR REPLACE FUNCTION public.post_withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'person/' || old.person_id and action = 'person.appointmentWithdrawn'
      and entry #>> '{data,post}' = old.id::text) then
    raise exception 'post % has not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.receipt_lines(house uuid, keys text[])
 RETURNS TABLE(source text, id uuid, key text, on_day text, taken numeric, whole bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    with line as (
      select one.id, one.case_id, one.told_by, voucher_key(one.voucher) as key, one.received_on, one.voucher_fen,
        one.amount_fen
      from receipt as one
      where one.institution_id = house and voucher_key(one.voucher) = any (keys) and one.amount_fen > 0),
    recorded as (
      select line.case_id, line.key, min(line.received_on) as on_day, max(line.voucher_fen) as whole,
        sum(line.amount_fen) - recorded_by_mistake(house, line.case_id, line.key) as taken
      from line where line.case_id is not null group by line.case_id, line.key),
    dividend as (
      select act.case_id, act.seq, act.on_day, voucher_key(act.entry #>> '{data,voucher}') as key,
        (act.entry #>> '{data,amount}')::numeric as taken, (act.entry #>> '{data,voucherAmount}')::bigint as whole
      from transfer_case as deal join act on act.institution_id = house and act.case_id = deal.id
        and act.type = 'dividendReceived'
      where deal.institution_id = house and deal.procedure = 'equity_holding'
        and voucher_key(act.entry #>> '{data,voucher}') = any (keys)
        and not exists (select from act as struck
          where struck.institution_id = house and struck.case_id = act.case_id and struck.type = 'entryStruck'
            and struck.entry #>> '{data,entry}' = act.seq::text)),
    disposal as (
      select act.case_id, act.on_day, voucher_key(receipt ->> 'voucher') as key,
        (receipt ->> 'amount')::numeric as taken, (receipt ->> 'voucherAmount')::bigint as whole
      from transfer_case as deal
      join act on act.institution_id = house and act.case_id = deal.id and act.type = 'eventHandled'
      cross join lateral jsonb_array_elements(coalesce(act.entry #> '{data,receipts}', '[]')) as receipt
      where deal.institution_id = house and deal.procedure = 'equity_holding'
        and voucher_key(receipt ->> 'voucher') = any (keys)
        and not exists (select from act as struck
          where struck.institution_id = house and struck.case_id = act.case_id and struck.type = 'entryStruck'
            and struck.entry #>> '{data,entry}' = act.seq::text)),
    held as (
      select case_id, on_day, key, taken, whole from dividend
      union all select case_id, on_day, key, taken, whole from disposal),
    came_back as (
      select back.case_id, voucher_key(back.voucher) as key, min(back.on_day)::text as on_day,
        sum(back.amount_fen) as taken
      from cost_reimbursement as back
      join act on act.institution_id = house and act.case_id = back.case_id and act.seq = back.seq
      where back.institution_id = house and voucher_key(back.voucher) = any (keys) and back.amount_fen > 0
        -- What the ledger of fees booked may be of several cases, and is held to what came in there.
        and act.entry #> '{data,inFees}' is null
        and not exists (select from cost_reimbursement as gone
          where gone.institution_id = house and gone.case_id = back.case_id and gone.voucher = back.voucher
            and gone.amount_fen < 0 and gone.seq > back.seq)
      group by back.case_id, voucher_key(back.voucher))
    select 'case', recorded.case_id, recorded.key, recorded.on_day, recorded.taken, recorded.whole
    from recorded where recorded.taken > 0
    union all
    select 'case', came_back.case_id, came_back.key, came_back.on_day, came_back.taken, null::bigint
    from came_back
    union all
    select 'told', line.told_by, line.key, min(line.received_on), sum(line.amount_fen), max(line.voucher_fen)
    from line where line.case_id is null and line.told_by is not null group by line.told_by, line.key
    union all
    select 'register', line.id, line.key, line.received_on, line.amount_fen::numeric, line.voucher_fen
    from line where line.case_id is null and line.told_by is null
    union all
    select 'holding', held.case_id, held.key, min(held.on_day)::text, sum(held.taken), max(held.whole)
    from held group by held.case_id, held.key;
  perform set_config('app.roles', callers, true);
end $function$

CREATE OR REPLACE FUNCTION public.receipt_own_left(of_institution uuid, of_receipt uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select greatest(0, receipt.amount_fen - receipt.others_fen - coalesce((
    select sum(link.fen + sign(link.fen) * refund.others_fen)
    from receipt_refund as link
      join receipt as refund
        on refund.institution_id = link.institution_id and refund.id = link.refund_id
    where link.institution_id = receipt.institution_id and link.receipt_id = receipt.id), 0))::bigint
  from receipt where institution_id = of_institution and id = of_receipt
$function$

CREATE OR REPLACE FUNCTION public.receipt_taken_in_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform hold_receipts_once(new.institution_id, array[voucher_key(new.voucher)]);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.receipt_takers(house uuid, asked text)
 RETURNS TABLE(source text, id uuid, number text, on_day text, taken_fen text, whole_fen text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  hidden uuid[] := cases_hidden();
begin
  perform set_config('app.roles', 'system', true);
  return query
    select line.source, line.id,
      case when line.source = 'register' then coalesce(entered.contract_number, entered.payer, asked)
        when not line.id = any (hidden) then deal.number end,
      line.on_day, line.taken::text, line.whole::text
    from receipt_lines(house, array[voucher_key(asked)]) as line
    left join transfer_case as deal on deal.institution_id = house and deal.id = line.id
    left join receipt as entered on entered.institution_id = house and entered.id = line.id;
  perform set_config('app.roles', callers, true);
end $function$

CREATE OR REPLACE FUNCTION public.receipt_told_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform hold_receipts_once(new.institution_id, array[voucher_key(new.voucher)]);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.receipts_recorded_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house uuid;
  keys text[];
begin
  for house, keys in
    select institution_id, array_agg(distinct voucher_key(voucher)) from added
    where case_id is not null and amount_fen > 0 and voucher is not null group by institution_id
  loop
    perform hold_receipts_once(house, keys);
  end loop;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.recorded_by_mistake(house uuid, deal uuid, key text)
 RETURNS numeric
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(sum((act.entry #>> '{data,amount}')::numeric), 0) from act
  where act.institution_id = house and act.case_id = deal and act.type = 'receiptRefunded'
    and act.entry #>> '{data,cause}' = 'entry_error' and voucher_key(act.entry #>> '{data,receipt}') = key
$function$

CREATE OR REPLACE FUNCTION public.records_of_cases(cases uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  house uuid := nullif(current_setting('app.institution', true), '')::uuid;
  callers text := coalesce(current_setting('app.roles', true), '');
  records uuid[];
begin
  if cases = '{}' then return '{}'; end if;
  perform set_config('app.roles', 'system', true);
  select coalesce(array_agg(id), '{}') into records from (
    select id from contract where institution_id = house and case_id = any (cases)
    union all
    select registration.id from registration
    join contract on contract.institution_id = registration.institution_id
      and contract.id = registration.contract_id
    where registration.institution_id = house and contract.case_id = any (cases)
    union all
    select id from receipt where institution_id = house and case_id = any (cases)
    union all
    select id from holding where institution_id = house and case_id = any (cases)) as record;
  perform set_config('app.roles', callers, true);
  return records;
end $function$

CREATE OR REPLACE FUNCTION public.refunds_waiting(of_institution uuid, of_contract uuid)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(sum(receipt.others_fen - receipt.amount_fen), 0)::bigint
  from receipt
  where institution_id = of_institution and contract_id = of_contract and amount_fen < 0
    and coalesce((select sum(link.fen) from receipt_refund as link
      where link.institution_id = of_institution and link.refund_id = receipt.id), 0) = 0
$function$

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $function$

CREATE OR REPLACE FUNCTION public.registration_hidden(sought uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select not exists (
    select from registration
    join contract on contract.institution_id = registration.institution_id
      and contract.id = registration.contract_id
    where registration.institution_id = nullif(current_setting('app.institution', true), '')::uuid
      and registration.id = sought)
$function$

CREATE OR REPLACE FUNCTION public.search_matches(sought tsquery, said text[], kinds text[], most integer, also tsquery DEFAULT NULL::tsquery)
 RETURNS TABLE(kind text, id uuid, label text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET work_mem TO '32MB'
 SET jit TO 'off'
AS $function$
  select document.kind, document.id, document.label from search_document as document
  where document.lexemes @@ sought
    and document.institution_id::text = current_setting('app.institution', true)
    and document.kind || '' = any(kinds)
    and (said = '{}' or concat_ws(E'\n', document.label, title, body) like all (said))
    and (also is null or heading @@ also or lexemes @@ also)
    and not document.id = any ((select documents_hidden())::uuid[])
  limit most
$function$

CREATE OR REPLACE FUNCTION public.search_shelves(wanted text, is_down boolean, after text)
 RETURNS TABLE(shelf bigint, label text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET jit TO 'off'
AS $function$
begin
  -- One statement for each way, put together here: a condition that may be none is served by no index.
  return query execute format(
    'with recursive standing as (
      (select place >> 13 as shelf from search_document
        where institution_id = $1 and kind = $2 order by place >> 13 desc limit 1)
      union all
      select before.shelf from standing, lateral (
        select place >> 13 as shelf from search_document
        where institution_id = $1 and kind = $2 and place >> 13 < standing.shelf
        order by place >> 13 desc limit 1) as before)
    select standing.shelf, first.label from standing, lateral (
      select document.label from search_document as document
      where institution_id = $1 and kind = $2 and place >> 13 = standing.shelf
        and not document.id = any ($3) %s
      order by document.label %s limit 1) as first
    order by first.label %2$s, standing.shelf desc',
    case when after is null then '' when is_down then 'and document.label < $4'
      else 'and document.label > $4' end,
    case when is_down then 'desc' else 'asc' end)
  using nullif(current_setting('app.institution', true), '')::uuid, wanted,
    (select documents_hidden()), after;
end $function$

CREATE OR REPLACE FUNCTION public.staff_award_is_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.amount_fen is distinct from (select sum(amount_fen) from staff_award_line
    where institution_id = new.institution_id and award_id = new.id) then
    raise exception 'the lines of award % are not its amount', new.id
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.staff_award_payment_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from staff_award_line where institution_id = new.institution_id
    and award_id = new.award_id and place = new.place and amount_fen = new.amount_fen) then
    raise exception 'a payment of award % is not its line', new.award_id
      using errcode = 'integrity_constraint_violation';
  end if;
  -- What comes back was paid in its turn; a further turn begins when the one before ended.
  if (new.kind <> 'paid' or new.turn > 1) and not exists (select from staff_award_payment as before
    where before.institution_id = new.institution_id and before.award_id = new.award_id
      and before.place = new.place
      and before.turn = case new.kind when 'paid' then new.turn - 1 else new.turn end
      and (before.kind = 'paid') = (new.kind <> 'paid')) then
    raise exception 'a payment of award % has nothing before it', new.award_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.tax_months(house uuid, asked text)
 RETURNS TABLE(month text, withheld_fen text, came_back_fen text, set_off_fen text, paid_over_fen text, under_way_fen text, asked_back_fen text, unknown integer)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  -- One month is summed by itself: whoever holds the taxes of a house does not read all its payments.
  since date := coalesce((asked || '-01')::date, '-infinity');
  until date := coalesce((asked || '-01')::date + interval '1 month', 'infinity');
begin
  perform set_config('app.roles', 'system', true);
  return query
    -- Day by day first, as the index has them: of a day it is asked once in which month it lies.
    with paid_on_day as (
      select paid_on, sum(withheld_fen) as withheld,
        count(*) filter (where withheld_fen is null and is_live) as unknown
      from payment_order
      where institution_id = house and paid_posting is not null and way <> 'equity'
        and paid_on >= since and paid_on < until
      group by paid_on),
    paid as (
      select to_char(paid_on, 'YYYY-MM') as month, coalesce(sum(withheld), 0) as withheld,
        sum(unknown) as unknown
      from paid_on_day group by 1),
    -- What was set off of the tax of a payment before it came back is told below.
    came as (
      select to_char(paid_on, 'YYYY-MM') as month, coalesce(sum(withheld_fen - (
        select coalesce(sum(amount_fen), 0) from tax_set_off as off
        where off.institution_id = one.institution_id and off.case_id = one.case_id
          and off.plan_seq = one.plan_seq and off.line = one.line and off.attempt = one.attempt)),
        0) as came_back
      from payment_order as one
      where institution_id = house and returned_posting is not null
        and paid_posting is not null and way <> 'equity' and paid_on >= since and paid_on < until
      group by 1),
    off as (
      select month, sum(amount_fen) as fen from tax_set_off
      where institution_id = house and (asked is null or month = asked) group by 1),
    over as (
      select month,
        coalesce(sum(case kind when 'paid_over' then amount_fen else -amount_fen end)
          filter (where state = 'settled'), 0) as fen,
        coalesce(sum(amount_fen) filter (where state in ('made', 'approved')
          and kind = 'paid_over'), 0) as under_way,
        coalesce(sum(amount_fen) filter (where state in ('made', 'approved')
          and kind = 'given_back'), 0) as asked_back
      from tax_remittance
      where institution_id = house and (asked is null or month = asked) group by 1),
    hand as (
      select to_char(paid_on, 'YYYY-MM') as month, coalesce(sum(withheld_fen), 0) as withheld,
        count(*) filter (where withheld_fen is null and back_fen < amount_fen) as unknown
      from hand_payment
      where institution_id = house and paid_on >= since and paid_on < until group by 1),
    month as (select month from paid union select month from hand union select month from over
      union select month from off)
    select month.month,
      (coalesce(paid.withheld, 0) + coalesce(hand.withheld, 0))::text,
      coalesce(came.came_back, 0)::text, coalesce(off.fen, 0)::text,
      coalesce(over.fen, 0)::text, coalesce(over.under_way, 0)::text,
      coalesce(over.asked_back, 0)::text,
      (coalesce(paid.unknown, 0) + coalesce(hand.unknown, 0))::int
    from month left join paid on paid.month = month.month
      left join hand on hand.month = month.month
      left join came on came.month = month.month left join off on off.month = month.month
      left join over on over.month = month.month
    order by month.month desc;
  perform set_config('app.roles', callers, true);
end $function$

CREATE OR REPLACE FUNCTION public.tenant_table(target regclass, meaning text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- The comparison is a stable expression without subqueries, so an index on institution_id serves it.
  execute format(
    'create policy own_institution on %s using '
    '(institution_id = nullif(current_setting(''app.institution'', true), '''')::uuid)', target);
  execute format('comment on table %s is %L', target, 'tenant: ' || meaning);
end $function$

CREATE OR REPLACE FUNCTION public.used_money_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.matched_fen + old.refunded_fen <> 0 then
    raise exception 'receipt % is used', old.receipt_id using errcode = 'check_violation';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.verified_within_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  own bigint;
  of_contract uuid;
  open bigint;
begin
  select receipt_own_left(new.institution_id, id), contract_id into own, of_contract
  from receipt where institution_id = new.institution_id and id = new.receipt_id;
  if own is null or new.fen > own then
    raise exception 'more income verified than was received of receipt %', new.receipt_id
      using errcode = 'integrity_constraint_violation';
  end if;
  select sum(greatest(0, receipt_own_left(new.institution_id, receipt.id) - coalesce(line.fen, 0)))
    - refunds_waiting(new.institution_id, of_contract)
  into open
  from receipt
    left join income_verification_line as line on line.institution_id = receipt.institution_id
      and line.receipt_id = receipt.id and not line.is_void
  where receipt.institution_id = new.institution_id and receipt.contract_id = of_contract
    and receipt.amount_fen > 0;
  if new.fen > open then
    raise exception 'more income verified than refunds leave of the contract of receipt %', new.receipt_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.voucher_key(voucher text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select lower(regexp_replace(normalize(voucher, NFKC), '\s', '', 'g'))
$function$

CREATE OR REPLACE FUNCTION public.voucher_lines(house uuid, keys text[])
 RETURNS TABLE(taker text, id uuid, key text, taken numeric, whole bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
begin
  perform set_config('app.roles', 'system', true);
  return query
    with line as (
      select cost.case_id, voucher_key(cost.voucher) as key, cost.amount_fen - coalesce((
          select sum(gone.amount_fen) from cost_deduction as gone
          where gone.institution_id = cost.institution_id and gone.case_id = cost.case_id
            and gone.cost_seq = cost.seq and not gone.counts), 0) as taken,
        case when not exists (select from cost as back
          where back.institution_id = cost.institution_id and back.case_id = cost.case_id
            and back.withdraws = cost.seq) then cost.voucher_fen end as whole
      from cost where cost.institution_id = house and voucher_key(cost.voucher) = any (keys)
      union all
      select one.case_id, voucher_key(one.voucher), one.amount_fen, one.voucher_fen from statement_cost as one
      where one.institution_id = house and voucher_key(one.voucher) = any (keys)
        and not exists (select from act as later
          where later.institution_id = one.institution_id and later.case_id = one.case_id
            and later.seq > one.seq and later.type = 'netSettled'
            and later.entry -> 'data' ->> 'statement' = one.statement)
        and not exists (select from statement_cost as later
          where later.institution_id = one.institution_id and later.case_id = one.case_id
            and later.seq > one.seq and later.statement = one.statement)),
    spent as (
      select cost.achievement_id, voucher_key(cost.voucher) as key, cost.amount_fen,
        case when not exists (select from asset_cost as back
          where back.institution_id = cost.institution_id and back.reverses = cost.id)
          then cost.voucher_fen end as whole
      from asset_cost as cost where cost.institution_id = house and voucher_key(cost.voucher) = any (keys))
    select 'case', line.case_id, line.key, sum(line.taken), max(line.whole)
    from line group by line.case_id, line.key having sum(line.taken) <> 0
    union all
    select 'asset', spent.achievement_id, spent.key, sum(spent.amount_fen), max(spent.whole)
    from spent group by spent.achievement_id, spent.key having sum(spent.amount_fen) <> 0;
  perform set_config('app.roles', callers, true);
end $function$

CREATE OR REPLACE FUNCTION public.voucher_takers(house uuid, asked text)
 RETURNS TABLE(taker text, id uuid, number text, taken_fen text, whole_fen text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  callers text := coalesce(current_setting('app.roles', true), '');
  hidden uuid[] := cases_hidden();
begin
  perform set_config('app.roles', 'system', true);
  return query
    select line.taker, line.id,
      case when line.taker = 'asset' then asset.number
        when not line.id = any (hidden) then deal.number end,
      line.taken::text, line.whole::text
    from voucher_lines(house, array[voucher_key(asked)]) as line
    left join transfer_case as deal on deal.institution_id = house and deal.id = line.id
    left join achievement as asset on asset.institution_id = house and asset.id = line.id;
  perform set_config('app.roles', callers, true);
end $function$

CREATE OR REPLACE FUNCTION public.vouchers_within_themselves()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  kind text := case tg_table_name when 'asset_cost' then 'asset' else 'case' end;
  house uuid;
  keys text[];
  over text;
begin
  -- What an archive brings was judged where it was recorded, by the rules of its day.
  if current_setting('app.restoring', true) = 'on' then return null; end if;
  for house, keys in
    select institution_id, array_agg(distinct voucher_key(voucher)) from added
    where amount_fen > 0 and voucher is not null group by institution_id
  loop
    perform hold_vouchers(house);
    select key into over from (
      select key, count(*) filter (where taker = kind) as takers,
        sum(taken) filter (where taker = kind) as taken, min(whole) as least, max(whole) as most,
        sum(taken) filter (where taker = 'asset') as booked
      from voucher_lines(house, keys) group by key) as one
    where least <> most or taken > coalesce(most, case when kind = 'case' then booked end, taken)
      or takers > 1 and most is null and (kind = 'asset' or booked is null)
    limit 1;
    if over is not null then
      raise exception 'more is taken of voucher % than it comes to', over using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.withdrawn_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select action from audit_entry where institution_id = old.institution_id
      and chain = tg_argv[0] || '/' || old.id order by seq desc limit 1)
    is distinct from tg_argv[0] || '.withdrawn' then
    raise exception '% % has not been withdrawn', tg_table_name, old.id
      using errcode = 'restrict_violation';
  end if;
  return old;
end $function$
