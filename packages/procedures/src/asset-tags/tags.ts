// The three tags of an achievement in the ledger of assets (sh-pilot-ledger#1-2/a7.p2), each a small
// machine of its own, worked out from what happened: nobody types a tag.
//
// attribute   unauthorised → authorised → lapsed, and back when a right is obtained anew
// stage       research ⇄ development, or indistinguishable where costs cannot be split though a right exists
// conversion  none → intended → converted, counting the contracts

/** What happens to an achievement, as far as its tags go. */
export type AssetEvent =
  | { readonly kind: 'right_obtained' | 'costs_inseparable' | 'contract_signed' | 'contract_fell' }
  | { readonly kind: 'right_lost'; readonly cause: LossCause }
  | { readonly kind: 'intention'; readonly isClear: boolean }
  | {
      readonly kind: 'development_shown'
      readonly conditionsMet: boolean
      readonly evidence: number
    }

/** By what a right is gone: given up or not kept up, gone to another, declared invalid, or run to its end. */
export type LossCause = 'unrenewed' | 'transferred' | 'abandoned' | 'invalidated' | 'term_ended'

export interface AssetTags {
  readonly attribute: 'unauthorised' | 'authorised' | 'lapsed'
  readonly stage: 'research' | 'development' | 'indistinguishable'
  readonly conversion: 'none' | 'intended' | 'converted'
  /** How many contracts of transfer stand. */
  readonly count: number
}

/** What is known of an achievement so far. */
export interface AssetStanding {
  readonly attribute: AssetTags['attribute']
  readonly lostBy: LossCause | undefined
  readonly isIntended: boolean
  readonly contracts: number
  /** All conditions of the accounting standard and at least one piece of evidence. */
  readonly isShown: boolean
  readonly isInseparable: boolean
}

/** An achievement that was disclosed, before anything else. */
export const disclosed: AssetStanding = {
  attribute: 'unauthorised',
  lostBy: undefined,
  isIntended: false,
  contracts: 0,
  isShown: false,
  isInseparable: false,
}

/** What an event changes. */
export function after(standing: AssetStanding, event: AssetEvent): AssetStanding {
  switch (event.kind) {
    case 'right_obtained':
      return { ...standing, attribute: 'authorised', lostBy: undefined }
    case 'right_lost':
      return { ...standing, attribute: 'lapsed', lostBy: event.cause }
    case 'intention':
      return { ...standing, isIntended: event.isClear }
    case 'contract_signed':
      return { ...standing, contracts: standing.contracts + 1 }
    case 'contract_fell':
      return { ...standing, contracts: Math.max(0, standing.contracts - 1) }
    case 'development_shown':
      return { ...standing, isShown: event.conditionsMet && event.evidence > 0 }
    case 'costs_inseparable':
      return { ...standing, isInseparable: true }
  }
}

/** The tags that follow. Where intention or evidence lacks, an achievement is in research. */
export function tagsOf(standing: AssetStanding): AssetTags {
  const { attribute, isIntended, contracts, isShown, isInseparable } = standing
  const isDeveloped = (isIntended || contracts > 0) && isShown
  const isMixed = isInseparable && attribute === 'authorised'
  return {
    attribute,
    stage: isDeveloped ? 'development' : isMixed ? 'indistinguishable' : 'research',
    conversion: contracts > 0 ? 'converted' : isIntended ? 'intended' : 'none',
    count: contracts,
  }
}
