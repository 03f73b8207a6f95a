import { fileURLToPath } from 'node:url'
import { day } from '@yizhuan/kit'
import { assess, compile, type Law, parseFacts } from '@yizhuan/law'
import { describe, expect, test } from 'vitest'
import { basesOf, loadCalendars, packOf } from './load-pack.ts'
import { readPackSource } from './pack-source.ts'

const packs = fileURLToPath(new URL('../../../packs', import.meta.url))
const calendars = loadCalendars(packs)
const stackOf = (id: string): Law => {
  const source = readPackSource(`${packs}/${id}`)
  return compile([...basesOf(source), packOf(source)], calendars)
}
const [guangdong, shanghai] = [stackOf('cn-gd-2025'), stackOf('cn-sh-draft-2024')]

/** A licence: income of a million yuan, and costs of which upkeep is one. */
const licence = {
  matter: 'deal',
  mode: 'license',
  institutionOwnership: 'public',
  doesHealthResearch: true,
  rewardAgreed: true,
  paidOn: '2026-06-20',
  grossIncome: '100000000',
  costs: [
    { kind: 'tax', amount: '6000000' },
    { kind: 'appraisal', amount: '2000000' },
    { kind: 'upkeep', amount: '3000000' },
    { kind: 'third_party', amount: '4000000' },
  ],
}

const look = (law: Law, facts: object) => {
  const seen = assess(law, parseFacts(law, { ...licence, ...facts }), { asOf: day('2026-06-30') })
  const found = Object.fromEntries(seen.findings.map(({ norm, status }) => [norm, status]))
  const { findings, actions, money } = seen
  return { findings, actions, money, found }
}

describe('one deal under two laws', () => {
  test.each([
    [guangdong, 88000000n, { 'inventor.floor': 61600000n, 'tto.ceiling': 13200000n }],
    [shanghai, 85000000n, { 'inventor.floor': 59500000n, 'tto.floor': 8500000n }],
  ])('what is net, and what follows from it', (law, net, amounts) => {
    const { money } = look(law, {})
    expect(money?.net).toBe(net)
    const lines = [...(money?.floors ?? []), ...(money?.caps ?? [])]
    expect(Object.fromEntries(lines.map(({ param, amount }) => [param, amount]))).toEqual(amounts)
  })

  // Shares of each net income: a tenth passes both, a little less only there, more than the cap only here.
  test.each([
    ['8%', '7040000', '6800000', 'met', 'breached'],
    ['10%', '8800000', '8500000', 'met', 'met'],
    ['15%', '13200000', '12750000', 'met', 'met'],
    ['18%', '15840000', '15300000', 'breached', 'met'],
  ])('%s for the office', (_, there, here, inGuangdong, inShanghai) => {
    expect(look(guangdong, { toTto: there }).found['gd.allocation.tto']).toBe(inGuangdong)
    expect(look(shanghai, { toTto: here }).found['sh.allocation.tto']).toBe(inShanghai)
  })

  test.each([
    ['2550000', 'met'],
    ['2549999', 'breached'],
  ])('%s fen of it for dedicated staff is %s', (toTtoStaff, status) => {
    const { found } = look(shanghai, { toTto: '8500000', toTtoStaff })
    expect(found['sh.allocation.staff']).toBe(status)
  })

  test('who takes nothing for the office lacks nothing', () => {
    const tto = (toTto: string) =>
      look(shanghai, { toTto }).money?.floors.find(({ param }) => param === 'tto.floor')?.difference
    expect(tto('0')).toBeUndefined()
    expect(tto('8499999')).toBe(-1n)
  })
})

test('the length of the notice stands in no text of Shanghai: it is ours, and says so', () => {
  const daysOf = (law: Law, norm: string) =>
    look(law, { pricing: 'agreement' })
      .findings.find((each) => each.norm === norm)
      ?.parameters.find(({ id }) => id === 'notice.days')
  expect(daysOf(guangdong, 'gd.notice.period')).toMatchObject({ provenance: 'text' })
  expect(daysOf(shanghai, 'sh.notice.period')).toMatchObject({ provenance: 'system_default' })
  // Nothing of another place's law stands behind it.
  expect(daysOf(shanghai, 'sh.notice.period')?.layers.map(({ by }) => by)).toEqual([
    'cn-sh-draft-2024',
  ])
})

test('an office is a must here and a should there', () => {
  const forceOf = (law: Law) => law.norms.findLast(({ topic }) => topic === 'institution.office')
  expect(forceOf(guangdong)).toMatchObject({ id: 'gd.office', force: 'should' })
  expect(forceOf(shanghai)).toMatchObject({ id: 'sh.office', force: 'must' })
})

describe('the draft on top of the nation’s law', () => {
  // Of the nation's net income of 880,000 yuan the contributors get half: enough for the law in force.
  test('advises more, and leaves the law in force as it is', () => {
    const { found, actions } = look(shanghai, { toContributors: '44000000' })
    expect(found).toMatchObject({
      'cn.allocation.contributors': 'met',
      'sh.allocation.contributors': 'breached',
    })
    expect(actions['pay']?.because.map(({ norm }) => norm)).not.toContain(
      'sh.allocation.contributors',
    )
    expect(actions['pay']?.warnings.map(({ norm }) => norm)).toContain('sh.allocation.contributors')
  })

  test('does not make up for what the law in force asks', () => {
    const { found, actions } = look(shanghai, { toContributors: '43999999' })
    expect(found['cn.allocation.contributors']).toBe('breached')
    expect(actions['pay']?.can).toBe('no')
  })
})
