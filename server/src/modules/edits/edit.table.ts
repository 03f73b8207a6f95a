import type { Json } from '../../platform/tables.ts'
import type { ToldProblem } from '../../platform/told-problem.ts'
import type { ItemState } from './edit.ts'

interface EditRunTable {
  institutionId: string
  id: string
  personId: string
  personName: string
  kind: string
  fields: Json<Readonly<Record<string, unknown>>>
  reason: string
  digest: string
  /** The run that this one takes back. */
  undoes: string | null
  startedAt: Date
}

interface EditItemTable {
  institutionId: string
  runId: string
  recordId: string
  place: number
  expectedSeq: number
  state: ItemState
  seq: number | null
  problem: Json<ToldProblem | null> | null
  settledAt: Date | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    editRun: EditRunTable
    editItem: EditItemTable
  }
}
