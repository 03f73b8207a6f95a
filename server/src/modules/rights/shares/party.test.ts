import { fen } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import {
  borneBy,
  type CostEntry,
  costShares,
  decideCost,
  decideParties,
  ownersIn,
  type Party,
} from './party.ts'

const own: Party = {
  ...{ name: '示例医院', role: 'own', title: '60%', cost: '50%' },
  reducedUntil: null,
}
const school: Party = { ...own, name: '示例大学', role: 'owner', title: '40%', cost: '1/4' }
const company: Party = { ...own, name: '示例公司', role: 'licensee', title: null, cost: '25%' }
const all = [own, school, company]
const today = '2026-11-02'

test.each<[string, readonly Party[], string | undefined]>([
  ['owners and a licensee', all, undefined],
  ['the house alone', [{ ...own, title: '100%', cost: '100%' }], undefined],
  ['nobody is the house', [{ ...school, title: '100%', cost: '100%' }], 'own-party-once'],
  ['the house twice', [own, { ...school, role: 'own' }, company], 'own-party-once'],
  ['one in two lines', [own, school, { ...company, name: school.name }], 'party-named-twice'],
  ['a licensee that owns', [own, school, { ...company, title: '0%' }], 'licensee-owns-nothing'],
  [
    'a title that is not whole',
    [own, { ...school, title: '39%' }, company],
    'titles-must-total-one',
  ],
  ['fees that are not whole', [own, school, { ...company, cost: '26%' }], 'costs-must-total-one'],
])('%s', (_name, parties, code) => {
  const outcome = decideParties({ from: today, parties }, today)
  expect(outcome.kind === 'refused' ? outcome.refusal.code : undefined).toBe(code)
})

test('parties begin on no day to come', () => {
  expect(decideParties({ from: '2026-11-03', parties: all }, today)).toMatchObject({
    refusal: { code: 'parties-in-future' },
  })
})

test('a fee is borne to the fen: the parts sum to it', () => {
  const thirds = [
    { ...own, cost: '1/3' },
    { ...school, cost: '1/3' },
    { ...company, cost: '1/3' },
  ]
  expect(borneBy(thirds, fen(10000n))).toEqual([3334n, 3333n, 3333n])
  expect(borneBy([], fen(10000n))).toEqual([])
})

test('a fee is borne by those of its day, and what was claimed of others stands', () => {
  const sets = [
    { from: '2025-01-01', parties: [{ ...own, title: '100%', cost: '100%' }] },
    { from: '2026-01-01', parties: all },
  ]
  const fees = [
    { event: 'a', on: '2025-12-31', fen: fen(90000n) },
    { event: 'b', on: '2026-01-01', fen: fen(90000n) },
  ]
  const entry = (party: string, kind: CostEntry['kind'], amount: bigint, event = 'b') => ({
    ...{ event, party, kind, fen: amount },
  })
  const told = (entries: readonly CostEntry[]) =>
    costShares(sets, fees, entries).map(({ event, party, owed, claimed, received, state }) =>
      [event, party, owed, claimed, received, state].join(' '),
    )
  expect(told([])).toEqual(['b 示例大学 22500 0 0 open', 'b 示例公司 22500 0 0 open'])
  expect(
    told([
      entry('示例大学', 'claimed', 22500n),
      entry('示例大学', 'received', 20000n),
      entry('示例公司', 'claimed', 22500n),
      entry('示例公司', 'received', 22500n),
      entry('示例大学', 'claimed', 100n, 'a'),
    ]),
  ).toEqual([
    'a 示例大学 0 100 0 over',
    'b 示例大学 22500 22500 20000 claimed',
    'b 示例公司 22500 22500 22500 settled',
  ])
})

test('nobody is asked for more than they owe, and nothing comes that was not asked for', () => {
  const [share] = costShares(
    [{ from: '2026-01-01', parties: all }],
    [{ event: 'b', on: '2026-01-01', fen: fen(90000n) }],
    [{ event: 'b', party: '示例大学', kind: 'claimed', fen: 20000n }],
  )
  const answer = (kind: CostEntry['kind'], amount: bigint) => {
    const outcome = decideCost(share, { party: '示例大学', kind, fen: amount })
    return outcome.kind === 'refused' ? outcome.refusal : outcome.kind
  }
  expect(answer('claimed', 2500n)).toBe('accepted')
  expect(answer('claimed', 2501n)).toEqual({ code: 'claim-beyond-share', facts: { left: '2500' } })
  expect(answer('received', 20000n)).toBe('accepted')
  expect(answer('received', 20001n)).toMatchObject({ code: 'receipt-beyond-claim' })
  expect(decideCost(undefined, { party: '别人', kind: 'claimed', fen: 1n })).toMatchObject({
    refusal: { code: 'no-such-share' },
  })
})

test('fees of several owners are reduced as long as those of each are', () => {
  const reduced = (party: Party, reducedUntil: number | null) => ({ ...party, reducedUntil })
  const set = (from: string, ...parties: Party[]) => ({ from, parties })
  const both = set('2025-01-01', reduced(own, 2028), reduced(school, 2026), company)
  const one = set('2026-01-01', reduced(own, 2028), school)
  const untold = set('2027-01-01', own, school)
  expect(ownersIn([])).toEqual({})
  expect(ownersIn([both, one, untold])).toEqual({
    ownersTold: 2,
    ownersFrom: '2027-01-01',
    qualified: [
      { from: '2025-01-01', until: 2026 },
      { from: '2026-01-01', until: null },
      { from: '2027-01-01', until: null, isUntold: true },
    ],
  })
})

test('who comes to own later has no reduction by what was recorded for those before', () => {
  const untold = (from: string, ...parties: Party[]) => ({ from, parties })
  const until = (...sets: ReturnType<typeof untold>[]) =>
    ownersIn(sets).qualified?.map((one) => one.until)
  const alone = untold('2025-01-01', own)
  const joined = untold('2026-01-01', own, school)
  const forever = Number.POSITIVE_INFINITY
  expect(until(alone, joined)).toEqual([forever, null])
  // The owners stay the same, the house under a new name; or one leaves.
  expect(until(alone, untold('2026-01-01', { ...own, name: '示例大学医院' }, company))).toEqual([
    forever,
    forever,
  ])
  expect(until(joined, untold('2027-01-01', own))).toEqual([forever, forever])
  // What was told of one stays told of it.
  const told = untold('2025-01-01', { ...own, reducedUntil: 2028 })
  expect(until(told, untold('2026-01-01', own))).toEqual([2028, 2028])
  expect(until(told, joined, untold('2027-01-01', own))).toEqual([2028, null, 2028])
  // A set of the same day takes the place of the one before: nobody joined.
  expect(until(untold('2026-01-01', own), joined)).toEqual([forever])
})
