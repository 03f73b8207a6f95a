import { fileURLToPath } from 'node:url'
import { accountKinds, accountOf, bookOf, books, claimRules, moneyEventKinds } from '@yizhuan/money'
import { expect, test } from 'vitest'
import { loadCharts } from './load-pack.ts'

const charts = loadCharts(fileURLToPath(new URL('../../../packs', import.meta.url)))
const words = { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }

test('there is a chart, and it says whether somebody compared it with its source', () => {
  expect(charts.length).toBeGreaterThan(0)
  for (const chart of charts) {
    expect(chart.from).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(typeof chart.verified).toBe('boolean')
    expect(chart.title).toMatchObject(words)
    expect(chart.source).toMatch(/./)
  }
})

test.each(charts)('the accounts of $from have a number each, words and a kind', ({ accounts }) => {
  const numbers = accounts.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const { name, kind } of accounts) {
    expect(name).toMatchObject(words)
    expect(accountKinds).toContain(kind)
  }
})

test.each(charts)(
  'every event of money has a rule in $from, and no rule leaves its book',
  (chart) => {
    expect(Object.keys(chart.rules).toSorted()).toEqual([...moneyEventKinds].toSorted())
    for (const { label, lines } of Object.values(chart.rules)) {
      expect(label).toMatchObject(words)
      expect(lines.length).toBeGreaterThan(0)
      for (const { debit, credit } of lines) {
        expect(bookOf(accountOf(chart, debit).kind)).toBe(bookOf(accountOf(chart, credit).kind))
      }
    }
    for (const why of Object.values(chart.unposted)) expect(why).toMatchObject(words)
  },
)

test.each(charts)('claims and closing of $from say what they need', (chart) => {
  const { claims, closing } = chart
  expect(claims.length).toBeGreaterThan(0)
  for (const rule of claims) expect(claimRules).toContain(rule)
  expect(closing.label).toMatchObject(words)
  expect(closing.by >= 1 && closing.by <= 28).toBe(true)
  for (const book of books) {
    expect(bookOf(accountOf(chart, closing.yearEnd[book]).kind)).toBe(book)
  }
})

test.each(charts)('no account of $from is there for nothing', ({ accounts, rules, closing }) => {
  const used = Object.values(rules).flatMap(({ lines }) =>
    lines.flatMap(({ debit, credit }) => [debit, credit]),
  )
  used.push(...Object.values(closing.yearEnd))
  expect(accounts.map(({ number }) => number).filter((one) => !used.includes(one))).toEqual([])
})
