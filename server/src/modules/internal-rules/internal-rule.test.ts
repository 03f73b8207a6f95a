import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { compile } from '@yizhuan/law'
import { buildPacks } from '@yizhuan/law-authoring'
import { describe, expect, test } from 'vitest'
import { rootFolder } from '../../platform/config.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { demandsIn, factsFrom, stateFor } from './checklist.ts'
import { reviewDay, stateOn, topicsAsked, topicsIn } from './internal-rule.ts'

const packs = buildPacks(join(rootFolder, 'packs'))
const law = compile(
  packs.filter(({ id }) => ['cn', 'cn-gd-2025'].includes(id)),
  [],
)
const on = (text: string) => day(text, 'on')

describe('a rule', () => {
  const rule = { inForceOn: '2024-03-01', validTo: null, endedOn: null, reviewOn: null }
  test.each([
    ['is ahead until its first day', {}, '2024-02-29', 'ahead'],
    ['is in force from it on', {}, '2024-03-01', 'in_force'],
    ['is in force the day before its review', {}, '2027-02-28', 'in_force'],
    ['is to be reviewed from then on, and holds', {}, '2027-03-01', 'to_renew'],
    ['names an earlier review', { reviewOn: '2025-01-01' }, '2025-01-01', 'to_renew'],
    ['expires by its own term', { validTo: '2025-01-01' }, '2025-01-01', 'expired'],
    ['holds on the last day of it', { validTo: '2025-01-01' }, '2024-12-31', 'in_force'],
    ['is repealed', { endedOn: '2024-06-01', validTo: '2025-01-01' }, '2026-01-01', 'ended'],
  ] as const)('%s', (_what, days, when, state) => {
    expect(stateOn({ ...rule, ...days }, on(when), 36)).toBe(state)
  })

  test('is looked at again by the day it names, else after the months of the list', () => {
    expect(reviewDay(rule, 12)).toBe('2025-03-01')
    expect(reviewDay({ ...rule, reviewOn: '2024-09-01' }, 12)).toBe('2024-09-01')
  })
})

describe('the checklist', () => {
  const norms = demandsIn(law)

  test('comes from the packs: every topic asked for is one of the vocabulary', () => {
    const topics = Object.keys(topicsIn(law))
    expect(topics.length).toBeGreaterThan(15)
    const asked = norms.flatMap(topicsAsked)
    expect(asked.length).toBeGreaterThan(13)
    expect(asked.filter((topic) => !topics.includes(topic))).toEqual([])
  })

  test('knows what each norm wants', () => {
    const wants = Object.fromEntries(norms.map((norm) => [norm.id, topicsAsked(norm)]))
    expect(wants['gd.rules.disclosure']).toEqual(['disclosure'])
    expect(wants['gd.office']).toEqual([])
  })

  test('says of each what there is', () => {
    const norm = norms.find(({ id }) => id === 'gd.rules.disclosure')
    if (!norm) throw new TypeError('The guidelines ask for a rule on disclosure.')
    const rule = (state: 'in_force' | 'to_renew' | 'ended') => ({ topic: 'disclosure', state })
    expect(stateFor(norm, [])).toBe('missing')
    expect(stateFor(norm, [rule('ended')])).toBe('missing')
    expect(stateFor(norm, [rule('to_renew')])).toBe('to_renew')
    expect(stateFor(norm, [rule('to_renew'), rule('in_force')])).toBe('in_force')
  })

  test('tells the law what stands, and nothing where nothing was ever entered', () => {
    expect(factsFrom(law, [], []).internalRules).toBeUndefined()
    const rules = [
      { topic: 'disclosure', inForceOn: '2024-03-01', state: 'in_force' as const },
      { topic: 'disposal', inForceOn: '2020-03-01', state: 'ended' as const },
    ]
    expect(factsFrom(law, rules, []).internalRules).toHaveLength(1)
  })
})

test('the codes of what an institution was are those the packs ask by', () => {
  const { standings } = institutionLists()
  const optionsOf = (fact: string) => {
    const type = law.vocabulary[fact]?.type
    return typeof type === 'object' && 'enum' in type ? type.enum : {}
  }
  expect(standings.level).toEqual(optionsOf('institutionLevel'))
  expect(standings.ownership).toEqual(optionsOf('institutionOwnership'))
  expect(Object.keys(standings.level).length).toBeGreaterThan(3)
})

test('the facts by which interests are asked for are those of the packs', () => {
  const { facts } = institutionLists().interests
  expect(facts.length).toBeGreaterThan(2)
  expect(facts.filter((fact) => !(fact in law.vocabulary))).toEqual([])
})
