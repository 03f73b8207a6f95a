export { signIn } from './asset-ledger/signs.ts'
export type { AccountingProposal } from './asset-tags/accounting.ts'
export { disposalOf, releaseOf, treatmentOf } from './asset-tags/costs.ts'
export {
  keyOfNumber,
  type Sign,
  type Tagged,
  type TagPeriod,
  tagArticles,
  taggedOn,
  tagPeriods,
  untouched,
} from './asset-tags/signs.ts'
export type { AssetTags, LossCause } from './asset-tags/tags.ts'
export { empoweredBy } from './empowerment/grants.ts'
export type { Dividend } from './equity-holding/dividends.ts'
export { equityHolding } from './equity-holding/equity-holding.ts'
export type { HoldingEvent } from './equity-holding/events.ts'
export type { Holdings } from './equity-holding/holdings.ts'
export { holdingMoney, holdingMoneyActs } from './equity-holding/money.ts'
export { type ProceedsPart, proceedsIn } from './equity-holding/proceeds.ts'
export {
  type HoldingStage,
  holdingStages,
  isHeldOn,
  type Life,
  lapsedOn,
  stageOn,
  worthOn,
} from './equity-holding/standing.ts'
export { type Appraisal, type HoldingSummary, holdingOf } from './equity-holding/summary.ts'
export { exemption } from './exemption/exemption.ts'
export { type OwnRuleProof, proofIn } from './exemption/proof.ts'
export { ipOutcomes, mostItems } from './machines/ip-inventory.ts'
export {
  type AnyPaper,
  type Placeholder,
  paperOf,
  papersNow,
  papersOfProcedure,
  placeholdersOf,
} from './papers/catalogue.ts'
export { PROOF } from './papers/common-fields.ts'
export { BLANK, compose, composeExample } from './papers/compose.ts'
export type { Composed, ComposedBlock, Missing, PaperValues, Run } from './papers/composed.ts'
export {
  NOT_SEALED,
  type Paper,
  type PaperInstitution,
  type PaperSource,
} from './papers/paper.ts'
export { paperSource } from './papers/source.ts'
export { parseEntries } from './parse-entries.ts'
export { conditionsOn } from './platform-company/conditions.ts'
export { parseActData } from './procedure/act-data.ts'
export { type ActEntry, actVocabulary } from './procedure/act-vocabulary.ts'
export type { ActsState } from './procedure/acts-state.ts'
export {
  assessCase,
  type CaseAssessment,
  caseAssessmentToJson,
  type Ground,
} from './procedure/assess-case.ts'
export { actByItself, comesByItselfOn } from './procedure/by-itself.ts'
export { certificateAsked } from './procedure/certificate.ts'
export { earliestDay } from './procedure/days.ts'
export {
  type CaseRefusal,
  type Command,
  type DecideContext,
  type Decision,
  decide,
} from './procedure/decide.ts'
export { NOT_SHOWN } from './procedure/disclosure.ts'
export {
  type Act,
  type ChainCheck,
  type Entry,
  type FileRef,
  GENESIS,
  link,
  verifyChain,
} from './procedure/entry.ts'
export { type Mode, modes } from './procedure/fields.ts'
export { neededActs } from './procedure/needed.ts'
export { type NextAct, nextActs, waitsUntil } from './procedure/next-acts.ts'
export { certifiesIn } from './procedure/notice-end.ts'
export { objectionsIn, type Raised, runningNotice } from './procedure/notice-steps.ts'
export { alreadyDone, notYet, type OutOfOrder, recordRefusals } from './procedure/order.ts'
export {
  type ActRule,
  type AskedPaper,
  actFor,
  actOf,
  type CaseFacts,
  type CaseLine,
  type Difference,
  type Fit,
  type Gathered,
  type Procedure,
  type Readers,
  replay,
  type Stage,
} from './procedure/procedure.ts'
export { type RefusedAct, refusedActs } from './procedure/recheck.ts'
export { type Role, roles } from './procedure/roles.ts'
export { type ChangedNorm, type StaleStage, staleStages } from './procedure/stale.ts'
export type { CaseStatus, CommonState, LateAct } from './procedure/state.ts'
export {
  procedureById,
  procedureOf,
  procedureOpenedBy,
  procedures,
} from './procedures.ts'
export { type CaseRecord, type RecordGround, readRecord, writeRecord } from './record.ts'
export { actData as serviceActs } from './service-contract/acts.ts'
export {
  awaitedIn as rewardAwaited,
  awaitsRewardDecision,
  partsOf as rewardParts,
  payoutsIn as rewardPayouts,
  planOf as rewardPlanOf,
  type RewardPlan,
  rewardedIn,
} from './service-contract/reward.ts'
export { rewardAccounts, rewardHeld } from './service-contract/reward-accounts.ts'
export { serviceRewardsOf } from './service-contract/reward-statement.ts'
export { type RewardRuleHeld, rewardRuleIn, ruleGives } from './service-contract/rule-gives.ts'
export { serviceContract } from './service-contract/service-contract.ts'
export { receiptsIn as serviceReceipts } from './service-contract/settled.ts'
export { settledByLaw } from './service-contract/settled-by-law.ts'
export {
  earlierServiceOf,
  takenOverIn,
  takesOverService,
} from './service-contract/taken-over.ts'
export type { TakenOverService } from './service-contract/taken-over-data.ts'
export { calledApart, plainName, teamOf } from './service-contract/team.ts'
export { type ActData, type ActType, actData, actTypes } from './transfer-case/acts.ts'
export { contractPriceOf } from './transfer-case/amended.ts'
export { type Citable, type CitableKind, citableIn } from './transfer-case/citable.ts'
export {
  collectsForOthers,
  type HolderStanding,
  type OthersPart,
  othersStanding,
  partsByTitle,
} from './transfer-case/co-owners/co-owners.ts'
export { companyStanding } from './transfer-case/company-part/company-part.ts'
export {
  type Accounts,
  type Award,
  accountsAfter,
  type Balances,
  type Given,
  heldOf,
  isNobody,
  noAccounts,
  sumsIn,
} from './transfer-case/correction/accounts.ts'
export {
  heldBack,
  linesToPay,
  owedStill,
  type Settlement,
  settlementOf,
} from './transfer-case/correction/settlement.ts'
export {
  type Cumulative,
  cumulativeOf,
  type DistributionSum,
  type OneDistribution,
} from './transfer-case/cumulative.ts'
export { type DeferralChoice, deferralsIn } from './transfer-case/deferral/deferral.ts'
export { type Grant, grantOf, wrongBeside } from './transfer-case/modes/grants.ts'
export type { ModeData } from './transfer-case/modes/mode-data.ts'
export { agreedTerms } from './transfer-case/pricing/deal.ts'
export { registrationToTakeBack } from './transfer-case/registration/taken-back.ts'
export {
  type Dated,
  type ReliefByDays,
  reliefByDays,
  reliefClosesOn,
} from './transfer-case/relief.ts'
export {
  type PaymentTurn,
  type Recovery,
  type Reward,
  type RewardLayer,
  type RewardsOfPerson,
  rewardsOf,
} from './transfer-case/rewards.ts'
export {
  awaited,
  type CaseState,
  datedIncome,
  latestNotice,
  leftOf,
  noticeStands,
  objectionsTo,
  openObjection,
  pendingReceipts,
  receivedIn,
  type Terms,
} from './transfer-case/state.ts'
export { takeoverNote } from './transfer-case/taken-over/note.ts'
export {
  earlierIncome,
  earlierOf,
  earlierReward,
  takesOver,
} from './transfer-case/taken-over/taken-over.ts'
export {
  type EarlierDistribution,
  earlierVoucher,
  ofLedger,
  type TakenOver,
} from './transfer-case/taken-over/taken-over-data.ts'
export { type Bar, barsOf, type Successor } from './transfer-case/takeover.ts'
export { takenBy } from './transfer-case/taking.ts'
export { transferCase } from './transfer-case/transfer-case.ts'
export {
  type SuggestedTreatment,
  suggestTreatment,
  type TreatmentName,
  treatments,
} from './transfer-case/treatment.ts'
export { type Transition, transitions } from './transitions.ts'
export type { ChiefsBarred } from './what-if/chiefs.ts'
export { type Instalment, type Parts, ruleOfHouse } from './what-if/course.ts'
export type { FieldProblem } from './what-if/fields.ts'
export { type MemberOutcome, type OfHouse, type Outcome, outcomeOf } from './what-if/outcome.ts'
export {
  type BandTyped,
  firstPayment,
  type PaymentTyped,
  paymentKinds,
} from './what-if/payments.ts'
export { readScenario, type ScenarioRead } from './what-if/reading.ts'
export {
  type CostTyped,
  firstScenario,
  type MemberTyped,
  type Scenario,
  staffShares,
} from './what-if/scenario.ts'
export {
  type OfServiceHouse,
  type ServiceInstalment,
  type ServiceOutcome,
  serviceOutcomeOf,
} from './what-if/service/outcome.ts'
export {
  firstService,
  netMethods,
  ratioSetters,
  readService,
  type ServiceMemberTyped,
  type ServicePaymentTyped,
  type ServiceRead,
  type ServiceScenario,
  serviceKinds,
} from './what-if/service/scenario.ts'
export type { CompanyForecast, StakeForecast } from './what-if/stakes.ts'
