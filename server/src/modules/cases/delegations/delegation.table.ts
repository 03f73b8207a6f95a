import type { Json } from '../../../platform/tables.ts'
import type { FileRef } from '../procedure.ts'
import type { Task } from './delegation.ts'

interface DelegationTable {
  institutionId: string
  id: string
  task: Task
  delegate: string
  isCompany: boolean
  caseId: string | null
  letterNumber: string
  letter: Json<FileRef>
  fromDay: string
  untilDay: string | null
  withdrawnOn: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    delegation: DelegationTable
  }
}
