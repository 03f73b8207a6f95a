import type { Tx } from '../../../platform/database.ts'
import './webhook.table.ts'
import type { DeliveryWire, WebhookWire } from './webhook.wire.ts'

/** The webhooks of an institution, the newest last. */
export async function webhooksOf(tx: Tx, institution: string): Promise<WebhookWire[]> {
  const rows = await tx
    .selectFrom('webhook')
    .select(['id', 'name', 'kind', 'host', 'secretSealed', 'events', 'lang', 'madeAt', 'failures'])
    .select('disabledWhy as disabled')
    .where('institutionId', '=', institution)
    .where('removedAt', 'is', null)
    .orderBy('madeAt')
    .orderBy('id')
    .execute()
  return rows.map(({ secretSealed, madeAt, ...row }) => ({
    ...row,
    isSigned: secretSealed !== null,
    madeAt: madeAt.toISOString(),
  }))
}

/** A webhook with what it is reached by, still sealed. */
export function webhookOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('webhook')
    .select(['id', 'kind', 'urlSealed', 'secretSealed', 'lang'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}

/** What a webhook was told last, the newest first; or one thing it was told. */
export async function deliveriesOf(
  tx: Tx,
  institution: string,
  webhook: string,
  id?: string,
): Promise<DeliveryWire[]> {
  let query = tx
    .selectFrom('webhookDelivery')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('webhookId', '=', webhook)
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.orderBy('madeAt', 'desc').orderBy('id', 'desc').limit(30).execute()
  return rows.map((row) => ({
    id: row.id,
    event: row.event,
    text: row.content.text,
    caseNumber: row.content.caseNumber,
    madeAt: row.madeAt.toISOString(),
    state: row.deliveredAt ? 'delivered' : row.gaveUpAt ? 'given-up' : 'waiting',
    attempts: row.attempts,
    status: row.lastStatus,
    answer: row.lastAnswer,
    ms: row.lastMs,
    at: row.lastAt?.toISOString() ?? null,
  }))
}
