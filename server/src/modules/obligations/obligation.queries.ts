import { type Day, day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { pageOf, placeIn } from '../../platform/keyset.ts'
import '../contracts/index.ts'
import { fieldColumns } from './obligation.table.ts'
import { type ObligationState, overSince, stateOn } from './obligation.ts'
import type {
  ObligationFilterWire,
  ObligationPageWire,
  ObligationQueryWire,
  ObligationWire,
} from './obligation.wire.ts'

/** A page of what a filter finds, the earliest due first. */
export async function listObligations(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ObligationQueryWire,
  today: Day,
): Promise<ObligationPageWire> {
  let query = found(tx, institution, filter, today)
  if (cursor !== undefined) {
    const { datedOn, id } = placeIn(cursor)
    const dueOn = day(datedOn, 'cursor')
    query = query.where(
      sql<boolean>`(obligation.due_on, obligation.id) > (${dueOn}::date, ${id}::uuid)`,
    )
  }
  const rows = await query.limit(limit + 1).execute()
  const dated = rows.map((row) => ({ ...row, datedOn: row.dueOn }))
  return { today, ...pageOf(dated, limit, ({ datedOn: _, ...row }) => lineOf(row, today)) }
}

/** Everything a filter finds, for an export. */
export async function allObligations(
  tx: Tx,
  institution: string,
  filter: ObligationFilterWire,
  today: Day,
): Promise<ObligationWire[]> {
  const rows = await found(tx, institution, filter, today).execute()
  return rows.map((row) => lineOf(row, today))
}

function found(
  tx: Tx,
  institution: string,
  { contract, kind, obligor, state, q }: ObligationFilterWire,
  today: Day,
) {
  let query = lines(tx, institution)
  if (contract !== undefined) query = query.where('obligation.contractId', '=', contract)
  if (kind !== undefined) query = query.where('obligation.kind', '=', kind)
  if (obligor !== undefined) query = query.where('obligation.obligor', '=', obligor)
  if (state !== undefined) query = query.where(isIn(state, today))
  if (q !== undefined) {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([
        where('obligation.title', 'ilike', like),
        isFoundBy('obligation.contractId', institution, 'contract', q),
      ]),
    )
  }
  return query
}

/** The same as `stateOn`, where the rows are: a test holds the two together. */
function isIn(state: ObligationState, today: Day) {
  const isOver = sql`(coalesce(contract.status, '') = 'not_effective'
    or coalesce(contract.status, '') = 'terminated' and (contract.terminated_on is null
      or to_char(obligation.due_on, 'YYYY-MM-DD') collate "C" >= contract.terminated_on))`
  switch (state) {
    case 'ended':
      return sql<boolean>`obligation.outcome is null and ${isOver}`
    case 'overdue':
      return sql<boolean>`obligation.outcome is null and not ${isOver}
        and obligation.due_on < ${today}`
    case 'open':
      return sql<boolean>`obligation.outcome is null and not ${isOver}
        and obligation.due_on >= ${today}`
    default:
      return sql<boolean>`obligation.outcome = ${state}`
  }
}

/** One of them. */
export async function obligationOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<ObligationWire | undefined> {
  const row = await lines(tx, institution).where('obligation.id', '=', id).executeTakeFirst()
  return row && lineOf(row, today)
}

/** Those nobody said an outcome of that are owed, and due up to a day. */
export async function openUpTo(
  tx: Tx,
  institution: string,
  until: Day,
  contract: string | undefined,
): Promise<ObligationWire[]> {
  let query = lines(tx, institution)
    .where('obligation.outcome', 'is', null)
    .where('obligation.dueOn', '<=', until)
  if (contract !== undefined) query = query.where('obligation.contractId', '=', contract)
  const open = (await query.execute()).map((row) => lineOf(row, until))
  return open.filter(({ state }) => state !== 'ended')
}

// A contract that is hidden from whoever asks hides what it obliges to.
function lines(tx: Tx, institution: string) {
  return tx
    .selectFrom('obligation')
    .innerJoin('contract', (on) =>
      on
        .onRef('contract.institutionId', '=', 'obligation.institutionId')
        .onRef('contract.id', '=', 'obligation.contractId'),
    )
    .where('obligation.institutionId', '=', institution)
    .select(['obligation.id', ...fieldColumns.map((column) => `obligation.${column}` as const)])
    .select([
      'contract.number as contractNumber',
      'contract.title as contractTitle',
      'contract.counterparty',
      'contract.status',
      'contract.terminatedOn',
    ])
    .orderBy('obligation.dueOn')
    .orderBy('obligation.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]

function lineOf({ status, terminatedOn, ...row }: Row, today: Day): ObligationWire {
  const over = overSince(status, terminatedOn)
  return { ...row, files: [...row.files], state: stateOn({ ...row, over }, today) }
}
