import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { pageFoundBy } from '../../platform/page-found-by.ts'
import { prepared } from '../../platform/prepared.ts'
import type { Tables } from '../../platform/tables.ts'
import './case.table.ts'
import './officers/officer.table.ts'
import type { CaseFilterWire, CaseLineWire, CaseQueryWire } from './case.wire.ts'
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
  'procedure',
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

/** Who answers for a case, by the account's present name. */
const officer = [
  sql<string | null>`(select person_id from case_officer
    where case_officer.institution_id = transfer_case.institution_id
      and case_officer.case_id = transfer_case.id and part = 'lead')`.as('officerId'),
  sql<string | null>`(select account.name from case_officer join account
      on account.institution_id = case_officer.institution_id
      and account.person_id = case_officer.person_id
    where case_officer.institution_id = transfer_case.institution_id
      and case_officer.case_id = transfer_case.id and part = 'lead' limit 1)`.as('officerName'),
]

const lineById = prepared((tx: Tx, { institution, id }: { institution: string; id: string }) =>
  tx
    .selectFrom('transferCase')
    .select([...line, ...officer])
    .where('institutionId', '=', institution)
    .where('id', '=', id),
)

/** The line of one case, or undefined: for another institution's case there is none. */
export async function caseLine(
  tx: Tx,
  institution: string,
  id: string,
): Promise<CaseLineWire | undefined> {
  const [row] = await lineById(tx, { institution, id })
  return row as CaseLineWire | undefined
}

/** A page of cases, newest number first. */
export async function listCases(
  tx: Tx,
  institution: string,
  { limit, q, ...filter }: CaseQueryWire,
): Promise<{ items: CaseLineWire[]; nextCursor?: string }> {
  const asked = { institution, ...filter, most: limit + 1 }
  const rows =
    q === undefined
      ? await pageOfCases(tx, asked)
      : await pageFoundBy(tx, page(tx, asked), {
          ...{ institution, kind: 'case', sought: q, most: asked.most, id: 'transferCase.id' },
          order: sql`number desc`,
          labels: { way: 'desc', ...(filter.cursor !== undefined && { after: filter.cursor }) },
        })
  const items = rows as CaseLineWire[]
  if (items.length <= limit) return { items }
  const shown = items.slice(0, limit)
  return { items: shown, nextCursor: shown.at(-1)?.number ?? '' }
}

interface Chosen extends Omit<CaseQueryWire, 'limit' | 'q'> {
  readonly institution: string
}

/** Every case a filter finds, for a sheet. */
export function allCases(tx: Tx, institution: string, { q, ...filter }: CaseFilterWire) {
  const query = chosen(tx, { institution, ...filter })
  const found =
    q === undefined ? query : query.where(isFoundBy('transferCase.id', institution, 'case', q))
  return found.stream(500) as AsyncIterable<CaseLineWire>
}

const pageOfCases = prepared(page)

function page(tx: Tx, asked: Chosen & { readonly most: number }) {
  return chosen(tx, asked).limit(asked.most)
}

function chosen(tx: Tx, asked: Chosen) {
  const { institution, procedure, stage, status, achievementId, cursor } = asked
  const { officer: whose } = asked
  let query = tx
    .selectFrom('transferCase')
    .select([...line, ...officer])
    .where('institutionId', '=', institution)
  if (procedure !== undefined) query = query.where('procedure', '=', procedure)
  if (stage !== undefined) query = query.where('stage', '=', stage)
  if (status !== undefined) query = query.where('status', '=', status)
  if (achievementId !== undefined) query = query.where('achievementId', '=', achievementId)
  if (whose !== undefined) {
    query = query.where('id', 'in', (carried) =>
      carried
        .selectFrom('caseOfficer')
        .select('caseId')
        .where('caseOfficer.institutionId', '=', institution)
        .where('caseOfficer.personId', '=', whose),
    )
  }
  if (cursor !== undefined) query = query.where('number', '<', cursor)
  return query.orderBy('number', 'desc')
}

const recordOf = prepared((tx: Tx, { institution, id }: { institution: string; id: string }) =>
  tx
    .selectFrom('act')
    .select(['entry', 'prev', 'hash'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .orderBy('seq'),
)

/** The whole record of a case in order. */
export async function entriesOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<readonly StoredEntry[]> {
  return (await recordOf(tx, { institution, id })) as readonly StoredEntry[] // What insertAct wrote.
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

const insertEntry = prepared((tx: Tx, row: Insertable<Tables['act']>) =>
  tx.insertInto('act').values(row),
)

/** Appends one linked entry; the table itself refuses any later change. */
export async function insertAct(tx: Tx, institution: string, linked: Entry): Promise<void> {
  const { prev, hash, ...entry } = linked
  await insertEntry(tx, {
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

const numbered = prepared((tx: Tx, { institution, id }: { institution: string; id: string }) =>
  tx
    .selectFrom('transferCase')
    .select('number')
    .where('institutionId', '=', institution)
    .where('id', '=', id),
)

/** The number of a case, or undefined: for another institution's case there is none. */
export async function caseNumber(
  tx: Tx,
  institution: string,
  id: string,
): Promise<string | undefined> {
  const [row] = await numbered(tx, { institution, id })
  return row?.number
}

/** The id of the case with a number; undefined when there is none. */
export async function caseIdOf(
  tx: Tx,
  institution: string,
  number: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('transferCase')
    .select('id')
    .where('institutionId', '=', institution)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id
}

/** Whether the institution has this case. */
export async function caseExists(tx: Tx, institution: string, id: string): Promise<boolean> {
  return (await caseNumber(tx, institution, id)) !== undefined
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

/** The acts of all cases of a procedure about achievements, in their order; of some where they are named. */
export async function actsOfProcedure(
  tx: Tx,
  institution: string,
  procedure: string,
  achievements?: readonly string[],
) {
  let query = tx
    .selectFrom('transferCase')
    .innerJoin('act', (join) =>
      join
        .onRef('act.institutionId', '=', 'transferCase.institutionId')
        .onRef('act.caseId', '=', 'transferCase.id'),
    )
    .select(['act.caseId', 'transferCase.number', 'transferCase.title', 'transferCase.status'])
    .select(['act.seq', 'act.type', 'act.onDay'])
    .select(sql<string>`transfer_case.achievement_id`.as('achievementId'))
    .select(sql<Readonly<Record<string, unknown>>>`act.entry -> 'data'`.as('data'))
    .where('transferCase.institutionId', '=', institution)
    .where('act.institutionId', '=', institution)
    .where('transferCase.procedure', '=', procedure)
    .where('transferCase.achievementId', 'is not', null)
  if (achievements !== undefined) {
    query = query.where(
      'transferCase.achievementId',
      '=',
      sql<string>`any(${[...achievements]}::uuid[])`,
    )
  }
  return await query.orderBy('transferCase.number').orderBy('act.seq').execute()
}
