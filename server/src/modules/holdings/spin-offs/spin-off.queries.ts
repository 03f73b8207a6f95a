import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { headOf } from '../../../platform/evidence.ts'
import { isFoundBy } from '../../../platform/found-by.ts'
import { isAfter, pageOf } from '../../../platform/keyset.ts'
import { chainOf } from '../../../platform/register.ts'
import { fieldColumns, spinOffRegister } from './spin-off.table.ts'
import { type Link, type NamedLink, unapproved } from './spin-off.ts'
import type {
  SpinOffFilterWire,
  SpinOffLineWire,
  SpinOffPageWire,
  SpinOffQueryWire,
  SpinOffWire,
} from './spin-off.wire.ts'

/** A page of the register, the latest to change their state first. */
export async function listSpinOffs(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: SpinOffQueryWire,
): Promise<SpinOffPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('spinOff', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, lineOf)
}

/** Every company that a filter finds, for an export, with what it rests on by name. */
export async function allSpinOffs(tx: Tx, institution: string, filter: SpinOffFilterWire) {
  const rows = await found(tx, institution, filter).execute()
  const named = await namedLinks(
    tx,
    institution,
    rows.flatMap(({ links }) => links),
  )
  let at = 0
  return rows.map(({ links, ...row }) => {
    at += links.length
    return { ...row, links: named.slice(at - links.length, at) }
  })
}

/** A company as its page shows it. */
export async function spinOffOf(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<SpinOffWire | undefined> {
  const row = await found(tx, institution, {}).where('spinOff.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(spinOffRegister, id) })
  const { heldNumber, heldCompany, heldStage, links, files, ...told } = row
  const holding =
    heldNumber === null
      ? null
      : { number: heldNumber, company: heldCompany ?? '', stage: heldStage ?? '' }
  return {
    ...told,
    ...lineOf(row),
    seq,
    holding,
    links: (await namedLinks(tx, institution, links)).map((one) => ({ ...one })),
    files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
    unapproved: [...unapproved(row.people, today)],
  }
}

/** A company as stored. */
export function storedSpinOff(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('spinOff')
    .select(['id', ...fieldColumns])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The companies of these names as stored, with what they rest on by its numbers. */
export async function spinOffsByName(tx: Tx, institution: string, names: readonly string[]) {
  if (names.length === 0) return []
  const rows = await found(tx, institution, {})
    .where('spinOff.name', '=', sql<string>`any(${[...names]}::text[])`)
    .execute()
  return Promise.all(
    rows.map(async (row) => ({ ...row, links: await namedLinks(tx, institution, row.links) })),
  )
}

/** The ids of holdings by their numbers. */
export async function holdingsByNumber(tx: Tx, institution: string, numbers: readonly string[]) {
  if (numbers.length === 0) return []
  return await tx
    .selectFrom('holding')
    .select(['id', 'number'])
    .where('institutionId', '=', institution)
    .where('number', '=', sql<string>`any(${[...numbers]}::text[])`)
    .execute()
}

/** The company of a holding. */
export function spinOffOfHolding(tx: Tx, institution: string, holding: string) {
  return tx
    .selectFrom('spinOff')
    .select(['id', 'name', 'state'])
    .where('institutionId', '=', institution)
    .where('holdingId', '=', holding)
    .executeTakeFirst()
}

/** Another company that bears a name or credit code, or is of a holding. */
export function bearerOf(
  tx: Tx,
  institution: string,
  told: { readonly name: string; readonly uscc: string | null; readonly holdingId: string | null },
) {
  return tx
    .selectFrom('spinOff')
    .select(['id', 'name', 'uscc', 'holdingId'])
    .where('institutionId', '=', institution)
    .where((where) =>
      where.or([
        where('name', '=', told.name),
        ...(told.uscc === null ? [] : [where('uscc', '=', told.uscc)]),
        ...(told.holdingId === null ? [] : [where('holdingId', '=', told.holdingId)]),
      ]),
    )
    .execute()
}

/** What companies rest on, as the registers call it to who reads; what is closed to them has no name. */
export async function namedLinks(
  tx: Tx,
  institution: string,
  links: readonly Link[],
): Promise<readonly NamedLink[]> {
  if (links.length === 0) return []
  const ids = (kind: Link['kind']) => links.filter((one) => one.kind === kind).map(({ id }) => id)
  const { rows } = await sql<NamedLink>`
    select 'achievement' as kind, id, number, title from achievement
      where institution_id = ${institution} and id = any(${ids('achievement')}::uuid[])
    union all
    select 'case', id, number, title from transfer_case
      where institution_id = ${institution} and id = any(${ids('case')}::uuid[])
    union all
    select 'contract', id, number, title from contract
      where institution_id = ${institution} and id = any(${ids('contract')}::uuid[])
  `.execute(tx)
  const named = new Map(rows.map((row) => [`${row.kind}/${row.id}`, row]))
  return links.map(
    ({ kind, id }) => named.get(`${kind}/${id}`) ?? { kind, id, number: null, title: null },
  )
}

/** Whether there is such a holding. */
export async function isHolding(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('holding')
    .select('id')
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

function found(tx: Tx, institution: string, { q, state }: SpinOffFilterWire) {
  let query = tx
    .selectFrom('spinOff')
    .leftJoin('holding', (join) =>
      join
        .onRef('holding.institutionId', '=', 'spinOff.institutionId')
        .onRef('holding.id', '=', 'spinOff.holdingId'),
    )
    .select(fieldColumns.map((column) => `spinOff.${column}` as const))
    .select([
      'spinOff.id',
      'spinOff.datedOn',
      'holding.ownShare',
      'holding.number as heldNumber',
      'holding.company as heldCompany',
      'holding.stage as heldStage',
    ])
    .where('spinOff.institutionId', '=', institution)
    .orderBy('spinOff.datedOn', 'desc')
    .orderBy('spinOff.id', 'desc')
  if (state !== undefined) query = query.where('spinOff.state', '=', state)
  if (q !== undefined) query = query.where(isFoundBy('spinOff.id', institution, 'spin-off', q))
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number]

function lineOf(row: Row): SpinOffLineWire {
  const { id, name, uscc, state, stateSince, foundedOn, holdingId, ownShare, people } = row
  const line = { id, name, uscc, state, stateSince, foundedOn, holdingId, ownShare }
  return { ...line, people: people.map((one) => ({ ...one })) }
}
