// What the tags come to in the accounts (sh-pilot-ledger#1-2/a9.p1, a10.p1, a11.p1, a11.p2): a proposal
// to finance, which decides; the pack judges what was booked.
import type { AssetStanding, AssetTags } from './tags.ts'

/** What finance is proposed to do, and by which article. */
export interface AccountingProposal {
  readonly treatment:
    | 'expense'
    | 'collect'
    | 'capitalise'
    | 'capitalise_fees'
    | 'derecognise'
    | 'write_off'
    | 'none'
    | 'needs_confirmation'
  readonly article: string
}

const article = (at: string) => `sh-pilot-ledger#1-2/${at}`

/** Besides the tags: whether development came to an asset, one was booked, and a part was given away. */
export interface AccountingFacts {
  /** Undefined while development runs. */
  readonly assetFormed?: boolean | undefined
  readonly assetConfirmed: boolean
  readonly isEmpowered?: boolean
}

/** What the standing of an achievement comes to in the accounts. */
export function proposalFor(
  { lostBy }: Pick<AssetStanding, 'lostBy'>,
  { attribute, stage }: AssetTags,
  { assetFormed, assetConfirmed, isEmpowered = false }: AccountingFacts,
): AccountingProposal {
  // How the part given to inventors leaves the books no text says.
  if (isEmpowered) return { treatment: 'needs_confirmation', article: article('a11.p1') }
  if (lostBy === 'transferred') {
    return { treatment: assetConfirmed ? 'derecognise' : 'none', article: article('a11.p1') }
  }
  // The annex speaks of what was given up. What was declared invalid or ran out leaves the books as well,
  // in the same way: finance decides.
  if (lostBy !== undefined) {
    return { treatment: assetConfirmed ? 'write_off' : 'none', article: article('a11.p2') }
  }
  if (stage === 'development') {
    const treatment = assetFormed === undefined ? 'collect' : assetFormed ? 'capitalise' : 'expense'
    return { treatment, article: article('a10.p1') }
  }
  return attribute === 'authorised'
    ? { treatment: 'capitalise_fees', article: article('a10.p1') }
    : { treatment: 'expense', article: article('a10.p1') }
}
