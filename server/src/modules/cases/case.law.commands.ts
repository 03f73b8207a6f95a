import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { chainOf, turnCase } from './case.commands.ts'
import { caseDesk, deskOf } from './case.desk.ts'
import { insertPins, movesOf, pinsIn } from './case.law.queries.ts'
import { caseExists } from './case.queries.ts'

/** Why a case stays with its revisions. */
export interface CaseLawRefusals {
  'case-not-found': Record<string, never>
  'law-is-newest': { readonly law: string }
}

/**
 * Moves a case to the newest revisions of the packs, by a person and for a reason.
 *
 * A case keeps the revisions of its opening. Where the law itself became another, or they held a
 * mistake, somebody who answers for it decides that what is still to come is judged by the newest.
 */
export async function moveCase(
  tx: Tx,
  clock: Clock,
  by: Pick<Caller, 'institution' | 'person' | 'name'>,
  id: string,
  reason: string,
): Promise<Outcome<{ law: string; hash: string }, CaseLawRefusals>> {
  const { institution } = by
  if (!(await caseExists(tx, institution, id))) return refuse('case-not-found', {})
  await lockChain(tx, chainOf(institution, id))
  const before = await caseDesk(tx, clock, institution, id)
  const after = await deskOf(tx, clock, institution)
  const { id: law, hash } = after.law
  if (before.law.hash === hash) return refuse('law-is-newest', { law })
  const moves = await movesOf(tx, institution, id)

  // From here on it is moved.
  const revisions = pinsIn(after.law)
  const at = clock.now()
  const seq = (moves.at(-1)?.seq ?? 0) + 1
  await insertPins(tx, institution, id, { seq, revisions, since: clock.today(), at, by, reason })
  await recordChange(tx, `case-law/${id}`, {
    action: 'case.lawMoved',
    subject: id,
    data: { from: before.law.id, fromHash: before.law.hash, to: law, toHash: hash, reason },
    at,
    by,
  })
  await turnCase(tx, after, institution, id)
  return accept({ law, hash })
}
