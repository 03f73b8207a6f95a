import {
  accept,
  add,
  compare,
  type Outcome,
  parseRatio,
  ratio,
  ratioText,
  refuse,
} from '@yizhuan/kit'
import type { FileRef } from './achievement.ts'

/** Somebody who holds a part of the title. */
export interface Holder {
  readonly name: string
  readonly share: string
}

/** Who holds title from a day on, until the next holding begins: on no day is there more or less. */
export interface Holding {
  readonly from: string
  readonly holders: readonly Holder[]
  /** By what: a contract, a decision, a register. */
  readonly basis: string
  readonly files: readonly FileRef[]
}

/** A dispute over title, until the day it ended. */
export interface Dispute {
  readonly from: string
  readonly to: string | null
  readonly about: string
  readonly outcome: string | null
}

/** Why a title is not registered; `at` counts from nothing. */
export interface TitleRefusals {
  'holders-must-total-one': { readonly at: string; readonly sum: string }
  'holder-named-twice': { readonly at: string; readonly name: string }
  'holdings-out-of-order': { readonly at: string }
  'holding-in-future': { readonly at: string; readonly today: string }
  'holding-without-evidence': { readonly at: string }
  'dispute-in-future': {
    readonly at: string
    readonly end: 'from' | 'to'
    readonly today: string
  }
  'dispute-ends-before-it-begins': { readonly at: string }
  'dispute-ended-without-outcome': { readonly at: string }
}

/** Whether holdings and disputes can stand: a whole at every day, each with its evidence. */
export function decideTitle(
  holdings: readonly Holding[],
  disputes: readonly Dispute[],
  today: string,
): Outcome<true, TitleRefusals> {
  for (const [index, { from, holders, files }] of holdings.entries()) {
    const at = `${index}`
    const sum = holders.map(({ share }) => parseRatio(share, 'holders.share')).reduce(add, ratio(0))
    if (compare(sum, ratio(1)) !== 0) {
      return refuse('holders-must-total-one', { at, sum: ratioText(sum) })
    }
    const names = holders.map(({ name }) => name)
    const twice = names.find((name, place) => names.indexOf(name) < place)
    if (twice !== undefined) return refuse('holder-named-twice', { at, name: twice })
    const before = holdings[index - 1]
    if (before && before.from >= from) return refuse('holdings-out-of-order', { at })
    if (from > today) return refuse('holding-in-future', { at, today })
    if (files.length === 0) return refuse('holding-without-evidence', { at })
  }
  // Nobody knows beforehand that title will be disputed, nor that a dispute will have ended.
  for (const [index, { from, to, outcome }] of disputes.entries()) {
    const at = `${index}`
    if (from > today) return refuse('dispute-in-future', { at, end: 'from', today })
    if (to !== null && to > today) return refuse('dispute-in-future', { at, end: 'to', today })
    if (to !== null && to < from) return refuse('dispute-ends-before-it-begins', { at })
    if (to !== null && outcome === null) return refuse('dispute-ended-without-outcome', { at })
  }
  return accept(true)
}

/** Who holds title on a day; nobody before the first holding. */
export function holdersOn(holdings: readonly Holding[], day: string): readonly Holder[] {
  return holdings.findLast(({ from }) => from <= day)?.holders ?? []
}

/** Whether title is in dispute on a day: its last day is a day of dispute still. */
export function isDisputedOn(disputes: readonly Dispute[], day: string): boolean {
  return disputes.some(({ from, to }) => from <= day && (to === null || day <= to))
}
