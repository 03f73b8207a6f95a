// A holding as registers and pictures show it: all of it follows from the record, nothing is kept beside.
import { type Day, ratioText } from '@yizhuan/kit'
import type { Subscription } from '@yizhuan/money'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { actData } from './acts.ts'
import { holdersAgreed } from './agreed.ts'
import { decisionInHand, handledSince } from './decisions.ts'
import { type Dividend, dividendsIn } from './dividends.ts'
import { costOf, eventsIn, type HoldingEvent } from './events.ts'
import { type Holdings, holdingsIn, ownPart, ownShare } from './holdings.ts'
import { byNow, type HoldingStage, stageOn, worthOn } from './standing.ts'

const { latest, all } = readers(actData)

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
  /** Holders who became chief, and that somebody looked at it. */
  readonly chiefReviews: readonly { readonly name: string; readonly since: Day; readonly on: Day }[]
  readonly windingUp: { on: Day; stage: string; body: string; document: string } | null
  readonly assessments: readonly { on: Day; period: string; singly: boolean; outcome: string }[]
}

/** A holding as its record shows it; undefined before it is opened. */
export function holdingOf(state: ActsState): HoldingSummary | undefined {
  const opened = latest(state, 'holdingOpened')
  if (!opened) return undefined
  const { data } = opened
  const periods = holdingsIn(state)
  const appraisals = appraisalsIn(state)
  const market = latest(state, 'marketEntered')
  // What was entered later may have happened before.
  const end = all(state, 'windingUp')
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
    .at(-1)
  const life = { periods, appraisals, market: market ? { on: market.on } : null }
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
    stage: stageOn(life, byNow),
    ownShare: ratioText(ownShare(state)),
    ownCost: `${costOf(state)}`,
    periods,
    events: eventsIn(state),
    pending: pendingIn(state),
    dividends: dividendsIn(state),
    dividendsReceived: all(state, 'dividendReceived').map((one) => ({
      on: one.on,
      year: one.data.year ?? null,
      fen: one.data.amount,
    })),
    subscriptions: subscriptionsIn(state),
    appraisals,
    worth: worthOn(life, byNow),
    papers: state.papers,
    market: market ? { on: market.on, basis: market.data.basis } : null,
    stay: latest(state, 'stayExplained')?.data.reason ?? null,
    chiefReviews: all(state, 'chiefReviewed').map(({ on, data: { name, since } }) => ({
      ...{ name, since: since as Day, on },
    })),
    windingUp: end ? { on: end.on, ...end.data } : null,
    assessments: all(state, 'assessed').map((one) => ({ on: one.on, ...one.data })),
  }
}

function appraisalsIn(state: ActsState): readonly Appraisal[] {
  return all(state, 'appraised')
    .map(
      ({ on, data }): Appraisal => ({
        on,
        agency: data.agency,
        of: data.of ?? 'own_part',
        value: data.value,
        validUntil: data.validUntil as Day,
      }),
    )
    .toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
}

function taxOf(state: ActsState) {
  const chosen = latest(state, 'taxChosen')?.data
  if (chosen) return { option: chosen.option, filing: chosen.filing ?? null }
  const option = latest(state, 'holdingOpened')?.data.taxOption
  return option === undefined ? null : { option, filing: null }
}

function pendingIn(state: ActsState): HoldingSummary['pending'] {
  const decision = decisionInHand(state)
  if (!decision || handledSince(state)) return null
  const { seq, on, data } = decision
  const after = holdersAgreed(state)
  return {
    ...{ seq, on, matter: data.matter, terms: data.terms },
    ownShareAfter: after ? ratioText(ownPart(after)) : null,
  }
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
