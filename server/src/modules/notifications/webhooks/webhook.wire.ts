import { z } from 'zod'
import { idText, text } from '../../../platform/text.ts'
import { webhookEvents, webhookKinds } from './webhook.ts'

/** A webhook as its administrators see it: neither its address nor its secret. */
export const WebhookWire = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(webhookKinds),
  host: z.string(),
  isSigned: z.boolean(),
  events: z.array(z.enum(webhookEvents)),
  lang: z.enum(['zh', 'en']),
  madeAt: z.string(),
  /** Failures in a row. */
  failures: z.int(),
  disabled: z.enum(['by-hand', 'failures']).nullable(),
})
export type WebhookWire = z.infer<typeof WebhookWire>
export const WebhooksWire = z.object({
  items: z.array(WebhookWire),
  /** Whether the operator lets webhooks reach private addresses. */
  mayReachPrivate: z.boolean(),
})
export type WebhooksWire = z.infer<typeof WebhooksWire>

const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length)

export const NewWebhookWire = z.strictObject({
  name: text(60),
  kind: z.enum(webhookKinds),
  url: text(1000),
  /** What the robot signs with, where it does; a signed webhook gets one from here. */
  secret: text(200).optional(),
  events,
  lang: z.enum(['zh', 'en']).default('zh'),
})
export type NewWebhookWire = z.input<typeof NewWebhookWire>

/** The secret a receiver checks signatures with is shown once. */
export const MadeWebhookWire = z.object({ id: z.string(), secret: z.string().nullable() })
export type MadeWebhookWire = z.infer<typeof MadeWebhookWire>

export const ChangeWebhookWire = z.strictObject({
  name: text(60).optional(),
  events: events.optional(),
  lang: z.enum(['zh', 'en']).optional(),
  isEnabled: z.boolean().optional(),
})
export type ChangeWebhookWire = z.input<typeof ChangeWebhookWire>

export const WebhookParamsWire = z.strictObject({ id: idText() })

/** What a webhook was told and what it answered. */
export const DeliveryWire = z.object({
  id: z.string(),
  event: z.string(),
  text: z.object({ zh: z.string(), en: z.string() }),
  caseNumber: z.string().nullable(),
  madeAt: z.string(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.int(),
  status: z.int().nullable(),
  answer: z.string().nullable(),
  ms: z.int().nullable(),
  at: z.string().nullable(),
})
export type DeliveryWire = z.infer<typeof DeliveryWire>
export const DeliveriesWire = z.object({ items: z.array(DeliveryWire) })
export type DeliveriesWire = z.infer<typeof DeliveriesWire>
