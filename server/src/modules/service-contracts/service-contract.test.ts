import { expect, test } from 'vitest'
import type { InterestStanding } from '../interests/index.ts'
import { recognise } from './service-contract.ts'

const words = (zh: string) => ({ zh, en: zh })
const tied: InterestStanding = {
  state: 'valid',
  ties: [
    {
      ...{ enterprise: '样例检测有限责任公司（虚构）', uscc: null },
      ...{ tie: words('股东'), through: words('配偶') },
    },
  ],
}
const free: InterestStanding = { state: 'valid', ties: [] }
const old: InterestStanding = { state: 'expired', ties: [] }
const of = {
  client: { name: '样例检测有限公司（虚构）', uscc: null },
  team: ['甲', '乙'],
  standings: new Map([
    ['甲', free],
    ['乙', free],
  ]),
  isDeclaredRelated: false,
}
const stateOf = (given: object) => recognise({ ...of, ...given }).state
const with乙 = (standing: InterestStanding) => ({
  standings: new Map([
    ['甲', free],
    ['乙', standing],
  ]),
})

test('work counts where everybody declared and nobody is tied to the client', () => {
  expect(recognise(of)).toEqual({ state: 'counts', related: [], undeclared: [] })
})

test('one tie leaves it out, also through family, and says whose', () => {
  const one = recognise({ ...of, ...with乙(tied) })
  expect([one.state, one.related.map(({ name }) => name)]).toEqual(['excluded', ['乙']])
  expect(stateOf({ ...with乙(tied), client: { name: '另一家有限公司（虚构）', uscc: null } })).toBe(
    'counts',
  )
  expect(stateOf({ isDeclaredRelated: true })).toBe('excluded')
})

test('what is not declared is not taken for nothing', () => {
  expect(stateOf(with乙(old))).toBe('unknown')
  expect(stateOf({ standings: new Map([['甲', free]]) })).toBe('unknown')
  expect(stateOf({ team: [] })).toBe('unknown')
  expect(stateOf({ client: { name: null, uscc: null } })).toBe('unknown')
})
