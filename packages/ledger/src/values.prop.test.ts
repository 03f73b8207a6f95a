import { creditCheckCharacter, fen, patentCheckCharacter } from '@yizhuan/kit'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAmount } from './amount.ts'
import { identityCheckCharacter } from './check-digits.ts'
import { parseCapitalAmount } from './chinese-number.ts'
import { parseDay } from './ledger-day.ts'
import { parseNames } from './names.ts'
import { parseApplicationNo, parseCreditCode, parseIdentityNo } from './numbers.ts'
import { parsePeriod } from './period.ts'
import { parseShares, parseSplit } from './shares.ts'

const text = (value: string) => ({ kind: 'text', text: value }) as const
const wide = (value: string) =>
  value.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** The ways in which people write a day; each must give it back. */
const dayForms: readonly ((y: string, m: string, d: string) => string)[] = [
  (y, m, d) => `${y}-${m}-${d}`,
  (y, m, d) => `${y}/${+m}/${+d}`,
  (y, m, d) => `${y}.${+m}.${+d}`,
  (y, m, d) => `${y}年${+m}月${+d}日`,
  (y, m, d) => `${y}年${m}月${d}号 `,
  (y, m, d) => `${y} 年 ${+m} 月 ${+d} 日`,
  (y, m, d) => `${y}${m}${d}`,
  (y, m, d) => `${y}-${m}-${d} 00:00:00`,
  (y, m, d) => wide(`${y}.${+m}.${+d}`),
]

test('a day survives every way of writing it', () => {
  fc.assert(
    fc.property(days, oneOf(...dayForms), (day, form) => {
      const [y = '', m = '', d = ''] = day.split('-')
      expect(parseDay(text(form(y, m, d)))).toEqual({ value: day, problems: [] })
    }),
  )
})

test('a day survives as the number a spreadsheet keeps, whatever the time of day', () => {
  fc.assert(
    fc.property(days, fc.double({ min: 0, max: 0.99, noNaN: true }), (day, time) => {
      const serial = Date.parse(day) / 86_400_000 + 25_569
      const cell = { kind: 'number', text: String(serial + time), format: 'yyyy-mm-dd' } as const
      expect(parseDay(cell).value).toBe(day)
    }),
  )
})

test('a period of two days survives every way of writing it', () => {
  const forms = dayForms.slice(0, 4)
  fc.assert(
    fc.property(days, days, oneOf(...forms), oneOf('~', '—', '至', '-'), (a, b, form, sign) => {
      const [from = a, to = b] = [a, b].sort()
      const write = (day: string) => form(...(day.split('-') as [string, string, string]))
      const raw = `${write(from)}${sign}${write(to)}`
      expect(parsePeriod(text(raw))).toEqual({ from, to, problems: [] })
    }),
  )
})

const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n })
const yuanOf = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
const grouped = (plain: string) => plain.replace(/\B(?=(\d{3})+(?=\.))/g, ',')

/** The ways in which people write an amount under a header in 万元. */
const amountForms: readonly ((amount: bigint) => string)[] = [
  (amount) => `￥${grouped(yuanOf(amount))}`,
  (amount) => `¥ ${yuanOf(amount)}`,
  (amount) => `${yuanOf(amount)}元`,
  (amount) => `人民币${yuanOf(amount)}元整`,
  (amount) => `${yuanOf(amount)}元（含税）`,
  (amount) => wide(`${yuanOf(amount)}元`),
  (amount) => `${inTenThousands(amount)}`,
  (amount) => ` ${inTenThousands(amount)}万 `,
  (amount) => `${inTenThousands(amount)} 万元`,
  capital,
]

const inTenThousands = (amount: bigint) =>
  `${amount / 1_000_000n}.${String(amount % 1_000_000n).padStart(6, '0')}`

test('an amount survives every way of writing it', () => {
  fc.assert(
    fc.property(amounts, oneOf(...amountForms), (amount, form) => {
      expect(parseAmount(text(form(amount)), '万元')).toMatchObject({ fen: amount, problems: [] })
    }),
  )
})

test('binary noise never moves an amount by a fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (amount) => {
      const noisy = String((amount / 1_000_000) * 1.0000000000001)
      expect(parseAmount({ kind: 'number', text: noisy }, '万元').fen).toBe(fen(BigInt(amount)))
    }),
  )
})

test('an amount survives capital characters', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseCapitalAmount(capital(amount))).toBe(amount)
    }),
  )
})

/** 壹拾贰万伍仟元叁角: written here a second time, the other way round. */
function capital(amount: bigint): string {
  const [yuan, jiao, cents] = [amount / 100n, (amount / 10n) % 10n, amount % 10n]
  const name = (digit: bigint) => '零壹贰叁肆伍陆柒捌玖'.charAt(Number(digit))
  const fourDigits = (part: bigint) =>
    [
      [1000n, '仟'],
      [100n, '佰'],
      [10n, '拾'],
      [1n, ''],
    ]
      .map(([size, word]) => {
        const digit = (part / (size as bigint)) % 10n
        return digit === 0n ? '零' : `${name(digit)}${word}`
      })
      .join('')
      .replace(/零+/g, '零')
      .replace(/零$/, '')
  const parts = [
    [yuan / 100_000_000n, '亿'],
    [(yuan / 10_000n) % 10_000n, '万'],
    [yuan % 10_000n, ''],
  ]
    .filter(([part]) => part !== 0n)
    .map(([part, word]) => `${fourDigits(part as bigint)}${word}`)
    .join('')
  const tail = `${jiao === 0n ? '' : `${name(jiao)}角`}${cents === 0n ? '' : `${name(cents)}分`}`
  return `${parts === '' ? '零' : parts.replace(/^零/, '')}元${tail === '' ? '整' : tail}`
}

