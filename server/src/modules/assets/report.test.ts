import { expect, test } from 'vitest'
import { type AssetSign, lineOf, sumsOf } from './asset.ts'
import { reportOf } from './report.ts'

const source = { register: 'case', id: 'k', number: null, title: '', isDayKnown: true } as const
const obtained: AssetSign = { what: 'right_obtained', of: 'A', on: '2026-02-01', source }
const lost: AssetSign = {
  ...{ what: 'right_lost', of: 'A', cause: 'abandoned', on: '2026-08-01', source },
}
const signed: AssetSign = { what: 'contract_signed', of: 'H', on: '2026-07-01', source }

const entered = (id: string) => ({
  ...{ id, number: id, title: id, department: null, fundingKind: null, enteredOn: '' },
})
const booked = { step: 'first', treatment: 'capitalise_fees', amountFen: '4000' } as const
const off = { step: 'disposal', treatment: 'write_off', amountFen: '4000' } as const
const spent = { step: 'first', treatment: 'expense', amountFen: '77' } as const

test('what stood, came and went sums to what stands, by every tag and on the books', () => {
  const before = [
    lineOf(entered('1'), [obtained, lost], sumsOf([4000n], [booked]), '2026-06-30'),
    lineOf(entered('2'), [], sumsOf([], []), '2026-06-30'),
  ]
  const after = [
    lineOf(entered('1'), [obtained, lost], sumsOf([4000n], [booked, off]), '2026-12-31'),
    lineOf(entered('2'), [signed], sumsOf([77n], [spent]), '2026-12-31'),
    lineOf(entered('3'), [], sumsOf([], []), '2026-12-31'),
  ]
  const report = reportOf(before, after)
  expect(report).toMatchObject({ opening: 2, entered: 1, closing: 3, lapsed: 1 })
  expect(report.movements).toHaveLength(9)
  for (const { opening, came, went, closing } of report.movements) {
    expect(opening + came - went).toBe(closing)
  }
  for (const tag of ['attribute', 'stage', 'conversion']) {
    const rows = report.movements.filter((row) => row.tag === tag)
    expect(rows.reduce((sum, { closing }) => sum + closing, 0)).toBe(3)
  }
  const { money } = report
  expect(money).toEqual({
    openingFen: 4000n,
    addedFen: 0n,
    derecognisedFen: 4000n,
    closingFen: 0n,
    spentFen: 77n,
    expensedFen: 77n,
    collectedFen: 0n,
  })
  expect(money.openingFen + money.addedFen - money.derecognisedFen).toBe(money.closingFen)
})
