import { expect, test } from 'vitest'
import { computeFormula } from './formula.ts'
import { gridOf } from './grid.ts'
import { sheetOf } from './testing/sheet.ts'

const grid = gridOf(
  sheetOf('表', [
    [250, 0.1, '文字', { kind: 'error', text: '#REF!' }],
    [100, { kind: 'none', text: '', formula: 'A1+A2' }],
    [3100],
  ]),
)

test.each([
  ['A1*0.25', 62.5],
  ['ROUND(A3*0.85,2)', 2635],
  ['SUM(A1:A3)', 3450],
  ['SUM(A1:A2,$A$3)-(A1-A2)/2', 3375],
  ['B2*2', 700],
  ['-A2+Z9', -100],
  ['SUM(A1:C1)', 250.1],
  ['ROUND(1.005,2)', 1.01],
])('%s is %s', (formula, value) => {
  expect(computeFormula(grid, formula)).toBeCloseTo(value, 10)
})

test.each(['VLOOKUP(A1,A:B,2,0)', 'A1/0', 'C1*2', 'D1+1', 'A1+', '成果!A1', 'A1 A2', ''])(
  '%s has no value',
  (formula) => {
    expect(computeFormula(grid, formula)).toBeUndefined()
  },
)

test('a formula that looks at every cell of every other one is given up', () => {
  const rows = Array.from({ length: 30 }, (_, at) => [
    { kind: 'none', text: '', formula: `A${at + 2}+A${at + 2}+A${at + 2}` } as const,
  ])
  expect(computeFormula(gridOf(sheetOf('表', rows)), 'A1')).toBeUndefined()
  expect(computeFormula(grid, 'SUM(A1:XFD1000000)')).toBeUndefined()
  expect(computeFormula(grid, `${'('.repeat(8000)}1`)).toBeUndefined()
  expect(computeFormula(grid, `${'-'.repeat(8000)}1`)).toBeUndefined()
})

test('a formula that refers to itself has no value', () => {
  const loop = gridOf(sheetOf('表', [[{ kind: 'none', text: '', formula: 'A1+1' }]]))
  expect(computeFormula(loop, 'A1+1')).toBeUndefined()
})
