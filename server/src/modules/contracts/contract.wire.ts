import { z } from 'zod'
import { dayText, idText, text } from '../../platform/text.ts'
import { unknownWire } from '../../platform/totals.wire.ts'
import { contractKinds, contractStatuses, modes } from './contract.ts'

/** What travels of contracts. */

export type {
  FileEvidenceWire,
  RecordFilesWire,
  RecordFileWire,
} from '../../platform/record-files.wire.ts'

/** What is corrected by hand in a contract that a ledger brought. */
export const CorrectContractWire = z.strictObject({
  kind: z.enum(contractKinds).optional(),
  status: z.enum(contractStatuses).nullable().optional(),
  departments: z.array(text(100)).max(20).optional(),
  lead: text(100).nullable().optional(),
  remark: text(2000).nullable().optional(),
})

/** One line of the register. */
export const ContractLineWire = z.object({
  id: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  counterparty: z.string().nullable(),
  mode: z.string().nullable(),
  exclusivity: z.string().nullable(),
  amountFen: z.string().nullable(),
  /** What has arrived: the sum of its receipts, or what a ledger of commissioned work says. */
  receivedFen: z.string().nullable(),
  /** How many of its receipts do not say what came in: it is at least the sum of the others. */
  receivedUnknown: z.int(),
  signedOn: z.string().nullable(),
  status: z.string().nullable(),
  registration: z.string().nullable(),
  /** The case that led to it; null for one entered from a ledger. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
})
export type ContractLineWire = z.infer<typeof ContractLineWire>

/** A contract with everything the register holds. */
export const ContractWire = ContractLineWire.extend({
  counterpartyUscc: z.string().nullable(),
  parties: z.array(
    z.object({
      role: z.string(),
      name: z.string(),
      uscc: z.string().nullable(),
      share: z.string().nullable(),
    }),
  ),
  pricing: z.string().nullable(),
  firstPaymentFen: z.string().nullable(),
  royaltyText: z.string().nullable(),
  appraisedFen: z.string().nullable(),
  termFrom: z.string().nullable(),
  termTo: z.string().nullable(),
  noticeFrom: z.string().nullable(),
  noticeTo: z.string().nullable(),
  rightsGranted: z.string().nullable(),
  field: z.string().nullable(),
  territory: z.string().nullable(),
  keyTerms: z.string().nullable(),
  decision: z.string().nullable(),
  registrationNo: z.string().nullable(),
  registeredOn: z.string().nullable(),
  terminatedOn: z.string().nullable(),
  lead: z.string().nullable(),
  departments: z.array(z.string()),
  patentNumbers: z.array(z.string()),
  ledgerAchievements: z.array(z.string()),
  remark: z.string().nullable(),
  achievements: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
})
export type ContractWire = z.infer<typeof ContractWire>

/** What a contract grants, as far as its case or its ledger does not say. */
export const ContractScopeWire = z.strictObject({
  rightsGranted: text(2000).nullable(),
  field: text(1000).nullable(),
  territory: text(500).nullable(),
  keyTerms: text(4000).nullable(),
  exclusivity: z.enum(['exclusive', 'sole', 'plain']).nullable(),
  termFrom: dayText().nullable(),
  termTo: dayText().nullable(),
  reason: text(500),
  /** As the record stood when it was opened: what others say meanwhile is not written over. */
  expectedSeq: z.int().min(1).optional(),
})
export type ContractScopeWire = z.infer<typeof ContractScopeWire>

const filters = {
  q: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(contractKinds).optional(),
  mode: z.enum(modes).optional(),
  status: z.enum(contractStatuses).optional(),
  achievement: idText().optional(),
  /** The number of a patent that a contract names. */
  patent: z.string().trim().min(1).max(60).optional(),
  signedFrom: dayText().optional(),
  signedTo: dayText().optional(),
  /** Signed, being performed, and nobody wrote down how it is paid. */
  terms: z.enum(['none']).optional(),
}

export const ContractFilterWire = z.object(filters)
export type ContractFilterWire = z.output<typeof ContractFilterWire>

export const ContractQueryWire = z.object({
  ...filters,
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ContractQueryWire = z.output<typeof ContractQueryWire>

export const ContractPageWire = z.object({
  items: z.array(ContractLineWire),
  nextCursor: z.string().optional(),
  /** Of everything the filter finds; with the first page only. */
  totals: z
    .object({
      count: z.int(),
      /** None where it is known of no contract. */
      amountFen: z.string().nullable(),
      unknown: unknownWire('amountFen'),
    })
    .optional(),
})
export type ContractPageWire = z.infer<typeof ContractPageWire>
