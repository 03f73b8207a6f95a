import { fileURLToPath } from 'node:url'
import { parseFen, parseRatio } from '@yizhuan/kit'
import { compile, taxRateOn, taxRegimes, vatRatesOn } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { buildPacks, loadCalendars, loadTaxPositions } from './load-pack.ts'

const root = fileURLToPath(new URL('../../../packs', import.meta.url))
const lists = loadTaxPositions(root)
const packs = buildPacks(root).filter(({ id }) => id === 'cn')
const law = compile(packs, loadCalendars(root))
const words = { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) }

test('there is a document for each regime', () => {
  expect(Object.keys(lists.regimes).toSorted()).toEqual([...taxRegimes].toSorted())
})

test.each(taxRegimes)(
  'the gates of %s are norms that hold its claim back, or follow it',
  (name) => {
    const { title, taxpayer, gates, asks, action, supposes, matter } = lists.regimes[name]
    expect([title, taxpayer]).toMatchObject([words, words])
    const norms = gates.map((id) => law.norms.find((norm) => norm.id === id))
    expect(norms.every((norm) => norm !== undefined)).toBe(true)
    expect(norms.some((norm) => norm?.requiredFor.includes(action))).toBe(true)
    for (const fact of [...asks, supposes]) expect(law.vocabulary[fact]).toBeDefined()
    // Nothing that holds the claim back is left out of what the page shows, save what a payout counts.
    const needed = law.norms
      .filter(({ id, requiredFor }) => requiredFor.includes(action) && id !== 'cn.cash.counted')
      .map(({ id }) => id)
    expect(needed.filter((id) => !gates.includes(id))).toEqual([])
    expect(matter).toMatch(/./)
  },
)

test('rates say since when, how much, and whether somebody compared them', () => {
  for (const { rate, exempt, above, verified, cite } of lists.rates) {
    expect(parseRatio(rate, 'rate').n).toBeGreaterThan(0n)
    expect((exempt === undefined) === (above === undefined)).toBe(true)
    if (exempt !== undefined) expect(parseFen(exempt, 'exempt')).toBeGreaterThan(0n)
    expect(typeof verified).toBe('boolean')
    expect(cite).toMatch(/#/)
  }
  expect(taxRateOn(lists, 'cit_transfer', '2026-01-01')?.rate).toBe('25%')
  expect(taxRateOn(lists, 'vat_exemption', '2010-01-01')).toBeUndefined()
})

test('the rates of value added tax follow one another without a gap, and name where they are said', () => {
  // Before the law of 2026 each change of rates is a text of its own; none rests on the exemption.
  const before = lists.vat.filter(({ from = '' }) => from < '2026-01-01')
  expect(new Set(before.map(({ cite }) => cite)).size).toBe(before.length)
  const sources = packs.flatMap((pack) => pack.sources)
  for (const { cite, from } of lists.vat) {
    const source = sources.find(({ id }) => id === cite.split('#')[0])
    expect(source?.inForce?.from, cite).toBeTypeOf('string')
    expect((source?.inForce?.from ?? '') <= (from ?? ''), cite).toBe(true)
    expect(source?.verified, cite).toBe(false)
    expect(cite).not.toMatch(/exemption/)
  }
  expect(lists.vat.map(({ verified }) => verified)).not.toContain(true)
  expect(lists.vat.slice(0, -1).map(({ to }) => to)).toEqual(
    lists.vat.slice(1).map(({ from }) => from),
  )
  expect(lists.vat.at(-1)?.to).toBeUndefined()
  for (const { rates } of lists.vat) expect(rates[0]).toBe('6%')
})

test.each([
  ['2016-05-01', ['17%', '13%', '11%'], ['16%', '1%']],
  ['2017-06-30', ['13%'], ['16%', '9%']],
  ['2017-07-01', ['17%', '11%'], ['13%', '16%']],
  ['2018-04-30', ['17%', '11%'], ['16%']],
  ['2018-05-01', ['16%', '10%'], ['17%', '11%']],
  ['2019-03-31', ['16%'], ['13%']],
  ['2019-04-01', ['13%', '9%'], ['16%', '10%', '1%']],
  ['2020-03-01', ['3%', '1%'], ['17%']],
  ['2022-03-31', ['1%'], []],
  ['2022-04-01', ['3%'], ['1%']],
  ['2022-12-31', ['3%'], ['1%']],
  ['2023-01-01', ['3%', '1%'], ['17%']],
  ['2025-12-31', ['1%'], []],
  ['2027-12-31', ['1%'], []],
  ['2028-01-01', ['3%'], ['1%']],
])('on %s an invoice may bear %j and not %j', (day, may, mayNot) => {
  const rates = vatRatesOn(lists, day)
  expect(rates).toEqual(expect.arrayContaining(may))
  expect(rates.filter((one) => mayNot.includes(one))).toEqual([])
})

test('of the days before the first rates of value added tax the packs hold none', () => {
  expect(vatRatesOn(lists, '2016-04-30')).toEqual([])
})
