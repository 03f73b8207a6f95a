import { expect } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { verifyChain } from '../procedure/entry.ts'
import { neededActs } from '../procedure/needed.ts'
import { nextActs } from '../procedure/next-acts.ts'
import { actFor, actOf, replay } from '../procedure/procedure.ts'
import type { Played } from './play.ts'
import { law } from './years.ts'

/** How many cases ended how. */
export type Tally = Record<string, number>

/** Holds a played case to what must be true of every case, and counts how it ended. */
export function checkPlayed({ procedure, entries, state }: Played, tally: Tally): void {
  const of = `${procedure.id} ${entries[0]?.case}`
  expect(verifyChain(entries), of).toMatchObject({ ok: true, length: entries.length })
  expect(replay(procedure, entries), of).toEqual(state)
  tally[state.status] = (tally[state.status] ?? 0) + 1
  if (state.status !== 'open' && state.status !== 'suspended') return
  // Whoever is waited for can be named: some role may record what is needed. A right that runs for
  // years waits for nobody; then somebody may still act on it.
  const needed = neededActs(procedure, state)
  for (const type of needed) expect(actOf(procedure, type)?.who, `${of} ${type}`).not.toEqual([])
  const next = nextActs(procedure, { law, today: state.lastOn }, state)
  const may = next.filter(({ can, who }) => can !== 'no' && who.length > 0)
  expect(
    needed.length + may.length,
    `${of} stands still after ${entries.at(-1)?.type}`,
  ).toBeGreaterThan(0)
  // No deadline hangs on an act that the procedure does not have.
  const { findings } = assessCase(procedure, { law }, state, state.lastOn)
  for (const { settledBy, due, status, norm } of findings)
    if (due !== undefined && status === 'pending' && settledBy !== undefined)
      expect(actFor(procedure, settledBy), `${of} ${norm}`).toBeDefined()
}
