import { describe, expect, test } from 'vitest'
import type { Procedure } from './procedure/procedure.ts'
import { procedures } from './procedures.ts'
import { checkPlayed, type Tally } from './testing/check-played.ts'
import { effectsOf } from './testing/effects.ts'
import type { Played } from './testing/play.ts'
import { known, watchStale } from './testing/stale.ts'
import { type Manner, playAll, playCases } from './testing/years.ts'

// Three years of working days by people who know of a procedure only what it says of itself: they act
// lawfully for the most part, are objected to, defer, change their minds, give up, or try anything at
// all. Every procedure is played, a new one as well. The nightly suite plays ten thousand cases.

/** Plays cases of a procedure; the acts that counted and should not have, and the stages reached. */
function playedBy(procedure: Procedure, seed: number, manner: Manner, isEnough: Enough) {
  const effects = effectsOf(procedure)
  const stale = new Set<string>()
  const reached = new Set<string>()
  const cases: Played[] = []
  while (!isEnough(cases.length, reached)) {
    const watching = watchStale(procedure, effects)
    const [played] = playAll(procedure, seed + cases.length, {
      ...manner,
      watch: (recording) => {
        watching.watch(recording)
        for (const { id, status } of procedure.stages(recording.decision.after))
          if (status !== 'ahead') reached.add(id)
      },
    })
    if (played) cases.push(played)
    for (const one of watching.found) stale.add(one)
  }
  return { cases, stale: [...stale].filter((one) => !known(procedure.id, one)), reached }
}

type Enough = (cases: number, reached: ReadonlySet<string>) => boolean

/** So many cases at least, and until every stage was reached. */
const until =
  (least: number, most: number, { stageWords }: Procedure): Enough =>
  (cases, reached) =>
    cases >= most || (cases >= least && reached.size >= Object.keys(stageWords).length)

describe.each(procedures.map((one) => [one.id, one] as const))('%s', (id, procedure) => {
  const isCommon = id === 'transfer'

  test('carried on for years: every stage is reached, and what takes effect rests on what counts', () => {
    const enough = until(isCommon ? 10 : 4, 80, procedure)
    const { cases, stale, reached } = playedBy(procedure, 20_260_202, {}, enough)
    const tally: Tally = {}
    for (const played of cases) checkPlayed(played, tally)
    expect(stale).toEqual([])
    expect(Object.keys(procedure.stageWords).filter((stage) => !reached.has(stage))).toEqual([])
  }, 120_000)

  test('whatever anybody tries on any day, no guard is evaded', () => {
    const manner = { wild: true, turns: 90 }
    const enough: Enough = (cases) => cases >= (isCommon ? 10 : 4)
    const { cases, stale } = playedBy(procedure, 20_260_115, manner, enough)
    const tally: Tally = {}
    for (const played of cases) checkPlayed(played, tally)
    expect(stale).toEqual([])
    expect(cases.some(({ refused }) => refused > 0)).toBe(true)
  }, 120_000)
})

test('a hospital’s cases end closed, suspended, given up, or waiting for somebody who has a name', () => {
  const tally: Tally = {}
  for (const played of playCases(12, 20_260_202)) checkPlayed(played, tally)
  const ends = Object.values(tally).flatMap(Object.entries)
  expect(ends.some(([status]) => status === 'closed')).toBe(true)
  expect(Object.keys(tally).length).toBeGreaterThan(2)
}, 120_000)
