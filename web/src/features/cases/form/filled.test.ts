import { actOf, type Fit, parseActData, transferCase } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { fieldsOfAct, fitted } from './act-fields.ts'
import { dataOf, placeOf, withValue, wrongsIn } from './filled.ts'

test('a change deep in a list leaves the rest as it was', () => {
  const values = { lines: [{ name: '甲' }, { name: '乙', amount: '1' }], toTto: '5' }
  expect(withValue(values, ['lines', '1', 'amount'], '2')).toEqual({
    lines: [{ name: '甲' }, { name: '乙', amount: '2' }],
    toTto: '5',
  })
  expect(withValue({}, ['terms', 'price'], '3')).toEqual({ terms: { price: '3' } })
})

test('what is missing and what is no amount is named by its place', () => {
  const fields = fieldsOfAct('transfer', 'proposed')
  expect(wrongsIn(fields, { terms: { mode: 'license', price: '0.005' } })).toMatchObject({
    'terms.price': 'money',
    'terms.distributionRule': 'required',
  })
})

test('a form asks for what its mode wants, and for nothing of other modes', () => {
  const fit = (terms: object) => actOf(transferCase, 'proposed')?.fits?.(undefined, { terms })
  const asked = (terms: object) => {
    const [group] = fitted(fieldsOfAct('transfer', 'proposed'), fit(terms) as Fit)
    return group?.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)
  }
  expect(asked({ mode: 'license' })).toEqual([
    'mode',
    'counterparty',
    'price',
    'distributionRule',
    'licenceKind',
  ])
  expect(asked({ mode: 'cooperation' })).toContain('sharingRule')
  expect(asked({ mode: 'self_implementation' })).toEqual(['mode', 'distributionRule'])
})

test('a question without an answer is missing; a box in a list is not', () => {
  expect(
    wrongsIn(fieldsOfAct('transfer', 'receiptRecorded'), { amount: '1', voucher: '1' }),
  ).toEqual({
    inBudget: 'required',
  })
  const team = wrongsIn(fieldsOfAct('transfer', 'caseOpened'), {
    title: 't',
    achievement: 'a',
    team: [{ name: '甲' }],
  })
  expect(team).toEqual({})
})

test('what is filled in is what the act carries: whole fen, numbers, identifiers, nothing empty', () => {
  const receipt = dataOf(fieldsOfAct('transfer', 'receiptRecorded'), {
    amount: '1,086,400.5',
    voucher: ' 记-1 ',
    inBudget: true,
  })
  expect(receipt).toEqual({ amount: '108640050', voucher: '记-1', inBudget: true })
  const id = '01890000-0000-7000-8000-000000000001'
  const opened = dataOf(fieldsOfAct('transfer', 'caseOpened'), {
    title: 't',
    achievement: 'a',
    achievementId: id,
    team: [{ name: '甲', isInventor: true }],
  })
  expect(parseActData(transferCase, 'caseOpened', opened)).toMatchObject({ achievementId: id })
})

test.each([
  ['#/data/lines/0/amount', 'lines.0.amount'],
  ['#/on', 'on'],
])('%s is the field %s', (pointer, place) => expect(placeOf(pointer)).toBe(place))

test('a question that may stay open is not answered with no; an unticked box of a list is', () => {
  const fields = fieldsOfAct('equity_holding', 'eventHandled')
  const holders = [{ name: '示例甲', kind: 'contributor', share: '100%' }]
  const open = dataOf(fields, { holders, onList: true })
  expect(open).not.toHaveProperty('illegalGain')
  expect(open).toMatchObject({ onList: true, holders: [{ isChief: false }] })
  expect(dataOf(fields, { holders, illegalGain: false })).toMatchObject({ illegalGain: false })
})
