// A new revision may make the law stricter than an institution's own rule. The rule stays on record and
// the law prevails; those who answer for the rule are told.
import type { Day, Words } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import type { Tx } from '../../../platform/database.ts'
import type { Context } from '../../../platform/module.ts'
import { putOut, type Subscriptions } from '../../../platform/outbox.ts'
import { profileOf } from '../../institutions/index.ts'
import { lawFor } from '../packs/packs.ts'
import { refreshRevisions } from '../revisions/revision.queries.ts'
import { ownRulesOf } from './own-rule.queries.ts'
import { governing, type OwnRule, problemsOf } from './own-rule.ts'

/** An own rule that is laxer than a law. */
export interface UnlawfulRule {
  readonly id: string
  readonly proposer: string
  readonly label: Words
  readonly choice: string
  readonly text: Words
}

/** The own rules that govern on a day or later and are laxer than a law. */
export function unlawfulRules(
  rules: readonly OwnRule[],
  law: Law,
  institution: string,
  today: Day,
): readonly UnlawfulRule[] {
  return governing(rules)
    .filter(({ to }) => to === null || to > today)
    .flatMap(({ rule }) => {
      const [problem] = problemsOf(rule, law, institution)
      if (!problem) return []
      const label = problem.label ?? { zh: rule.subject, en: rule.subject }
      const { id, choice } = rule
      return [{ id, proposer: rule.proposed.by, label, choice: choice ?? '', text: problem.text }]
    })
}

/** Looks at the own rules of an institution again when a revision of the law is published. */
export function recheckSubscriptions({ clock }: Context): Subscriptions {
  return {
    'law.revisionPublished': async (tx, { institution, body }) => {
      for (const rule of await unlawfulNow(tx, institution, clock.today())) {
        const fact = { ...rule, pack: body['pack'], revision: body['revision'] }
        await putOut(tx, { institution, fact: 'ownRule.laxerThanLaw', body: fact })
      }
    },
  }
}

async function unlawfulNow(tx: Tx, institution: string, today: Day) {
  await refreshRevisions(tx)
  const profile = await profileOf(tx, institution)
  const law = lawFor(profile)
  return law ? unlawfulRules(await ownRulesOf(tx, institution), law, profile.name, today) : []
}
