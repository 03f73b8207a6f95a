import { test } from 'vitest'
import { holdServices } from './testing/forecasts.ts'

test('ten thousand contracts of commissioned work come to what was forecast, to the fen', () => {
  holdServices(14_000, 10_000)
}, 3_600_000)
