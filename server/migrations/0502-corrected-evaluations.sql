-- An evaluation that was recorded wrongly is not changed: a new version names the one it corrects, and why.
-- What it was held against, the prior art, stands with it.

alter table achievement_evaluation
  add column corrects uuid,
  add column correction_reason text check (length(correction_reason) between 1 and 1000),
  add column prior_art jsonb not null default '[]' check (jsonb_typeof(prior_art) = 'array'),
  add column made_name text check (length(made_name) between 1 and 100),
  add foreign key (institution_id, corrects)
    references achievement_evaluation (institution_id, id),
  add check ((corrects is null) = (correction_reason is null)),
  add check (corrects is distinct from id);

-- A version is corrected once; whoever corrects again corrects the version that stands.
create unique index achievement_evaluation_corrected
  on achievement_evaluation (institution_id, corrects) where corrects is not null;
