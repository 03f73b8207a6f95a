import { test } from 'vitest'
import { holdServices } from './testing/forecasts.ts'

test('what was forecast of commissioned work is what its record and statements come to, over a thousand', () => {
  holdServices(1400, 1000)
}, 300_000)
