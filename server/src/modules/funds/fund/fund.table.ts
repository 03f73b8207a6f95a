import type { GeneratedAlways } from 'kysely'
import type { Register } from '../../../platform/register.ts'
import type { Json } from '../../../platform/tables.ts'
import type { FileRef } from '../../cases/index.ts'
import type { Assessment, FundKind, LineKind, Milestone, ProjectStage, Through } from './fund.ts'

interface FundTable {
  institutionId: string
  id: string
  number: string
  name: string
  kind: FundKind
  foundedOn: string
  approvedBy: string
  rule: string | null
  byMilestone: boolean
  files: Json<readonly FileRef[]>
  remark: string | null
  assessment: Json<Assessment | null> | null
  datedOn: GeneratedAlways<string>
}

interface FundProjectTable {
  institutionId: string
  id: string
  fundId: string
  achievementId: string | null
  title: string
  lead: string
  stage: ProjectStage
  milestones: Json<readonly Milestone[]>
  startedOn: string
  datedOn: GeneratedAlways<string>
}

interface FundEntryTable {
  institutionId: string
  fundId: string
  seq: number
  id: string
  kind: LineKind
  projectId: string | null
  amountFen: string
  onDay: string
  party: string | null
  through: Through
  milestone: number | null
  reference: string
  files: Json<readonly FileRef[]>
  cashFen: string
  reservedFen: string
  corrects: number | null
  madeAt: Date
  madeBy: string
  madeName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    fund: FundTable
    fundProject: FundProjectTable
    fundEntry: FundEntryTable
  }
}

export const fundColumns = [
  'number',
  'name',
  'kind',
  'foundedOn',
  'approvedBy',
  'rule',
  'byMilestone',
  'files',
  'remark',
  'assessment',
] as const

/** The register of funds. */
export const fundRegister: Register = {
  name: 'fund',
  table: 'fund',
  columns: fundColumns,
  json: new Set(['files', 'assessment']),
  foundBy: (fields) => {
    const one = fields as unknown as Pick<
      FundTable,
      'number' | 'name' | 'approvedBy' | 'rule' | 'remark'
    >
    return { label: one.number, title: one.name, texts: [one.approvedBy, one.rule, one.remark] }
  },
}

/** The projects that funds support. */
export const projectRegister: Register = {
  name: 'fund-project',
  table: 'fundProject',
  columns: ['fundId', 'achievementId', 'title', 'lead', 'stage', 'milestones', 'startedOn'],
  json: new Set(['milestones']),
}
