import type { LedgerDay, RecordMarks } from './records.ts'

/** A line of the list of carriers (转化载体): a centre, an incubator or a base. */
export interface CarrierRecord extends RecordMarks {
  readonly carrierKind: string | null
  readonly carrierName: string | null
  readonly carrierPlace: string | null
  readonly carrierPartner: string | null
  readonly carrierFrom: LedgerDay | null
  /** First day on which it is no longer. */
  readonly carrierTo: LedgerDay | null
  readonly remark: string | null
}

/** A line of the list of training and certificates (培训与证书). */
export interface CredentialRecord extends RecordMarks {
  readonly staffNo: string | null
  readonly personName: string | null
  readonly credentialKind: string | null
  readonly credentialTitle: string | null
  readonly credentialIssuer: string | null
  readonly credentialNumber: string | null
  readonly credentialIssued: LedgerDay | null
  /** The last day on which it is good. */
  readonly credentialUntil: LedgerDay | null
  readonly credentialHours: number | null
}
