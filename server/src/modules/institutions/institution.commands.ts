import { changesOf } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { type Chain, expectSeq, lockChain, recordChange } from '../../platform/evidence.ts'
import { profileOf, saveProfile } from './institution.queries.ts'
import { changeOf, type Profile } from './institution.ts'

/** The register of what an institution says of itself. */
export const register = 'institution'

/** The chain of that register. */
export function chainOf(institution: string): Chain {
  return { institution, name: register }
}

/**
 * Changes what the institution says of itself and records the fields that changed. @returns the
 * number of the last change; nothing is recorded when nothing changes.
 *
 * @throws {Problem} 409 when somebody else changed it since `expectedSeq`.
 */
export async function changeProfile(
  tx: Tx,
  clock: Clock,
  by: Pick<Caller, 'institution' | 'person' | 'name'>,
  wanted: Partial<Profile>,
  expectedSeq?: number,
): Promise<number> {
  const { institution } = by
  const chain = chainOf(institution)
  const head = await lockChain(tx, chain)
  await expectSeq(head, expectedSeq, (since) => changesOf(tx, chain, { since }))
  const before = await profileOf(tx, institution)
  const change = changeOf(before, wanted)
  if (!change) return head.seq

  // From here on the change is recorded.
  await saveProfile(tx, institution, change)
  const was = Object.fromEntries(
    Object.keys(change).map((field) => [field, before[field as keyof Profile]]),
  )
  const { seq } = await recordChange(tx, register, {
    action: 'institution.changed',
    subject: institution,
    data: { to: { ...change }, from: was },
    at: clock.now(),
    by,
  })
  return seq
}