const surnames = [...'林周吴郑冯陈蒋沈韩杨朱秦许何吕施孔曹严魏陶姜', '欧阳', '上官', '司徒']
const givens = [...'甲乙丙丁木火土金水山川松竹梅兰菊']
const person = fc
  .tuple(oneOf(...surnames), oneOf(...givens), oneOf('', ...givens))
  .map((parts) => parts.join(''))
const team = fc.uniqueArray(fc.oneof(person, oneOf('Ada Testwell', '阿林·丁别')), {
  minLength: 1,
  maxLength: 7,
})

const pad = (name: string) => ([...name].length === 2 ? [...name].join('　') : name)
const nameForms: readonly ((names: readonly string[]) => string)[] = [
  (names) => names.join('、'),
  (names) => names.join('；'),
  (names) => `${names.join(',')},`,
  (names) => names.join('\n'),
  (names) => names.join(' / '),
  (names) => names.map(pad).join('，'),
  (names) => names.map((name, at) => `${at + 1}.${name}`).join(' '),
  (names) => names.map((name, at) => `${at + 1}、${name}`).join('\n'),
  (names) => names.map((name, at) => `${String.fromCharCode(0x2460 + at)}${name}`).join(' '),
  (names) => names.map((name) => `${name}（外院）`).join('、'),
  (names) => names.map((name) => `${name}*`).join('、'),
  (names) => names.map((name) => name.replace('·', '•')).join('、\n'),
]

test('a team survives every way of listing it', () => {
  fc.assert(
    fc.property(team, oneOf(...nameForms), (names, form) => {
      expect(parseNames(form(names))).toEqual({ value: names, problems: [] })
    }),
  )
})

const wholes = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 })
  .map((parts) => [...parts.map((part) => part * 10), 10_000 - 10 * sum(parts)])
  .filter((parts) => (parts.at(-1) ?? 0) > 0)
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)

test('shares survive every way of listing them', () => {
  const forms = [
    (shares: readonly number[]) => shares.map((bp) => `${bp / 100}%`).join('、'),
    (shares: readonly number[]) => shares.map((bp) => `${bp / 100} %`).join('\n'),
    (shares: readonly number[]) => shares.map((bp) => wide(`${bp / 100}%`)).join('，'),
    (shares: readonly number[]) => shares.map((bp) => String(bp / 10_000)).join(';'),
    (shares: readonly number[]) => shares.map((bp) => String(bp / 100)).join('/'),
    (shares: readonly number[]) => shares.map((bp) => String(bp / 1000)).join(':'),
  ]
  fc.assert(
    fc.property(wholes, oneOf(...forms), (shares, form) => {
      expect(parseShares(text(form(shares)))).toMatchObject({ value: { shares }, problems: [] })
    }),
  )
})

test('a split with names survives every way of listing it', () => {
  const signs = oneOf('：', ':', ' ', '')
  fc.assert(
    fc.property(team, wholes, signs, oneOf('、', '；', '\n', ','), (names, shares, sign, comma) => {
      const parts = names.slice(0, shares.length).map((name, at) => ({ name, bp: shares[at] }))
      const raw = parts.map(({ name, bp }) => `${name}${sign}${(bp ?? 0) / 100}%`).join(comma)
      expect(parseSplit(text(raw))).toEqual({ value: parts, problems: [] })
    }),
  )
})

const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`), { size: 'max' })

test('a wrong digit in an application number is always seen', () => {
  const number = fc.tuple(fc.integer({ min: 2004, max: 2099 }), oneOf('1', '2', '3'), digits(7))
  fc.assert(
    fc.property(number, fc.nat(6), fc.integer({ min: 1, max: 9 }), ([y, kind, serial], at, by) => {
      const right = `${y}${kind}${serial}`
      const check = patentCheckCharacter(right)
      expect(parseApplicationNo(text(`ZL${right}${check}`)).problems).toEqual([])
      const wrongDigit = String((Number(serial[at]) + by) % 10)
      const wrong = `${y}${kind}${serial.slice(0, at)}${wrongDigit}${serial.slice(at + 1)}`
      expect(parseApplicationNo(text(`${wrong}.${check}`)).problems).toEqual(['patent_check_digit'])
    }),
  )
})

test('a wrong digit in an identity number is always seen', () => {
  fc.assert(
    fc.property(digits(17), fc.nat(16), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
      const check = identityCheckCharacter(right)
      expect(parseIdentityNo(text(`${right}${check}`)).problems).toEqual([])
      const wrong = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`
      expect(parseIdentityNo(text(`${wrong}${check}`)).problems).toEqual(['id_check_digit'])
    }),
  )
})

test('a wrong digit in a credit code is always seen', () => {
  fc.assert(
    fc.property(digits(17), fc.nat(16), fc.integer({ min: 1, max: 9 }), (right, at, by) => {
      const check = creditCheckCharacter(right) ?? ''
      expect(parseCreditCode(text(`${right}${check}`)).problems).toEqual([])
      const wrong = `${right.slice(0, at)}${(Number(right[at]) + by) % 10}${right.slice(at + 1)}`
      expect(parseCreditCode(text(`${wrong}${check}`)).problems).toEqual(['uscc_check_digit'])
    }),
  )
})
