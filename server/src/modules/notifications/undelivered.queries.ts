import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './mail/mail.table.ts'
import './webhooks/webhook.table.ts'

/** What was given up since a moment: each was tried as often as it may be, and nobody got it. */
export interface Undelivered {
  readonly mails: number
  readonly webhooks: number
}

/** Mails and messages to groups that were given up; what was overtaken or never to be sent is none. */
export async function undeliveredSince(
  tx: Tx,
  institution: string,
  since: Date,
): Promise<Undelivered> {
  const mails = tx
    .selectFrom('mail')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('institutionId', '=', institution)
    .where('gaveUpAt', '>', since)
    .where(sql<boolean>`trouble not in ('overtaken', 'not-configured')`)
    .executeTakeFirstOrThrow()
  const webhooks = tx
    .selectFrom('webhookDelivery')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('institutionId', '=', institution)
    .where('gaveUpAt', '>', since)
    .where('event', '!=', 'test')
    .executeTakeFirstOrThrow()
  const [mailed, told] = await Promise.all([mails, webhooks])
  return { mails: Number(mailed.count), webhooks: Number(told.count) }
}
