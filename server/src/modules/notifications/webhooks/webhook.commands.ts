import type { Tx } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { addJobs } from '../../../platform/jobs.ts'
import type { Context } from '../../../platform/module.ts'
import { type Answered, postJson } from '../../../platform/outgoing.ts'
import { mostAttempts, nextTry, notAtNight } from '../../../platform/sending-time.ts'
import { addressOf } from '../../../platform/start.ts'
import './webhook.table.ts'
import { type Happening, isTaken, messageFor, type WebhookEvent } from './webhook.ts'

/** The task that tells one webhook one thing. */
export const webhookTask = 'notifications/webhook'

/** After so many failures in a row a webhook is taken to be gone, and its administrators are told. */
const mostFailures = 20

const sealedAt = {
  url: (id: string) => `webhook:url:${id}`,
  secret: (id: string) => `webhook:secret:${id}`,
}

/** Seals what a webhook is reached by. */
export function sealed({ keys }: Context, id: string, url: string, secret: string | null) {
  return {
    urlSealed: keys.seal(url, sealedAt.url(id)),
    secretSealed: secret === null ? null : keys.seal(secret, sealedAt.secret(id)),
  }
}

/** Has every webhook told that wants to hear of an event, once for each topic. */
export async function tellWebhooks(
  tx: Tx,
  { clock }: Context,
  institution: string,
  event: WebhookEvent,
  happening: Happening,
  topic: string | null,
): Promise<void> {
  const webhooks = await tx
    .selectFrom('webhook')
    .select(['id', 'events'])
    .where('institutionId', '=', institution)
    .where('removedAt', 'is', null)
    .where('disabledAt', 'is', null)
    .execute()
  const now = clock.now()
  for (const webhook of webhooks.filter(({ events }) => events.includes(event))) {
    const id = await addDelivery(tx, institution, webhook.id, { event, happening, topic, at: now })
    if (id === undefined) continue
    await addJobs(tx, [
      {
        institution,
        task: webhookTask,
        payload: { delivery: id },
        at: notAtNight(now),
        key: `${webhookTask}/${id}`,
        // In order, and one that is away is asked once for all that waits.
        queue: `webhook/${webhook.id}`,
      },
    ])
  }
}

/** Something a webhook is to be told. */
interface ToTell {
  readonly event: WebhookEvent | 'test'
  readonly happening: Happening
  readonly topic: string | null
  readonly at: Date
}

/** Writes down what a webhook is to be told. @returns its id, or undefined when it was told before. */
export async function addDelivery(
  tx: Tx,
  institution: string,
  webhook: string,
  { event, happening, topic, at }: ToTell,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('webhookDelivery')
    .values({
      institutionId: institution,
      id: newId(),
      webhookId: webhook,
      event,
      topic,
      content: JSON.stringify(happening),
      madeAt: at,
      lastStatus: null,
      lastAnswer: null,
      lastMs: null,
      lastAt: null,
      deliveredAt: null,
      gaveUpAt: null,
    })
    .onConflict((on) => on.columns(['institutionId', 'webhookId', 'event', 'topic']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** A webhook as it is stored. */
interface Stored {
  readonly id: string
  readonly kind: Parameters<typeof isTaken>[0]
  readonly urlSealed: string
  readonly secretSealed: string | null
  readonly lang: 'zh' | 'en'
}

/** Sends one thing to a webhook. @returns what it answered and whether it took it. */
export async function tell(
  { clock, config, keys }: Context,
  webhook: Stored,
  delivery: { readonly id: string; readonly event: string; readonly happening: Happening },
): Promise<{ readonly answer: Answered; readonly taken: boolean }> {
  const { id, kind, urlSealed, secretSealed, lang } = webhook
  const url = keys.open(urlSealed, sealedAt.url(id))
  const secret = secretSealed === null ? null : keys.open(secretSealed, sealedAt.secret(id))
  const telling = { ...delivery, at: clock.now(), address: addressOf(config) }
  const message = messageFor({ kind, url, secret, lang }, telling)
  const reach = { mayReachPrivate: config.webhooksMayReachPrivate }
  const answer = await postJson(message.url, message.body, message.headers, reach)
  return { answer, taken: isTaken(kind, answer) }
}

/** Notes what a webhook answered; a last try is not followed by another. */
export async function noteAnswer(
  tx: Tx,
  institution: string,
  id: string,
  attempts: number,
  { answer, taken }: Awaited<ReturnType<typeof tell>>,
  at: Date,
  { isLast = false }: { readonly isLast?: boolean } = {},
): Promise<void> {
  const isAnswered = answer.kind === 'answered'
  await tx
    .updateTable('webhookDelivery')
    .set({
      attempts,
      lastStatus: isAnswered ? answer.status : null,
      lastAnswer: (isAnswered ? answer.body : answer.why).replaceAll('\0', '').slice(0, 300),
      lastMs: answer.ms,
      lastAt: at,
      ...(taken ? { deliveredAt: at } : isLast && { gaveUpAt: at }),
    })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

/**
 * Tells a webhook what waits for it; a failure is tried again later, at last it is given up.
 * @returns the webhook's name when it was just disabled for failing too often.
 */
export async function deliver(
  tx: Tx,
  context: Context,
  institution: string,
  id: string,
): Promise<{ readonly disabled: string; readonly webhook: string } | undefined> {
  const row = await tx
    .selectFrom('webhookDelivery')
    .innerJoin('webhook', (join) =>
      join
        .onRef('webhook.institutionId', '=', 'webhookDelivery.institutionId')
        .onRef('webhook.id', '=', 'webhookDelivery.webhookId'),
    )
    .select(['webhook.id', 'webhook.name', 'webhook.kind', 'urlSealed', 'secretSealed', 'lang'])
    .select(['failures', 'disabledAt', 'removedAt', 'event', 'content', 'attempts', 'deliveredAt'])
    .where('webhookDelivery.institutionId', '=', institution)
    .where('webhookDelivery.id', '=', id)
    .executeTakeFirst()
  if (!row || row.deliveredAt) return undefined
  const now = context.clock.now()
  if (row.disabledAt || row.removedAt) {
    await giveUp(tx, institution, id, now)
    return undefined
  }
  const delivery = { id, event: row.event, happening: row.content }
  const told = await tell(context, row, delivery)
  const attempts = row.attempts + 1
  await noteAnswer(tx, institution, id, attempts, told, now)
  const failures = told.taken ? 0 : row.failures + 1
  const isGone = failures >= mostFailures
  await tx
    .updateTable('webhook')
    .set({ failures, ...(isGone && { disabledAt: now, disabledWhy: 'failures' as const }) })
    .where('institutionId', '=', institution)
    .where('id', '=', row.id)
    .execute()
  if (told.taken) return undefined
  if (isGone || attempts >= mostAttempts) await giveUp(tx, institution, id, now)
  else {
    const key = `${webhookTask}/${id}`
    const at = nextTry(now, attempts)
    await addJobs(tx, [{ institution, task: webhookTask, payload: { delivery: id }, at, key }])
  }
  return isGone ? { disabled: row.name, webhook: row.id } : undefined
}

async function giveUp(tx: Tx, institution: string, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('webhookDelivery')
    .set({ gaveUpAt: at })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}
