-- What entered a national phase has the priority of its international application, and an entry abroad does not
-- stand for one into China: dockets on either side of an entry are counted anew.
update right_docket set basis = ''
where exists (select from right_relation relation
  where relation.institution_id = right_docket.institution_id and relation.kind = 'national'
    and right_docket.right_id in (relation.right_id, relation.earlier_id));
