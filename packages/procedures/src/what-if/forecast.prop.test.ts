import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deals, forecast, made } from './testing/forecasts.ts'

test('what was forecast is what the case comes to, to the fen, over a thousand deals', () => {
  let shared = 0
  fc.assert(
    fc.property(deals, (scenario) => {
      const told = forecast(scenario)
      if (!told) return
      shared += 1
      expect(made(scenario)).toEqual(told)
    }),
    { numRuns: 1250 },
  )
  expect(shared).toBeGreaterThanOrEqual(1000)
}, 120_000)
