import { test } from 'vitest'
import { holdForecasts } from './testing/forecasts.ts'
import { holdStatements } from './testing/statements.ts'

test('what was forecast is what the case comes to, to the fen, over a thousand deals', () => {
  holdForecasts(1250, 1000)
}, 120_000)

test('what was forecast is what the statement of each person says, and what is taken back stands there', () => {
  holdStatements(50, 25)
}, 120_000)
