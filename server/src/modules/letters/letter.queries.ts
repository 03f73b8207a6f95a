import { type Selectable, sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import type { Tables } from '../../platform/tables.ts'
import './letter.table.ts'
import type { LetterLineWire, LettersWire } from './letter.wire.ts'
import { type Place, places, type Tags } from './tags.ts'

/** A message as stored. */
export type LetterRow = Selectable<Tables['letter']>

/** The office sees all mail that was brought in; everybody else what they brought themselves. */
const office: readonly string[] = ['tto_negotiator', 'tto_reviewer']

function seenBy(tx: Tx, { institution, person, roles }: Caller) {
  const query = tx.selectFrom('letter').where('institutionId', '=', institution)
  return roles.some((role) => office.includes(role)) ? query : query.where('broughtBy', '=', person)
}

/** A page of the mail that waits, or that was dealt with; the newest first. */
export async function listLetters(
  tx: Tx,
  caller: Caller,
  asked: {
    readonly state: 'waiting' | 'settled'
    readonly cursor?: string | undefined
    readonly limit: number
  },
): Promise<LettersWire> {
  const { state, cursor, limit } = asked
  let query = ordered(tx, caller, state)
  if (cursor !== undefined) query = query.where('id', '<', cursor)
  const rows = await query.limit(limit + 1).execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = shown.map(lineOf)
  return rows.length > limit && last ? { items, nextCursor: last.id } : { items }
}

/** All mail that waits, or that was dealt with, for an export. */
export async function* allLetters(
  tx: Tx,
  caller: Caller,
  state: 'waiting' | 'settled',
): AsyncIterable<LetterLineWire> {
  for await (const row of ordered(tx, caller, state).stream(500)) yield lineOf(row)
}

const ordered = (tx: Tx, caller: Caller, state: 'waiting' | 'settled') =>
  seenBy(tx, caller)
    .selectAll()
    .where('state', state === 'waiting' ? '=' : '!=', 'waiting')
    .orderBy('id', 'desc')

export function lineOf(row: LetterRow): LetterLineWire {
  return {
    id: row.id,
    subject: row.subject,
    from: row.fromWords,
    sentAt: row.sentAt?.toISOString() ?? null,
    files: row.files.length,
    state: row.state,
    broughtAt: row.broughtAt.toISOString(),
    broughtBy: row.broughtName,
  }
}

/** One message, for whoever sees it. */
export function letterOf(tx: Tx, caller: Caller, id: string): Promise<LetterRow | undefined> {
  return seenBy(tx, caller).selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same, and nobody else deals with it until we are done. */
export function holdLetter(tx: Tx, caller: Caller, id: string): Promise<LetterRow | undefined> {
  return seenBy(tx, caller).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** A message by its own name, for whoever sees it. */
export function letterNamed(tx: Tx, caller: Caller, messageId: string) {
  return seenBy(tx, caller).select('id').where('messageId', '=', messageId).executeTakeFirst()
}

/** A record that a message may be about. */
export interface Meant {
  readonly kind: 'right' | 'achievement' | 'case' | 'contract'
  readonly id: string
  readonly number: string
  readonly place: Place
}

/** What stands in each place of a message. */
export type Tagged = Readonly<Record<Place, Tags>>

/**
 * The records whose number stands in a message, the likeliest place first. Numbers of contracts are written as their
 * parties like, so they are sought as they are in what is short.
 */
export async function recordsMeant(
  tx: Tx,
  institution: string,
  tagged: Tagged,
  short: Readonly<Record<'subject' | 'attachment', string>>,
): Promise<readonly Meant[]> {
  const all = (of: (tags: Tags) => readonly string[]) => places.flatMap((one) => of(tagged[one]))
  const words = all((tags) => tags.words)
  const rights = [...all((tags) => tags.rights), ...words]
  const { rows } = await sql<Omit<Meant, 'place'>>`
    select 'right' as kind, id, number from ip_right
      where institution_id = ${institution} and number = any (${rights}::text[])
    union all
    select 'achievement', id, number from achievement
      where institution_id = ${institution} and number = any (${words}::text[])
    union all
    select 'case', id, number from transfer_case
      where institution_id = ${institution} and number = any (${words}::text[])
    union all
    select 'contract', id, number from contract
      where institution_id = ${institution} and number is not null and (
        upper(number) = any (${words}::text[]) or length(number) >= 5 and (
          strpos(${short.subject}, number) > 0 or strpos(${short.attachment}, number) > 0))
    limit 50
  `.execute(tx)
  return rows
    .flatMap((row) => {
      const place = placeOf(row.number, tagged, short)
      return place === undefined ? [] : [{ ...row, place }]
    })
    .toSorted((one, other) => places.indexOf(one.place) - places.indexOf(other.place))
}

function placeOf(
  number: string,
  tagged: Tagged,
  short: Readonly<Record<'subject' | 'attachment', string>>,
): Place | undefined {
  return places.find((place) => {
    const { rights, words } = tagged[place]
    if (rights.includes(number) || words.includes(number.toUpperCase())) return true
    return place !== 'text' && number.length >= 5 && short[place].includes(number)
  })
}
