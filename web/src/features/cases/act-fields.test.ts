import { actTypes } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { type ActField, fenText, fieldsOfAct } from './act-fields.ts'

test('every act has its form', () => {
  expect(actTypes.length).toBeGreaterThan(30)
  expect(actTypes.filter((type) => fieldsOfAct(type).length === 0)).toEqual([])
})

test('every field has a label in both languages', () => {
  const bare = (field: ActField): boolean =>
    (field.kind !== 'group' && !(field.label.zh && field.label.en)) || field.fields.some(bare)
  expect(actTypes.flatMap((type) => fieldsOfAct(type).filter(bare))).toEqual([])
})

test.each([
  ['1', '100'],
  ['1,086,400.00', '108640000'],
  ['0.5', '50'],
  ['0.005', '0.005'],
  ['九', '九'],
])('%s yuan is %s fen', (yuan, fen) => expect(fenText(yuan)).toBe(fen))
