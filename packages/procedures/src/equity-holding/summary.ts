// A holding as registers and pictures show it: all of it follows from the record, nothing is kept beside.
import {
  add,
  compare,
  type Day,
  div,
  mul,
  parseRatio,
  ratio,
  ratioText,
  roundDown,
} from '@yizhuan/kit'
import { dilutionOf, ownCost, type Result, resultsOf, type Subscription } from '@yizhuan/money'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData, type Holder } from './acts.ts'
import { holdersAgreed, roundOf } from './agreed.ts'
import { type Dividend, dividendsIn } from './dividends.ts'
import { handledSince } from './facts.ts'
import {
  decisionOf,
  type Holdings,
  holdersOn,
  holdingsIn,
  isOut,
  ownPart,
  ownShare,
} from './holdings.ts'

const { latest, all } = readers(actData)

/** How far a holding is: its product not on the market, on it, the equity left, the company gone. */
export const holdingStages = ['before_market', 'on_market', 'left', 'wound_up'] as const
export type HoldingStage = (typeof holdingStages)[number]

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
  readonly impairment: string | null
  /** Whether its loss is to be left out of the assessment; `diligent` is what the record says of it. */
  readonly lossExcluded: boolean
  readonly diligent: boolean | null
  readonly distribution: readonly { to: string; name: string | null; fen: string }[]
}

/** What somebody found the own part, or the whole company, to be worth. */
export interface Appraisal {
  readonly on: Day
  readonly agency: string
  readonly of: 'own_part' | 'whole_company'
  readonly value: string
  readonly validUntil: Day
}

export interface HoldingSummary {
  readonly company: string
  readonly creditCode: string | null
  readonly achievementId: string | null
  readonly achievement: string
  readonly transferCase: string | null
  readonly formedOn: Day
  readonly value: string
  readonly registeredCapital: string | null
  readonly tax: { readonly option: string; readonly filing: string | null } | null
  readonly certificate: string | null
  readonly listEntry: string | null
  readonly stage: HoldingStage
  readonly ownShare: string
  /** What the own part had cost, of the agreed value of the contribution. */
  readonly ownCost: string
  readonly periods: readonly Holdings[]
  readonly events: readonly HoldingEvent[]
  /** What was decided and waits to be carried out; the own share after it where its terms say. */
  readonly pending: {
    readonly seq: number
    readonly on: Day
    readonly matter: string
    readonly terms: string
    readonly ownShareAfter: string | null
  } | null
  readonly dividends: readonly Dividend[]
  /** Everything that came of dividends, also of those whose decision is not in the record. */
  readonly dividendsReceived: readonly { on: Day; year: string | null; fen: string }[]
  readonly subscriptions: readonly Subscription[]
  readonly appraisals: readonly Appraisal[]
  /** What the own part is worth by the latest appraisal; none where there is none. */
  readonly worth: string | null
  /** The names of the files behind the latest act of each kind. */
  readonly papers: Readonly<Record<string, readonly string[]>>
  readonly market: { on: Day; basis: string } | null
  readonly stay: string | null
  readonly windingUp: { on: Day; stage: string; body: string; document: string } | null
  readonly assessments: readonly { on: Day; period: string; singly: boolean; outcome: string }[]
}

/** A holding as its record shows it; undefined before it is opened. */
export function holdingOf(state: ActsState): HoldingSummary | undefined {
  const opened = latest(state, 'holdingOpened')
  if (!opened) return undefined
  const { data } = opened
  const periods = holdingsIn(state)
  const cost = costOf(data.value, data.holders)
  const appraisals = appraisalsIn(state)
  const market = latest(state, 'marketEntered')
  const end = latest(state, 'windingUp')
  return {
    company: data.company,
    creditCode: data.creditCode ?? null,
    achievementId: data.achievementId ?? null,
    achievement: data.achievement,
    transferCase: data.transferCase ?? null,
    formedOn: data.formedOn as Day,
    value: data.value,
    registeredCapital: data.registeredCapital ?? null,
    tax: taxOf(state),
    certificate: latest(state, 'propertyRegistered')?.data.certificate ?? null,
    listEntry: latest(state, 'listed')?.data.entry ?? null,
    stage: stageOf(state),
    ownShare: ratioText(ownShare(state)),
    ownCost: `${cost}`,
    periods,
    events: eventsIn(state, periods, cost),
    pending: pendingIn(state),
    dividends: dividendsIn(state),
    dividendsReceived: all(state, 'dividendReceived').map((one) => ({
      on: one.on,
      year: one.data.year ?? null,
      fen: one.data.amount,
    })),
    subscriptions: subscriptionsIn(state),
    appraisals,
    worth: worthOf(state, appraisals.at(-1)),
    papers: state.papers,
    market: market ? { on: market.on, basis: market.data.basis } : null,
    stay: latest(state, 'stayExplained')?.data.reason ?? null,
    windingUp: end ? { on: end.on, ...end.data } : null,
    assessments: all(state, 'assessed').map((one) => ({ on: one.on, ...one.data })),
  }
}

/** What the own part cost: of what was agreed for the contribution, as the own part is of all of it. */
function costOf(value: string, holders: readonly Holder[]): bigint {
  const forContribution = holders.filter(({ kind }) => kind !== 'partner')
  const all = forContribution.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))
  return ownCost(BigInt(value), ownPart(holders), all)
}

function appraisalsIn(state: ActsState): readonly Appraisal[] {
  return all(state, 'appraised').map(({ on, data }) => ({
    on,
    agency: data.agency,
    of: data.of ?? 'own_part',
    value: data.value,
    validUntil: data.validUntil as Day,
  }))
}

