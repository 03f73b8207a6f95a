// Random deals, forecast before they are made and then made: the forecast and the record of the case must
// say the same, to the fen, payment by payment and of the whole.
import { allocate, type Day, day, type Fen, mul, ratio, roundDown, roundUp } from '@yizhuan/kit'
import { type MoneyBlock, shareLimitsOn } from '@yizhuan/law'
import { limitOf, splitBy, withoutLayer } from '@yizhuan/money'
import fc from 'fast-check'
import { expect } from 'vitest'
import { moneyOfCase } from '../../procedure/assess-case.ts'
import type { Act } from '../../procedure/entry.ts'
import { othersStanding, partsByTitle } from '../../transfer-case/co-owners/co-owners.ts'
import { cumulativeOf } from '../../transfer-case/cumulative.ts'
import { evolve } from '../../transfer-case/evolve.ts'
import { type CaseState, pendingReceipts } from '../../transfer-case/state.ts'
import { assessCase, replay } from '../../transfer-case/testing/bound.ts'
import { byOf, law, upTo, walk } from '../../transfer-case/testing/main-line.ts'
import { transferCase } from '../../transfer-case/transfer-case.ts'
import { ownShare } from '../course.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import { readScenario, type ScenarioRead } from '../reading.ts'
import type { Scenario } from '../scenario.ts'
import { type Deal, deals } from './deals.ts'

export const names = ['示例甲', '示例乙', '示例丙', '示例丁']

/** Forecasts so many deals and makes them; at least so many of them must leave something to share out. */
export function holdForecasts(
  runs: number,
  atLeast: number,
  alsoHold?: (deal: Deal, said: Outcome, made: Made) => void,
): void {
  let shared = 0
  const seen = { payments: 0, partners: 0, rule: 0, company: 0, own: 0 }
  fc.assert(
    fc.property(deals, (deal) => {
      const said = forecast(deal)
      if (said.isUsedUp) return
      shared += 1
      seen.payments += Number(said.course.length > 1)
      seen.partners += Number(deal.scenario.partners.length > 0)
      seen.rule += Number(deal.rule !== undefined)
      seen.company += Number(deal.scenario.viaCompany)
      seen.own += Number(deal.own.length > 0)
      const made = madeRecord(deal)
      expect(made.paid.map(toldOf)).toEqual(
        said.course.flatMap(({ shared: now }) =>
          now ? [toldOf({ money: now.money, members: now.parts.members.map(String) })] : [],
        ),
      )
      holdWhole(made, said, deal.own)
      alsoHold?.(deal, said, made)
    }),
    { numRuns: runs },
  )
  expect(shared).toBeGreaterThanOrEqual(atLeast)
  // What the forecast covers was met often enough to be proved.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(atLeast / 5)
}

/** What all distributions come to, for everybody, against every bound, and for the other holders. */
function holdWhole(made: Made, said: Outcome, rules: Deal['own']): void {
  const last = made.acts.at(-1)?.on ?? day('2026-07-02')
  const { total } = cumulativeOf({ law, rules }, made.acts, last)
  expect(total.net).toBe(said.money?.net)
  expect(total.limits.map(({ id, limit, room }) => `${id} ${limit} ${room}`)).toEqual(
    limitsOf(said.money),
  )
  expect(total.parts.map(({ id, amount }) => `${id} ${amount}`)).toEqual(
    (said.money?.planned ?? []).map(({ id, amount }) => `${id} ${amount}`),
  )
  const others = (made.state.title?.data.holders ?? []).slice(1).map(({ name }, at) => ({
    holder: name,
    due: said.course.reduce((sum, one) => sum + (one.others[at] ?? 0n), 0n),
  }))
  // Of whom nothing came in, nothing is on record.
  const due = new Map(othersStanding(made.state).map((one) => [one.holder, one.due]))
  for (const { holder, due: told } of others) expect(due.get(holder) ?? 0n).toBe(told)
  expect(said.members.map(({ amount }) => amount)).toEqual(
    said.members.map((_, at) =>
      made.paid.reduce((sum, { members }) => sum + BigInt(members[at] ?? 0), 0n),
    ),
  )
}

/** What is compared of a distribution: the calculation, its limits, the parts, and what each member has. */
const toldOf = ({
  money,
  members,
}: {
  money: MoneyBlock | undefined
  members: readonly string[]
}) => ({
  net: money?.net,
  limits: limitsOf(money),
  planned: (money?.planned ?? []).map(({ id, amount }) => `${id} ${amount}`),
  unassigned: money?.unassigned,
  members,
})

const limitsOf = (money: MoneyBlock | undefined): readonly string[] =>
  [...(money?.floors ?? []), ...(money?.caps ?? [])].map(
    ({ id, amount, difference }) => `${id} ${amount} ${difference}`,
  )

/** What the simulator says of a deal. */
export const forecast = ({ scenario, rule, own }: Deal): Outcome =>
  outcomeOf(law, read(scenario), undefined, {}, { split: rule, rules: own })

/** A record as it grew, act by act, with what each payout came to. */
export interface Made {
  readonly state: CaseState
  readonly acts: readonly Act[]
  readonly paid: readonly {
    readonly money: MoneyBlock | undefined
    readonly members: readonly string[]
  }[]
}

