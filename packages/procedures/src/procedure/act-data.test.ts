import { InputError } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { transferCase } from '../transfer-case/transfer-case.ts'
import { parseActData } from './act-data.ts'

// What is wrong with a field of an act is told to people: by the rule that is broken, in words of both languages.

const cost = { kind: 'tax', amount: '100', voucher: '付-1' }

const refused = (type: string, data: unknown): InputError => {
  try {
    parseActData(transferCase, type, data)
  } catch (error) {
    if (error instanceof InputError) return error
  }
  throw new Error('It was taken.')
}

test.each([
  ['half a fen', { ...cost, amount: '12.5' }, 'amount', 'whole-fen', '请填写金额'],
  ['less than nothing', { ...cost, amount: '-1' }, 'amount', 'whole-fen', '不得为负'],
  ['nothing', { ...cost, amount: undefined }, 'amount', 'invalid-type', '请填写。'],
  ['no voucher', { ...cost, voucher: '' }, 'voucher', 'too-small', '请填写。'],
  ['no such kind', { ...cost, kind: 'x' }, 'kind', 'invalid-value', '请从所列选项中选择。'],
  ['what nobody asked', { ...cost, other: 1 }, 'other', 'unknown-field', '未知字段'],
] as const)('%s', (_name, data, field, rule, zh) => {
  const told = refused('costRecorded', data)
  expect([told.field, told.rule]).toEqual([field, rule])
  expect(told.words.zh).toContain(zh)
  expect(told.words.en).not.toMatch(/invalid|expected|received/i)
})

test('a plan without its persons is told so', () => {
  const told = refused('planDrafted', {})
  expect([told.rule, told.words.zh]).toEqual(['invalid-type', '请填写。'])
})

test('what nobody asked within a list is told at its place', () => {
  const part = { holder: '示例大学', amount: '1', other: 1 }
  const refund = { receipt: '收-1', cause: 'refund', amount: '1', voucher: '退-1' }
  const told = refused('receiptRefunded', { ...refund, fromOthers: [part] })
  expect([told.field, told.rule]).toEqual(['fromOthers.0.other', 'unknown-field'])
})
