import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { badField } from '../../platform/problem.ts'
import { lateRuleOf, saveLateRule } from './late.queries.ts'
import type { LateRule } from './late.ts'

/** Sets after how many working days lateness is passed on, and records who said so. @throws {Problem} */
export async function setLateRule(
  tx: Tx,
  clock: Clock,
  by: Pick<Caller, 'institution' | 'person' | 'name'>,
  rule: LateRule,
): Promise<void> {
  if (rule.leadersAfter < rule.reviewerAfter) {
    throw badField('#/leadersAfter', 'after-reviewer', {
      zh: '报告领导的天数不得少于报告审核人的天数。',
      en: 'The leaders are told no earlier than the reviewer.',
    })
  }
  const before = await lateRuleOf(tx, by.institution)
  const changes = (['reviewerAfter', 'leadersAfter'] as const)
    .filter((field) => !before.isOwn || before[field] !== rule[field])
    .map((field) => ({ field, from: before.isOwn ? before[field] : null, to: rule[field] }))
  if (changes.length === 0) return

  // From here on the change is recorded.
  await saveLateRule(tx, by.institution, rule)
  await recordChange(tx, 'lateRule', {
    action: 'calendar.lateRuleSet',
    subject: by.institution,
    data: { changes },
    at: clock.now(),
    by,
  })
}
