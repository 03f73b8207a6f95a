import type {
  KnowHowRecord,
  LayoutRecord,
  PatentRecord,
  PreparationRecord,
  SoftwareRecord,
  TrademarkRecord,
  VarietyRecord,
} from '@yizhuan/ledger'
import { blankRight, numberFromLedger, type RightFields } from '../rights/index.ts'
import { type SaidTitle, saidTitle } from './titles.ts'

// From what lists of rights say to what their register holds, kind by kind.

export interface RightEntry {
  readonly to: 'right'
  readonly number: string | null
  readonly fields: Omit<RightFields, 'title'> & { readonly title: string | null } & SaidTitle
}

// Field by field: to copy the blank of a record and to write over it is several times slower, once for each row.
export function toPatent(record: PatentRecord): RightEntry {
  const written = record.kind ?? 'patent'
  const { country, number } = numberFromLedger(written, record.country, record.applicationNo)
  const fields: RightEntry['fields'] = {
    country,
    number,
    status: record.status,
    publicationNo: record.publicationNo,
    woody: null,
    certificateNo: null,
    version: null,
    dosageForm: null,
    completedOn: null,
    firstPublishedOn: null,
    filedOn: record.filedOn,
    grantedOn: record.grantedOn,
    validTo: null,
    inventors: record.inventors,
    coOwners: record.coOwners,
    departments: record.departments,
    agency: record.agency,
    feeDueOn: record.feeDueOn,
    feePaidYear: record.feePaidYear,
    achievementId: null,
    ledgerAchievement: record.achievementCode,
    remark: record.remark,
    // An international application has no country; what entered one is a patent there.
    kind:
      record.kind === null || (country !== null && record.kind === 'pct') ? 'patent' : record.kind,
    title: record.title,
  }
  return { to: 'right', number, fields: withTitle(fields, record) }
}

/** With what the row says of owners and fees, where its ledger has columns for that. */
function withTitle(
  fields: RightEntry['fields'],
  record: Parameters<typeof saidTitle>[0],
): RightEntry['fields'] {
  const isTold = 'titleShares' in record || 'feeReduction' in record
  return isTold || 'reducedUntil' in record || 'reducedOn' in record
    ? { ...fields, ...saidTitle(record) }
    : fields
}

export function toSoftware(record: SoftwareRecord): RightEntry {
  const { registrationNo, registeredOn } = record
  return {
    to: 'right',
    number: registrationNo,
    fields: {
      ...blankRight,
      kind: 'software',
      number: registrationNo,
      title: record.title,
      status: registeredOn === null ? null : 'registered',
      certificateNo: record.certificateNo,
      version: record.version,
      completedOn: record.completedOn,
      firstPublishedOn: record.firstPublishedOn,
      grantedOn: registeredOn,
      inventors: record.inventors,
      departments: record.departments,
      ledgerAchievement: record.achievementCode,
      remark: record.remark,
      ...saidTitle(record),
    },
  }
}

export function toPreparation(record: PreparationRecord): RightEntry {
  return {
    to: 'right',
    number: record.approvalNo,
    fields: {
      ...blankRight,
      kind: 'preparation',
      number: record.approvalNo,
      title: record.title,
      status: record.status,
      dosageForm: record.dosageForm,
      grantedOn: record.approvedOn,
      validTo: record.validTo,
      inventors: record.lead === null ? [] : [record.lead],
      departments: record.departments,
      ledgerAchievement: record.achievementCode,
      remark: record.remark,
    },
  }
}

export function toTrademark(record: TrademarkRecord): RightEntry {
  const { country, number } = numberFromLedger('trademark', record.country, record.markNo)
  const common = { ...blankRight, ...commonOf(record), ...grantOf(record) }
  return { to: 'right', number, fields: { ...common, kind: 'trademark', country, number } }
}

export function toLayout(record: LayoutRecord): RightEntry {
  const { country, number } = numberFromLedger('layout', record.country, record.layoutNo)
  const { inventors, completedOn } = record
  const common = { ...blankRight, ...commonOf(record), ...grantOf(record), inventors, completedOn }
  return { to: 'right', number, fields: { ...common, kind: 'layout', country, number } }
}

export function toVariety(record: VarietyRecord): RightEntry {
  const { country, number } = numberFromLedger('variety', record.country, record.varietyNo)
  const { inventors, woody } = record
  const common = { ...blankRight, ...commonOf(record), ...grantOf(record), inventors, woody }
  return { to: 'right', number, fields: { ...common, kind: 'variety', country, number } }
}

export function toKnowHow(record: KnowHowRecord): RightEntry {
  const { secretNo: number, inventors, completedOn } = record
  const common = { ...blankRight, ...commonOf(record), inventors, completedOn }
  return { to: 'right', number, fields: { ...common, kind: 'know_how', number } }
}

type Mark = TrademarkRecord | LayoutRecord | VarietyRecord | KnowHowRecord

function commonOf(record: Mark) {
  const { title, status, coOwners, departments, achievementCode, remark } = record
  const common = {
    title,
    status,
    coOwners,
    departments,
    ledgerAchievement: achievementCode,
    remark,
  }
  return { ...common, ...saidTitle(record) }
}

/** What an office says of a right it registers. */
function grantOf({ filedOn, grantedOn, validTo, agency }: Exclude<Mark, KnowHowRecord>) {
  return { filedOn, grantedOn, validTo, agency }
}
