import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { expectSeq, lockChain, recordChange } from '../../platform/evidence.ts'
import { historyOf } from '../../platform/history.ts'
import { putOut } from '../../platform/outbox.ts'
import { differences, type Given, toFields } from '../../platform/register.ts'
import { profileOf, saveProfile } from './institution.queries.ts'
import { chainOf } from './institution.table.ts'
import type { Profile } from './institution.ts'
import { keepTurns } from './standing.commands.ts'

/**
 * Changes what the institution says of itself and records the fields that changed. @returns the
 * number of the last change; nothing is recorded when nothing changes. Another place, or the pilot of it,
 * is another law: whoever judges by it is told.
 *
 * @throws {Problem} 409 when somebody else changed it since `expectedSeq`.
 */
export async function changeProfile(
  tx: Tx,
  clock: Clock,
  by: Pick<Caller, 'institution' | 'person' | 'name'>,
  given: Given<Profile>,
  expectedSeq?: number,
): Promise<number> {
  const { institution } = by
  const chain = chainOf(institution)
  const head = await lockChain(tx, chain)
  await expectSeq(head, expectedSeq, async (seq) => (await historyOf(tx, chain)).items.slice(seq))
  const before = await profileOf(tx, institution)
  const changes = differences({ ...before }, given)
  if (changes.length === 0) return head.seq

  // From here on the change is recorded.
  await saveProfile(tx, institution, toFields(changes))
  await keepTurns(tx, clock, by, before, changes)
  const { seq } = await recordChange(tx, chain.name, {
    action: 'institution.changed',
    subject: institution,
    data: { changes },
    at: clock.now(),
    by,
  })
  if (changes.some(({ field }) => field === 'province' || field === 'pilot')) {
    await putOut(tx, { institution, fact: 'institution.moved', body: { seq } })
  }
  return seq
}
