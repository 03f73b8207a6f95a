import type { Json } from '../../platform/tables.ts'
import type { filedWith, letterStates } from './letter.wire.ts'

/** A file as a message names it. */
export type FileRef = { readonly sha256: string; readonly name: string; readonly size: number }

interface LetterTable {
  institutionId: string
  id: string
  messageId: string
  sha256: string
  name: string
  size: number
  fromWords: string
  toWords: string
  sentAt: Date | null
  subject: string
  body: string
  files: Json<readonly FileRef[]>
  broughtAt: Date
  broughtBy: string
  broughtName: string
  state: (typeof letterStates)[number]
  recordKind: (typeof filedWith)[number] | null
  recordId: string | null
  commentId: string | null
  settledAt: Date | null
  settledBy: string | null
  settledName: string | null
  reason: string | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    letter: LetterTable
  }
}