/** The part of the company held now of what it is worth; of an appraised part so much as is left of it. */
function worthOf(state: ActsState, appraisal: Appraisal | undefined): string | null {
  if (!appraisal) return null
  const now = ownShare(state)
  if (now.n === 0n) return null
  const then = ownPart(holdersOn(state, appraisal.on))
  if (appraisal.of === 'own_part' && then.n === 0n) return null
  const part = appraisal.of === 'whole_company' ? now : div(now, then)
  return `${roundDown(mul(part, ratio(BigInt(appraisal.value))))}`
}

function taxOf(state: ActsState) {
  const chosen = latest(state, 'taxChosen')?.data
  if (chosen) return { option: chosen.option, filing: chosen.filing ?? null }
  const option = latest(state, 'holdingOpened')?.data.taxOption
  return option === undefined ? null : { option, filing: null }
}

function stageOf(state: ActsState): HoldingStage {
  const last = holdingsIn(state).at(-1)
  if (last?.holders.length === 0 || (isOut(state) && last?.matter === 'liquidation')) {
    return 'wound_up'
  }
  if (isOut(state)) return 'left'
  return latest(state, 'marketEntered') ? 'on_market' : 'before_market'
}

function pendingIn(state: ActsState): HoldingSummary['pending'] {
  const decision = latest(state, 'eventDecided')
  if (!decision || handledSince(state)) return null
  const { seq, on, data } = decision
  const after = holdersAgreed(state)
  return {
    ...{ seq, on, matter: data.matter, terms: data.terms },
    ownShareAfter: after ? ratioText(ownPart(after)) : null,
  }
}

/** What befell the equity after it was formed, by its day; a fallen own part has its result. */
function eventsIn(state: ActsState, periods: readonly Holdings[], cost: bigint) {
  const told = new Map(
    [...all(state, 'eventHandled'), ...all(state, 'formerEvent')].map((one) => [one.seq, one]),
  )
  const changes = periods.slice(1).map((period, at) => {
    const before = ownPart(periods[at]?.holders ?? [])
    const after = ownPart(period.holders)
    const data = told.get(period.seq)?.data
    const isGivenUp = compare(after, before) < 0 && period.matter !== 'increase'
    const amounts = { price: BigInt(data?.price ?? 0), costs: BigInt(data?.costs ?? 0) }
    const impairment = data && 'impairment' in data ? BigInt(data.impairment ?? 0) : 0n
    return { period, isGivenUp, impairment, disposal: { before, after, ...amounts } }
  })
  const given = changes.filter(({ isGivenUp }) => isGivenUp)
  let writtenDown = 0n
  // What was written down was a loss then; it is none again when the part is sold.
  const disposals = changes.flatMap(({ isGivenUp, impairment, disposal }) => {
    writtenDown += impairment
    if (!isGivenUp) return []
    const one = { ...disposal, writtenDown }
    writtenDown = 0n
    return [one]
  })
  const results = resultsOf(cost, disposals)
  return changes.map(({ period, disposal }): HoldingEvent => {
    const at = given.findIndex((one) => one.period.seq === period.seq)
    return eventOf(state, period, disposal, results[at])
  })
}

function eventOf(
  state: ActsState,
  { seq, since, matter }: Holdings,
  { price, costs }: { readonly price: bigint; readonly costs: bigint },
  result: Result | undefined,
): HoldingEvent {
  const handled = all(state, 'eventHandled').find((one) => one.seq === seq)?.data
  const former = all(state, 'formerEvent').find((one) => one.seq === seq)?.data
  const decision = handled && decisionOf(state, seq)?.data
  const round = handled && roundOf(state, seq)
  const loss = handled?.lossExcluded === true
  return {
    seq,
    on: since,
    matter,
    terms: decision?.terms ?? former?.terms ?? '',
    counterparty: handled?.counterparty ?? null,
    round: round
      ? {
          name: decision?.round ?? null,
          preMoney: `${round.preMoney}`,
          money: `${round.money.reduce((total, { fen }) => total + fen, 0n)}`,
          dilution: ratioText(dilutionOf(round)),
        }
      : null,
    result: result
      ? {
          price: `${price}`,
          costs: `${costs}`,
          net: `${result.net}`,
          basis: `${result.basis}`,
          result: `${result.result}`,
        }
      : null,
    impairment: handled?.impairment ?? null,
    lossExcluded: loss,
    diligent: loss ? isDiligent(handled) : null,
    distribution: (handled?.distribution ?? []).map(({ to, name = null, amount }) => ({
      to,
      name,
      fen: amount,
    })),
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

/** What was subscribed, with what came; of several parts of one holder each payment fills the first due. */
function subscriptionsIn(state: ActsState): readonly Subscription[] {
  const opened = latest(state, 'holdingOpened')?.data
  const told = (opened?.subscriptions ?? []).map(({ name, amount, dueOn }) => ({
    holder: name,
    fen: BigInt(amount),
    on: opened?.formedOn as Day,
    dueOn: (dueOn as Day | undefined) ?? null,
    paid: [] as { readonly on: Day; readonly fen: bigint }[],
  }))
  const byDay = told.toSorted((one, other) => {
    const [day, later] = [one.dueOn ?? '9999-12-31', other.dueOn ?? '9999-12-31']
    return day < later ? -1 : Number(day > later)
  })
  for (const { on, data } of all(state, 'capitalPaidIn')) {
    const own = byDay.filter(({ holder }) => holder === data.name)
    let left = BigInt(data.amount)
    for (const [at, { fen: subscribed, paid }] of own.entries()) {
      const open = paid.reduce((rest, { fen }) => rest - fen, subscribed)
      // What is more than was subscribed stands with the last part.
      const fen = at === own.length - 1 || left < open ? left : open
      if (fen > 0n) paid.push({ on, fen })
      left -= fen
    }
  }
  return told
}
