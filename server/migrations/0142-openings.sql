-- Who opened what is sealed of a person: asked by the person, and by the auditor for the whole house.
create index audit_entry_openings on audit_entry (institution_id, at desc, chain)
  where action in ('person.revealed', 'objection.opened');
