// Random deals, forecast before they are made and then made: the forecast and the record of the case must
// say the same, to the fen.
import { allocate, day, type Fen, roundDown, roundUp } from '@yizhuan/kit'
import type { MoneyBlock } from '@yizhuan/law'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Act } from '../../procedure/entry.ts'
import { evolve } from '../../transfer-case/evolve.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import { assessCase, replay } from '../../transfer-case/testing/bound.ts'
import { byOf, law, upTo, walk } from '../../transfer-case/testing/main-line.ts'
import { outcomeOf } from '../outcome.ts'
import { readScenario, type ScenarioRead } from '../reading.ts'
import type { Scenario } from '../scenario.ts'

export const names = ['示例甲', '示例乙', '示例丙', '示例丁']
const kinds = [
  'tax',
  'appraisal',
  'listing_fee',
  'third_party',
  'other_direct',
  'upkeep',
  'research',
]

const yuan = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

/** Deals of a licence: any income, costs, shares and team. */
export const deals = fc
  .record({
    income: fc.integer({ min: 1, max: 2_000_000_000 }),
    costs: fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), amount: fc.integer({ min: 1, max: 900_000 }) }),
      { maxLength: 6 },
    ),
    contributors: fc.integer({ min: 0, max: 850 }),
    tto: fc.integer({ min: 0, max: 150 }),
    staff: fc.integer({ min: 0, max: 1000 }),
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ weights, ...deal }) => {
    const sum = weights.reduce((total, one) => total + one, 0)
    const scenario: Scenario = {
      mode: 'license',
      pricing: 'agreement',
      day: '2026-07-02',
      income: yuan(deal.income),
      costs: deal.costs.map(({ kind, amount }) => ({ kind, amount: yuan(amount) })),
      contributors: `${deal.contributors}/1000`,
      tto: `${deal.tto}/1000`,
      staff: `${deal.staff}/1000`,
      equity: '0%',
      members: weights.map((weight) => ({
        share: `${weight}/${sum}`,
        award: 'cash',
        isChief: false,
        other: '',
      })),
      relief: 'unknown',
    }
    return scenario
  })

/** Forecasts so many deals and makes them; at least so many of them must leave something to share out. */
export function holdForecasts(runs: number, atLeast: number): void {
  let shared = 0
  fc.assert(
    fc.property(deals, (scenario) => {
      const said = forecast(scenario)
      if (!said) return
      shared += 1
      expect(made(scenario)).toEqual(said)
    }),
    { numRuns: runs },
  )
  expect(shared).toBeGreaterThanOrEqual(atLeast)
}

/** What is compared: the calculation, its limits, the parts, and what each member has. */
interface Told {
  readonly net: Fen | undefined
  readonly limits: readonly string[]
  readonly planned: readonly string[]
  readonly unassigned: Fen | undefined
  readonly members: readonly string[]
}

const told = (money: MoneyBlock | undefined, members: readonly string[]): Told => ({
  net: money?.net,
  limits: [...(money?.floors ?? []), ...(money?.caps ?? [])].map(
    ({ id, amount, difference }) => `${id} ${amount} ${difference}`,
  ),
  planned: (money?.planned ?? []).map(({ id, amount }) => `${id} ${amount}`),
  unassigned: money?.unassigned,
  members,
})

/** What the simulator says of a deal; undefined where nothing is left to share out. */
export function forecast(scenario: Scenario): Told | undefined {
  const { money, members, isUsedUp } = outcomeOf(law, read(scenario), undefined)
  return isUsedUp
    ? undefined
    : told(
        money,
        members.map(({ amount }) => `${amount}`),
      )
}

/** What the case says once the deal was made, its money came, and it was shared out by the same shares. */
function made(scenario: Scenario): Told {
  const { state } = madeRecord(scenario)
  const lines = state.distributions.at(-1)?.payment.data.lines ?? []
  return told(
    moneyOf(state),
    lines.map(({ amount }) => amount),
  )
}

/** A record as it grew, act by act. */
export interface Made {
  readonly state: CaseState
  readonly acts: readonly Act[]
}

/** The record of a deal from its opening to its payout. */
export function madeRecord(scenario: Scenario): Made {
  const { income, costs, contributors, tto, staff, members } = read(scenario)
  const booked = costs.reduce(
    (state, { kind, amount }, at) =>
      after(state, 'costRecorded', { kind, amount: `${amount}`, voucher: `记-${at}` }),
    after(signed, 'receiptRecorded', { amount: `${income}`, voucher: '记-0', inBudget: true }),
  )
  const net = moneyOf(booked.state)?.net ?? (0n as Fen)
  const part = (share: typeof tto, of: bigint) => ({ n: share.n * of, d: share.d })
  const people = roundUp(part(contributors, net))
  const office = least(roundDown(part(tto, net)), net - people)
  const amounts = allocate(
    people,
    members.map(({ share }) => share),
  ).parts
  const planned = after(booked, 'planDrafted', {
    lines: amounts.map((amount, at) => ({
      ...{ name: names[at], person: `person-${at}` },
      isInventor: true,
      isChief: false,
      holdsLeadingPost: false,
      award: 'cash',
      amount: `${amount}`,
    })),
    toTto: `${office}`,
    toTtoStaff: `${roundUp(part(staff, office))}`,
    toInstitution: `${net - people - office}`,
    waived: [],
  })
  return after(planned, 'paid', {
    lines: planned.state.plan?.data.lines.map(({ name, amount }) => ({ name, amount })) ?? [],
    proof: '批次-1',
  })
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The case up to its first receipt. */
const { acts } = walk(upTo('receiptRecorded'))
const signed: Made = { state: replay(acts) as CaseState, acts }

/** The record with one more act. */
export function after({ state, acts }: Made, type: string, data: Record<string, unknown>): Made {
  const on = day('2026-07-02')
  const at = `${on}T09:00:00+08:00`
  const act: Act = { seq: state.seq + 1, type, on, at, by: byOf('finance'), files: [], data }
  return { state: evolve(state, act), acts: [...acts, act] }
}

const moneyOf = (state: CaseState): MoneyBlock | undefined =>
  assessCase({ law }, state, day('2026-07-02')).money

function read(scenario: Scenario): ScenarioRead {
  const found = readScenario(scenario)
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found
}
