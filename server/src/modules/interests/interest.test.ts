import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import {
  declarationState,
  enterpriseKey,
  maskedName,
  matchedBy,
  partiesIn,
  partiesOf,
  validUntil,
} from './interest.ts'

describe('an enterprise', () => {
  test.each([
    ['spaces and width', ' 示例 医疗 科技有限公司', '示例医疗科技有限公司'],
    ['brackets of either width', '示例（广州）科技有限公司', '示例(广州)科技有限公司'],
    ['the long form of a limited company', '示例科技有限责任公司', '示例科技有限公司'],
    ['capitals', 'Example Bio Ltd.', 'EXAMPLE BIO LTD'],
  ])('is the same but for %s', (_what, one, other) => {
    expect(enterpriseKey(one)).toBe(enterpriseKey(other))
  })

  test.each([
    ['a place in brackets', '示例（广州）科技有限公司', '示例（深圳）科技有限公司'],
    ['a joint-stock company', '示例科技股份有限公司', '示例科技有限公司'],
    ['a part of the name', '示例科技有限公司', '示例医疗科技有限公司'],
  ])('is another by %s', (_what, one, other) => {
    expect(enterpriseKey(one)).not.toBe(enterpriseKey(other))
  })
})

describe('a match', () => {
  const item = { enterprise: '示例科技有限公司', uscc: '91440000TEST00001X' }
  test.each([
    ['by code, whatever the name', { name: '示例新名有限公司', uscc: item.uscc }, 'uscc'],
    ['by name, where no code is known', { name: '示例科技有限责任公司', uscc: null }, 'name'],
    ['by name, also where the codes differ', { name: item.enterprise, uscc: 'X' }, 'name'],
    ['none', { name: '另一家有限公司', uscc: null }, undefined],
  ])('%s', (_what, party, by) => {
    expect(matchedBy(item, party)).toBe(by)
  })

  test('of two without codes is not by code', () => {
    expect(matchedBy({ enterprise: '甲', uscc: null }, { name: '乙', uscc: null })).toBeUndefined()
  })
})

test('the other sides are found wherever an act names them, each once', () => {
  const entry = {
    data: {
      terms: { counterparty: '甲有限公司', price: '1' },
      offers: [{ enterprise: '乙有限公司' }, { enterprise: ' 甲有限公司 ' }],
      note: '丙有限公司',
    },
  }
  expect(partiesIn(entry)).toEqual(['甲有限公司', '乙有限公司'])
})

test('a declaration is good through its last day; none is not known', () => {
  const until = validUntil(day('2026-03-01', 'on'), 12)
  expect(until).toBe('2027-02-28')
  expect(declarationState(undefined, until)).toBe('none')
  expect(declarationState({ validUntil: until }, until)).toBe('valid')
  expect(declarationState({ validUntil: until }, day('2027-03-01', 'on'))).toBe('expired')
})

test('a name is shown by its first character', () => {
  expect(maskedName('林某某')).toBe('林**')
  expect(maskedName('林')).toBe('林*')
})

test('a party is named once, and keeps the code that is told later', () => {
  const code = '91440000TEST00001X'
  expect(
    partiesOf([
      { name: '甲有限公司', uscc: null },
      { name: null, uscc: null },
      { name: '甲有限责任公司', uscc: code },
      { name: '甲有限公司', uscc: '91440000TEST00002X' },
    ]),
  ).toEqual([
    { name: '甲有限公司', uscc: code },
    { name: '甲有限公司', uscc: '91440000TEST00002X' },
  ])
})
