// What becomes of the costs of an achievement (sh-pilot-ledger#1-2/a10.p1): expensed before development,
// collected while it runs, and then capitalised or expensed with what it came to. The fees of obtaining
// a right are capitalised beside that. A change of stage alters nothing that was booked before it.
import { type AccountingProposal, proposalFor } from './accounting.ts'
import { type Sign, taggedOn } from './signs.ts'

const article = (at: string) => `sh-pilot-ledger#1-2/${at}`

/** A cost, as far as its treatment goes. */
export interface Spent {
  readonly on: string
  /** A fee of registration, agency or counsel for obtaining the right. */
  readonly isForObtaining: boolean
}

/** How a cost is proposed to be booked, as things stood on the day it was spent and are known by another. */
export function treatmentOf(
  signs: readonly Sign[],
  { on, isForObtaining }: Spent,
  asOf: string,
): AccountingProposal {
  const { standing, tags, assetFormed, endedOn } = taggedOn(signs, on)
  // A right that was lost says nothing about a cost; what is on the books of it is another matter.
  const lostBy = undefined
  const proposal = proposalFor({ lostBy }, tags, { assetFormed, assetConfirmed: false })
  // What is spent once the asset is made is no part of making it: no text speaks of it, and it is expensed.
  const isOver = endedOn !== undefined && endedOn < on
  if (tags.stage === 'development' && !isOver) return proposal
  // The fees come before the certificate they are for, so they follow what is known by now.
  const isObtained =
    standing.attribute === 'authorised' || taggedOn(signs, asOf).tags.attribute === 'authorised'
  return isForObtaining && isObtained && !isOver
    ? { treatment: 'capitalise_fees', article: article('a10.p1') }
    : { treatment: 'expense', article: article('a10.p1') }
}

/**
 * What becomes of costs that were collected, by a day: undefined while development runs. Where the stage
 * went back to research and nobody said what development came to, no text says what becomes of them.
 */
export function releaseOf(signs: readonly Sign[], asOf: string): AccountingProposal | undefined {
  const { tags, assetFormed } = taggedOn(signs, asOf)
  if (assetFormed !== undefined) {
    return { treatment: assetFormed ? 'capitalise' : 'expense', article: article('a10.p1') }
  }
  return tags.stage === 'development'
    ? undefined
    : { treatment: 'needs_confirmation', article: article('a9.p1') }
}

/** What becomes of an asset on the books whose right was lost by a day; undefined while the right stands. */
export function disposalOf(signs: readonly Sign[], asOf: string): AccountingProposal | undefined {
  const { standing, tags } = taggedOn(signs, asOf)
  if (standing.lostBy === undefined) return undefined
  return proposalFor(standing, tags, { assetConfirmed: true })
}
