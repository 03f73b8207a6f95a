-- A line may be about an institution's own rule instead of a case: a new revision of the law may leave a
-- rule laxer than the law, and those who answer for it are told.

alter table notification alter column case_id drop not null;

alter table notification drop constraint notification_kind_check;

alter table notification add constraint notification_kind_check
  check (kind in ('your-act', 'overdue', 'objection', 'tip', 'own-rule')
    and (case_id is null) = (kind = 'own-rule'));

alter table notification drop constraint notification_institution_id_person_id_case_id_kind_topic_key;

alter table notification add constraint notification_once
  unique nulls not distinct (institution_id, person_id, case_id, kind, topic);
