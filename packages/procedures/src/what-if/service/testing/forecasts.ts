// Random commissioned work, forecast before it is done and then done: the record of the procedure, the statement of
// everybody and a clerk who only multiplies must come to the same, to the fen.
import { day, mul, parseFen, parseRatio, type Ratio, ratio, roundDown, roundUp } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { mostByRule, readSplit, type SplitRule } from '@yizhuan/money'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { ActsState } from '../../../procedure/acts-state.ts'
import type { Act, Entry } from '../../../procedure/entry.ts'
import { said as answerTo, type Step, walk } from '../../../procedure/testing/walk.ts'
import { partsOf, planOf, rewardedIn } from '../../../service-contract/reward.ts'
import { serviceRewardsOf } from '../../../service-contract/reward-statement.ts'
import { type RewardRuleHeld, ruleGives } from '../../../service-contract/rule-gives.ts'
import { serviceContract } from '../../../service-contract/service-contract.ts'
import { guangdong, nation, shanghai } from '../../testing/places.ts'
import { type ServiceOutcome, serviceOutcomeOf } from '../outcome.ts'
import { firstService, readService, type ServiceRead, type ServiceScenario } from '../scenario.ts'

interface Work {
  readonly typed: ServiceScenario
  readonly place: 'guangdong' | 'shanghai' | 'nation'
  readonly rule: SplitRule | undefined
}

const laws: Readonly<Record<Work['place'], Law>> = { guangdong, shanghai, nation }
const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const fen = (max: number, min = 0) => fc.integer({ min, max }).map(yuan)

const payments = fc.array(
  fc.record({
    on: fc
      .integer({ min: 0, max: 900 })
      .map((days) => new Date(Date.UTC(2026, 6, 2 + days)).toISOString().slice(0, 10)),
    amount: fen(50_000_000, 1),
    taxes: fen(3_000_000),
    costs: fen(30_000_000),
  }),
  { minLength: 1, maxLength: 4 },
)

/** The rule of a house in steps, of each settlement or of all of them. */
const rules: fc.Arbitrary<SplitRule> = fc
  .record({
    basis: fc.constantFrom('each' as const, 'total' as const),
    share: fc.nat(1000),
    above: fc.integer({ min: 1, max: 40_000_000 }),
    more: fc.nat(1000),
    hasStep: fc.boolean(),
  })
  .map(({ basis, share, above, more, hasStep }) => {
    const first = { above: '0', share: `${share}/1000`, fixed: null }
    const next = { above: `${above}`, share: `${more}/1000`, fixed: null }
    const steps = hasStep ? [first, next] : [first]
    return readSplit({ basis, layers: [{ layer: 'contributors', steps }], staff: [] })
  })

const works: fc.Arbitrary<Work> = fc
  .record({
    place: fc.constantFrom('guangdong' as const, 'shanghai' as const, 'nation' as const),
    kind: fc.constantFrom('development' as const, 'consulting' as const, 'service' as const),
    method: fc.constantFrom('actual_cost' as const, 'fixed_ratio' as const),
    costRatio: fc.nat(1000),
    share: fc.nat(1000),
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
    rule: fc.option(rules, { nil: undefined }),
    payments,
  })
  .map(({ place, weights, rule, costRatio, share, ...more }) => {
    const whole = weights.reduce((sum, one) => sum + one, 0)
    const members = weights.map((one) => ({ share: `${one}/${whole}`, leads: false, other: '' }))
    const shares = { ratio: `${costRatio}/1000`, share: `${share}/1000` }
    const typed = { ...firstService('2026-07-02'), ...more, ...shares, members }
    return { place, rule, typed: { ...typed, byRule: rule !== undefined } }
  })

const heldOf = (rule: SplitRule): RewardRuleHeld => ({
  ...{ rule, version: 1, title: '三技办法（示例）', called: '院发（示例）3号' },
  fromDay: day('2026-01-01'),
})

/** Forecasts so many contracts and makes them; of one in twenty every act is decided as people would do it. */
export function holdServices(runs: number, atLeast: number): void {
  let paid = 0
  let at = 0
  const seen = { rule: 0, ratio: 0, several: 0, guangdong: 0, shanghai: 0, nation: 0 }
  fc.assert(
    fc.property(works, (work) => {
      const scenario = readService(work.typed)
      if ('problems' in scenario) throw new Error(JSON.stringify(scenario.problems))
      const held = work.rule && heldOf(work.rule)
      const said = serviceOutcomeOf(laws[work.place], scenario, undefined, { held })
      holdClerk(work, scenario, said)
      if (said.reward === 0n) return
      paid += 1
      seen.rule += Number(held !== undefined)
      seen.ratio += Number(scenario.method === 'fixed_ratio')
      seen.several += Number(said.course.filter((one) => one.paid).length > 1)
      seen[work.place] += 1
      at += 1
      const isDecided = at % 20 === 0 && work.place !== 'nation'
      holdRecord(isDecided ? decided(work, scenario) : evolved(work, scenario), work, said)
    }),
    { numRuns: runs },
  )
  expect(paid).toBeGreaterThanOrEqual(atLeast)
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(atLeast / 6)
}

