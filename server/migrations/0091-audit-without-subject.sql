-- Nobody looks for entries of the audit by their subject: the chain of a record bears its id.

drop index audit_entry_by_subject;
