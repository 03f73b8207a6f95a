import { expect, test } from 'vitest'
import { procedures } from './procedures.ts'
import { checkPlayed, type Tally } from './testing/check-played.ts'
import { effectsOf } from './testing/effects.ts'
import { known, watchStale } from './testing/stale.ts'
import { playCases } from './testing/years.ts'

// Ten thousand cases of all procedures over three years of working days; YIZHUAN_CASES plays another number.

const count = Number(process.env['YIZHUAN_CASES'] ?? 10_000)

test(`${count} cases over three years all end where a case may stand`, () => {
  const tally: Tally = {}
  const recorded = new Set<string>()
  const stale = new Map<string, number>()
  const cases = playCases(count, 1, (procedure) => {
    const { found, watch } = watchStale(procedure, effectsOf(procedure))
    return {
      watch: (recording) => {
        recorded.add(`${procedure.id}.${recording.entry.type}`)
        watch(recording)
        for (const one of found)
          if (!known(procedure.id, one)) count1(stale, `${procedure.id} ${one}`)
        found.clear()
      },
    }
  })
  for (const played of cases) checkPlayed(played, tally)
  for (const { id, acts } of procedures) {
    const never = Object.keys(acts).filter((type) => !recorded.has(`${id}.${type}`))
    const silent = never.length === 0 ? '' : `  never recorded: ${never.join(' ')}`
    process.stdout.write(`${id.padEnd(24)}${JSON.stringify(tally[id] ?? {})}${silent}\n`)
  }
  const ends = Object.values(tally).flatMap((own) => Object.entries(own))
  const sum = (status?: string) =>
    ends.reduce((all, [end, some]) => all + (status === undefined || end === status ? some : 0), 0)
  expect(Object.fromEntries(stale)).toEqual({})
  expect(sum()).toBe(count)
  // Rights and holdings run for years, and one case in many waits for an answer that never comes.
  expect(sum('closed') / count).toBeGreaterThan(0.4)
}, 7_200_000)

function count1(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1)
}
