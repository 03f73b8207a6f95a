import { actOf, neededActs, waitsUntil } from '@yizhuan/procedures'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import { prepared } from '../../platform/prepared.ts'
import type { After } from './procedure.ts'

const forgetNext = prepared((tx: Tx, { institution, id }: { institution: string; id: string }) =>
  tx.deleteFrom('caseNext').where('institutionId', '=', institution).where('caseId', '=', id),
)

/**
 * Which acts a case waits for and whose turn each is. An act that the law forbids for now is left out,
 * and one whose day is still to come: what it waits for is in the case's deadlines.
 */
export function nextRows(institution: string, id: string, { procedure, state, assessment }: After) {
  const acts = neededActs(procedure, state).filter((act) => {
    const action = actOf(procedure, act)?.action
    const verdict = action === undefined ? undefined : assessment.actions[action]
    if (!verdict) return true
    return verdict.can !== 'no' && waitsUntil(verdict, assessment.asOf) === undefined
  })
  return acts.map((act) => ({
    institutionId: institution,
    caseId: id,
    act,
    roles: actOf(procedure, act)?.who ?? [],
  }))
}

/** Writes which acts the case waits for. */
export async function projectNext(
  tx: Tx,
  institution: string,
  id: string,
  after: After,
): Promise<void> {
  await forgetNext(tx, { institution, id })
  await insertMany(tx, 'caseNext', nextRows(institution, id, after))
}
