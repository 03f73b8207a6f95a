// A price found by listing or by auction (article 15 by reference): the floor is decided first, then
// offered; an objection stops the offer; unsold leads to a lower floor or back to an agreed price.
import type { z } from 'zod'
import { has } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { tto } from '../../procedure/roles.ts'
import { openObjection } from '../state.ts'
import { type CaseStep, isSigned, toRedo, undecided, when } from '../step.ts'
import { dealOf, endingOf, exchangeNoticeOf, isOpenToBids, offerOf } from './deal.ts'
import { listingData } from './listing-data.ts'

type Data<T extends keyof typeof listingData> = z.infer<(typeof listingData)[T]>

const pricedBy = (method: 'listing' | 'auction') =>
  when(
    (s) => s.negotiation?.data.pricing !== method,
    'priced-otherwise',
    '该项目没有选择这种定价方式。',
    'The price of this case is found in another way.',
  )
const isOffered = when(
  (s) => offerOf(s) !== undefined && endingOf(s) === undefined,
  'offer-running',
  '已挂牌或已公告拍卖，结果尚未登记。',
  'It is offered already, and its outcome is not recorded.',
)
const isConcluded = when(
  (s) => dealOf(s) !== undefined,
  'already-concluded',
  '已成交，不能再办理。',
  'The deal is concluded already.',
)
const unoffered = when(
  (s) => offerOf(s) === undefined || endingOf(s) !== undefined,
  'not-offered',
  '请先登记挂牌或拍卖公告。',
  'Record the listing or the announcement first.',
)
const neverOffered = when(
  (s) => offerOf(s) === undefined,
  'not-offered',
  '请先登记挂牌或拍卖公告。',
  'Record the listing or the announcement first.',
)
const isStopped = when(
  (s) => openObjection(s) !== undefined,
  'offer-stopped',
  '异议核实期间挂牌或拍卖中止，请先作出核实结论。',
  'An objection stops the offer until its finding is made.',
)
const unconcluded = when(
  (s) => dealOf(s) === undefined,
  'not-concluded',
  '尚未成交。',
  'Nothing was concluded yet.',
)

const onDecision: NonNullable<CaseStep['rests']> = ({ decision, negotiation }) => [
  decision?.on ?? negotiation?.on,
]
const onOffer: NonNullable<CaseStep['rests']> = (state) => [offerOf(state)?.on]

const offer = {
  who: [...tto, 'platform_company'],
  action: 'offer',
  stage: 'listing',
  ahead: [undecided, toRedo],
  rests: onDecision,
  proves: ['offeredOn'],
  // A new offer leaves the former one with its bids and its end behind.
  takesBack: () => offerActs,
} satisfies Partial<CaseStep>
const ending = {
  who: [...tto, 'platform_company'],
  action: 'conclude',
  stage: 'listing',
  done: [isSigned, isConcluded],
  ahead: [unoffered, isStopped],
  rests: onOffer,
  proves: ['dealConfirmedOn'],
} satisfies Partial<CaseStep>

/** Everything an offer consists of; another start of stage 2 takes it back. */
export const offerActs = [
  'listed',
  'auctionAnnounced',
  'bidReceived',
  'listingEnded',
  'auctionHeld',
  'exchangeNoticeEnded',
  'dealPublished',
] as const

