import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { Json } from '../../platform/tables.ts'
import type { FileRef } from '../cases/index.ts'
import type { Party, Subject, TrusteeshipFields } from './trusteeship.ts'

interface TrusteeshipTable extends Omit<TrusteeshipFields, 'subjects' | 'parties' | 'files'> {
  institutionId: string
  id: string
  subjects: Json<readonly Subject[]>
  parties: Json<readonly Party[]>
  files: Json<readonly FileRef[]>
  datedOn: GeneratedAlways<string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    trusteeship: TrusteeshipTable
  }
}

/** The columns people fill, in the order histories and exports show them. */
export const fieldColumns = [
  'number',
  'title',
  'trustee',
  'trusteeUscc',
  'trusteeKind',
  'subjects',
  'parties',
  'payer',
  'fromDay',
  'toDay',
  'duties',
  'feeFen',
  'feeWords',
  'approvedBy',
  'approvedOn',
  'files',
  'despite',
  'remark',
  'endedOn',
  'endReason',
] as const satisfies readonly (keyof TrusteeshipFields)[]

/** The register of trusteeships. */
export const trusteeshipRegister: Register = {
  name: 'trusteeship',
  table: 'trusteeship',
  columns: fieldColumns,
  json: new Set(['subjects', 'parties', 'files']),
  foundBy: (fields) => {
    const one = fields as unknown as TrusteeshipFields
    const named = one.subjects.flatMap(({ number, title }) => [number, title])
    const parties = one.parties.map(({ name }) => name)
    const texts = [one.trustee, one.trusteeUscc, ...parties, ...named, one.duties, one.remark]
    return { label: one.number, title: one.title, texts }
  },
}
