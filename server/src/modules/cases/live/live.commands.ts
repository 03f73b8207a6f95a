import { ring, ringIf } from '../../../platform/bells.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import {
  dropPresence,
  notePresence,
  type Page,
  presentIn,
  watchedOf,
  watchersOf,
} from './presence.queries.ts'

/** A page that was not heard of for so long is gone; it speaks up every twenty seconds. */
const goneAfterMs = 50_000

/** The bell of a case: rung when its record or those who look at it change. */
export const bellOf = (institution: string, id: string) => `case/${institution}/${id}`

const since = (clock: Clock) => new Date(clock.now().getTime() - goneAfterMs)

/** Wakes the pages of others that show a case, once what changed it is written. */
export async function tellWatchers(
  tx: Tx,
  clock: Clock,
  institution: string,
  id: string,
  by: string,
): Promise<void> {
  await ringIf(tx, bellOf(institution, id), watchersOf(institution, id, by, since(clock)))
}

/** The same for many cases: only the bells of those are rung that somebody looks at. */
export async function ringWatched(
  tx: Tx,
  clock: Clock,
  institution: string,
  cases: readonly string[],
  by: string,
): Promise<void> {
  for (const id of await watchedOf(tx, institution, cases, by, since(clock))) {
    await ring(tx, bellOf(institution, id))
  }
}

/** Notes that somebody looks at a case and which form they fill in; others are told if it is new. */
export async function bePresent(
  tx: Tx,
  clock: Clock,
  page: Page,
  { act, leaves }: { readonly act: string | null; readonly leaves: boolean },
): Promise<void> {
  const { institution, id } = page
  const now = clock.now()
  if (leaves) await dropPresence(tx, page, since(clock))
  const isNews = leaves || (await notePresence(tx, page, act, now, since(clock)))
  if (isNews) await ring(tx, bellOf(institution, id))
}

/** Who else looks at a case now. */
export function othersIn(tx: Tx, clock: Clock, institution: string, id: string, me: string) {
  return presentIn(tx, institution, id, me, since(clock))
}
