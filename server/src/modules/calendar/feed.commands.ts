import { addDays } from '@yizhuan/kit'
import { sql } from 'kysely'
import { asSystem, type Caller, type Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { settleColleagues } from '../../platform/role-grant.ts'
import { newToken, tokenHash } from '../../platform/session.ts'
import { addressOf } from '../../platform/start.ts'
import './calendar.table.ts'
import { duesFor } from './due.queries.ts'
import { contentOf, type FeedChoice, numbered, type Said } from './feed.ts'
import { icalText } from './ical.ts'

/** A feed as its owner sees it: never its address, which is shown once. */
export interface OwnFeed extends FeedChoice {
  readonly madeAt: Date
  /** From when on its address is refused. */
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** The feed of a person, if there is one. */
export function feedOf(tx: Tx, { institution, person }: Caller): Promise<OwnFeed | undefined> {
  return tx
    .selectFrom('calendarFeed')
    .select(['scope', 'alarmDays', 'madeAt', 'expiresAt', 'lastUsedAt'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/**
 * Makes a feed with a new address, good for so many days; the one before ends at once.
 * @returns the path of the address.
 */
export async function makeFeed(
  tx: Tx,
  now: Date,
  caller: Caller,
  { scope, alarmDays }: FeedChoice,
  days: number,
): Promise<string> {
  await revokeFeed(tx, now, caller)
  const { token, hash } = newToken()
  await tx
    .insertInto('calendarFeed')
    .values({
      institutionId: caller.institution,
      id: newId(),
      personId: caller.person,
      tokenHash: hash,
      scope,
      alarmDays: [...alarmDays],
      madeAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
      lastUsedAt: null,
      revokedAt: null,
    })
    .execute()
  return `/public/calendars/${caller.institution}/${token}.ics`
}

/** Ends the feed of a person: its address answers like one that never was. */
export async function revokeFeed(
  tx: Tx,
  now: Date,
  { institution, person }: Caller,
): Promise<void> {
  await tx
    .updateTable('calendarFeed')
    .set({ revokedAt: now })
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .where('revokedAt', 'is', null)
    .execute()
}

/** How far a feed looks ahead. */
const daysAhead = 400

/**
 * The calendar behind an address, as its owner may see it now: with the roles of today, and nothing
 * once the account is disabled. Undefined where there is no such address.
 */
export function readFeed(
  { db, clock, config }: Context,
  institution: string,
  token: string,
): Promise<string | undefined> {
  return asSystem(db, institution, async (tx) => {
    const now = clock.now()
    const today = clock.today()
    await settleColleagues(tx, institution, today)
    const feed = await tx
      .updateTable('calendarFeed')
      .set({ lastUsedAt: now })
      .from('account')
      .whereRef('account.institutionId', '=', 'calendarFeed.institutionId')
      .whereRef('account.personId', '=', 'calendarFeed.personId')
      .where('account.disabledAt', 'is', null)
      .where('calendarFeed.institutionId', '=', institution)
      .where('calendarFeed.tokenHash', '=', tokenHash(token))
      .where('calendarFeed.revokedAt', 'is', null)
      .where('calendarFeed.expiresAt', '>', now)
      .returning([
        'calendarFeed.id',
        'scope',
        'alarmDays',
        'calendarFeed.personId',
        'roles',
        'lang',
      ])
      .executeTakeFirst()
    if (!feed) return undefined
    const { id, scope, alarmDays, personId, roles, lang } = feed
    const reader = { institution, roles, person: personId }
    const dues = await duesFor(tx, reader, { today, until: addDays(today, daysAhead) })
    const shown = dues.filter(
      ({ who }) => scope === 'all' || who.some(({ person }) => person === personId),
    )
    const said = await saidBefore(tx, institution, id)
    const address = addressOf(config)
    const events = shown.map((line) => {
      const content = contentOf(line, lang, alarmDays, address)
      return { key: line.key, ...numbered(content, said.get(line.key), now) }
    })
    await remember(
      tx,
      institution,
      id,
      events.filter(({ isNew }) => isNew),
    )
    const name = lang === 'zh' ? '医转 · 期限' : 'Yizhuan · dues'
    return icalText(
      name,
      events.map(({ event }) => event),
    )
  })
}

async function saidBefore(tx: Tx, institution: string, feed: string) {
  const rows: Said[] = await tx
    .selectFrom('calendarEvent')
    .select(['dueKey as key', 'contentHash', 'sequence', 'modifiedAt'])
    .where('institutionId', '=', institution)
    .where('feedId', '=', feed)
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

async function remember(
  tx: Tx,
  institution: string,
  feed: string,
  events: readonly ({ readonly key: string } & ReturnType<typeof numbered>)[],
): Promise<void> {
  if (events.length === 0) return
  // As one value: a large institution has more dues than a statement holds values.
  const rows = events.map(({ key, hash, event }) => ({
    due_key: key,
    content_hash: hash,
    sequence: event.sequence,
    modified_at: event.modifiedAt,
  }))
  await sql`
    insert into calendar_event (institution_id, feed_id, due_key, content_hash, sequence, modified_at)
    select ${institution}, ${feed}, told.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as told (due_key text, content_hash text, sequence int, modified_at timestamptz)
    on conflict (institution_id, feed_id, due_key) do update set
      content_hash = excluded.content_hash,
      sequence = greatest(excluded.sequence, calendar_event.sequence + 1),
      modified_at = excluded.modified_at
  `.execute(tx)
}
