import { actionOf, neededActs, whoMay } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import type { After } from './procedure.ts'

/**
 * Writes which acts the case waits for and whose turn each is. An act that the law forbids for now is
 * left out: what it waits for is in the case's deadlines.
 */
export async function projectNext(
  tx: Tx,
  institution: string,
  id: string,
  { state, assessment }: After,
): Promise<void> {
  await tx
    .deleteFrom('caseNext')
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .execute()
  const acts = neededActs(state).filter((act) => {
    const action = actionOf[act]
    return action === undefined || assessment.actions[action]?.can !== 'no'
  })
  if (acts.length === 0) return
  await tx
    .insertInto('caseNext')
    .values(
      acts.map((act) => ({
        institutionId: institution,
        caseId: id,
        act,
        roles: [...whoMay[act]],
      })),
    )
    .execute()
}
