import { expect, test } from 'vitest'
import { type Asked, linkState, standingOf, teamHash } from './confirmation.ts'

const team = [
  { name: '示例甲', share: '60%' },
  { name: '示例乙', share: '40%' },
]
const now = new Date('2026-03-10T00:00:00Z')
const asked: Asked = {
  place: 1,
  name: '示例乙',
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
const handedIn = { name: '示例甲', staffNo: null, isOffice: false, at: now }

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