export const listingSteps: Readonly<Record<keyof typeof listingData, CaseStep>> = {
  listed: {
    ...offer,
    label: label('登记挂牌', 'Record the listing'),
    data: listingData.listed,
    done: [isSigned, pricedBy('listing'), isOffered, isConcluded],
    needed: (state) => isUnoffered(state) && state.negotiation?.data.pricing === 'listing',
    wrong: (state, data) => wrongFloor(state?.terms?.price, (data as Data<'listed'>).floor),
    suggests: (state) => ({ floor: state.terms?.price }),
  },
  auctionAnnounced: {
    ...offer,
    label: label('登记拍卖公告', 'Record the announcement'),
    data: listingData.auctionAnnounced,
    done: [isSigned, pricedBy('auction'), isOffered, isConcluded],
    needed: (state) => isUnoffered(state) && state.negotiation?.data.pricing === 'auction',
    wrong: (state, data) =>
      wrongFloor(state?.terms?.price, (data as Data<'auctionAnnounced'>).floor),
    suggests: (state) => ({ floor: state.terms?.price }),
  },
  bidReceived: {
    label: label('登记意向受让方报价', 'Record a bid'),
    who: [...tto, 'platform_company'],
    data: listingData.bidReceived,
    stage: 'listing',
    done: [isSigned, isConcluded],
    ahead: [unoffered, isStopped],
    rests: onOffer,
  },
  listingEnded: {
    ...ending,
    label: label('登记挂牌结果', 'Record the outcome of the listing'),
    data: listingData.listingEnded,
    done: [...ending.done, pricedBy('listing')],
    needed: (state) => has(state, 'listed'),
    fits: (_state, { outcome }) => dealFit(outcome === 'matched', outcome === 'unsold'),
    wrong: (state, data) =>
      wrongDeal(offerOf(must(state))?.data.floor, data as Data<'listingEnded'>, 'matched'),
  },
  auctionHeld: {
    ...ending,
    label: label('登记拍卖结果', 'Record the outcome of the auction'),
    data: listingData.auctionHeld,
    done: [...ending.done, pricedBy('auction')],
    needed: (state) => has(state, 'auctionAnnounced'),
    fits: (_state, { outcome }) => dealFit(outcome === 'knocked_down', outcome === 'no_sale'),
    wrong: (state, data) =>
      wrongDeal(offerOf(must(state))?.data.floor, data as Data<'auctionHeld'>, 'knocked_down'),
  },
  exchangeNoticeEnded: {
    label: label('登记交易场所公示期满', 'Record the end of the exchange’s notice'),
    who: [...tto, 'platform_company'],
    action: 'endExchangeNotice',
    data: listingData.exchangeNoticeEnded,
    stage: 'listing',
    done: [
      isSigned,
      when(
        (s) => exchangeNoticeOf(s) !== undefined,
        'venue-ended',
        '该场所的公示已结束。',
        'The notice has ended there already.',
      ),
    ],
    // What ends may be said after the outcome as well: the notice is what ended, not the offer.
    ahead: [neverOffered, isStopped],
    rests: onOffer,
    proves: ['exchangeNoticeEndedOn'],
    wrong: (state, data) =>
      wrongEnd(offerOf(must(state))?.on, (data as Data<'exchangeNoticeEnded'>).lastShownOn),
  },
  floorLowered: {
    label: label('降低底价', 'Lower the floor'),
    who: [...tto, 'platform_company'],
    data: listingData.floorLowered,
    stage: 'listing',
    done: [isSigned, isConcluded],
    ahead: [
      when(
        (s) => endingOf(s) === undefined,
        'offer-not-ended',
        '挂牌或拍卖结束未成交后，才能降低底价。',
        'The floor is lowered only after an offer that nobody took.',
      ),
    ],
    rests: (state) => [endingOf(state)?.on],
    wrong: (state, data) =>
      wrongLowering(state?.terms?.price, (data as Data<'floorLowered'>).floor),
    takesBack: () => offerActs,
    // A lower floor is decided anew.
    changes: (data, { terms }) => ({
      decision: undefined,
      terms: terms && { ...terms, price: (data as Data<'floorLowered'>).floor },
    }),
  },
  dealPublished: {
    label: label('补充公示成交方和价格', 'Add buyer and price to the notice'),
    who: tto,
    data: listingData.dealPublished,
    stage: 'listing',
    publishes: true,
    ahead: [unconcluded],
    done: [
      when(
        (s) => has(s, 'dealPublished'),
        'deal-published',
        '成交方和价格已补充公示。',
        'Buyer and price are published already.',
      ),
    ],
    rests: (state) => [dealOf(state)?.on],
    needed: (state) => dealOf(state) !== undefined && isOpenToBids(state),
  },
}

function isUnoffered(state: Parameters<typeof offerOf>[0]): boolean {
  return offerOf(state) === undefined && state.decision?.data.result === 'passed'
}

function must<State>(state: State | undefined): State {
  if (state === undefined) throw new TypeError('A case that is not open holds no offer.')
  return state
}

const dealFields = ['counterparty', 'price', 'confirmation'] as const

function dealFit(isConcludedSo: boolean, isNot: boolean) {
  return {
    hides: isNot ? [...dealFields, 'stateOwned'] : [],
    wants: isConcludedSo ? dealFields : [],
  }
}

/** What is offered is what was decided: no lower floor than the leadership set. */
function wrongFloor(decided: string | undefined, floor: string): OutOfOrder | undefined {
  if (decided === undefined || BigInt(floor) >= BigInt(decided)) return undefined
  return {
    code: 'below-decided-floor',
    detail: {
      zh: '底价低于集体决策确定的底价；如需降低，请先重新决策。',
      en: 'The floor is lower than the one decided; a lower one is decided first.',
    },
  }
}

/** An exchange shows what is offered there from the day of the offer on. */
function wrongEnd(offeredOn: string | undefined, lastShownOn: string): OutOfOrder | undefined {
  if (offeredOn === undefined || lastShownOn >= offeredOn) return undefined
  return {
    code: 'venue-ended-early',
    detail: { zh: '最后展示日早于起始日。', en: 'It cannot end before it was shown.' },
  }
}

function wrongLowering(before: string | undefined, floor: string): OutOfOrder | undefined {
  if (before === undefined || BigInt(floor) < BigInt(before)) return undefined
  return {
    code: 'floor-not-lower',
    detail: { zh: '新的底价没有低于原底价。', en: 'The new floor is no lower than the former.' },
  }
}

function wrongDeal(
  floor: string | undefined,
  data: Data<'listingEnded'> | Data<'auctionHeld'>,
  concluded: string,
): OutOfOrder | undefined {
  const isSold = data.outcome === concluded
  const said = [data.counterparty, data.price, data.confirmation]
  if (said.some((one) => (one !== undefined) !== isSold))
    return {
      code: 'deal-incomplete',
      detail: {
        zh: '成交的须写明成交方、成交价和确认文件；未成交的不写。',
        en: 'A deal names its buyer, its price and its confirmation; without a deal they stay empty.',
      },
    }
  if (!isSold || floor === undefined || BigInt(data.price ?? '0') >= BigInt(floor)) return undefined
  return {
    code: 'sold-below-floor',
    detail: {
      zh: '成交价低于底价，成交无效；请核对确认文件。',
      en: 'The price is below the floor; compare the confirmation.',
    },
  }
}
