export {
  afterCancel,
  afterMove,
  afterRound,
  type Cancel,
  type CapFaults,
  type CapTable,
  capitalAfter,
  dilutionOf,
  divided,
  heldBy,
  isWhole,
  type Move,
  type Round,
  type Stake,
  sumOf,
} from './captable/captable.ts'
export { lastDayOf, type PayIn, payInOf, type Subscription } from './captable/pay-in.ts'
export { type Carried, type CostStep, carriedOver, ownCost } from './captable/result.ts'
export {
  type Currency,
  currencies,
  currencyCodes,
  type DayRate,
  type ForeignAmount,
  fenPerMinor,
  inFen,
  nearest,
  parseRate,
} from './currency/exchange.ts'
export {
  corrected,
  emptyFund,
  emptyProject,
  type FundMovement,
  type FundPosition,
  type FundRefusals,
  fundMovements,
  isOfProject,
  moved,
  type ProjectPosition,
} from './fund/fund.ts'
export {
  type Account,
  type AccountKind,
  accountKinds,
  accountOf,
  type Book,
  bookOf,
  books,
  type Chart,
  chartOn,
  claimRules,
  growsByDebit,
  type MoneyEventKind,
  moneyEventKinds,
  type PostingRule,
} from './journal/chart.ts'
export {
  imbalance,
  inRed,
  type JournalLine,
  linesOf,
  type MoneyEvent,
  type PartAmount,
  type Side,
} from './journal/entry.ts'
export {
  type BalanceRow,
  type Movement,
  type TrialBalance,
  trialBalance,
} from './journal/trial-balance.ts'
export { duesOf, type Held, type PaymentWay, paymentWays } from './payout/orders.ts'
export {
  againOf,
  isPaidOut,
  isUnderWay,
  latestOf,
  owedAgainOf,
  type PaymentState,
  paymentStates,
} from './payout/payment.ts'
export { netOf, readProof } from './payout/proof.ts'
export {
  type BookedClaim,
  bookedOf,
  type Claim,
  less,
  ownPartOf,
  type PaidPart,
  recognisedOn,
} from './receivable/booked.ts'
export { type CurvePoint, curveOf } from './receivable/curve.ts'
export {
  decideMatches,
  type Match,
  type MatchFault,
  type Money,
  type Open,
  proposeMatches,
} from './receivable/matching.ts'
export {
  loneRefunds,
  type Refund,
  type Refundable,
  type RefundBasis,
  type RefundChoice,
  type RefundLink,
  refundChoices,
} from './receivable/refunds.ts'
export {
  type Age,
  ageingOf,
  ageOf,
  ages,
  dueDaysOf,
  type Receivable,
  type ReceivableState,
  receivableStates,
  standingOf,
} from './receivable/standing.ts'
export {
  type TaxedInvoice,
  type TaxPart,
  taxBorne,
  taxParts,
} from './receivable/vat.ts'
export { perPieceMinor, perPieceText } from './royalty/per-piece.ts'
export {
  type Band,
  brokenMinimums,
  type PeriodMonths,
  periodMonths,
  type Royalty,
  type RoyaltyTerm,
  royaltyOn,
} from './royalty/royalty.ts'
export {
  type Departure,
  departures,
  type PlanParts,
  plannedParts,
  type SplitLine,
  splitLines,
  withoutLayer,
} from './split/departure.ts'
export { type LimitBroken, limitOf, limitsBroken, type ShareLimit } from './split/limits.ts'
export { mostByRule, type RewardBefore, rewardShare } from './split/reward.ts'
export {
  readSplit,
  type SplitBasis,
  type SplitLayer,
  type SplitRule,
  splitBases,
  splitLayers,
  type WrittenSplit,
  type WrittenStep,
} from './split/rule.ts'
export { forServices, schemeFor, schemeForServices } from './split/scheme.ts'
export { type Split, splitBy } from './split/split.ts'
export { cutTerms, endSchedule, type RegisteredAtEnd } from './terms/ending.ts'
export { type Change, type Registered, reschedule } from './terms/reschedule.ts'
export {
  type Expected,
  type Happened,
  minimumOf,
  periodKey,
  periodsOf,
  readTerms,
  scheduleOf,
  sumAgreed,
  type Term,
  type Terms,
  termKinds,
  type WrittenRoyalty,
  type WrittenTerm,
  type WrittenTerms,
} from './terms/terms.ts'
