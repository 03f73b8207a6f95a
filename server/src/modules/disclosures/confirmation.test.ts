import { describe, expect, test } from 'vitest'
import {
  type Asked,
  formerDisputes,
  linkState,
  standingOf,
  type Team,
  teamHash,
} from './confirmation.ts'

const team = [
  { name: '示例甲', share: '60%' },
  { name: '示例乙', share: '40%' },
]
const now = new Date('2026-03-10T00:00:00Z')
const asked: Asked = {
  place: 1,
  name: '示例乙',
  staffNo: null,
  teamHash: teamHash(team),
  askedAt: new Date('2026-03-02T00:00:00Z'),
  expiresAt: new Date('2026-03-16T00:00:00Z'),
  revokedAt: null,
  answeredAt: null,
  answer: null,
  words: null,
}
const confirmed = { ...asked, answer: 'confirmed', answeredAt: now } as const
const disputed = { ...asked, answer: 'disputed', answeredAt: now, words: '应各占一半' } as const
const handedIn = { person: 'p-1', name: '示例甲', staffNo: null, isOffice: false, at: now }

const other = teamHash([...team].reverse())

test.each([
  ['nobody was asked', [], 'unasked'],
  ['asked', [asked], 'asked'],
  ['asked too long ago', [{ ...asked, expiresAt: now }], 'expired'],
  ['confirmed', [confirmed], 'confirmed'],
  ['disputed', [disputed], 'disputed'],
  ['asked anew after an older link ended', [{ ...asked, revokedAt: now }, asked], 'asked'],
  ['disputed, then asked anew and confirmed', [disputed, confirmed], 'confirmed'],
  ['disputed, and only asked anew', [disputed, asked], 'disputed'],
  ['confirmed other shares', [{ ...confirmed, teamHash: other }], 'stale'],
  ['disputed other shares', [{ ...disputed, teamHash: other }], 'disputed'],
  ['disputed at another place', [{ ...disputed, place: 0, teamHash: other }], 'disputed'],
  ['disputed under another name', [{ ...disputed, name: '示例已', teamHash: other }], 'disputed'],
  [
    'disputed other shares, then confirmed these',
    [{ ...disputed, teamHash: other }, confirmed],
    'confirmed',
  ],
  [
    'confirmed these, then disputed other ones',
    [confirmed, { ...disputed, teamHash: other }],
    'disputed',
  ],
  ['somebody else disputed', [{ ...disputed, name: '示例甲', teamHash: other }], 'unasked'],
] as const)('%s', (_name, list, status) => {
  expect(standingOf(team, list, handedIn, now)[1]?.status).toBe(status)
})

test('who disclosed agrees with what they wrote, as long as one is called so', () => {
  expect(standingOf(team, [], handedIn, now)[0]).toMatchObject({ status: 'confirmed', at: now })
  expect(standingOf(team, [], undefined, now)[0]?.status).toBe('unasked')
  const namesakes = team.map((member) => ({ ...member, name: '示例甲' }))
  expect(standingOf(namesakes, [], handedIn, now).map(({ status }) => status)).toEqual([
    'unasked',
    'unasked',
  ])
})

test('who was chosen from the register agrees by themselves, not by a namesake who handed in', () => {
  const chosen = (person: string) =>
    team.map((one, at) => (at === 0 ? { ...one, person } : one)) as Team
  const states = (person: string, as = handedIn) =>
    standingOf(chosen(person), [], as, now).map(({ status }) => status)
  expect(states('p-2')).toEqual(['unasked', 'unasked'])
  expect(states('p-1')).toEqual(['confirmed', 'unasked'])
  // The register calls them otherwise since, and the office may be among the inventors itself.
  expect(states('p-1', { ...handedIn, name: '示例丁', isOffice: true })[0]).toBe('confirmed')
})

describe('a dispute of somebody who was left out', () => {
  const numbered = { ...disputed, staffNo: 'A0002' }
  const replaced = [team[0], { name: '示例丙', share: '40%', staffNo: 'A0003' }] as Team

  test('is not that of whoever took their place', () => {
    expect(standingOf(replaced, [numbered], undefined, now)[1]?.status).toBe('unasked')
  })

  test('is told all the same', () => {
    const told = [{ name: '示例乙', at: now, words: '应各占一半' }]
    expect(formerDisputes(replaced, [numbered])).toEqual(told)
    expect(formerDisputes([{ name: '示例甲', share: '100%' }], [disputed])).toEqual(told)
  })

  test('goes with them when they come back, whatever they are called then', () => {
    const back = [team[0], { name: '示例已', share: '40%', staffNo: 'A0002' }] as Team
    expect(standingOf(back, [numbered], undefined, now)[1]?.status).toBe('disputed')
    expect(formerDisputes(back, [numbered])).toEqual([])
  })

  test('is over where they agreed later', () => {
    const later = new Date('2026-03-12T00:00:00Z')
    const agreed = { ...numbered, answer: 'confirmed', answeredAt: later, words: null } as const
    expect(formerDisputes(replaced, [numbered, agreed])).toEqual([])
  })
})

test('a dispute ends with its inventor only when nobody stands in their place', () => {
  const alone = [{ name: '示例甲', share: '100%' }]
  expect(standingOf(alone, [disputed], undefined, now).map(({ status }) => status)).toEqual([
    'unasked',
  ])
})

test.each([
  ['open', asked, team, 'open'],
  ['answered', confirmed, team, 'answered'],
  ['replaced', { ...asked, revokedAt: now }, team, 'replaced'],
  ['expired at its last moment', { ...asked, expiresAt: now }, team, 'expired'],
  ['shown other shares', asked, [...team].reverse(), 'changed'],
] as const)('a link is %s', (_name, link, shares, state) => {
  expect(linkState(link, shares, now)).toBe(state)
})
