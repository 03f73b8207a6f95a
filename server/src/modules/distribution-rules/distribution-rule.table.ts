import type { Json } from '../../platform/tables.ts'
import type { Scheme } from './distribution-rule.ts'

/** The document a rule stands in, as stored. */
export interface DocumentFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

interface DistributionRuleTable {
  institutionId: string
  version: number
  kind: 'made' | 'ended'
  fromDay: string
  toDay: string | null
  title: string | null
  number: string | null
  approvedBy: string | null
  approvedOn: string | null
  internalRuleId: string | null
  file: Json<DocumentFile | null> | null
  /** Plans are decided collectively before they are paid. */
  decidesPlans: boolean
  schemes: Json<readonly Scheme[]>
  reason: string | null
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../platform/tables.ts' {
  interface Tables {
    distributionRule: DistributionRuleTable
  }
}
