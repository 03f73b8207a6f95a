-- A ledger may bring who owns a right with which shares, and the reduction of its fees. What it brought goes out
-- with the import: with the right itself, or named first by the chain of a right that was there before.

drop trigger append_only on right_party_set;

create trigger unchanged before update or truncate on right_party_set
  for each statement execute function refuse_change();

create function parties_withdrawn_before() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'right/' || old.right_id and (action = 'right.withdrawn'
        or action = 'right.partiesWithdrawn' and entry #>> '{data,set}' = old.id::text)) then
    raise exception 'owners % have not been withdrawn', old.id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on right_party_set
  for each row execute function parties_withdrawn_before();

grant delete on right_party_set to yizhuan_app;

-- What befell a right is struck by an event of its own; it goes out only with the right.
drop trigger append_only on right_event;

create trigger unchanged before update or truncate on right_event
  for each statement execute function refuse_change();

create function event_withdrawn_before() returns trigger language plpgsql as $$
begin
  if not exists (select from audit_entry where institution_id = old.institution_id
      and chain = 'right/' || old.right_id and action = 'right.withdrawn') then
    raise exception 'right % has not been withdrawn', old.right_id using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create trigger withdrawn_before before delete on right_event
  for each row execute function event_withdrawn_before();

grant delete on right_event to yizhuan_app;
