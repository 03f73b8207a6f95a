import { ages, receivableStates } from '@yizhuan/money'
import { z } from 'zod'
import { AuditWire } from './audit.wire.ts'
import { voidGrounds } from './invoice.wire.ts'
import { invoiceStates } from './invoice-list.wire.ts'
import { TermWire, ToldChangeWire } from './terms.wire.ts'

/** What travels of the money of one contract. */

const FileWire = z.object({ sha256: z.string(), name: z.string(), size: z.int() })

export const ReceivableWire = z.object({
  id: z.string(),
  key: z.string(),
  term: z.string(),
  kind: z.enum(['fixed', 'milestone', 'royalty', 'audit']),
  label: z.string(),
  currency: z.string(),
  minor: z.string().nullable(),
  dueOn: z.string().nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  statementOn: z.string().nullable(),
  isStated: z.boolean(),
  matchedMinor: z.string(),
  writtenOffMinor: z.string(),
  openMinor: z.string(),
  openFen: z.string(),
  invoicedFen: z.string(),
  state: z.enum(receivableStates),
  age: z.enum(ages),
})
export type ReceivableWire = z.infer<typeof ReceivableWire>

export const VersionWire = z.object({
  version: z.int(),
  kind: z.enum(['agreed', 'amended', 'ended', 'resumed']),
  effectiveOn: z.string(),
  reason: z.string().nullable(),
  changes: z.array(ToldChangeWire),
  files: z.array(FileWire),
  madeName: z.string(),
  madeAt: z.string(),
})

export const StatementWire = z.object({
  id: z.string(),
  term: z.string(),
  periodFrom: z.string(),
  baseMinor: z.string(),
  /** What was counted, where it is pieces and no amount. */
  baseUnit: z.string().nullable(),
  statedMinor: z.string().nullable(),
  earnedMinor: z.string(),
  dueMinor: z.string(),
  /** By how much less the period owes, for what was paid too much. */
  lessMinor: z.string(),
  /** What the licensee states, less what is due; none where nothing was stated. */
  differenceMinor: z.string().nullable(),
  receivedOn: z.string(),
  words: z.string().nullable(),
  files: z.array(FileWire),
  isSuperseded: z.boolean(),
  madeName: z.string(),
})
export type StatementWire = z.infer<typeof StatementWire>

export const InvoiceWire = z.object({
  id: z.string(),
  state: z.enum(invoiceStates),
  buyer: z.string(),
  amountFen: z.string(),
  vatRate: z.string(),
  vatReason: z.string().nullable(),
  /** It was issued on a day of which no rates are held: nobody compared its own. */
  isRateUnknown: z.boolean(),
  vatFen: z.string(),
  /** Of a red-letter invoice: which one it takes back. */
  redOf: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  voidReason: z.string().nullable(),
  voidGround: z.enum(voidGrounds).nullable(),
  remark: z.string().nullable(),
  files: z.array(FileWire),
  lines: z.array(z.object({ receivable: z.string(), label: z.string(), fen: z.string() })),
})
export type InvoiceWire = z.infer<typeof InvoiceWire>

export const ContractMoneyWire = z.object({
  today: z.string(),
  seq: z.int(),
  currency: z.string(),
  planRate: z.string().nullable(),
  isEnded: z.boolean(),
  /** Whether its end was recorded here, and may be taken back here. */
  mayResume: z.boolean(),
  isOfCase: z.boolean(),
  /** Whether its case writes off what is owed, and not this page. */
  isWrittenOffInCase: z.boolean(),
  counterparty: z.string().nullable(),
  /** What the payment terms come to and what the contract says, where they differ; royalties leave it open. */
  differs: z.object({ termsFen: z.string(), priceFen: z.string() }).nullable(),
  /** The last amendment of the contract that its payment terms do not follow yet. */
  amended: z
    .object({
      on: z.string(),
      number: z.string().nullable(),
      summary: z.string(),
      files: z.array(FileWire),
    })
    .nullable(),
  terms: z.array(TermWire),
  versions: z.array(VersionWire),
  receivables: z.array(ReceivableWire),
  milestones: z.array(
    z.object({
      term: z.string(),
      reachedOn: z.string(),
      words: z.string(),
      files: z.array(FileWire),
      madeName: z.string(),
    }),
  ),
  /** What was written off, the last first. */
  writeOffs: z.array(
    z.object({
      id: z.string(),
      receivable: z.string(),
      label: z.string(),
      currency: z.string(),
      minor: z.string(),
      writtenOn: z.string(),
      reason: z.string(),
      madeName: z.string(),
      isOfCase: z.boolean(),
      /** Who proposed it and by which papers; none of a case, and of one of before two people did so. */
      proposedName: z.string().nullable(),
      files: z.array(FileWire),
      /** Why it was taken back, where it was. */
      takenBack: z.string().nullable(),
    }),
  ),
  /** Write-offs that wait for a second person. */
  writeOffsWaiting: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      currency: z.string(),
      minor: z.string(),
      writtenOn: z.string(),
      reason: z.string(),
      files: z.array(FileWire),
      madeBy: z.string(),
      madeName: z.string(),
    }),
  ),
  statements: z.array(StatementWire),
  audits: z.array(AuditWire),
  invoices: z.array(InvoiceWire),
  /** The rates of value added tax of today; another one asks for its reason. */
  vatRates: z.array(z.string()),
  receipts: z.array(
    z.object({
      id: z.string(),
      receivedOn: z.string().nullable(),
      amountFen: z.string().nullable(),
      /** What of it paid nothing yet: an advance. */
      leftFen: z.string(),
      paid: z.array(z.object({ receivable: z.string(), label: z.string(), minor: z.string() })),
    }),
  ),
  curve: z.array(z.object({ on: z.string(), expected: z.string(), received: z.string() })),
  totals: z.object({
    expectedFen: z.string(),
    receivedFen: z.string(),
    openFen: z.string(),
    overdueFen: z.string(),
    advanceFen: z.string(),
  }),
})
export type ContractMoneyWire = z.infer<typeof ContractMoneyWire>
