import { test } from 'vitest'
import { holdForecasts } from './testing/forecasts.ts'

test('what was forecast is what the case comes to, to the fen, over ten thousand deals', () => {
  holdForecasts(12_500, 10_000)
})
