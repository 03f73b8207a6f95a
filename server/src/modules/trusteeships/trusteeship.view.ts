import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { concernsAbout, sayConcern } from './conflict.ts'
import { surroundingsOf } from './surroundings.queries.ts'
import { storedTrusteeship } from './trusteeship.queries.ts'
import { trusteeshipRegister } from './trusteeship.table.ts'
import { leftOpen, stateOn } from './trusteeship.ts'
import type { TrusteeshipWire } from './trusteeship.wire.ts'

/** An agreement as its page shows it, with what it is to be weighed against while it lasts. */
export async function trusteeshipOf(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<TrusteeshipWire | undefined> {
  const stored = await storedTrusteeship(tx, institution, id)
  if (!stored) return undefined
  const state = stateOn(stored, today)
  const isOver = state === 'ended' || state === 'expired'
  const [{ seq }, around] = await Promise.all([
    headOf(tx, { institution, name: chainOf(trusteeshipRegister, id) }),
    isOver ? undefined : surroundingsOf(tx, institution, stored.subjects, { today, itself: id }),
  ])
  return {
    ...stored,
    seq,
    state,
    subjects: stored.subjects.map((one) => ({ ...one })),
    parties: stored.parties.map((one) => ({ ...one })),
    files: stored.files.map(({ sha256, name, size }) => ({ sha256, name, size })),
    leftOpen: leftOpen(stored),
    concerns: around
      ? concernsAbout({ fromDay: today }, around).map((one) => ({ ...sayConcern(one) }))
      : [],
  }
}
