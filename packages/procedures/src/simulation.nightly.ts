import { expect, test } from 'vitest'
import { checkPlayed, type Tally } from './testing/check-played.ts'
import { playCases } from './testing/years.ts'

// Ten thousand cases over three years of working days; YIZHUAN_CASES plays another number.

const count = Number(process.env['YIZHUAN_CASES'] ?? 10_000)

test(`${count} cases over three years all end where a case may stand`, () => {
  const tally: Tally = {}
  for (const played of playCases(count, 1)) checkPlayed(played, tally)
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(Object.values(tally).reduce((sum, one) => sum + one)).toBe(count)
  expect((tally['closed'] ?? 0) / count).toBeGreaterThan(0.5)
})
