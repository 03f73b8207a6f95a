// What one person got of a transfer, payout by payout, from the receipts down to their part: each line as
// the law of that day has it, with its article. A fold over the record, so that a statement says what the
// case says.
import type { Day, Words } from '@yizhuan/kit'
import type { Cite, MoneyBlock, NetLine } from '@yizhuan/law'
import { assessCase, type Ground } from '../procedure/assess-case.ts'
import type { Entry } from '../procedure/entry.ts'
import type { ActData } from './acts.ts'
import { type Award, type Given, sumsIn } from './correction/accounts.ts'
import type { CorrectionData } from './correction/correction-data.ts'
import type { Dated } from './relief.ts'
import { type CaseState, datedIncome, leftOf } from './state.ts'
import { transferCase } from './transfer-case.ts'

/** A part of the net income: people, the office, what the institution keeps. */
export interface RewardLayer {
  readonly id: 'contributors' | 'tto' | 'institution'
  readonly amount: bigint
  readonly cite?: Cite
}

/** What a payout gave to one person. */
export interface Reward {
  /** The act of the payout, and the act of its plan. */
  readonly seq: number
  readonly planSeq: number
  readonly on: Day
  readonly proof: string
  readonly gross: bigint
  /** What it shared out, by the days on which that arrived: the windows of relief begin with them. */
  readonly receipts: readonly Dated[]
  readonly lines: readonly NetLine[]
  readonly net: bigint
  readonly layers: readonly RewardLayer[]
  /** Everybody of the plan with their part, in its order. */
  readonly shares: readonly {
    readonly name: string
    readonly amount: bigint
    readonly isOwn: boolean
  }[]
  readonly share: bigint
  /** What of it is in shares, and what they had already of a payout that was reversed. */
  readonly inShares: bigint
  readonly had: bigint
  readonly tax: {
    /** Where the act says neither yes nor no, nobody has said. */
    readonly relief?: boolean
    readonly withheld?: boolean
    readonly counted?: bigint
    /** What the law says of it, each with its article. */
    readonly rules: readonly { readonly title: Words; readonly cite: Cite }[]
  }
  /** The day on which the distribution was reversed; what was paid is taken in by the next one. */
  readonly reversedOn?: Day
}

/** What one person gave back, or what was written off of it. */
export interface Recovery {
  readonly seq: number
  readonly on: Day
  readonly award: Award
  readonly amount: bigint
  readonly way: 'repaid' | 'written_off' | 'tax_set_off'
  readonly proof: string
}

/** What befell a payment to one person since, or what a plan paid them that fell before it was paid out. */
export interface PaymentTurn {
  readonly seq: number
  readonly on: Day
  readonly kind: 'returned' | 'repeated' | 'taken_in'
  readonly award: Award
  readonly amount: bigint
  readonly proof: string
  /** By what the payment orders name it; what was paid by hand has none. */
  readonly reference?: string
}

export interface RewardsOfPerson {
  readonly rewards: readonly Reward[]
  readonly turns: readonly PaymentTurn[]
  readonly recoveries: readonly Recovery[]
}

/** What a record says that one person got of a transfer, and gave back. */
export function rewardsOf(
  entries: readonly Entry[],
  ground: Ground,
  { person }: { readonly person: string },
): RewardsOfPerson {
  let state: CaseState | undefined
  const rewards: Reward[] = []
  const recoveries: Recovery[] = []
  const turns: PaymentTurn[] = []
  const names = new Set<string>()
  for (const entry of entries) {
    const before = state
    state = transferCase.evolve(state, entry)
    if (entry.type === 'planDrafted') {
      for (const line of (entry.data as ActData<'planDrafted'>).lines)
        if (line.person === person) names.add(line.name)
    }
    if (entry.type === 'paid') {
      const reward = rewardIn(state, ground, entry, person)
      if (reward) rewards.push(reward)
    }
    if (entry.type === 'distributionReversed') markReversed(rewards, before, entry.on)
    if (entry.type === 'recoveryRecorded' && names.has(String(entry.data['name']))) {
      recoveries.push(recoveryIn(entry))
    }
    if (entry.type === 'taxSetOffTakenBack' && names.has(String(entry.data['name']))) {
      recoveries.push(takenBackIn(entry))
    }
    turns.push(...turnsIn(entry, names))
  }
  return { rewards, turns, recoveries }
}

const turnOf: Readonly<Record<string, PaymentTurn['kind']>> = {
  paymentReturned: 'returned',
  paymentRepeated: 'repeated',
  fallenPlanTakenIn: 'taken_in',
}

