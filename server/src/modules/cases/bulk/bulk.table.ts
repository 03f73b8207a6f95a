import type { Json } from '../../../platform/tables.ts'
import type { ToldProblem } from '../../../platform/told-problem.ts'
import type { BulkOrder, ItemState } from './bulk.ts'

interface BulkRunTable {
  institutionId: string
  id: string
  personId: string
  personName: string
  procedure: string
  act: string
  ordered: Json<BulkOrder>
  digest: string
  startedAt: Date
  cancelledAt: Date | null
}

interface BulkItemTable {
  institutionId: string
  runId: string
  caseId: string
  place: number
  expectedSeq: number
  state: ItemState
  seq: number | null
  problem: Json<ToldProblem | null> | null
  settledAt: Date | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    bulkRun: BulkRunTable
    bulkItem: BulkItemTable
  }
}
