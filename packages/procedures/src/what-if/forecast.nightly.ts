import { test } from 'vitest'
import { holdCompanies } from './testing/companies.ts'
import { holdForecasts } from './testing/forecasts.ts'
import { holdCourse, holdStatements } from './testing/statements.ts'

// Ten thousand deals are made once, and held both to what was forecast and to what everybody is told.

test('cases and statements of ten thousand deals of every make come to what was forecast', () => {
  holdForecasts(12_500, 10_000, holdCourse)
}, 3_600_000)

test('companies are entered in the register as they were forecast, over ten thousand contributions', () => {
  holdCompanies(10_000)
})

test('statements of ten thousand deals are what was forecast, and tell what is taken back', () => {
  holdStatements(12_500, 10_000)
}, 3_600_000)
