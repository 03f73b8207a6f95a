import { groupBy } from '@yizhuan/kit'
import { ownerKey } from '@yizhuan/ledger'
import { expect, test } from 'vitest'
import { decideFinding } from './decision.ts'
import { isOurs, type ListedPatent, matchesOf, type Staff, teamsOf } from './match.ts'

const patent: ListedPatent = {
  ...{ number: '202410000001.X', title: '夹具（虚构）', kind: 'invention' },
  ...{ filedOn: '2024-05-10', grantedOn: null, applicants: ['示例公司（虚构）'] },
  ...{ inventors: ['赵示例', '外人甲'], departments: [] },
}
const someone = (id: string, name: string, more: Partial<Staff> = {}): Staff => ({
  ...{ id, name, leftOn: null, units: [], posts: [] },
  ...more,
})
const houseWith = (people: readonly Staff[], teams: readonly (readonly string[])[] = []) => ({
  ownKeys: new Set([ownerKey('示例大学附属医院（虚构）')]),
  staff: groupBy(people, ({ name }) => name),
  teams: teamsOf(teams),
})
const found = (
  people: readonly Staff[],
  more: Partial<ListedPatent> = {},
  teams: string[][] = [],
) =>
  matchesOf({ ...patent, ...more }, houseWith(people, teams)).map(({ personId, sureness, why }) => [
    ...[personId, sureness, why.join()],
  ])
const held = { posts: [{ from: '2020-01-01', to: '2025-01-01' }] }

test('the house is known by its whole name in any width, an affiliate or a university is another', () => {
  const keys = new Set([ownerKey('示例大学附属医院（虚构）')])
  expect(isOurs(['示例大学附属医院(虚构)'], keys)).toBe(true)
  expect(isOurs([' 示例大学　附属医院（虚构）'], keys)).toBe(true)
  expect(isOurs(['示例大学'], keys)).toBe(false)
  expect(isOurs(['示例大学附属医院（虚构）东院'], keys)).toBe(false)
  expect(isOurs(['示例大学医院（虚构）'], keys)).toBe(false)
})

test('the same name alone is possible, also with a post', () => {
  expect(found([someone('p', '赵示例')])).toEqual([['p', 'possible', 'sameName']])
  expect(found([someone('p', '赵示例', held)])).toEqual([['p', 'possible', 'sameName,heldPost']])
  expect(found([someone('p', '钱示例')])).toEqual([])
})

test('a team, a department or a known companion makes it likely, never certain', () => {
  const team = [someone('p', '赵示例', held), someone('q', '外人甲')]
  expect(found(team)).toEqual([
    ['p', 'likely', 'sameName,heldPost,team'],
    ['q', 'possible', 'sameName,team'],
  ])
  expect(found([someone('p', '赵示例')], {}, [['赵示例', '外人甲']])).toEqual([
    ['p', 'likely', 'sameName,knownTeam'],
  ])
  const ward = someone('p', '赵示例', { units: ['康复科'] })
  expect(found([ward], { departments: ['康复科'] })).toEqual([
    ['p', 'likely', 'sameName,department'],
  ])
})

test('namesakes, somebody who had left and somebody who came later stay possible', () => {
  const teams = [['赵示例', '外人甲']]
  expect(found([someone('p', '赵示例'), someone('q', '赵示例')], {}, teams)).toEqual([
    ['p', 'possible', 'sameName,knownTeam,namesakes'],
    ['q', 'possible', 'sameName,knownTeam,namesakes'],
  ])
  const left = someone('p', '赵示例', { leftOn: '2024-05-10' })
  expect(found([left], {}, teams)).toEqual([['p', 'possible', 'sameName,knownTeam,leftBefore']])
  const later = someone('p', '赵示例', { posts: [{ from: '2024-05-11', to: null }] })
  expect(found([later], {}, teams)).toEqual([['p', 'possible', 'sameName,knownTeam,notYetHere']])
  // Known to the year only, the day may lie before or after.
  expect(found([left, later].slice(0, 1), { filedOn: '2024' }, teams)).toEqual([
    ['p', 'likely', 'sameName,knownTeam'],
  ])
})

test('what is ours is no finding, whoever made it', () => {
  const ours = { applicants: ['示例公司（虚构）', '示例大学附属医院(虚构)'] }
  expect(found([someone('p', '赵示例', held)], ours)).toEqual([])
})

test.each([
  ['to_be_claimed', null, '2026-07-01', 'claim-without-task'],
  ['to_be_claimed', '发函', null, 'claim-without-day'],
  ['to_be_claimed', '发函', '2026-06-19', 'due-in-past'],
  ['to_be_claimed', '发函', '2026-06-20', 'accepted'],
  ['namesake', '发函', null, 'task-without-claim'],
  ['namesake', null, null, 'accepted'],
] as const)('%s with task %s and day %s: %s', (decision, task, dueOn, expected) => {
  const decided = decideFinding({ decision, task, dueOn }, '2026-06-20')
  expect(decided.kind === 'refused' ? decided.refusal.code : 'accepted').toBe(expected)
})
