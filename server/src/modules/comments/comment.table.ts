import type { Json } from '../../platform/tables.ts'
import type { Earlier, Mention } from './comment.ts'

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
