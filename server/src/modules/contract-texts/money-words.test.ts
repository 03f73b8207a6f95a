import { readTerms, type WrittenTerm } from '@yizhuan/money'
import { expect, test } from 'vitest'
import {
  equitySaid,
  milestonesSaid,
  moneyConditions,
  paymentsSaid,
  royaltiesSaid,
} from './money-words.ts'

const read = (terms: readonly WrittenTerm[], currency = 'CNY') =>
  readTerms({ currency, planRate: currency === 'CNY' ? null : '7.1', terms })

const down: WrittenTerm = {
  ...{ key: 'a', kind: 'fixed', label: '首付款', minor: '10000050', dueOn: '2026-03-01' },
}
const rest: WrittenTerm = { ...down, key: 'b', label: '尾款', minor: '200', dueOn: '2026-09-01' }
const royalty: WrittenTerm = {
  ...{ key: 'r', kind: 'royalty', label: '销售提成' },
  royalty: {
    bands: [
      { upTo: '100000000', rate: '5%' },
      { upTo: '300000000', rate: '1/3' },
      { upTo: null, rate: '2.5%' },
    ],
    ...{ counts: 'life', minimum: '30000', brokenMinimum: 'none', every: 6 },
    ...{ from: '2026-01-01', to: '2027-12-31', statementDays: 30, payDays: 60 },
  },
}

test('payments on days are told to the fen, each on its line', () => {
  expect(paymentsSaid(read([down]))?.zh).toBe('首付款：人民币100,000.50元，不迟于2026年3月1日支付')
  expect(paymentsSaid(read([down, rest]))?.zh).toBe(
    '（1）首付款：人民币100,000.50元，不迟于2026年3月1日支付；\n（2）尾款：人民币2.00元，不迟于2026年9月1日支付',
  )
  expect(paymentsSaid(read([down], 'USD'))?.en).toBe('首付款: USD 100000.50, by 2026-03-01')
})

test('a royalty is told with every band, its minimum, its periods and its days', () => {
  expect(royaltiesSaid(read([royalty]))?.zh).toBe(
    '销售提成：自2026年1月1日至2027年12月31日，每六个月为一期，以自始累计销售额为基数，' +
      '不超过人民币1,000,000.00元的部分为5%、超过人民币1,000,000.00元至人民币3,000,000.00元的部分为1/3、' +
      '超过人民币3,000,000.00元的部分为2.5%，每期不低于人民币300.00元，合同中途终止的一期，最低提成不计，' +
      '每期结束后30日内提交提成报告，60日内付款',
  )
})

test('a royalty by the piece tells what one costs, and of how many', () => {
  const byPiece = (bands: { upTo: string | null; rate: string }[], more: object = {}) => ({
    ...royalty,
    royalty: {
      ...{ unit: '盒', bands, counts: 'period', minimum: '0', every: 1 },
      ...{ from: '2026-01-01', to: '2026-12-31', statementDays: 10, payDays: 30 },
      ...more,
    },
  })
  const bands = [
    { upTo: '1000', rate: '1250' },
    { upTo: '5000', rate: '1000.5' },
    { upTo: null, rate: '1/3' },
  ]
  const told = royaltiesSaid(read([byPiece(bands)]))
  expect(told?.zh).toBe(
    '销售提成：自2026年1月1日至2026年12月31日，每一个月为一期，以当期销售数量（盒）为基数，' +
      '不超过1000盒的部分每盒人民币12.50元、超过1000盒至5000盒的部分每盒人民币10.005元、' +
      '超过5000盒的部分每盒人民币1/300元，每期结束后10日内提交提成报告，30日内付款',
  )
  expect(told?.en).toContain(
    'for periods of one month, on the number sold (盒) of the period: ' +
      'CNY 12.50 each up to 1000, CNY 10.005 each above 1000 up to 5000, CNY 1/300 each above 5000',
  )
  const one = royaltiesSaid(read([byPiece([{ upTo: null, rate: '250' }])], 'USD'))
  expect(one?.zh).toContain('以当期销售数量（盒）为基数，每盒USD 2.50，')
})

test('what was not agreed is not told', () => {
  const terms = read([down])
  expect([milestonesSaid(terms), royaltiesSaid(terms), equitySaid(terms)]).toEqual([
    ...[undefined, undefined, undefined],
  ])
  expect(moneyConditions(terms)).toEqual({
    ...{ lumpSum: true, instalments: false, milestones: false, royalty: false },
    ...{ equity: false, foreignCurrency: false },
  })
  expect(moneyConditions(read([down, rest, royalty]))).toMatchObject({
    ...{ lumpSum: false, instalments: true, royalty: true },
  })
})
