import type { Day } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Ground, groundOf } from '../policies/index.ts'
import { pinsOf } from './case.law.queries.ts'

/** What a decision needs besides the record: the ground the institution stands on, and the clock. */
export interface Desk extends Ground {
  readonly clock: Clock
}

/** The desk of an institution; on an earlier day, as its rules were known then. */
export async function deskOf(
  tx: Tx,
  clock: Clock,
  institution: string,
  knownOn: Day = clock.today(),
): Promise<Desk> {
  return { ...(await groundOf(tx, institution, knownOn)), clock }
}

/** The desk of a case: the law in the revisions by which this case is judged. */
export async function caseDesk(
  tx: Tx,
  clock: Clock,
  institution: string,
  id: string,
  knownOn: Day = clock.today(),
): Promise<Desk> {
  return {
    ...(await groundOf(tx, institution, knownOn, pinsOf(tx, institution, id, knownOn))),
    clock,
  }
}