/** What is settled and given by the text of the place alone. */
function holdClerk(
  { place, rule, typed }: Work,
  scenario: ServiceRead,
  said: ServiceOutcome,
): void {
  const sum = { income: 0n, taxes: 0n, costs: 0n }
  let [net, given, most, counted] = [0n, 0n, 0n, 0n]
  for (const [at, { amount, taxes, costs = 0n }] of scenario.payments.entries()) {
    sum.income += amount
    sum.taxes += taxes
    sum.costs += costs
    const byRatio = roundUp(mul(parseRatio(typed.ratio), ratio(sum.income)))
    net = netBy[place](sum, scenario.method === 'fixed_ratio' ? byRatio : undefined)
    if (net > 0n) {
      const before = { net: counted, most }
      const steps = rule ?? ofShare(parseRatio(typed.share))
      const by = mostByRule(steps, net, rule ? before : undefined)
      if (by > given) {
        ;[given, most, counted] = [by, by, net]
      }
    }
    expect(said.course[at]?.settled.net).toBe(net)
  }
  expect([said.settled.net, said.reward, said.kept]).toEqual([net, given, net - given])
}

const ofShare = (share: Ratio): SplitRule => ({
  ...{ basis: 'total', staff: [] },
  layers: { contributors: [{ above: 0n, share, fixed: 0n }] },
})

type Sums = { readonly income: bigint; readonly taxes: bigint; readonly costs: bigint }
const larger = (a: bigint, b: bigint) => (a > b ? a : b)
const leastOf = ({ income, taxes, costs }: Sums, byRatio: bigint | undefined) =>
  income - taxes - (byRatio === undefined ? costs : larger(costs, byRatio))

/** Guangdong takes off taxes and costs; the draft of Shanghai the costs or the ratio; where nothing is said, the most. */
const netBy: Readonly<Record<Work['place'], (sums: Sums, byRatio: bigint | undefined) => bigint>> =
  {
    guangdong: (sums, byRatio) => {
      const net = sums.income - sums.taxes - sums.costs
      return net > 0n ? net : leastOf(sums, byRatio)
    },
    shanghai: (sums, byRatio) => {
      const net = sums.income - (byRatio ?? sums.costs)
      return net > 0n ? net : leastOf(sums, byRatio)
    },
    nation: leastOf,
  }

const names = ['甲', '乙', '丙', '丁', '戊'].map((one) => `示例${one}`)

/** What befalls a contract, step by step; the plan says what it is asked to. */
function* stepsOf(work: Work, scenario: ServiceRead, stateNow: () => ActsState): Generator<Step> {
  const first = scenario.payments[0]?.on ?? '2026-07-02'
  const team = scenario.members.map((_, at) => ({
    ...{ name: names[at] as string, isInventor: true, isChief: false, holdsLeadingPost: false },
    // As the register answers of somebody without an account.
    ...{ person: `0190c0de-0000-7000-8000-00000000000${at}`, signsOnPaper: true },
  }))
  const opened = { title: '示例', kind: scenario.kind, client: '示例药企（虚构）' }
  const before = '2026-07-01'
  yield [
    before,
    'tto_negotiator',
    'serviceOpened',
    { ...opened, team, relatedPartiesDeclared: true },
  ]
  yield [before, 'leaders', 'contractApproved', { body: '办公会', document: '批-1' }]
  yield [before, 'tto_negotiator', 'serviceSigned', { number: '合-1', price: '99999999999' }]
  yield [before, 'tto_negotiator', 'serviceRegistered', { outcome: 'registered', number: '登' }]
  yield [before, 'tto_negotiator', 'serviceAccepted', { note: '合格', acceptedBy: '委托方' }]
  for (const [at, { on, amount, taxes, costs }] of scenario.payments.entries()) {
    yield [on, 'finance', 'incomeReceived', { amount: `${amount}`, voucher: `收-${at}` }]
    yield [
      on,
      'finance',
      'netSettled',
      {
        ...{ method: scenario.method, taxes: `${taxes}`, performanceCosts: `${costs}` },
        ...(scenario.method === 'fixed_ratio' && {
          ...{ costRatio: work.typed.ratio, ratioRuled: true, ratioFromFinance: false },
        }),
        statement: `结-${at}`,
      },
    ]
    const plan = planOn(work, stateNow(), day(on), first)
    if (!plan) continue
    const lines = team.map((one, place) => ({ ...one, share: work.typed.members[place]?.share }))
    yield [on, 'tto_negotiator', 'rewardPlanned', { ...plan, lines }]
    for (const { name } of team) {
      yield [on, 'tto_negotiator', 'rewardAgreed', { member: name, paper: '签字件（示例）' }]
    }
    const waiting = planOf(stateNow())
    const parts = waiting ? partsOf(waiting.data) : []
    yield [
      on,
      'finance',
      'rewardPaid',
      {
        lines: parts.map(({ name, amount: fenOf }) => ({ name, amount: fenOf })),
        proof: `银-${at}`,
      },
    ]
  }
}

