import { expect, test } from 'vitest'
import { type HandTurn, movementsOf, yearsOf } from './statement-years.ts'

const nothing = { rewards: [], payments: [], recoveries: [], byHand: [], bonuses: [] }
const back = (on: string, amountFen: string) => ({ seq: null, on, amountFen, proof: `退-${on}` })
const proceeds = (withheldFen: string | null) => ({
  ...{ source: 'case' as const, recordId: 'r', seq: 1, title: '示例医械（虚构）' },
  ...{ paidOn: '2026-03-01', amountFen: '70000', proof: '付-1', withheldFen },
  ...{ backFen: '70000', returns: [back('2026-04-01', '70000')] },
})
const unsaid: HandTurn = {
  ...{ caseId: 'c', caseNumber: 'ZH-1', title: '示例项目', on: '2026-02-01', kind: 'repeated' },
  ...{ award: 'cash', amountFen: '50000', proof: '补-1', withheldFen: null },
}
const year = (withheldFen: string | null) =>
  yearsOf(movementsOf({ ...nothing, byHand: [unsaid], bonuses: [proceeds(withheldFen)] }))[0]

test('what came back takes no unknown tax of another payment with it', () => {
  expect(year('0')).toMatchObject({ taxUnknownFen: '50000', backFen: '70000', restFen: null })
  expect(year(null)).toMatchObject({ taxUnknownFen: '50000', paidFen: '50000', backFen: '0' })
})

test('nor does what came back of a reward whose tax was said', () => {
  const returned = { ...unsaid, on: '2026-05-01', kind: 'returned' as const, amountFen: '20000' }
  const sums = (withheldFen: string | null) =>
    yearsOf(movementsOf({ ...nothing, byHand: [unsaid, { ...returned, withheldFen }] }))[0]
  expect(sums('0')).toMatchObject({ taxUnknownFen: '50000', backFen: '20000', restFen: null })
  expect(sums(null)).toMatchObject({ taxUnknownFen: '30000', paidFen: '30000', backFen: '0' })
})

test('what came back in several years stands in each of them with its own amount', () => {
  const returns = [back('2026-12-20', '20000'), back('2027-02-01', '50000')]
  const bonuses = [{ ...proceeds('0'), returns }]
  const moved = movementsOf({ ...nothing, bonuses })
  expect(yearsOf(moved).map(({ year: of, backFen }) => [of, backFen])).toEqual([
    ...[
      ['2027', '50000'],
      ['2026', '20000'],
    ],
  ])
})

test('what somebody was paid of the staff part is told as that', () => {
  const bonuses = [{ ...proceeds('0'), source: 'staff_award' as const }]
  expect(movementsOf({ ...nothing, bonuses })).toMatchObject([
    { kind: 'staffRewardReturned', backFen: '70000', caseId: null },
    { kind: 'staffReward', paidFen: '70000', caseId: null },
  ])
})
