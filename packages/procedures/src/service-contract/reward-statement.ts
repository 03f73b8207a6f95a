// What one person got of a service contract, payout by payout: from what was settled since the one before down
// to their part, with the article that leaves it to the house's rule. A fold over the record, as for transfers.
import type { Fen, Words } from '@yizhuan/kit'
import type { Assessment, Cite, NetLine } from '@yizhuan/law'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { assessCase, type Ground } from '../procedure/assess-case.ts'
import type { Entry } from '../procedure/entry.ts'
import { label } from '../procedure/fields.ts'
import { sumsIn } from '../transfer-case/correction/accounts.ts'
import {
  type PaymentTurn,
  type Recovery,
  type Reward,
  type RewardsOfPerson,
  recoveryIn,
  takenBackIn,
} from '../transfer-case/rewards.ts'
import { actData } from './acts.ts'
import { partsOf, payoutsIn, planPaidBy } from './reward.ts'
import { rewardAccounts } from './reward-accounts.ts'
import { serviceContract } from './service-contract.ts'
import type { Settled, SettledLine } from './settled.ts'
import { settledByLaw } from './settled-by-law.ts'

const { latest } = readers(actData)

const lineWords: Readonly<Record<SettledLine['id'], Words>> = {
  income: label('合同到账', 'Received under the contract'),
  taxes: label('应缴税额和交易直接成本', 'Taxes and direct costs'),
  performance: label('履行成本', 'Costs of performing it'),
  ratio: label('固定比例费用', 'Costs by a fixed ratio'),
}

/** What a record of commissioned work says that one person got, and what befell it. */
export function serviceRewardsOf(
  entries: readonly Entry[],
  ground: Ground,
  { person }: { readonly person: string },
): RewardsOfPerson {
  let state: ActsState | undefined
  // What was settled by each payout that stands.
  const settled: (Settled | undefined)[] = []
  const rewards: Reward[] = []
  const turns: PaymentTurn[] = []
  const recoveries: Recovery[] = []
  for (const entry of entries) {
    const last = state && payoutsIn(state).at(-1)
    state = serviceContract.evolve(state, entry) as ActsState
    const names = namesOf(state, person)
    if (entry.type === 'rewardPaid') {
      const now = settledByLaw(state, ground, entry.on)
      const reward = rewardIn(state, ground, entry, { person, names, now, before: settled.at(-1) })
      settled.push(now)
      if (reward) rewards.push(reward)
    }
    if (entry.type === 'rewardReversed') {
      settled.pop()
      const at = rewards.findIndex(({ seq }) => seq === last?.seq)
      const reversed = rewards[at]
      if (reversed) rewards[at] = { ...reversed, reversedOn: entry.on }
    }
    if (entry.type === 'recoveryRecorded' && names.has(String(entry.data['name']))) {
      recoveries.push(recoveryIn(entry))
    }
    if (entry.type === 'taxSetOffTakenBack' && names.has(String(entry.data['name']))) {
      recoveries.push(takenBackIn(entry))
    }
    const turn = turnIn(entry, names)
    if (turn) turns.push(turn)
  }
  return { rewards, turns, recoveries }
}

/** What somebody of the register is called in the record. */
function namesOf(state: ActsState, person: string): ReadonlySet<string> {
  const team = latest(state, 'serviceOpened')?.data.team ?? []
  const planned = latest(state, 'rewardPlanned')?.data.lines ?? []
  const own = [...team, ...planned].filter((one) => one.person === person)
  return new Set(own.map(({ name }) => name))
}

interface Of {
  readonly person: string
  readonly names: ReadonlySet<string>
  readonly now: Settled | undefined
  /** What was settled by the payout before. */
  readonly before: Settled | undefined
}

