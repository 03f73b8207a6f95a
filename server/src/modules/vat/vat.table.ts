import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../platform/register.ts'
import type { VatKind, VatState } from './vat.ts'

interface VatSettlementTable {
  institutionId: string
  id: string
  month: string
  kind: VatKind
  amountFen: string
  onDay: string
  document: string
  remark: string | null
  state: VatState
  madeBy: string
  madeName: string
  madeOn: string
  reversedOn: string | null
  reversedFor: string | null
  reversedBy: string | null
  reversedName: string | null
  datedOn: GeneratedAlways<string>
}

declare module '../../platform/tables.ts' {
  interface Tables {
    vatSettlement: VatSettlementTable
  }
}

/** The register of what became of value added tax. */
export const vatRegister: Register = {
  name: 'vat_settlement',
  table: 'vatSettlement',
  columns: [
    ...['month', 'kind', 'amountFen', 'onDay', 'document', 'remark', 'state'],
    ...['madeBy', 'madeName', 'madeOn'],
    ...['reversedOn', 'reversedFor', 'reversedBy', 'reversedName'],
  ],
}
