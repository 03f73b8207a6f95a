import { expect, test } from 'vitest'
import { emptyObjection, sentOf, wrongsOf } from './objection.ts'

const whole = {
  ...emptyObjection,
  name: '示例丙',
  contact: '示例地址一号',
  text: '权属存在争议（示例）',
}

test('an objection in one’s own name asks for name, contact and reasons', () => {
  expect(wrongsOf(emptyObjection)).toEqual({
    name: 'nameShort',
    contact: 'contactShort',
    text: 'textShort',
  })
  expect(wrongsOf(whole)).toEqual({})
})

test.each([
  ['110101190001010006', {}],
  [' 110101190001010006 ', {}],
  ['110101190001010007', { idNumber: 'idWrong' }],
  ['11010119000101000', { idNumber: 'idWrong' }],
])('the identity number %s', (idNumber, wrongs) => {
  expect(wrongsOf({ ...whole, idNumber })).toEqual(wrongs)
})

test('a hint without a name asks for nothing but its text, and carries nothing else', () => {
  const hint = { ...whole, isAnonymous: true, name: '' }
  expect(wrongsOf(hint)).toEqual({})
  expect(sentOf(hint)).toEqual({ anonymous: true, text: whole.text })
})