/** The record of a deal from its opening to its last payout. */
export function madeRecord({ scenario, rule, own: rules }: Deal): Made {
  const told = read(scenario)
  const payments =
    told.payments.length > 0 ? told.payments : [{ on: told.day, amount: told.income }]
  return payments.reduce((made: Made, { on, amount }, at) => {
    const forOthers = partsByTitle(made.state, house, amount).filter((one) => one.amount !== '0')
    const receipt = { amount: `${amount}`, voucher: `记-${at}`, inBudget: true }
    const arrived = after(made, 'receiptRecorded', { ...receipt, forOthers }, on)
    const booked = (at === 0 ? told.costs : []).reduce(
      (state, cost, line) =>
        after(
          state,
          'costRecorded',
          { ...cost, amount: `${cost.amount}`, voucher: `付-${line}` },
          on,
        ),
      arrived,
    )
    // Of a receipt that is all others' nothing waits: then the last distribution is what one looks at.
    const hasIncome = pendingReceipts(booked.state).length > 0
    const net = (hasIncome && netOf(booked.state, on, rules)) || (0n as Fen)
    return net > 0n ? paidOut(booked, told, { net, on, rule, rules }) : booked
  }, signedBy(told))
}

/** What is shared out on a day, and by what. */
interface Splitting {
  readonly net: Fen
  readonly on: Day
  readonly rule: Deal['rule']
  readonly rules: Deal['own']
}

/** Plans what waits, as the plan of a case is written, and pays it. */
function paidOut(made: Made, told: ScenarioRead, of: Splitting): Made {
  const { people, taken, company, staff, kept } = planned(made, told, of)
  const amounts = allocate(
    people,
    told.members.map(({ share }) => share),
  ).parts
  const plan = after(
    made,
    'planDrafted',
    {
      lines: amounts.map((amount, at) => ({
        ...{ name: names[at], person: `person-${at}` },
        isInventor: true,
        isChief: false,
        holdsLeadingPost: false,
        award: 'cash',
        amount: `${amount}`,
      })),
      toTto: `${taken}`,
      ...(told.viaCompany && { toCompany: `${company}` }),
      toTtoStaff: `${staff}`,
      toInstitution: `${kept}`,
      waived: [],
    },
    of.on,
  )
  const lines = plan.state.plan?.data.lines.map(({ name, amount }) => ({ name, amount })) ?? []
  const paid = after(plan, 'paid', { lines, proof: '批次-1' }, of.on)
  const members = lines.map(({ amount }) => amount)
  return { ...paid, paid: [...paid.paid, { money: moneyOf(paid.state, of.on, of.rules), members }] }
}

function planned({ state }: Made, told: ScenarioRead, { net, on, rule, rules }: Splitting) {
  if (told.byRule && rule) {
    const before = state.distributions.reduce((sum, { plan: { data } }) => {
      const lines = data.lines.reduce((all, { amount }) => all + BigInt(amount), 0n)
      return sum + lines + BigInt(data.toTto) + BigInt(data.toInstitution)
    }, 0n)
    const limits = shareLimitsOn(law, on, rules)
      .filter(({ isAdvisory }) => !isAdvisory)
      .map((limit) => limitOf(limit, net))
    const counted = told.viaCompany ? rule : withoutLayer(rule, 'company')
    const { parts, staff } = splitBy(counted, { net, before, limits })
    return {
      ...{ people: parts.contributors as Fen, staff, company: parts.company },
      taken: parts.office + parts.company,
      kept: parts.institution + parts.department,
    }
  }
  const people = roundUp(mul(ratio(net), told.contributors))
  const taken = least(roundDown(mul(ratio(net), told.tto)), net - people)
  const company = roundDown(mul(ratio(taken), told.company))
  const staff = roundUp(mul(ratio(taken), told.staff))
  return { people, taken, company, staff, kept: net - people - taken }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** The case up to its first receipt. */
const { acts } = walk(upTo('receiptRecorded'))
const house = '示例医院（虚构）'

/** The case with the holders and the company of a deal. */
function signedBy({ partners, viaCompany }: ScenarioRead): Made {
  const shares = partners.map(({ n, d }) => `${n}/${d}`)
  const ours = ownShare(partners)
  const holders = [
    { name: house, share: `${ours.n}/${ours.d}` },
    ...shares.map((share, at) => ({ name: `示例单位${at + 1}（虚构）`, share })),
  ]
  const changed = acts.map((act): Act => {
    if (act.type === 'caseOpened')
      return { ...act, data: { ...act.data, viaPlatformCompany: viaCompany } }
    if (act.type !== 'titleRegistered' || partners.length === 0) return act
    return { ...act, data: { ...act.data, holders, othersIncome: 'through_us' } }
  })
  return { state: replay(changed) as CaseState, acts: changed, paid: [] }
}

/** The record with one more act. */
export function after(
  { state, acts: before, paid }: Made,
  type: string,
  data: Record<string, unknown>,
  on: Day = day('2026-07-02'),
): Made {
  const at = `${on}T09:00:00+08:00`
  const act: Act = { seq: state.seq + 1, type, on, at, by: byOf('finance'), files: [], data }
  return { state: evolve(state, act), acts: [...before, act], paid }
}

const moneyOf = (state: CaseState, on: Day, rules: Deal['own']): MoneyBlock | undefined =>
  assessCase({ law, rules }, state, on).money

/** What waits to be shared out, as the plan of a case begins with it. */
const netOf = (state: CaseState, on: Day, rules: Deal['own']): Fen | undefined =>
  moneyOfCase(transferCase, { law, rules }, state, on)?.net

function read(scenario: Scenario): ScenarioRead {
  const found = readScenario(scenario)
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found
}
