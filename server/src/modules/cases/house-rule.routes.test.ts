import { addDays, type Day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockAt } from '../../platform/clock.ts'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { makeRule } from '../distribution-rules/index.ts'
import { modules } from '../index.ts'
import { actIn, holder, lead, lineOf, type Standing, sampleDeal } from './testing/leading.ts'

// A plan is held against the rule of the house: what it gives otherwise stands in the act, with a reason.

let house: TestApp
let institution: string
let received: Standing

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  institution = await house.institution(sampleDeal.hospital)
  const by = holder(institution, 'legal')
  const step = (share: string) => [{ above: '0', share, fixed: null }]
  const made = await asSystem(house.context.db, institution, (tx) =>
    makeRule(tx, clockAt('2026-03-01'), by, {
      ...{ from: '2026-03-01', to: null, title: '分配办法（虚构）', number: null, file: null },
      ...{ approvedBy: '院长办公会', approvedOn: '2026-02-01', internalRule: null, reason: null },
      schemes: [
        {
          ...{ modes: [], basis: 'each', staff: step('3%'), purposes: [] },
          layers: [
            { layer: 'contributors', steps: step('75%') },
            { layer: 'department', steps: step('5%') },
            { layer: 'office', steps: step('10%') },
            // Nothing of this deal goes through a company: the house keeps it.
            { layer: 'company', steps: step('2%') },
          ],
        },
      ],
    }),
  )
  expect(made.kind).toBe('accepted')
  const line = lineOf(sampleDeal)
  const at = line.findIndex(({ type }) => type === 'planDrafted')
  received = await lead(house, institution, line.slice(0, at), '2026-03-02' as Day)
})
afterAll(() => house?.close())

// Of a net income of one million yuan.
const person = { isInventor: true, isChief: false, holdsLeadingPost: false, award: 'cash' }
const asByRule = {
  lines: [
    { ...person, name: '甲示例', amount: '45000000' },
    { ...person, name: '乙示例', amount: '30000000' },
  ],
  toTto: '10000000',
  toTtoStaff: '3000000',
  toInstitution: '15000000',
  purposes: [
    { purpose: 'department', amount: '5000000' },
    { purpose: 'talent', amount: '10000000' },
  ],
}
const draft = (data: object) =>
  actIn(
    house,
    institution,
    'officer',
    { ...received, on: addDays(received.on, 1) },
    { type: 'planDrafted', data: { ...asByRule, ...data } },
  )
const kept = async () => {
  const rows = await house.database.asOwner(
    `select entry -> 'data' -> 'houseRule' as rule from act where type = 'planDrafted' order by seq desc limit 1`,
  )
  return rows[0]?.['rule']
}

test('a plan that departs from the rule and does not say why is refused at that field', async () => {
  const other = { toTto: '9000000', toInstitution: '16000000', purposes: [] }
  expect(await draft(other)).toMatchObject({
    kind: 'refused',
    code: 'malformed-data',
    errors: [{ pointer: '#/data/ruleDeparture', rule: 'departure-explained' }],
  })
  expect(await draft({ ...other, ruleDeparture: '经院长办公会同意' })).toMatchObject({
    kind: 'accepted',
  })
  expect(await kept()).toEqual({
    version: 1,
    title: '分配办法（虚构）',
    departures: [
      { line: 'department', byRule: '5000000', planned: '0' },
      { line: 'office', byRule: '10000000', planned: '9000000' },
      { line: 'institution', byRule: '10000000', planned: '16000000' },
    ],
  })
})

test('one as the rule gives needs no word; what a client says of the rule is not taken', async () => {
  const sent = { version: 9, title: '', departures: [] }
  expect(await draft({ houseRule: sent })).toMatchObject({ kind: 'accepted' })
  expect(await kept()).toEqual({ version: 1, title: '分配办法（虚构）', departures: [] })
})