function rewardIn(
  after: ActsState,
  ground: Ground,
  { seq, on, data: told }: Entry,
  { names, now, before }: Of,
): Reward | undefined {
  const data = told as (typeof actData)['rewardPaid']['_output']
  const plan = planPaidBy(after, seq)
  const parts = plan ? partsOf(plan.data) : data.lines
  const shares = parts.map(({ name, amount }) => ({
    ...{ name, amount: BigInt(amount), isOwn: names.has(name) },
  }))
  const own = shares.filter(({ isOwn }) => isOwn)
  if (own.length === 0) return undefined
  const assessment = assessCase(serviceContract, ground, after, on)
  const cite = citeOf(assessment)
  const sum = (of: readonly { readonly amount: bigint }[]) =>
    of.reduce((all, { amount }) => all + amount, 0n)
  const paid = sum(shares)
  const net = now ? now.net - (before?.net ?? 0n) : paid
  const lines = now && cite ? linesSince(now, before, cite) : []
  const articles = cite ? { cite } : {}
  return {
    ...{ seq, planSeq: plan?.seq ?? 0, on, proof: data.proof },
    // The relief is one of transfers: no window begins with what this shared out.
    ...{ gross: lines[0]?.amount ?? paid, receipts: [], lines, net },
    layers: [
      { id: 'contributors', amount: paid, ...articles },
      { id: 'institution', amount: net - paid },
    ],
    ...{ shares, share: sum(own), inShares: 0n, had: hadOf(after, names) },
    tax: {
      relief: false,
      ...(data.taxWithheld !== undefined && { withheld: data.taxWithheld }),
      rules: payRulesIn(assessment),
    },
  }
}

/** What the law says of the wages, insurance and tax of a reward, each with its article. */
export const payRulesIn = ({ findings }: Assessment): Reward['tax']['rules'] =>
  findings
    .filter(({ topic, status }) => isOfPay(topic) && status !== 'na')
    .flatMap(({ title, cites: [first] }) => (first ? [{ title, cite: first }] : []))

/** What somebody had of it already, of a reward that was reversed. */
function hadOf(after: ActsState, names: ReadonlySet<string>): bigint {
  const { cash } = sumsIn(rewardAccounts(after).standing.at(-1)?.takenIn ?? [])
  return [...cash].reduce((all, [name, fen]) => (names.has(name) ? all + fen : all), 0n)
}

/** Wages, insurance and the tax that is withheld: reliefs and deferrals of tax are for transfers. */
const topicsOfPay: readonly string[] = ['tax.withheld', 'service.wages', 'service.insurance']
const isOfPay = (topic: string): boolean => topicsOfPay.includes(topic)

/** The article that says what the reward is taken from. */
function citeOf({ findings }: Assessment): Cite | undefined {
  return findings.find(({ topic, status }) => topic === 'service.reward' && status !== 'na')
    ?.cites[0]
}

/** What came to be settled since the payout before, line by line. */
function linesSince(now: Settled, before: Settled | undefined, cite: Cite): readonly NetLine[] {
  return now.lines.map(({ id, amount }) => {
    const was = before?.lines.find((one) => one.id === id)?.amount ?? 0n
    const fen = amount - was
    return {
      ...{ id, label: lineWords[id], amount: (fen < 0n ? -fen : fen) as Fen, cite },
      effect: fen < 0n ? ('subtracts' as const) : ('adds' as const),
    }
  })
}

const turnOf: Readonly<Record<string, PaymentTurn['kind']>> = {
  paymentReturned: 'returned',
  paymentRepeated: 'repeated',
}

function turnIn(
  { seq, on, type, data }: Entry,
  names: ReadonlySet<string>,
): PaymentTurn | undefined {
  const kind = Object.hasOwn(turnOf, type) ? turnOf[type] : undefined
  const told = data as (typeof actData)['paymentReturned']['_output']
  if (kind === undefined || !names.has(told.name)) return undefined
  const { award, amount, proof, reference } = told
  return {
    ...{ seq, on, kind, award, amount: BigInt(amount), proof },
    ...(reference !== undefined && { reference }),
  }
}
