import { addMonths, type Day, daysBetween, type Words } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  isRatio,
  type Law,
  parameterAt,
  parseFacts,
  type TaxRegimeDocument,
} from '@yizhuan/law'
import type { Answer } from './position.table.ts'

// A position on tax: the gates of a relief as the law judges them on what registers and people say. Nothing
// is decided here but what the kernel answers; whoever claims a relief decides that themselves.

/** What the registers say of a contract, in the words of the law. */
export interface KnownFacts {
  readonly mode: string | null
  readonly signedOn: string | null
  /** None where the contract is not registered, or the registration is not in force any more. */
  readonly registeredOn: string | null
  readonly technologySupply: string | null
  readonly institutionOwnership: string | null
  /** The notice of its own case that shows the rewards; where there is one, nobody types its days. */
  readonly cashNoticeOn: string | null
  readonly cashNoticeEndedOn: string | null
}

/** A receipt as far as a relief asks. */
export interface TaxedReceipt {
  readonly id: string
  readonly receivedOn: string | null
  /** What of it is the institution's own, and what of that was not given back. */
  readonly amountFen: string
  readonly leftFen: string
  readonly netFen: string | null
  readonly rewardFen: string | null
  readonly paidOn: string | null
  readonly split: readonly { readonly name: string; readonly fen?: string }[]
}

export const gateStates = ['met', 'open', 'unknown', 'na'] as const
export type GateState = (typeof gateStates)[number]

export interface Gate {
  readonly norm: string
  readonly title: Words
  readonly cite: { readonly source: string; readonly at: string } | null
  readonly state: GateState
  /** The facts without which nothing can be said. */
  readonly missing: readonly string[]
}

/** What the law answers of a relief. */
export interface Judged {
  readonly gates: readonly Gate[]
  /** Whether the law lets it be claimed: `unknown` while something is not answered. */
  readonly can: 'yes' | 'no' | 'unknown'
}

type Facts = Readonly<Record<string, unknown>>

/**
 * Judges the gates of a relief as if it were claimed today: what is not paid yet is taken as paid today.
 *
 * @param receipt  the one whose window is looked at, where the relief has one.
 */
export function judge(
  law: Law,
  regime: TaxRegimeDocument,
  of: {
    readonly known: KnownFacts
    readonly answers: Readonly<Record<string, Answer>>
    readonly receipt: TaxedReceipt | undefined
    readonly today: Day
  },
): Judged {
  const { known, answers, receipt, today } = of
  const isDay = (one: string | null | undefined) => one?.length === 10
  const facts: Facts = {
    matter: regime.matter,
    [regime.supposes]: true,
    countedForTax: null,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
    signedOn: isDay(known.signedOn) ? known.signedOn : null,
    registeredOn: known.registeredOn,
    paidOn: isDay(receipt?.paidOn) ? receipt?.paidOn : today,
    vatTaxedOn: isDay(receipt?.receivedOn) ? receipt?.receivedOn : today,
    ...(isDay(receipt?.receivedOn) && { incomeReceivedOn: receipt?.receivedOn }),
    ...answers,
    // The days of a notice of the platform's own are not said otherwise by anybody.
    ...(known.cashNoticeOn !== null && {
      ...{ cashNoticeOn: known.cashNoticeOn, cashNoticeEndedOn: known.cashNoticeEndedOn },
    }),
  }
  const asked = Object.entries(facts).filter(([id]) => Object.hasOwn(law.vocabulary, id))
  const assessment = assess(law, parseFacts(law, Object.fromEntries(asked)), {
    asOf: today,
    only: new Set(regime.gates),
  })
  return {
    gates: regime.gates.flatMap((id) => gateOf(assessment, id)),
    can: assessment.actions[regime.action]?.can ?? 'unknown',
  }
}

function gateOf({ findings }: Assessment, id: string): readonly Gate[] {
  const finding = findings.find(({ norm }) => norm === id)
  if (!finding) return []
  const { norm, title, status, missing, cites } = finding
  const [cite] = cites
  const state =
    status === 'breached' || status === 'pending' ? 'open' : (status as 'met' | 'unknown' | 'na')
  return [
    {
      ...{ norm, title, state, missing: [...missing] },
      cite: cite ? { source: cite.source, at: cite.at } : null,
    },
  ]
}

/** How long a reward of a receipt can be paid with the relief. */
export interface RewardWindow {
  readonly receivedOn: string | null
  readonly lastDay: Day | null
  readonly daysLeft: number | null
  readonly state: 'open' | 'closed' | 'paidWithin' | 'paidLate' | 'unknown'
}

/** The months of the law within which a cash reward is paid. */
const WINDOW = 'cash.window.months'

/** The last day on which the reward of what arrived on a day has the relief (cn-cash-reward-2018#h5). */
export function lastDayOfWindow(law: Law, receivedOn: Day): Day | null {
  const months = monthsOn(law, receivedOn)
  return months === null ? null : addMonths(receivedOn, months)
}

/** A day after which nothing arrived whose window closes by another day: what is later need not be read. */
export function receivedAtLatest(law: Law, closesBy: Day): Day {
  // A month more than the law's: the ends of months differ.
  return addMonths(closesBy, 1 - (monthsOn(law, closesBy) ?? 0))
}

function monthsOn(law: Law, day: Day): number | null {
  const months = parameterAt(law.layers, WINDOW, day)?.value
  return months !== undefined && isRatio(months) ? Number(months.n / months.d) : null
}

/** The window of a receipt as it stands on a day. */
export function windowOf(
  law: Law,
  { receivedOn, paidOn }: Pick<TaxedReceipt, 'receivedOn' | 'paidOn'>,
  today: Day,
): RewardWindow {
  const lastDay = receivedOn?.length === 10 ? lastDayOfWindow(law, receivedOn as Day) : null
  const base = { receivedOn, lastDay }
  if (lastDay === null) return { ...base, daysLeft: null, state: 'unknown' }
  if (paidOn !== null) {
    return { ...base, daysLeft: null, state: paidOn <= lastDay ? 'paidWithin' : 'paidLate' }
  }
  const daysLeft = daysBetween(today, lastDay)
  return { ...base, daysLeft, state: daysLeft < 0 ? 'closed' : 'open' }
}

/** The days of the notice of rewards: asked only where no case shows one. */
export const noticeDays = ['cashNoticeOn', 'cashNoticeEndedOn'] as const

/** Whether a question is answered by a notice of the case of the contract. */
export const isKnownByNotice = ({ cashNoticeOn }: KnownFacts, fact: string): boolean =>
  cashNoticeOn !== null && noticeDays.some((day) => day === fact)

/** What a contract supplies, where its kind and mode say it. */
export function supplyOf(kind: string, mode: string | null): string | null {
  if (kind === 'development') return 'development'
  if (kind !== 'transfer') return null
  if (mode === 'assignment') return 'assignment'
  return mode === 'license' ? 'licence' : null
}
