import type { Json } from '../../platform/tables.ts'
import type { Attached, Earlier, Mention } from './comment.ts'

interface CommentTable {
  institutionId: string
  id: string
  kind: string
  recordId: string
  caseId: string | null
  personId: string
  personName: string
  body: string
  mentions: Json<readonly Mention[]>
  files: Json<readonly Attached[]>
  earlier: Json<readonly Earlier[]>
  madeAt: Date
  editedAt: Date | null
  struckAt: Date | null
  struckName: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    comment: CommentTable
  }
}
