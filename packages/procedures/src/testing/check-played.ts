import { parseFacts } from '@yizhuan/law'
import { expect } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { verifyChain } from '../procedure/entry.ts'
import { neededActs } from '../procedure/needed.ts'
import { nextActs } from '../procedure/next-acts.ts'
import { actFor, actOf, replay } from '../procedure/procedure.ts'
import { openingDay, type Played } from './play.ts'

/** How many cases ended how, by procedure. */
export type Tally = Record<string, Record<string, number>>

/** Holds a played case to what must be true of every case, and counts how it ended. */
export function checkPlayed(played: Played, tally: Tally): void {
  const { procedure, entries, state } = played
  const of = `${procedure.id} ${entries[0]?.case}`
  expect(verifyChain(entries), of).toMatchObject({ ok: true, length: entries.length })
  const stored = JSON.parse(JSON.stringify(entries)) as typeof entries
  expect(replay(procedure, stored), of).toEqual(state)
  // The law of this release knows every fact that its procedures tell; a slip of the pen is found here.
  expect(() => parseFacts(played.law, procedure.facts(state)), of).not.toThrow()
  tally[procedure.id] ??= {}
  const own = tally[procedure.id] as Record<string, number>
  own[state.status] = (own[state.status] ?? 0) + 1
  if (state.status === 'open' || state.status === 'suspended') checkWaiting(played, of)
}

/** Whoever a case waits for can be named, or the day it waits for; and no deadline hangs in the air. */
function checkWaiting({ procedure, law, state, entries, until }: Played, of: string): void {
  const needed = neededActs(procedure, state)
  for (const type of needed) expect(actOf(procedure, type)?.who, `${of} ${type}`).not.toEqual([])
  // A right that runs for years waits for nobody; then somebody may still act on it.
  const next = nextActs(procedure, { law, today: until }, state)
  const may = next.filter(({ can, who }) => can !== 'no' && who.length > 0)
  const opens = openingDay(procedure, law, state, until)
  expect(
    may.length > 0 || opens !== undefined,
    `${of} stands still after ${entries.at(-1)?.type}`,
  ).toBe(true)
  // No deadline hangs on an act that the procedure does not have.
  const { findings } = assessCase(procedure, { law }, state, until)
  for (const { settledBy, due, status, norm } of findings)
    if (due !== undefined && status === 'pending' && settledBy !== undefined)
      expect(actFor(procedure, settledBy), `${of} ${norm}`).toBeDefined()
}
