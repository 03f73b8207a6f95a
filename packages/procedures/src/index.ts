export { actionOf, actWords, type Role, roles, whoMay } from './transfer-case/act-rules.ts'
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
  type CaseRefusal,
  type Command,
  type DecideContext,
  type Decision,
  decide,
  type NextAct,
  nextActs,
} from './transfer-case/decide.ts'
export {
  type ChainCheck,
  type Entry,
  type FileRef,
  GENESIS,
  link,
  parseEntries,
  verifyChain,
} from './transfer-case/entry.ts'
export { type CaseFacts, factsOf } from './transfer-case/facts.ts'
export { awaited, neededActs } from './transfer-case/needed.ts'
export { type OutOfOrder, outOfOrder } from './transfer-case/order.ts'
export {
  type CaseRecord,
  type RecordGround,
  readRecord,
  writeRecord,
} from './transfer-case/record.ts'
export { type Stage, stageOf, stagesOf } from './transfer-case/stages.ts'
export {
  type Act,
  type CaseState,
  type CaseStatus,
  evolve,
  latestNotice,
  latestObjection,
  noticeStands,
  pendingReceipts,
  replay,
  type Terms,
} from './transfer-case/state.ts'
