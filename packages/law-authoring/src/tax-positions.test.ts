import { fileURLToPath } from 'node:url'
import { parseFen, parseRatio } from '@yizhuan/kit'
import { compile, taxRateOn, taxRegimes } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { buildPacks, loadCalendars, loadTaxPositions } from './load-pack.ts'

const root = fileURLToPath(new URL('../../../packs', import.meta.url))
const lists = loadTaxPositions(root)
const law = compile(
  buildPacks(root).filter(({ id }) => id === 'cn'),
  loadCalendars(root),
)
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
