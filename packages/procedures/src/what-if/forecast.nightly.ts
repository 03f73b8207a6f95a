import { test } from 'vitest'
import { holdCompanies } from './testing/companies.ts'
import { holdForecasts } from './testing/forecasts.ts'
import { holdStatements, holdStatementsOfCourses } from './testing/statements.ts'

test('what was forecast is what the case comes to, to the fen, over ten thousand deals', () => {
  holdForecasts(12_500, 10_000)
})

test('companies are entered in the register as they were forecast, over ten thousand contributions', () => {
  holdCompanies(10_000)
})

test('the statements of a thousand deals are what was forecast, to the fen', () => {
  holdStatements(1250, 1000)
})

test('so are those of a thousand deals of every make, payment by payment', () => {
  holdStatementsOfCourses(1400, 1000)
})
