import { expect, test } from 'vitest'
import { checkPlayed, type Tally } from './testing/check-played.ts'
import { playCases } from './testing/years.ts'

// Three years of working days by people who act lawfully, are objected to, defer, change their minds
// and give up. The nightly suite plays ten thousand of them.

test('every case ends closed, suspended, given up, or waiting for somebody who has a name', () => {
  const tally: Tally = {}
  for (const played of playCases(30, 20_260_202)) checkPlayed(played, tally)
  expect(tally['closed'] ?? 0).toBeGreaterThan(15)
  expect(Object.keys(tally).length).toBeGreaterThan(2)
})
