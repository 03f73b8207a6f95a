import { fileURLToPath } from 'node:url'
import { day, percent } from '@yizhuan/kit'
import { assess, compile, parseFacts } from '@yizhuan/law'
import { expect, test } from 'vitest'
import { basesOf, loadCalendars, packOf } from './load-pack.ts'
import { readPackSource } from './pack-source.ts'

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))
const guangdong = readPackSource(`${packs}/cn-gd-2025`)
const law = compile([...basesOf(guangdong), packOf(guangdong)], loadCalendars(packs))

/** An assignment by a public hospital: of a net income of 880,000 yuan the contributors get a part. */
const told = (paidOn: string, toContributors: string) => {
  const facts = parseFacts(law, {
    institutionOwnership: 'public',
    doesHealthResearch: true,
    rewardAgreed: true,
    mode: 'assignment',
    grossIncome: '100000000',
    costs: [{ kind: 'tax', amount: '12000000' }],
    paidOn,
    toContributors,
  })
  const { findings } = assess(law, facts, { asOf: day(paidOn) })
  const about = findings.filter(({ topic }) => topic === 'allocation.contributors')
  return Object.fromEntries(about.map(({ norm, status }) => [norm, status]))
}

test('the nation is the base that Guangdong stands on', () => {
  expect(law.packs.map(({ id }) => id)).toEqual(['cn', 'cn-gd-2025'])
})

test('a number shows its layers, and the strictest counts', () => {
  const facts = parseFacts(law, { paidOn: '2026-06-01' })
  const { findings } = assess(law, facts, { asOf: day('2026-06-01') })
  const floor = findings
    .find(({ norm }) => norm === 'gd.allocation.contributors')
    ?.parameters.find(({ id }) => id === 'inventor.floor')
  expect(floor?.layers.map(({ by, value }) => [by, shown(value)])).toEqual([
    ['cn', '50%'],
    ['cn-gd-2025', '70%'],
  ])
  expect(shown(floor?.value)).toBe('70%')
})

test("the nation's share holds until the province asks for more, then the province speaks alone", () => {
  const before = { 'cn.allocation.contributors': 'met', 'gd.allocation.contributors': 'na' }
  expect(told('2026-01-14', '44000000')).toEqual(before)
  expect(told('2026-01-14', '43999999')).toMatchObject({ 'cn.allocation.contributors': 'breached' })
  expect(told('2026-01-15', '44000000')).toEqual({
    'cn.allocation.contributors': 'na',
    'gd.allocation.contributors': 'breached',
  })
  expect(told('2026-01-15', '61600000')).toMatchObject({ 'gd.allocation.contributors': 'met' })
})

const shown = (value: unknown): string => percent(value as Parameters<typeof percent>[0])

test('who gives an achievement away is not asked about a deal', () => {
  const judged = (matter: string) => {
    const { findings } = assess(law, parseFacts(law, { matter }), { asOf: day('2026-06-01') })
    return findings.filter(({ status }) => status !== 'na').map(({ norm }) => norm)
  }
  expect(judged('deal')).toContain('gd.notice.period')
  expect(judged('empowerment')).not.toContain('gd.notice.period')
  expect(judged('empowerment')).toContain('gd.empower.ownership')
  // The rules of a meeting are those of every matter that comes before it.
  expect(judged('empowerment')).toContain('gd.decision.rules')
  expect(judged('empowerment').length).toBeLessThan(20)
})
