import type { Sheet } from '@yizhuan/ledger'
import { expect, test } from 'vitest'
import { corrected } from './correction.ts'
import { type Decision, fold } from './decision.ts'

const decision = (change: Partial<Decision>): Decision => ({
  kind: 'cell',
  sheet: '台账',
  row: 2,
  column: 'B',
  code: null,
  choice: 'correct',
  value: '一',
  by: '示例甲',
  at: '2026-03-02T01:00:00.000Z',
  ...change,
})

test('the latest decision of a place counts, and undoing leaves none', () => {
  const first = decision({})
  const second = decision({ value: '二' })
  expect(fold([first, second]).corrections).toMatchObject([{ value: '二' }])
  expect(fold([first, decision({ choice: 'undo', value: null })]).corrections).toEqual([])
})

test('decisions about cells, rows and problems do not touch each other', () => {
  const row = decision({ kind: 'row', column: null, choice: 'exclude', value: null })
  const problem = decision({ kind: 'problem', code: 'share_sum', choice: 'accept', value: null })
  const folded = fold([decision({}), row, problem])
  expect(folded.row('台账', 2)).toBe(row)
  expect(folded.row('台账', 3)).toBeUndefined()
  const place = { sheet: '台账', row: 2, column: 'B' }
  expect(folded.problem({ ...place, code: 'share_sum' })).toBe(problem)
  expect(folded.problem({ ...place, code: 'trl_range' })).toBeUndefined()
  expect(folded.corrections).toHaveLength(1)
})

test('a correction replaces its cell and no other; an empty one empties it', () => {
  const sheet: Sheet = {
    name: '台账',
    rows: [
      {
        row: 2,
        cells: [
          { kind: 'text', text: '甲' },
          { kind: 'number', text: '1' },
        ],
      },
    ],
    merges: [],
    hiddenColumns: new Set(),
    comments: [],
  }
  const place = { sheet: '台账', row: 2 }
  const [changed] = corrected([sheet], [{ ...place, column: 'B', value: '2' }])
  expect(changed?.rows[0]?.cells).toEqual([
    { kind: 'text', text: '甲' },
    { kind: 'text', text: '2' },
  ])
  const [emptied] = corrected([sheet], [{ ...place, column: 'A', value: '' }])
  expect(emptied?.rows[0]?.cells[0]).toBeUndefined()
  expect(corrected([sheet], [{ ...place, sheet: '别表', column: 'A', value: 'x' }])).toEqual([
    sheet,
  ])
})
