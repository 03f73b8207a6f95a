import type { Json } from '../../../platform/tables.ts'

interface OwnRuleTable {
  institutionId: string
  id: string
  kind: 'parameter' | 'reading'
  subject: string
  choice: string | null
  fromDay: string
  toDay: string | null
  basis: string
  basisFile: Json<BasisFile | null> | null
  proposedOn: string
  proposedAt: Date
  proposedBy: string
  proposedName: string
}

/** The document an own rule rests on, as stored. */
export interface BasisFile {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

interface OwnRuleDecisionTable {
  institutionId: string
  ruleId: string
  outcome: 'approved' | 'rejected' | 'withdrawn'
  reason: string | null
  decidedOn: string
  decidedAt: Date
  decidedBy: string
  decidedName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    ownRule: OwnRuleTable
    ownRuleDecision: OwnRuleDecisionTable
  }
}
