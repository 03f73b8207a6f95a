// What an amendment makes of a signed contract: the change of terms that stands is put into it, and the contract
// is what it says from then on. What was signed stays in the record.
import type { Day } from '@yizhuan/kit'
import type { Act } from '../procedure/entry.ts'
import type { CaseState } from './state.ts'
import type { Change } from './step.ts'
import { differences, type Terms } from './terms.ts'

/** An amendment that was signed, and what it made of which terms. */
export interface AmendedContract {
  readonly seq: number
  readonly on: Day
  readonly terms: readonly {
    readonly field: keyof Terms
    readonly was: string | undefined
    readonly will: string | undefined
  }[]
}

/** What an amendment changes: the terms of the contract are those that were changed. */
export function amendmentSigned(state: CaseState, { seq, on }: Act): Change {
  const { terms, contractTerms = terms, amendments = [] } = state
  const changed = differences(contractTerms, terms).map(({ field, was, will }) => ({
    ...{ field: field as keyof Terms, was, will },
  }))
  return { contractTerms: terms, amendments: [...amendments, { seq, on, terms: changed }] }
}

/** What the last amendment of a term says of it. */
export function amendedTo(state: CaseState, term: keyof Terms): string | undefined {
  const changed = (state.amendments ?? []).flatMap(({ terms }) => terms)
  return changed.findLast(({ field, will }) => field === term && will !== undefined)?.will
}

/** What the contract comes to, as it was signed or amended since; undefined where nobody said so. */
export function contractPriceOf(state: CaseState): string | undefined {
  const { takenOver, signing } = state
  return amendedTo(state, 'price') ?? (takenOver ?? signing)?.data.price
}

/** With whom the contract is, as it was signed or amended since. */
export const counterpartyOf = (state: CaseState): string | undefined =>
  amendedTo(state, 'counterparty') ?? state.signing?.data.counterparty
