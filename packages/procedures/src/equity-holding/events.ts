// What befell equity after it was formed: what each event did to the own part and to what it had cost.
import { add, compare, type Day, parseRatio, ratio, ratioText } from '@yizhuan/kit'
import { type Carried, carriedOver, dilutionOf, ownCost } from '@yizhuan/money'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData, type Holder } from './acts.ts'
import { roundOf } from './agreed.ts'
import { decisionOf } from './decisions.ts'
import { type Holdings, holdingsIn, ownPart } from './holdings.ts'
import { proceedsIn } from './proceeds.ts'

const { latest, all } = readers(actData)

/** A part that was given up, or an amount that was written down. */
export interface HoldingEvent {
  readonly seq: number
  readonly on: Day
  readonly matter: Holdings['matter']
  readonly terms: string
  readonly counterparty: string | null
  /** Of a round: what it was called, what it put in and by what the parts of before shrank. */
  readonly round: {
    readonly name: string | null
    readonly preMoney: string
    readonly money: string
    readonly dilution: string
  } | null
  /** Of a part that was given up: what came, what it cost, and the gain or loss. */
  readonly result: {
    readonly price: string
    readonly costs: string
    readonly net: string
    readonly basis: string
    readonly result: string
  } | null
  /** What the part had cost that was allocated free of charge: it brought nothing, and is no loss. */
  readonly allocated: string | null
  readonly impairment: string | null
  /** Whether its loss is to be left out of the assessment; `diligent` is what the record says of it. */
  readonly lossExcluded: boolean
  readonly diligent: boolean | null
  /** Where what came goes; of what goes to people, what of it was paid out. */
  readonly distribution: readonly {
    readonly to: string
    readonly name: string | null
    readonly fen: string
    readonly paid: string | null
  }[]
}

/** An event with the own part before and after it, and what it did to the cost. */
export interface Change {
  readonly period: Holdings
  readonly before: readonly Holder[]
  readonly isGivenUp: boolean
  readonly price: bigint
  readonly costs: bigint
  /** What the institution itself paid for more. */
  readonly bought: bigint
  readonly carried: Carried
}

/** What the own part cost: of what was agreed for the contribution, as the own part is of all of it. */
export function costOf(state: ActsState): bigint {
  const opened = latest(state, 'holdingOpened')?.data
  if (!opened) return 0n
  const forContribution = opened.holders.filter(({ kind }) => kind !== 'partner')
  const whole = forContribution.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))
  return ownCost(BigInt(opened.value), ownPart(opened.holders), whole)
}

/** Every event after the forming, by its day. A round dilutes: nothing is given up in it. */
export function changesIn(state: ActsState): readonly Change[] {
  const told = new Map(
    [...all(state, 'eventHandled'), ...all(state, 'formerEvent')].map((one) => [one.seq, one.data]),
  )
  const periods = holdingsIn(state)
  const changes = periods.slice(1).map((period, at) => {
    const before = periods[at]?.holders ?? []
    const data = told.get(period.seq)
    const isGivenUp =
      compare(ownPart(period.holders), ownPart(before)) < 0 && period.matter !== 'increase'
    return {
      ...{ period, before, isGivenUp, bought: boughtIn(state, period) },
      ...{ price: BigInt(data?.price ?? 0), costs: BigInt(data?.costs ?? 0) },
      writtenDown: data && 'impairment' in data ? BigInt(data.impairment ?? 0) : 0n,
    }
  })
  const steps = changes.map(({ period, before, isGivenUp, bought, writtenDown }) => {
    const was = ownPart(before)
    return { before: was, after: isGivenUp ? ownPart(period.holders) : was, bought, writtenDown }
  })
  const carried = carriedOver(costOf(state), steps)
  return changes.map(({ writtenDown: _told, ...change }, at) => ({
    ...change,
    carried: carried[at] ?? { writtenDown: 0n, basis: 0n, left: 0n },
  }))
}

/** What the institution put into a round itself. What its platform company put in is that one's money. */
function boughtIn(state: ActsState, { seq, matter }: Holdings): bigint {
  if (matter !== 'increase' || !isHandled(state, seq)) return 0n
  const own = decisionOf(state, seq)?.data.investors?.filter(({ kind }) => kind === 'institution')
  return (own ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n)
}

const isHandled = (state: ActsState, seq: number) =>
  all(state, 'eventHandled').some((one) => one.seq === seq)

/** What befell the equity after it was formed, by its day; a fallen own part has its result. */
export function eventsIn(state: ActsState): readonly HoldingEvent[] {
  return changesIn(state).map((change) => eventOf(state, change))
}

function eventOf(state: ActsState, change: Change): HoldingEvent {
  const { seq, since, matter } = change.period
  const handled = all(state, 'eventHandled').find((one) => one.seq === seq)?.data
  const former = all(state, 'formerEvent').find((one) => one.seq === seq)?.data
  const decision = handled && decisionOf(state, seq)?.data
  const loss = handled?.lossExcluded === true
  return {
    ...{ seq, on: since, matter, terms: decision?.terms ?? former?.terms ?? '' },
    counterparty: handled?.counterparty ?? null,
    round: handled ? roundTold(state, seq) : null,
    result: isAllocated(change) ? null : resultOf(change),
    allocated: isAllocated(change) ? `${change.carried.basis}` : null,
    impairment: handled?.impairment ?? null,
    lossExcluded: loss,
    diligent: loss ? isDiligent(handled) : null,
    distribution: distributionOf(state, seq),
  }
}

function distributionOf(state: ActsState, seq: number): HoldingEvent['distribution'] {
  const handled = all(state, 'eventHandled').find((one) => one.seq === seq)?.data
  const paid = proceedsIn(state).filter(({ event }) => event === seq)
  let at = 0
  return (handled?.distribution ?? []).map(({ to, name = null, amount }) => {
    const isOfPeople = to === 'contributors' || to === 'office'
    const part = isOfPeople ? paid[at++] : undefined
    return { to, name, fen: amount, paid: part ? `${part.paid}` : null }
  })
}

/** Whether a part was allocated free of charge. */
export const isAllocated = ({ isGivenUp, period, price }: Change) =>
  isGivenUp && period.matter === 'free_allocation' && price === 0n

function resultOf({ isGivenUp, price, costs, carried }: Change): HoldingEvent['result'] {
  if (!isGivenUp) return null
  const { basis } = carried
  const net = price - costs
  return {
    ...{ price: `${price}`, costs: `${costs}`, net: `${net}`, basis: `${basis}` },
    result: `${net - basis}`,
  }
}

function roundTold(state: ActsState, seq: number): HoldingEvent['round'] {
  const round = roundOf(state, seq)
  if (!round) return null
  return {
    name: decisionOf(state, seq)?.data.round ?? null,
    preMoney: `${round.preMoney}`,
    money: `${round.money.reduce((total, { fen }) => total + fen, 0n)}`,
    dilution: ratioText(dilutionOf(round)),
  }
}

/** What the record says of everybody's diligence; the law's own word on it stands with the case. */
function isDiligent(data: {
  readonly decidedDemocratically?: boolean | undefined
  readonly reasonableCareTaken?: boolean | undefined
  readonly supervisionExercised?: boolean | undefined
  readonly illegalGain?: boolean | undefined
  readonly rulesKept?: boolean | undefined
}): boolean {
  const { decidedDemocratically, reasonableCareTaken, supervisionExercised, rulesKept } = data
  const done = [decidedDemocratically, reasonableCareTaken, supervisionExercised, rulesKept]
  return done.every((one) => one === true) && data.illegalGain === false
}