test('a rule that has plans decided is written into the plan, whatever a client says of it', async () => {
  const asked = async () => {
    const rows = await house.database.asOwner(
      `select entry -> 'data' -> 'decisionAsked' as asked from act where type = 'planDrafted' order by seq desc limit 1`,
    )
    return rows[0]?.['asked']
  }
  const sent = { decisionAsked: { version: 9, title: '' } }
  expect(await draft(sent)).toMatchObject({ kind: 'accepted' })
  expect(await asked()).toBeNull()
  const by = holder(institution, 'legal')
  await asSystem(house.context.db, institution, (tx) =>
    makeRule(tx, clockAt('2026-03-01'), by, {
      ...{ from: '2026-03-01', to: null, title: '分配办法二（虚构）', number: null, file: null },
      ...{ approvedBy: '院长办公会', approvedOn: '2026-02-01', internalRule: null, reason: null },
      decidesPlans: true,
      // For no transfer at all: it asks for the decision all the same.
      schemes: [
        {
          ...{ modes: ['service_contract'], basis: 'each', staff: [], purposes: [] },
          layers: [{ layer: 'contributors', steps: [{ above: '0', share: '75%', fixed: null }] }],
        },
      ],
    }),
  )
  expect(await draft(sent)).toMatchObject({ kind: 'accepted' })
  expect(await asked()).toEqual({ version: 2, title: '分配办法二（虚构）' })
})

test('that rule asks for a decision on the reward of commissioned work as well, and it is owed after it', async () => {
  let [id, on] = ['', addDays(received.on, 1)]
  const does = async (
    by: 'officer' | 'leaders' | 'finance',
    type: string,
    data: object,
  ): Promise<unknown> => {
    const order = { type, data, procedure: 'service_contract' } as never
    const outcome = await actIn(house, institution, by, { id, on }, order)
    if (outcome.kind === 'refused') return JSON.stringify(outcome)
    ;({ id } = outcome)
    on = addDays(on, 1)
    return outcome.kind
  }
  const owed = async () => {
    const rows = await house.database.asOwner(
      `select count(*)::int as n from journal_entry where case_id = '${id}' and kind = 'rewardOwed'`,
    )
    return rows[0]?.['n']
  }
  const team = [{ name: '甲示例', isInventor: true, isChief: false, holdsLeadingPost: false }]
  const statement = { taxes: '0', performanceCosts: '4000000', statement: '结-1' }
  const vote = { votesFor: 7, votesAgainst: 0, abstentions: 0 }
  for (const [by, type, data] of [
    [
      'officer',
      'serviceOpened',
      {
        ...{ title: '检测', kind: 'service', client: '样例企业（虚构）', team },
        relatedPartiesDeclared: true,
      },
    ],
    ['leaders', 'contractApproved', { body: '办公会', document: '批-1' }],
    ['officer', 'serviceSigned', { number: '合-三技-1', price: '10000000' }],
    ['officer', 'serviceRegistered', { outcome: 'registered', number: '登-三技-1' }],
    ['officer', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }],
    ['finance', 'incomeReceived', { amount: '10000000', voucher: '收-三技-1' }],
    ['finance', 'netSettled', { method: 'actual_cost', ...statement }],
    ['officer', 'rewardPlanned', { lines: [{ ...team[0], share: '100%' }] }],
    ['officer', 'rewardAgreed', { member: '甲示例', paper: '签字件（示例）' }],
  ] as const) {
    expect(await does(by, type, data), type).toBe('accepted')
  }
  expect(await owed()).toBe(0)
  const pay = { lines: [{ name: '甲示例', amount: '4500000' }], proof: '银-1' }
  expect(await does('finance', 'rewardPaid', pay)).toContain('plan-undecided')
  const passed = { result: 'passed', minuted: true, quorate: true, recusalObserved: true, ...vote }
  expect(await does('leaders', 'rewardPlanDecided', passed)).toBe('accepted')
  expect(await owed()).toBe(1)
  expect(await does('finance', 'rewardPaid', pay)).toBe('accepted')
})
