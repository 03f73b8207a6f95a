import type { Generated } from 'kysely'
import type { AnswerKind, TextFormat } from '../texts/text-import.ts'

interface PolicyTextTable {
  institutionId: string
  source: string
  importedAt: Generated<Date>
  importedBy: string
  body: string
  id: Generated<string>
  format: TextFormat | null
  fileName: string | null
  fileSha256: string | null
  importedName: string | null
}

interface TextAnswerTable {
  institutionId: string
  textId: string
  seq: number
  line: number
  kind: string
  answer: AnswerKind
  correction: string | null
  at: Date
  byPerson: string
  byName: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    policyText: PolicyTextTable
    textAnswer: TextAnswerTable
  }
}
