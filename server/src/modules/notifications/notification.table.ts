import type { Json } from '../../platform/tables.ts'
import type { About, Kind } from './notification.ts'

interface NotificationTable {
  institutionId: string
  id: string
  personId: string
  caseId: string | null
  kind: Kind
  topic: string
  about: Json<About>
  madeAt: Date
  readAt: Date | null
}

declare module '../../platform/tables.ts' {
  interface Tables {
    notification: NotificationTable
  }
}
