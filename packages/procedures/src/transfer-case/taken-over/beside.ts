// What a case that takes over a contract does not do, and what of it may bear a day before its opening.
import { type Beside, besideTakeover as beside } from '../../procedure/concluded-before.ts'
import type { ActRule } from '../../procedure/procedure.ts'
import { beforeSigning, type StageId } from '../stages.ts'
import type { CaseState } from '../state.ts'
import { rules } from './taken-over.ts'

/** What others did, or what was told, of a contract before its case was opened: it bears its own day. */
const ofBefore: ReadonlySet<string> = new Set([
  'contractRegistered',
  'registrationReported',
  'registrationAmended',
  'universityReviewed',
  'reported',
  'reportReturned',
  'reportSupplemented',
  'receiptRecorded',
  'receiptRefunded',
  'writeOffProposed',
  'receivableWrittenOff',
  'costRecorded',
  'licenceRecorded',
  'companyRegistered',
  'capitalContributed',
  'rightChanged',
  'terminated',
])

/** What stays open after the contract, of the stages before it. */
const afterSigning: ReadonlySet<string> = new Set([
  'caseOpened',
  'factsTold',
  'tipReceived',
  'termsChanged',
  'objectionFiled',
  'abnormalityFound',
  'objectionFound',
])

/** What may be said before somebody else has confirmed the takeover. */
const beforeConfirmed: ReadonlySet<string> = new Set([
  'caseOpened',
  'contractTakenOver',
  'takeoverConfirmed',
  'withdrawn',
  'factsTold',
  'tipReceived',
  'objectionFiled',
  'abnormalityFound',
  'objectionFound',
])

const ofTransfer: Beside<CaseState> = {
  ...{ ofBefore, beforeConfirmed, rules },
  leadsToContract: (type, { stage }) =>
    (beforeSigning.includes(stage as StageId) || type === 'signed') && !afterSigning.has(type),
}

/** In a case that takes a contract over nothing that led to it is done again, and no act of it is dated back. */
export const besideTakeover = (type: string, rule: ActRule<CaseState>): ActRule<CaseState> =>
  beside(ofTransfer, type, rule)
