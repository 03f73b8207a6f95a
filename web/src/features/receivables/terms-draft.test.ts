import { expect, test } from 'vitest'
import type { TermWire } from './money.api.ts'
import { draftOf, newTerm, termOf } from './terms-draft.ts'

const byPiece: TermWire = {
  ...{ key: 't1', kind: 'royalty', label: '按盒提成' },
  royalty: {
    ...{ unit: '盒', counts: 'life', minimum: '500000', brokenMinimum: 'days', every: 1 },
    bands: [
      { upTo: '1000', rate: '1250' },
      { upTo: null, rate: '2001/2' },
    ],
    ...{ from: '2026-01-01', to: '2026-12-31', statementDays: 10, payDays: 30 },
  },
}

test('a royalty by the piece is typed in units of its currency, and sent as it holds', () => {
  const draft = draftOf(byPiece, 'CNY')
  expect(draft).toMatchObject({ measure: 'pieces', unit: '盒', every: '1' })
  expect(draft.bands).toEqual([
    { upTo: '1000', rate: '12.50' },
    { upTo: '', rate: '10.005' },
  ])
  expect(termOf(draft, 'CNY')).toEqual(byPiece)
})

test.each([
  ['5%', '5% CNY'],
  ['1.1234567', '1.1234567 CNY'],
  ['', ' CNY'],
])('%j for a piece is not sent as if it were fen', (rate, sent) => {
  const draft = { ...draftOf(byPiece, 'CNY'), bands: [{ upTo: '', rate }] }
  expect(termOf(draft, 'CNY').royalty?.bands).toEqual([{ upTo: null, rate: sent }])
})

test('a royalty on sales has no unit, whatever was typed of one', () => {
  const draft = { ...newTerm('royalty', []), unit: '件', bands: [{ upTo: '', rate: '5' }] }
  const { royalty } = termOf(draft, 'CNY')
  expect(royalty).not.toHaveProperty('unit')
  expect(royalty?.bands).toEqual([{ upTo: null, rate: '5%' }])
})

test('a number of pieces may be typed with commas', () => {
  const bands = [
    { upTo: '1，000', rate: '1' },
    { upTo: '', rate: '2' },
  ]
  expect(termOf({ ...draftOf(byPiece, 'CNY'), bands }, 'CNY').royalty?.bands[0]?.upTo).toBe('1000')
})
