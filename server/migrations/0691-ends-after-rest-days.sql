-- A trademark is over only when the last day to renew it is, which a rest day moves: those are counted anew.
update right_docket set basis = ''
where ends_on is not null and exists (select from ip_right
  where ip_right.institution_id = right_docket.institution_id and ip_right.id = right_docket.right_id
    and ip_right.kind = 'trademark');
