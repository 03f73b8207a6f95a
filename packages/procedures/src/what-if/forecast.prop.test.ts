import { test } from 'vitest'
import { holdForecasts } from './testing/forecasts.ts'

test('what was forecast is what the case comes to, to the fen, over a thousand deals', () => {
  holdForecasts(1250, 1000)
}, 120_000)
