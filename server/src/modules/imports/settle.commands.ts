import type { Clock } from '../../platform/clock.ts'
import { settleEvaluations } from './evaluations.ts'
import { settleRules } from './internal-rules.ts'
import { settleCosts } from './settle-costs.commands.ts'
import { settleCredentials } from './settle-credentials.commands.ts'
import { settleEntries } from './settle-entries.commands.ts'
import { settleInterests } from './settle-interests.commands.ts'
import { type Moved, settlePeople } from './settle-people.commands.ts'
import { settleProjects } from './settle-projects.commands.ts'
import { settleTitles } from './settle-titles.commands.ts'
import { settleTrusteeships } from './settle-trusteeships.commands.ts'
import { settleSpinOffs } from './spin-offs.ts'
import type { StagedDraft } from './staged.queries.ts'
import { settleAnswers } from './stock-answers.ts'

/** Settles what rows of a draft refer to, once all of them are known: those that lead nowhere stay out. */
export async function settleRows(draft: StagedDraft, clock: Clock): Promise<readonly Moved[]> {
  return [
    ...(await settlePeople(draft, clock.today())),
    ...(await settleTitles(draft, clock)),
    ...(await settleProjects(draft)),
    ...(await settleEntries(draft, clock.today())),
    ...(await settleCosts(draft, clock.today())),
    ...(await settleCredentials(draft, clock.today())),
    ...(await settleTrusteeships(draft, clock)),
    ...(await settleRules(draft, clock)),
    ...(await settleSpinOffs(draft, clock)),
    ...(await settleInterests(draft, clock.today())),
    ...(await settleEvaluations(draft, clock)),
    ...(await settleAnswers(draft, clock)),
  ]
}
