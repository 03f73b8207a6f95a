import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { factsOn, heldOn, placeOn, type Standing } from './standing.ts'

const turn = (aspect: Standing['aspect'], from: string, value: string | null, was: string | null) =>
  ({ id: from, aspect, value, was, from: day(from, 'from'), document: '示例批复' }) as const

const standings = [
  turn('pilot', '2026-03-01', 'listed', null),
  turn('pilot', '2027-03-01', null, 'listed'),
  turn('level', '2020-01-01', 'city', null),
  turn('level', '2025-07-01', 'provincial', 'city'),
]
const profile = {
  name: '示例医院（虚构）',
  kind: 'hospital' as const,
  province: 'CN-SH',
  pilot: null,
  universityAffiliated: null,
  university: null,
  platformCompany: null,
  objectionProcedure: null,
  noticeDepartment: null,
}
const on = (text: string) => day(text, 'on')

describe('what an institution was on a day', () => {
  test.each([
    ['before the first turn: what was before', 'pilot', '2026-02-28', null],
    ['on the day of a turn', 'pilot', '2026-03-01', 'listed'],
    ['after it left', 'pilot', '2027-03-01', null],
    ['between two turns', 'level', '2025-06-30', 'city'],
    ['after the newest', 'level', '2026-01-01', 'provincial'],
  ] as const)('%s', (_what, aspect, when, value) => {
    expect(heldOn(standings, aspect, on(when))?.value).toBe(value)
  })

  test('of which nothing was said is not known', () => {
    expect(heldOn(standings, 'affiliation', on('2026-03-01'))).toBeUndefined()
  })
})

test('the place of a day follows the turns, and the profile where there are none', () => {
  expect(placeOn(profile, standings, on('2026-06-01'))).toEqual({
    province: 'CN-SH',
    pilot: 'listed',
  })
  expect(placeOn({ ...profile, pilot: 'listed' }, standings, on('2026-02-01')).pilot).toBeNull()
  expect(placeOn({ ...profile, pilot: 'listed' }, [], on('2026-02-01')).pilot).toBe('listed')
})

test('the facts of a day name their paper, and leave out what nobody said', () => {
  const facts = Object.fromEntries(
    factsOn(profile, standings, on('2026-06-01')).map(({ fact, value }) => [fact, value]),
  )
  expect(facts).toEqual({
    institutionLevel: 'provincial',
    isHospital: true,
    pilotUnit: true,
    optedIn: false,
    pilotStartedOn: '2026-03-01',
  })
})

test('of a pilot of which nobody spoke, nothing is known; who left one is in none', () => {
  const facts = (turns: readonly Standing[], when: string) =>
    factsOn(profile, turns, on(when)).map(({ fact }) => fact)
  expect(facts([], '2026-06-01')).toEqual(['isHospital'])
  expect(factsOn(profile, standings, on('2027-03-01'))).toContainEqual(
    expect.objectContaining({ fact: 'pilotUnit', value: false }),
  )
})

test('a unit that answers for something is a fact from its day on, and none once it has ended', () => {
  const named = [
    turn('ipOperation', '2026-03-01', '科技转化办公室', null),
    turn('ipOperation', '2027-03-01', null, '科技转化办公室'),
  ]
  const told = (when: string) =>
    factsOn(profile, named, on(when)).find(({ fact }) => fact === 'ipOperationUnitNamed')
  expect(told('2026-02-28')).toBeUndefined()
  expect(told('2026-03-01')).toMatchObject({ value: true, document: '示例批复' })
  expect(told('2027-03-01')).toMatchObject({ value: false })
  expect(factsOn(profile, named, on('2026-03-01')).map(({ fact }) => fact)).not.toContain(
    'ipProtectionUnitNamed',
  )
})
