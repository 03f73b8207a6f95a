-- A certificate of registration is of one contract: looked up whenever one is recorded.
create index contract_certificate on contract (institution_id, upper(btrim(registration_no)))
  where registration_no is not null;
