import { test } from 'vitest'
import { holdCompanies } from './testing/companies.ts'
import { holdForecasts } from './testing/forecasts.ts'
import { holdStatements, holdStatementsOfCourses } from './testing/statements.ts'

test('what was forecast is what the case comes to, to the fen, over a thousand deals', () => {
  holdForecasts(1250, 1000)
}, 300_000)

test('what was forecast is what the statement of each person says, and what is taken back stands there', () => {
  holdStatements(50, 25)
}, 300_000)

test('so does that of a deal in payments, of several holders, or by the rule of a house', () => {
  holdStatementsOfCourses(40, 20)
}, 300_000)

test('a company is entered in the register as it was forecast, with nobody who may not hold', () => {
  holdCompanies(500)
})
