import type { Generated } from 'kysely'
import type { Json } from '../../../platform/tables.ts'

/** What a mail says. */
export interface MailContent {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Why a mail is sent. */
export type MailKind = 'digest' | 'at-once' | 'test'

interface MailTable {
  institutionId: string
  id: string
  personId: string
  kind: MailKind
  topic: string
  day: string
  content: Json<MailContent> | null
  madeAt: Date
  attempts: Generated<number>
  trouble: string | null
  sentAt: Date | null
  gaveUpAt: Date | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    mail: MailTable
  }
}