function turnsIn({ seq, on, type, data }: Entry, names: ReadonlySet<string>): PaymentTurn[] {
  const kind = Object.hasOwn(turnOf, type) ? turnOf[type] : undefined
  if (kind === undefined) return []
  const { proof, reference } = data as ActData<'paid'> & { readonly reference?: string }
  const lines = kind === 'taken_in' ? (data['lines'] as readonly Given[]) : [data as never as Given]
  return lines
    .filter(({ name }) => names.has(name))
    .map(({ award, amount }) => ({
      ...{ seq, on, kind, award, amount: BigInt(amount), proof },
      ...(reference !== undefined && { reference }),
    }))
}

/** What an act says that somebody gave back, or what was written off. */
export function recoveryIn({ seq, on, data }: Entry): Recovery {
  const { award, amount, way, proof } = data as Record<string, string>
  const settled = way === 'repaid' || way === 'tax_set_off' ? way : ('written_off' as const)
  const of = award === 'equity' ? ('equity' as const) : ('cash' as const)
  return { seq, on, award: of, amount: BigInt(amount ?? 0), way: settled, proof: proof ?? '' }
}

/** What was set off wrongly counts no more: a line of its own, below nought. */
export function takenBackIn({ seq, on, data }: Entry): Recovery {
  const { amount, reason } = data as CorrectionData<'taxSetOffTakenBack'>
  const taken = { award: 'cash' as const, amount: -BigInt(amount), way: 'tax_set_off' as const }
  return { seq, on, ...taken, proof: reason }
}

/** A reversal takes back the last payout that stands. */
function markReversed(rewards: Reward[], before: CaseState | undefined, on: Day): void {
  const seq = before?.distributions.at(-1)?.payment.seq
  const at = rewards.findIndex((one) => one.seq === seq)
  const reward = rewards[at]
  if (reward) rewards[at] = { ...reward, reversedOn: on }
}

function rewardIn(
  after: CaseState,
  ground: Ground,
  entry: Entry,
  person: string,
): Reward | undefined {
  const last = after.distributions.length - 1
  const paid = after.distributions[last]
  const own = paid?.plan.data.lines.filter((line) => line.person === person) ?? []
  if (!paid || own.length === 0) return undefined
  const assessment = assessCase(transferCase, ground, after, entry.on)
  const { lines, toTto, toInstitution } = paid.plan.data
  const receipts = after.receipts.filter(({ distribution }) => distribution === last)
  const sum = (of: readonly { readonly amount: string }[]) =>
    of.reduce((all, { amount }) => all + BigInt(amount), 0n)
  const contributors = sum(lines)
  const cash = sum(own.filter(({ award }) => award === 'cash'))
  const had = sumsIn(after.accounts?.standing.at(-1)?.takenIn ?? []).cash
  const { data } = paid.payment
  const { money, findings } = assessment
  return {
    seq: entry.seq,
    planSeq: paid.plan.seq,
    on: entry.on,
    proof: data.proof,
    gross: receipts.reduce((all, one) => all + leftOf(one), 0n),
    receipts: datedIncome(receipts),
    lines: money?.lines ?? [],
    net: money?.net ?? contributors + BigInt(toTto) + BigInt(toInstitution),
    layers: [
      layer('contributors', contributors, money),
      layer('tto', BigInt(toTto), money),
      { id: 'institution', amount: BigInt(toInstitution) },
    ],
    shares: lines.map((line) => ({
      name: line.name,
      amount: BigInt(line.amount),
      isOwn: line.person === person,
    })),
    share: sum(own),
    inShares: sum(own) - cash,
    had: had.get(own[0]?.name ?? '') ?? 0n,
    tax: {
      ...(data.taxRelief !== undefined && { relief: data.taxRelief }),
      ...(data.taxWithheld !== undefined && { withheld: data.taxWithheld }),
      ...(data.countedForTax !== undefined && { counted: BigInt(data.countedForTax) }),
      rules: findings
        .filter(({ topic, status }) => topic.startsWith('tax.') && status !== 'na')
        .flatMap(({ title, cites: [cite] }) => (cite ? [{ title, cite }] : [])),
    },
  }
}

function layer(id: 'contributors' | 'tto', amount: bigint, money: MoneyBlock | undefined) {
  const bound = [...(money?.floors ?? []), ...(money?.caps ?? [])].find((one) => one.id === id)
  return { id, amount, ...(bound && { cite: bound.cite }) }
}
