import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/search.ts'
import './case.table.ts'
import type { CaseLineWire } from './case.wire.ts'
import type { Entry } from './procedure.ts'

/** An entry of a case as stored: what the hash covers, and the two hashes. */
export interface StoredEntry {
  readonly entry: Record<string, unknown>
  readonly prev: string
  readonly hash: string
}

const line = [
  'id',
  'number',
  'title',
  'stage',
  'status',
  'achievementId',
  'mode',
  'pricing',
  'counterparty',
  'priceFen',
  'receivedFen',
  'distributedFen',
  'openedOn',
  'lastOn',
  'seq',
] as const

/** The line of one case, or undefined: for another institution's case there is none. */
export function caseLine(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('transferCase')
    .select([...line])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst() as Promise<CaseLineWire | undefined>
}

/** A page of cases, newest number first. */
export async function listCases(
  tx: Tx,
  institution: string,
  filter: {
    stage?: string | undefined
    status?: CaseLineWire['status'] | undefined
    achievementId?: string | undefined
    q?: string | undefined
    cursor?: string | undefined
    limit: number
  },
): Promise<{ items: CaseLineWire[]; nextCursor?: string }> {
  let query = tx
    .selectFrom('transferCase')
    .select([...line])
    .where('institutionId', '=', institution)
  if (filter.stage !== undefined) query = query.where('stage', '=', filter.stage)
  if (filter.status !== undefined) query = query.where('status', '=', filter.status)
  if (filter.achievementId !== undefined) {
    query = query.where('achievementId', '=', filter.achievementId)
  }
  if (filter.cursor !== undefined) query = query.where('number', '<', filter.cursor)
  if (filter.q !== undefined) {
    query = query.where(isFoundBy('transferCase.id', institution, 'case', filter.q))
  }
  const items = (await query
    .orderBy('number', 'desc')
    .limit(filter.limit + 1)
    .execute()) as CaseLineWire[]
  if (items.length <= filter.limit) return { items }
  const page = items.slice(0, filter.limit)
  return { items: page, nextCursor: page.at(-1)?.number ?? '' }
}

/** The whole record of a case in order. */
export function entriesOf(tx: Tx, institution: string, id: string): Promise<StoredEntry[]> {
  return tx
    .selectFrom('act')
    .select(['entry', 'prev', 'hash'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .orderBy('seq')
    .execute() as Promise<StoredEntry[]>
}

/** The cases that are still going on. */
export async function openCases(tx: Tx, institution: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('transferCase')
    .select('id')
    .where('institutionId', '=', institution)
    .where('status', 'in', ['open', 'suspended'])
    .orderBy('number')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether the institution has this case. */
export async function caseExists(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('transferCase')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Appends one linked entry; the table itself refuses any later change. */
export async function insertAct(tx: Tx, institution: string, linked: Entry): Promise<void> {
  const { prev, hash, ...entry } = linked
  await tx
    .insertInto('act')
    .values({
      institutionId: institution,
      caseId: entry.case,
      seq: entry.seq,
      type: entry.type,
      onDay: entry.on,
      at: new Date(entry.at),
      byPerson: entry.by.person,
      entry: JSON.stringify(entry),
      prev,
      hash,
    })
    .execute()
}

/** The next number of a case in a year, such as XM-2026-018; the row lock orders openers. */
export async function nextNumber(tx: Tx, institution: string, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('caseNumber')
    .values({ institutionId: institution, year, last: 1 })
    .onConflict((on) =>
      on.columns(['institutionId', 'year']).doUpdateSet({ last: sql`case_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `XM-${year}-${String(last).padStart(3, '0')}`
}

/** Objections of a case, still sealed. */
export function objectionsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('objection')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .orderBy('filedOn')
    .execute()
}

/** The title of a case. */
export async function caseTitle(tx: Tx, institution: string, id: string): Promise<string> {
  const row = await tx
    .selectFrom('transferCase')
    .select('title')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.title
}

/** The lines of the newest distribution plan of a case. */
export function planLinesOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('planLine')
    .select(['party', 'who', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .where('seq', '=', (newest) =>
      newest
        .selectFrom('planLine')
        .select((select) => select.fn.max('seq').as('seq'))
        .where('institutionId', '=', institution)
        .where('caseId', '=', id),
    )
    .orderBy('line')
    .execute()
}
