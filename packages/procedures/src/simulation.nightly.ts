import { expect, test } from 'vitest'
import { procedures } from './procedures.ts'
import { checkPlayed, type Tally } from './testing/check-played.ts'
import { playCases } from './testing/years.ts'

// Ten thousand cases of all procedures over three years of working days; YIZHUAN_CASES plays another number.

const count = Number(process.env['YIZHUAN_CASES'] ?? 10_000)

test(`${count} cases over three years all end where a case may stand`, () => {
  const tally: Tally = {}
  for (const played of playCases(count, 1)) checkPlayed(played, tally)
  for (const { id } of procedures)
    process.stdout.write(`${id.padEnd(24)}${JSON.stringify(tally[id])}\n`)
  const ends = Object.values(tally).flatMap((own) => Object.entries(own))
  const sum = (status?: string) =>
    ends.reduce((all, [end, cases]) => all + (status === undefined || end === status ? cases : 0), 0)
  expect(sum()).toBe(count)
  expect(sum('closed') / count).toBeGreaterThan(0.5)
}, 7_200_000)
