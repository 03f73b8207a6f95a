import { type Day, day } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Ground, groundOf } from '../policies/index.ts'
import { pinsOf } from './case.law.queries.ts'
import { caseIdOf } from './case.queries.ts'

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

/** A day as it is written; undefined for what is none, which the act's own schema refuses. */
function asDay(text: string): Day | undefined {
  try {
    return day(text)
  } catch {
    return undefined
  }
}

/**
 * What a case that concerns the conduct in another is judged by: the revisions of the packs by which
 * that other case was judged on the day of the conduct. Any other case begins with the newest.
 */
export async function deskOfOpening(
  tx: Tx,
  desk: Desk,
  institution: string,
  { caseNumber: number, conductOn }: Readonly<Record<string, unknown>>,
): Promise<Desk> {
  if (typeof number !== 'string' || typeof conductOn !== 'string') return desk
  const concerned = await caseIdOf(tx, institution, number.trim())
  const on = asDay(conductOn)
  if (concerned === undefined || on === undefined) return desk
  const pins = await pinsOf(tx, institution, concerned, on)
  return { ...(await groundOf(tx, institution, desk.clock.today(), pins)), clock: desk.clock }
}
