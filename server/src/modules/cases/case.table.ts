import type { Words } from '@yizhuan/kit'
import type { HoldingStage } from '@yizhuan/procedures'
import type { Generated, GeneratedAlways } from 'kysely'
import type { ArticleRef, CountedDay } from '../../platform/dues.ts'
import type { Json } from '../../platform/tables.ts'
import type { Pins } from '../policies/index.ts'
import type { ExitClock, HeldBy, ToldHolding } from './holding.ts'

interface InCase {
  institutionId: string
  caseId: string
}

/** A decimal text when read; the driver takes a bigint or its text when written. */
type FenColumn = string

interface TransferCaseTable {
  institutionId: string
  id: string
  number: string
  /** The procedure it follows. */
  procedure: string
  title: string
  achievementId: string | null
  stage: string
  status: 'open' | 'suspended' | 'closed' | 'ended'
  mode: string | null
  pricing: string | null
  counterparty: string | null
  priceFen: FenColumn | null
  receivedFen: FenColumn
  distributedFen: FenColumn
  openedOn: string
  lastOn: string
  seq: number
  packId: string
  packHash: string
}

interface ActTable extends InCase {
  seq: number
  type: string
  onDay: string
  at: Date
  byPerson: string
  entry: Json
  prev: string
  hash: string
}

interface CaseDueTable extends InCase {
  norm: string
  act: string | null
  title: Json<{ zh: string; en: string }>
  article: Json<ArticleRef>
  due: string | null
  opens: string | null
  counted: Json<CountedDay> | null
  roles: string[]
  computedFromSeq: number
  packHash: string
}

interface CaseNextTable extends InCase {
  act: string
  roles: string[]
}

interface ObjectionTable extends InCase {
  id: string
  noticeId: string
  filedOn: string
  nameSealed: string
  contactSealed: string
  idNumberSealed: string | null
  idNumberMasked: string | null
  textSealed: string
}

interface CostTable extends InCase {
  seq: number
  incurredOn: string
  kind: string
  amountFen: FenColumn
  label: string | null
  voucher: string | null
  /** The act that recorded the cost this one takes back. */
  withdraws: GeneratedAlways<number | null>
  /** What the whole voucher comes to, where somebody said it. */
  voucherFen: string | null
}

interface PlanLineTable extends InCase {
  seq: number
  line: number
  party: 'person' | 'tto' | 'institution'
  who: string | null
  amountFen: FenColumn
}

interface PayoutTable extends InCase {
  seq: number
  paidOn: string
  amountFen: FenColumn
}

/** Above nought a person has too much of a case's payouts, below it what came back is owed to them. */
interface PayeeBalanceTable extends InCase {
  name: string
  award: 'cash' | 'equity'
  balanceFen: FenColumn
}

/** A reward or bonus that was paid without a batch. */
interface HandPaymentTable {
  institutionId: string
  id: string
  source: 'case' | 'grant_bonus' | 'staff_award'
  recordId: string
  caseId: string | null
  seq: number
  line: number
  title: string
  name: string
  personId: string | null
  amountFen: FenColumn
  paidOn: string
  proof: string
  backFen: Generated<string>
  withheldFen: string | null
  postings: Generated<number>
}

interface HandPaymentReturnTable {
  institutionId: string
  paymentId: string
  nth: number
  caseId: string | null
  /** The act of a case that says so. */
  seq: number | null
  amountFen: FenColumn
  onDay: string
  proof: string
}

interface HandPaymentTaxTable {
  institutionId: string
  paymentId: string
  caseId: string | null
  posting: number
  fromFen: string | null
  toFen: string
  onDay: string
  document: string
  madeAt: Date
  madeBy: string
  madeName: string
}

interface CaseLawTable extends InCase {
  seq: number
  revisions: Json<Pins>
  since: string
  at: Date
  byPerson: string
  byName: string
  reason: string | null
}

interface ClosedCaseTable extends InCase {
  readerRoles: string[]
  readerPeople: string[]
  /** The places of the acts that are kept from a person, by the person. */
  withheld: Json<Readonly<Record<string, readonly number[]>>>
}

interface CaseHoldTable extends InCase {
  holder: string
  acts: string[]
  reason: Json<Words>
}

interface CaseNumberTable {
  institutionId: string
  year: number
  last: number
}

interface PublicNoticeTable {
  id: string
  institutionId: string
  caseId: string
  seq: number
  kind: 'deal' | 'plan' | 'change' | 'empowerment' | 'use_first' | 'abandonment' | 'rectification'
  title: string
  publishedOn: string
  endsOn: string | null
  state: 'running' | 'suspended' | 'ended' | 'superseded' | 'withdrawn'
  content: Json<Record<string, unknown>>
  contentHash: string
  entryHash: string
}

interface HoldingTable extends InCase {
  id: string
  number: string
  company: string
  uscc: string | null
  achievementId: string | null
  achievement: string
  stage: HoldingStage
  heldBy: HeldBy
  formedOn: string
  valueFen: FenColumn
  ownCostFen: FenColumn
  /** An exact fraction of the company. */
  ownShare: string
  worthFen: FenColumn | null
  dividendsFen: FenColumn
  listEntry: string | null
  marketOn: string | null
  leftOn: string | null
  exitClock: Json<ExitClock> | null
  told: Json<ToldHolding>
  seq: number
  datedOn: GeneratedAlways<string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    transferCase: TransferCaseTable
    act: ActTable
    caseDue: CaseDueTable
    caseNext: CaseNextTable
    objection: ObjectionTable
    cost: CostTable
    planLine: PlanLineTable
    payout: PayoutTable
    payeeBalance: PayeeBalanceTable
    handPayment: HandPaymentTable
    handPaymentReturn: HandPaymentReturnTable
    handPaymentTax: HandPaymentTaxTable
    caseLaw: CaseLawTable
    closedCase: ClosedCaseTable
    caseHold: CaseHoldTable
    caseNumber: CaseNumberTable
    publicNotice: PublicNoticeTable
    holding: HoldingTable
  }
}
