import { addDays, type Day, daysBetween } from '@yizhuan/kit'
import { type Age, ageOf, ages, dueDaysOf } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { pageOf, placeIn } from '../../platform/keyset.ts'
import { isWithoutTerms } from '../contracts/index.ts'
import { stateOf } from './contract-money.view.ts'
import type {
  ReceivableFilterWire,
  ReceivableLineWire,
  ReceivablePageWire,
  ReceivableQueryWire,
} from './receivable-list.wire.ts'
import './receivables.table.ts'

/** A page of what is owed, the longest overdue first; its first page also says the sums by age. */
export async function listReceivables(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ReceivableQueryWire,
  today: Day,
): Promise<ReceivablePageWire> {
  let query = ordered(tx, institution, filter, today)
  if (cursor !== undefined) query = query.where(isBehind(cursor))
  const rows = await query.limit(limit + 1).execute()
  const page = { today, ...pageOf(rows, limit, (row) => lineOf(row, today)) }
  if (cursor !== undefined) return page
  const totals = await totalsOf(tx, institution, filter, today)
  return { ...page, totals, withoutTerms: await contractsWithoutTerms(tx, institution) }
}

/** How many contracts are signed and have no payment terms. */
async function contractsWithoutTerms(tx: Tx, institution: string): Promise<number> {
  const { count } = await tx
    .selectFrom('contract')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('institutionId', '=', institution)
    .where(isWithoutTerms)
    .executeTakeFirstOrThrow()
  return count
}

/** Everything a filter finds, for an export. */
export async function* allReceivables(
  tx: Tx,
  institution: string,
  filter: ReceivableFilterWire,
  today: Day,
): AsyncIterable<ReceivableLineWire> {
  for await (const row of ordered(tx, institution, filter, today).stream(500)) {
    yield lineOf(row, today)
  }
}

/** The order is by day upwards: the cursor of `pageOf` is read the other way round. */
function isBehind(cursor: string) {
  const { datedOn, id } = placeIn(cursor)
  return sql<boolean>`(receivable.dated_on, receivable.id) > (${datedOn}, ${id}::uuid)`
}

function ordered(tx: Tx, institution: string, filter: ReceivableFilterWire, today: Day) {
  return found(tx, institution, filter, today)
    .select([
      'receivable.id',
      'receivable.contractId',
      'contract.number as contractNumber',
      'contract.title as contractTitle',
      'contract.counterparty',
      'receivable.kind',
      'receivable.label',
      'receivable.currency',
      'receivable.minor',
      'receivable.openMinor',
      'receivable.openFen',
      'receivable.dueOn',
      'receivable.isCancelled',
      'receivable.matchedMinor',
      'receivable.writtenOffMinor',
      'receivable.datedOn',
    ])
    .orderBy('receivable.datedOn')
    .orderBy('receivable.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof ordered>['execute']>>[number]

function lineOf(row: Row, today: Day): ReceivableLineWire {
  const { isCancelled: _c, matchedMinor: _m, writtenOffMinor: _w, datedOn: _d, ...line } = row
  const dueOn = row.dueOn as Day | null
  const state = stateOf(row, today)
  const late = state === 'overdue' && dueOn !== null ? daysBetween(dueOn, today) : 0
  return { ...line, state, age: ageOf(dueOn, today), daysLate: late }
}

function found(tx: Tx, institution: string, filter: ReceivableFilterWire, today: Day) {
  const { q, contract, state = 'open', age, dueFrom, dueTo } = filter
  let query = tx
    .selectFrom('receivable')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receivable.institutionId')
        .onRef('contract.id', '=', 'receivable.contractId'),
    )
    .where('receivable.institutionId', '=', institution)
    .where('receivable.isCancelled', '=', false)
  if (contract !== undefined) query = query.where('receivable.contractId', '=', contract)
  if (dueFrom !== undefined) query = query.where('receivable.dueOn', '>=', dueFrom)
  if (dueTo !== undefined) query = query.where('receivable.dueOn', '<=', dueTo)
  if (state === 'awaited') {
    query = query.where(({ or, eb }) =>
      or([eb('receivable.minor', 'is', null), eb('receivable.dueOn', 'is', null)]),
    )
  }
  if (state === 'settled') {
    query = query.where('receivable.minor', 'is not', null).where('receivable.openMinor', '=', '0')
  }
  if (state === 'open' || state === 'overdue' || state === 'upcoming' || age !== undefined) {
    query = query.where('receivable.openMinor', '>', '0')
  }
  if (state === 'overdue') query = query.where('receivable.dueOn', '<', today)
  if (state === 'upcoming') query = query.where('receivable.dueOn', '>=', today)
  if (age !== undefined) query = query.where(isOfAge(age, today))
  if (q !== undefined) {
    query = query.where(({ or, eb }) =>
      or([
        isFoundBy('receivable.contractId', institution, 'contract', q),
        eb('receivable.label', 'like', `%${q.replace(/[\\%_]/g, '\\$&')}%`),
      ]),
    )
  }
  return query
}

function isOfAge(age: Age, today: Day) {
  const { least, most } = dueDaysOf(age)
  const upTo = least === null ? sql`true` : sql`receivable.due_on <= ${addDays(today, -least)}`
  const from = most === null ? sql`true` : sql`receivable.due_on >= ${addDays(today, -most)}`
  // What waits for its day is not due.
  return age === 'notDue'
    ? sql<boolean>`(receivable.due_on is null or ${from})`
    : sql<boolean>`(${upTo} and ${from})`
}

async function totalsOf(tx: Tx, institution: string, filter: ReceivableFilterWire, today: Day) {
  const sum = sql<string>`coalesce(sum(receivable.open_fen), 0)::text`
  const count = sql<number>`count(*)::int`
  const all = await found(tx, institution, filter, today)
    .select([count.as('count'), sum.as('openFen')])
    .select(sql<string>`coalesce(sum(receivable.booked_fen), 0)::text`.as('bookedFen'))
    .executeTakeFirstOrThrow()
  const byAge = await Promise.all(
    ages
      .filter((age) => filter.age === undefined || filter.age === age)
      .map(async (age) => {
        const only = { ...filter, age }
        const row = await found(tx, institution, only, today)
          .select([count.as('count'), sum.as('openFen')])
          .executeTakeFirstOrThrow()
        return { age, ...row }
      }),
  )
  return { ...all, ages: byAge }
}
