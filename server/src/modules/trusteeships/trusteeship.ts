import {
  accept,
  add,
  addDays,
  compare,
  type Day,
  type Outcome,
  parseRatio,
  ratio,
  ratioText,
  refuse,
  type Words,
} from '@yizhuan/kit'
import type { FileRef } from '../cases/index.ts'

// A trusteeship parts three powers over rights and achievements for a time: who owns, who operates, who
// takes the income (sh-draft-2024#a8.p1, a draft). What a case does about them stays with the case.

export const powers = ['ownership', 'operation', 'income'] as const
export type Power = (typeof powers)[number]

/** Who holds one of the powers; of the income also how much of it. */
export interface Party {
  readonly power: Power
  readonly name: string
  readonly uscc: string | null
  /** A part of the whole, `70%` or `7/10`; of the income only. */
  readonly share: string | null
}

/** What is held in trust, as it was called when it was put into the agreement. */
export interface Subject {
  readonly kind: 'right' | 'achievement'
  readonly id: string
  readonly number: string | null
  readonly title: string
}

export interface TrusteeshipFields {
  readonly number: string
  readonly title: string
  readonly trustee: string
  readonly trusteeUscc: string | null
  readonly trusteeKind: string
  readonly subjects: readonly Subject[]
  readonly parties: readonly Party[]
  readonly payer: 'third_party' | 'institution' | null
  readonly fromDay: string
  readonly toDay: string | null
  readonly duties: string
  readonly feeFen: string | null
  readonly feeWords: string | null
  readonly approvedBy: string | null
  readonly approvedOn: string | null
  readonly files: readonly FileRef[]
  /** Why it stands beside what speaks against it. */
  readonly despite: string | null
  readonly remark: string | null
  readonly endedOn: string | null
  readonly endReason: string | null
}

/** Where an agreement stands on a day. `expired`: by its term; `ended`: before it, by somebody. */
export const stateWords = {
  coming: { zh: '未开始', en: 'Not begun' },
  running: { zh: '托管中', en: 'In trust' },
  expired: { zh: '已届满', en: 'Expired' },
  ended: { zh: '已终止', en: 'Ended' },
} as const satisfies Record<string, Words>
export type TrusteeshipState = keyof typeof stateWords
export const states = Object.keys(stateWords) as [TrusteeshipState, ...TrusteeshipState[]]

type Term = Pick<TrusteeshipFields, 'fromDay' | 'toDay' | 'endedOn'>

/** Where an agreement stands on a day: its last day is a day of trust still, the day it ended is none. */
export function stateOn({ fromDay, toDay, endedOn }: Term, day: string): TrusteeshipState {
  if (endedOn !== null && endedOn <= day) return 'ended'
  if (toDay !== null && toDay < day) return 'expired'
  return fromDay > day ? 'coming' : 'running'
}

/** The last day of trust as it stands; none where no end is agreed. */
export function lastDayOf({ fromDay, toDay, endedOn }: Term): string | null {
  if (endedOn === null) return toDay
  const before = addDays(endedOn as Day, -1)
  return before < fromDay ? fromDay : before
}

/** Whether two agreements have a day in common; one that ended on its first day has none. */
export function overlaps(one: Term, other: Term): boolean {
  const isNever = ({ fromDay, endedOn }: Term) => endedOn !== null && endedOn <= fromDay
  if (isNever(one) || isNever(other)) return false
  const [mine, theirs] = [lastDayOf(one) ?? '9999-12-31', lastDayOf(other) ?? '9999-12-31']
  return one.fromDay <= theirs && other.fromDay <= mine
}

/** Why an agreement is not consistent in itself. */
export interface FieldRefusals {
  'trusteeship-ends-before': Record<string, never>
  'unknown-trustee-kind': { readonly known: string }
  'approved-in-future': { readonly today: string }
  'power-without-holder': { readonly power: Power }
  'party-named-twice': { readonly power: Power; readonly name: string }
  'share-beside-income': { readonly name: string }
  'income-without-share': { readonly name: string }
  'income-must-total-one': { readonly sum: string }
  'trustee-without-power': { readonly name: string }
}

/**
 * Whether an agreement can stand by itself: each power held by somebody, the income whole, and the trustee
 * among those who hold something.
 */
export function decideFields(
  { fromDay, toDay, trustee, trusteeKind, parties, approvedOn }: TrusteeshipFields,
  { today, kinds }: { readonly today: string; readonly kinds: readonly string[] },
): Outcome<true, FieldRefusals> {
  if (toDay !== null && toDay < fromDay) return refuse('trusteeship-ends-before', {})
  if (!kinds.includes(trusteeKind)) {
    return refuse('unknown-trustee-kind', { known: kinds.join(', ') })
  }
  if (approvedOn !== null && approvedOn > today) return refuse('approved-in-future', { today })
  for (const power of powers) {
    const names = parties.filter((one) => one.power === power).map(({ name }) => partyKey(name))
    if (names.length === 0) return refuse('power-without-holder', { power })
    const twice = names.find((name, at) => names.indexOf(name) < at)
    if (twice !== undefined) return refuse('party-named-twice', { power, name: twice })
  }
  const income = parties.filter(({ power }) => power === 'income')
  const beside = parties.find(({ power, share }) => power !== 'income' && share !== null)
  if (beside) return refuse('share-beside-income', { name: beside.name })
  const bare = income.find(({ share }) => share === null)
  if (bare) return refuse('income-without-share', { name: bare.name })
  const sum = income
    .map(({ share }) => parseRatio(share ?? '', 'parties.share'))
    .reduce(add, ratio(0))
  if (compare(sum, ratio(1)) !== 0) return refuse('income-must-total-one', { sum: ratioText(sum) })
  const isHolder = parties.some(({ name }) => partyKey(name) === partyKey(trustee))
  return isHolder ? accept(true) : refuse('trustee-without-power', { name: trustee })
}

/** A name as parties are compared: one width, no spaces and marks; what is in brackets stays. */
export function partyKey(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** What an agreement leaves open that the text would have settled; it advises. */
export function leftOpen({ toDay, payer }: Pick<TrusteeshipFields, 'toDay' | 'payer'>) {
  const open: ('term' | 'payer')[] = []
  if (toDay === null) open.push('term')
  if (payer === null) open.push('payer')
  return open
}

/** The powers that two agreements give to different parties. */
export function powersApart(mine: readonly Party[], theirs: readonly Party[]): readonly Power[] {
  return powers.filter((power) => holdingOf(mine, power) !== holdingOf(theirs, power))
}

/** Who holds a power and how much of it, as one text that two agreements can be compared by. */
function holdingOf(parties: readonly Party[], power: Power): string {
  return parties
    .filter((one) => one.power === power)
    .map(({ name, share }) => {
      const part = share === null ? '' : ratioText(parseRatio(share, 'parties.share'))
      return `${partyKey(name)} ${part}`
    })
    .toSorted()
    .join('\n')
}
