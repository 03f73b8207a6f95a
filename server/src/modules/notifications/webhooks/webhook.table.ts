import type { Generated } from 'kysely'
import type { Json } from '../../../platform/tables.ts'
import type { Happening, WebhookEvent, WebhookKind } from './webhook.ts'

interface WebhookTable {
  institutionId: string
  id: string
  name: string
  kind: WebhookKind
  urlSealed: string
  host: string
  secretSealed: string | null
  events: WebhookEvent[]
  lang: 'zh' | 'en'
  madeAt: Date
  failures: Generated<number>
  disabledAt: Date | null
  disabledWhy: 'by-hand' | 'failures' | null
  removedAt: Date | null
}

interface WebhookDeliveryTable {
  institutionId: string
  id: string
  webhookId: string
  event: WebhookEvent | 'test'
  content: Json<Happening>
  /** What tells matters of one event apart; null where each is a new one. */
  topic: string | null
  madeAt: Date
  attempts: Generated<number>
  lastStatus: number | null
  lastAnswer: string | null
  lastMs: number | null
  lastAt: Date | null
  deliveredAt: Date | null
  gaveUpAt: Date | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    webhook: WebhookTable
    webhookDelivery: WebhookDeliveryTable
  }
}