/** As an office draws it up: by the rule of the register, or up to the share that its rule says. */
function planOn(
  { place, rule, typed }: Work,
  state: ActsState,
  on: ReturnType<typeof day>,
  first: string,
) {
  const ground = { law: laws[place] }
  if (rule) {
    const gives = ruleGives(state, ground, on, heldOf(rule))
    return gives && gives.left > 0n ? { pool: `${gives.left}`, ...gives.said } : undefined
  }
  const { net } = settledSaid(state, place)
  const left =
    net > 0n ? roundDown(mul(parseRatio(typed.share), ratio(net))) - rewardedIn(state) : 0n
  const said = { rule: '三技办法1号', ruleInForceOn: first, share: typed.share }
  return left > 0n ? { pool: `${left}`, ...said } : undefined
}

/** What a record has settled, by the text of a place. */
function settledSaid(state: ActsState, place: Work['place']) {
  const facts = serviceContract.facts(state)
  const fenIn = (fact: string) => parseFen(facts[fact] ?? '0', fact)
  const sums = {
    income: fenIn('serviceIncome'),
    taxes: fenIn('serviceTaxes'),
    costs: fenIn('performanceCosts'),
  }
  const said = facts['serviceCostRatio']
  const byRatio =
    said === undefined ? undefined : roundUp(mul(parseRatio(String(said)), ratio(sums.income)))
  return { net: netBy[place](sums, byRatio) }
}

/** Every act is decided, and none refused. */
function decided(work: Work, scenario: ServiceRead): readonly Act[] {
  let acts: readonly Act[] = []
  let state: ActsState | undefined
  for (const step of stepsOf(work, scenario, () => state as ActsState)) {
    const walked = walk(serviceContract, laws[work.place], [step], acts)
    expect([step[2], answerTo(walked.last)]).toEqual([step[2], 'accepted'])
    acts = walked.acts
    state = walked.state
  }
  return acts
}

/** The same acts, written down without asking. */
function evolved(work: Work, scenario: ServiceRead): readonly Act[] {
  const acts: Act[] = []
  let state: ActsState | undefined
  for (const [on, role, type, data] of stepsOf(work, scenario, () => state as ActsState)) {
    const by = { person: 'p', name: '示例', role }
    const act = { seq: acts.length + 1, type, on: day(on), at: `${on}T09:00:00+08:00`, by }
    acts.push({ ...act, files: [], data })
    state = serviceContract.evolve(state, acts.at(-1) as Act)
  }
  return acts
}

/** The record, and the statement of each: payout by payout what was forecast. */
function holdRecord(acts: readonly Act[], { place }: Work, said: ServiceOutcome): void {
  const state = acts.reduce<ActsState | undefined>(
    (before, act) => serviceContract.evolve(before, act),
    undefined,
  )
  expect(state && rewardedIn(state)).toBe(said.reward)
  const payouts = said.course.flatMap(({ on, paid }) => (paid ? [{ on, ...paid }] : []))
  for (const [at, { amount }] of said.members.entries()) {
    const person = `0190c0de-0000-7000-8000-00000000000${at}`
    const { rewards } = serviceRewardsOf(acts as readonly Entry[], { law: laws[place] }, { person })
    expect(
      rewards.map(({ on, net, share, layers }) => ({ on, net, share, pool: layers[0]?.amount })),
    ).toEqual(payouts.map(({ on, net, pool, members }) => ({ on, net, share: members[at], pool })))
    expect(rewards.reduce((sum, { share }) => sum + share, 0n)).toBe(amount)
    expect(rewards.at(-1)?.tax.rules ?? []).toEqual(said.payRules)
  }
}
