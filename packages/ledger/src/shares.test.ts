import { expect, test } from 'vitest'
import { parseRatio, parseShares, parseSplit, sumOfShares } from './shares.ts'

const text = (value: string) => ({ kind: 'text', text: value }) as const
const number = (value: string, format?: string) =>
  ({ kind: 'number', text: value, ...(format === undefined ? {} : { format }) }) as const

test.each([
  ['70%', 7000],
  ['70 %', 7000],
  ['７０％', 7000],
  ['33.33%', 3333],
  ['0.7', 7000],
  ['70', 7000],
  ['1', 10_000],
  ['7成', 7000],
  ['七成', 7000],
  ['七成五', 7500],
  ['百分之七十', 7000],
  ['/', null],
])('the share %s is %s', (raw, share) => {
  expect(parseRatio(text(raw))).toEqual({ value: share, problems: [] })
})

test('numbers of at most one are fractions', () => {
  expect(parseRatio(number('0.85', '0%')).value).toBe(8500)
  expect(parseRatio(number('85')).value).toBe(8500)
})

test.each(['按文件执行', '150%', '另议'])('%s is no share', (raw) => {
  expect(parseRatio(text(raw))).toEqual({ value: null, problems: ['ratio_unreadable'] })
})

test.each([
  ['50%、30%、20%'],
  ['50%，30%，20%'],
  ['50%; 30%; 20%'],
  ['50%\n30%\n20%'],
  ['５０％，３０％，２０％'],
  ['50/30/20'],
  ['5:3:2'],
  ['5：3：2'],
  ['0.5、0.3、0.2'],
  ['0.5;0.3;0.2'],
  ['五成、三成、二成'],
  ['林甲木：50%；周乙30%；吴丙 20%'],
  ['林甲木50%\n周乙：30%\n吴丙 20%'],
])('%j are the shares 50, 30 and 20 %', (raw) => {
  const { value, problems } = parseShares(text(raw))
  expect([value.shares, problems]).toEqual([[5000, 3000, 2000], []])
})

test('one percent in a list of percents is not everything', () => {
  expect(parseShares(text('99/1')).value.shares).toEqual([9900, 100])
})

test('shares keep the names beside them; equal parts say so', () => {
  expect(parseShares(text('林甲木：60%、Ada Testwell 40%')).value).toEqual({
    shares: [6000, 4000],
    names: ['林甲木', 'Ada Testwell'],
    equal: false,
  })
  expect(parseShares(text('均分')).value.equal).toBe(true)
  expect(parseShares(text('按协议')).problems).toEqual(['ratio_unreadable'])
})

test.each([
  [
    '林甲木：60%;周乙 40%',
    [
      { name: '林甲木', bp: 6000 },
      { name: '周乙', bp: 4000 },
    ],
  ],
  [
    '林甲木６０％、周乙４０％',
    [
      { name: '林甲木', bp: 6000 },
      { name: '周乙', bp: 4000 },
    ],
  ],
  ['Ada Testwell100%', [{ name: 'Ada Testwell', bp: 10_000 }]],
  [
    '阿林‧丁别 45.5%\n周乙54.5%',
    [
      { name: '阿林·丁别', bp: 4550 },
      { name: '周乙', bp: 5450 },
    ],
  ],
  [
    '林甲木：176,588元；周乙：1.5万元',
    [
      { name: '林甲木', fen: 17_658_800n },
      { name: '周乙', fen: 1_500_000n },
    ],
  ],
  [
    '林甲木、周乙均分',
    [
      { name: '林甲木', equal: true },
      { name: '周乙', equal: true },
    ],
  ],
  ['待分配', []],
  ['', []],
])('the split %j', (raw, parts) => {
  expect(parseSplit(text(raw))).toEqual({ value: parts, problems: [] })
})

test('a split that names no figures is told', () => {
  expect(parseSplit(text('见分配方案')).problems).toEqual(['ratio_unreadable'])
})

test('shares make a whole, nearly one, or none', () => {
  expect(sumOfShares([3400, 3300, 3300])).toBe('whole')
  expect(sumOfShares([3333, 3333, 3333])).toBe('rounded')
  expect(sumOfShares([3330, 3330, 3330])).toBe('rounded')
  expect(sumOfShares([6000, 3000])).toBe('wrong')
  expect(sumOfShares([5000, 4000, 2000])).toBe('wrong')
})
