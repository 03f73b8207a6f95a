import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsBy, purseOf, type StaffAct } from './staff.ts'

const act = (type: string, staff: string | null = null): StaffAct => ({
  ...{ caseId: 'c', type, on: '2026-07-01', staff },
})

test('a distribution brings what the plan before it said; a reversal takes the last one back', () => {
  const sums = (...acts: readonly StaffAct[]) => partsBy(acts).map(({ fen }) => fen)
  const [plan, next] = [act('planDrafted', '100'), act('planDrafted', '30')]
  expect(sums(plan)).toEqual([])
  expect(sums(plan, act('paid'))).toEqual([100n])
  expect(sums(plan, next, act('paid'))).toEqual([30n])
  expect(sums(plan, act('paid'), next, act('paid'))).toEqual([100n, 30n])
  expect(sums(plan, act('paid'), next, act('paid'), act('distributionReversed'))).toEqual([100n])
  expect(sums(act('planDrafted', '0'), act('paid'))).toEqual([])
})

test('what came in is paid, promised or free, to the fen', () => {
  const fens = fc.array(fc.bigInt(1n, 10n ** 12n))
  fc.assert(
    fc.property(fens, fc.bigInt(0n, 10n ** 12n), fc.bigInt(0n, 10n ** 12n), (some, paid, more) => {
      const parts = some.map((fen) => ({ caseId: 'c', on: '2026-07-01', fen }))
      const purse = purseOf(parts, { awarded: paid + more, paid })
      expect(purse.paid + purse.promised + purse.free).toBe(purse.cameIn)
      expect(purse.promised).toBe(more)
    }),
  )
})
