export { actFor, actionOf, actWords, type Role, roles, whoMay } from './transfer-case/act-rules.ts'
export { type ActEntry, actVocabulary } from './transfer-case/act-vocabulary.ts'
export {
  type ActData,
  type ActType,
  actData,
  actTypes,
  isActType,
  parseActData,
} from './transfer-case/acts.ts'
export {
  assessCase,
  type CaseAssessment,
  caseAssessmentToJson,
  type Ground,
} from './transfer-case/assess-case.ts'
export { earliestDay } from './transfer-case/days.ts'
export {
  type CaseRefusal,
  type Command,
  type DecideContext,
  type Decision,
  decide,
} from './transfer-case/decide.ts'
export {
  type Act,
  type ChainCheck,
  type Entry,
  type FileRef,
  GENESIS,
  link,
  parseEntries,
  verifyChain,
} from './transfer-case/entry.ts'
export { evolve, replay } from './transfer-case/evolve.ts'
export { type CaseFacts, factsOf } from './transfer-case/facts.ts'
export { neededActs } from './transfer-case/needed.ts'
export { type NextAct, nextActs } from './transfer-case/next-acts.ts'
export { alreadyDone, notYet, type OutOfOrder, recordRefusals } from './transfer-case/order.ts'
export { type RefusedAct, refusedActs } from './transfer-case/recheck.ts'
export {
  type CaseRecord,
  type RecordGround,
  readRecord,
  writeRecord,
} from './transfer-case/record.ts'
export { type Stage, stageOf, stagesOf } from './transfer-case/stages.ts'
export {
  awaited,
  type CaseState,
  type CaseStatus,
  type LateAct,
  latestNotice,
  noticeStands,
  objectionsTo,
  openObjection,
  pendingReceipts,
  type Terms,
} from './transfer-case/state.ts'
export { type MemberOutcome, type Outcome, outcomeOf } from './what-if/outcome.ts'
export { type FieldProblem, readScenario, type ScenarioRead } from './what-if/reading.ts'
export {
  type CostTyped,
  firstScenario,
  type MemberTyped,
  type Scenario,
} from './what-if/scenario.ts'
