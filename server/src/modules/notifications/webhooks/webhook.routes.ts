import { randomBytes } from 'node:crypto'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import { recordChange } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import type { App, Context } from '../../../platform/module.ts'
import { wrongAddress } from '../../../platform/outgoing.ts'
import { addDelivery, noteAnswer, sealed, tell } from './webhook.commands.ts'
import { deliveriesOf, webhookOf, webhooksOf } from './webhook.queries.ts'
import { addressProblem, noSuchWebhook, tooManyWebhooks } from './webhook.refusals.ts'
import type { Happening } from './webhook.ts'
import {
  ChangeWebhookWire,
  DeliveriesWire,
  DeliveryWire,
  MadeWebhookWire,
  NewWebhookWire,
  WebhookParamsWire,
  WebhooksWire,
  WebhookWire,
} from './webhook.wire.ts'

const tags = ['webhooks']
const admin = { access: ['admin'] } as const
const mostWebhooks = 20

const testHappening: Happening = {
  text: { zh: '测试消息：收到即表示可以送达。', en: 'A test: if you read this, news reach you.' },
  caseId: null,
  caseNumber: null,
  caseTitle: null,
  path: '/calendar',
}

/** The groups and services that an institution has told what happens. */
export function webhookRoutes(app: App, context: Context): void {
  const { db, clock, config } = context
  const reach = { mayReachPrivate: config.webhooksMayReachPrivate }

  app.get(
    '/webhooks',
    { config: admin, schema: { tags, response: { 200: WebhooksWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({
        items: await webhooksOf(tx, caller.institution),
        ...reach,
      }))
    },
  )

  app.post(
    '/webhooks',
    { config: admin, schema: { tags, body: NewWebhookWire, response: { 201: MadeWebhookWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { url, secret: given, ...webhook } = request.body
      const wrong = wrongAddress(url, reach)
      if (wrong) throw addressProblem(wrong)
      const made = webhook.kind === 'signed' ? newSecret() : null
      const id = newId()
      await asCaller(db, caller, async (tx) => {
        const there = await webhooksOf(tx, caller.institution)
        if (there.length >= mostWebhooks) throw tooManyWebhooks(mostWebhooks)
        const { host } = new URL(url)
        await tx
          .insertInto('webhook')
          .values({
            ...webhook,
            institutionId: caller.institution,
            id,
            host,
            ...sealed(context, id, url, made ?? given ?? null),
            madeAt: clock.now(),
            disabledAt: null,
            disabledWhy: null,
            removedAt: null,
          })
          .execute()
        const { name, kind, events } = webhook
        await record(tx, caller, 'webhook.made', id, { name, kind, host, events })
      })
      return reply.code(201).send({ id, secret: made })
    },
  )

  app.patch(
    '/webhooks/:id',
    {
      config: admin,
      schema: {
        tags,
        params: WebhookParamsWire,
        body: ChangeWebhookWire,
        response: { 200: WebhookWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      const { isEnabled, ...change } = request.body
      return asCaller(db, caller, async (tx) => {
        const before = await shown(tx, institution, id)
        const turned = isEnabled !== undefined && isEnabled !== (before.disabled === null)
        const set = {
          ...change,
          ...(turned && (isEnabled ? enabled : { ...disabled, disabledAt: clock.now() })),
        }
        if (Object.keys(set).length === 0) return before
        await tx
          .updateTable('webhook')
          .set(set)
          .where('institutionId', '=', institution)
          .where('id', '=', id)
          .execute()
        const data = { ...change, ...(turned && { isEnabled }) }
        await record(tx, caller, 'webhook.changed', id, data)
        return shown(tx, institution, id)
      })
    },
  )

  app.delete(
    '/webhooks/:id',
    { config: admin, schema: { tags, params: WebhookParamsWire, response: { 200: WebhookWire } } },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asCaller(db, caller, async (tx) => {
        const before = await shown(tx, caller.institution, id)
        await tx
          .updateTable('webhook')
          .set({ removedAt: clock.now() })
          .where('institutionId', '=', caller.institution)
          .where('id', '=', id)
          .execute()
        await record(tx, caller, 'webhook.removed', id, { name: before.name })
        return before
      })
    },
  )

  app.post(
    '/webhooks/:id/test',
    { config: admin, schema: { tags, params: WebhookParamsWire, response: { 200: DeliveryWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const webhook = await asReader(db, caller, (tx) =>
        webhookOf(tx, institution, request.params.id),
      )
      if (!webhook) throw noSuchWebhook()
      const happening = testHappening
      const test = { event: 'test' as const, happening, topic: null, at: clock.now() }
      const id = await asCaller(db, caller, (tx) => addDelivery(tx, institution, webhook.id, test))
      if (id === undefined) throw noSuchWebhook()
      // No transaction waits for an answer from elsewhere.
      const told = await tell(context, webhook, { id, event: 'test', happening })
      return asCaller(db, caller, async (tx) => {
        await noteAnswer(tx, institution, id, 1, told, clock.now(), { isLast: true })
        const [line] = await deliveriesOf(tx, institution, webhook.id, id)
        if (!line) throw noSuchWebhook()
        return line
      })
    },
  )

  app.get(
    '/webhooks/:id/deliveries',
    {
      config: admin,
      schema: { tags, params: WebhookParamsWire, response: { 200: DeliveriesWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        await shown(tx, caller.institution, id)
        return { items: await deliveriesOf(tx, caller.institution, id) }
      })
    },
  )

  /** A change of who is told stands on record. */
  function record(tx: Tx, by: Caller, action: string, subject: string, data: object) {
    return recordChange(tx, 'webhooks', {
      action,
      subject,
      data: { ...data },
      at: clock.now(),
      by,
    })
  }
}

const enabled = { disabledAt: null, disabledWhy: null, failures: 0 }
const disabled = { disabledWhy: 'by-hand' as const }

async function shown(tx: Tx, institution: string, id: string) {
  const webhook = (await webhooksOf(tx, institution)).find((one) => one.id === id)
  if (!webhook) throw noSuchWebhook()
  return webhook
}

/** A secret in the form of the standard of webhooks. */
function newSecret(): string {
  return `whsec_${randomBytes(24).toString('base64')}`
}
