// What a listing or an auction came to, and the terms it leaves: who buys, at what price.
import { readers } from '../../procedure/acts-state.ts'
import type { CaseFacts } from '../../procedure/procedure.ts'
import type { CaseState } from '../state.ts'
import type { Terms } from '../terms.ts'
import { listingData } from './listing-data.ts'

const { latest } = readers(listingData)

/** Whether the price is found by offers: nobody knows the counterparty before. */
export function isOpenToBids({ negotiation }: CaseState): boolean {
  const pricing = negotiation?.data.pricing
  return pricing === 'listing' || pricing === 'auction'
}

/** The listing or the announced auction that runs or came to its end. */
export function offerOf(state: CaseState) {
  return latest(state, 'listed') ?? latest(state, 'auctionAnnounced')
}

/** How the offer ended. */
export function endingOf(state: CaseState) {
  return latest(state, 'listingEnded') ?? latest(state, 'auctionHeld')
}

/** The notice that the exchange itself showed of the offer, once it ended. */
export function exchangeNoticeOf(state: CaseState) {
  return latest(state, 'exchangeNoticeEnded')
}

/** What was concluded: the buyer and the price of the confirmation. */
export function dealOf(state: CaseState) {
  const ending = endingOf(state)
  const { counterparty, price, confirmation, stateOwned = false } = ending?.data ?? {}
  if (!ending || counterparty === undefined || price === undefined) return undefined
  return { on: ending.on, counterparty, price, confirmation, stateOwned }
}

/** The terms as they stand: with the buyer and the price once they are known. */
export function agreedTerms(state: CaseState): Terms | undefined {
  const deal = dealOf(state)
  if (!deal || !state.terms) return state.terms
  return { ...state.terms, counterparty: deal.counterparty, price: deal.price }
}

/** The facts of the offer. */
export function offerFacts(state: CaseState): CaseFacts {
  const deal = dealOf(state)
  const signed = state.signing?.data
  return {
    offeredOn: offerOf(state)?.on ?? null,
    dealConfirmedOn: deal?.on ?? null,
    ...(signed &&
      deal && {
        contractMatchesDeal:
          signed.counterparty === deal.counterparty && signed.price === deal.price,
      }),
  }
}
