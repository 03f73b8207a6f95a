import { groupBy } from '@yizhuan/kit'
import { chartOn, type JournalLine, type Movement } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import '../achievements/index.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import './vouchers/run.table.ts'
import type { JournalRow, VoucherRow } from './journal.csv.ts'
import type { JournalSource } from './journal.table.ts'
import type { JournalFilterWire, JournalPageWire, JournalQueryWire } from './journal.wire.ts'
import { eventOf, labelOf, type StandingEntry } from './posting.ts'

/** The entries of some records that nothing took back. */
export async function standingEntries(
  tx: Tx,
  institution: string,
  source: JournalSource,
  ids: readonly string[],
): Promise<readonly StandingEntry[]> {
  const entries = await tx
    .selectFrom('journalEntry')
    .select(['id', 'sourceId', 'sourceSeq as seq', 'kind', 'chart', 'subject'])
    .select(sql<string>`coalesce(acted_on, dated_on)`.as('on'))
    .where('institutionId', '=', institution)
    .where('source', '=', source)
    .where('sourceId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('reverses', 'is', null)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('journalEntry as later')
            .select('later.id')
            .whereRef('later.institutionId', '=', 'journalEntry.institutionId')
            .whereRef('later.reverses', '=', 'journalEntry.id'),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  const lines = await linesOfEntries(
    tx,
    institution,
    entries.map(({ id: entry }) => entry),
  )
  return entries.map((entry) => ({ ...entry, lines: lines.get(entry.id) ?? [] }))
}

/** The lines of some entries, in order. */
export async function linesOfEntries(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly JournalLine[]>> {
  const rows = await tx
    .selectFrom('journalLine')
    .select(['entryId', 'book', 'side', 'account', 'amountFen', 'person'])
    .where('institutionId', '=', institution)
    .where('entryId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('entryId')
    .orderBy('line')
    .execute()
  const byEntry = groupBy(rows, ({ entryId }) => entryId)
  return new Map(
    [...byEntry].map(([entry, lines]) => [
      entry,
      lines.map(({ book, side, account, amountFen, person }) => ({
        ...{ book, side, account, fen: BigInt(amountFen) },
        ...(person !== null && { person }),
      })),
    ]),
  )
}

/** A page of the journal, newest first; its first page also says what the filter finds in all. */
export async function listEntries(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: JournalQueryWire,
): Promise<JournalPageWire> {
  let query = ordered(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('journalEntry', cursor))
  const rows = await query.limit(limit + 1).execute()
  const lines = await linesOfEntries(
    tx,
    institution,
    rows.map(({ id }) => id),
  )
  const page = pageOf(rows, limit, (row) => ({
    ...row,
    event: eventOf(row.kind),
    label: labelOf(chartOn(chartsOfAccounts(), row.datedOn), row.kind),
    isReversal: row.reverses !== null,
    lines: (lines.get(row.id) ?? []).map(({ fen, person = null, ...line }) => ({
      ...line,
      person,
      amountFen: `${fen}`,
    })),
  }))
  return cursor === undefined ? { ...page, totals: await totals(tx, institution, filter) } : page
}

/** Every line that a filter finds, for an export: as a voucher shows it, one row a line. */
export function allLines(
  tx: Tx,
  institution: string,
  filter: JournalFilterWire,
): AsyncIterable<JournalRow> {
  return withLines(ordered(tx, institution, filter))
    .orderBy('journalLine.line')
    .stream(500)
}

/** The lines of an account in a period, the earliest first. */
export async function linesOfAccount(
  tx: Tx,
  institution: string,
  { account, ...period }: { readonly account: string; readonly from: string; readonly to: string },
): Promise<readonly JournalRow[]> {
  return await withLines(selected(found(tx, institution, period)))
    .where('journalLine.account', '=', account)
    .orderBy('journalEntry.datedOn')
    .orderBy('journalEntry.id')
    .orderBy('journalLine.line')
    .execute()
}

/** The lines of the vouchers that went out by a run, voucher by voucher. */
export function linesOfRun(tx: Tx, institution: string, run: string): AsyncIterable<VoucherRow> {
  return vouchers(tx, institution).where('voucher.runId', '=', run).stream(500)
}

/** The lines of all vouchers of some months, each once, voucher by voucher. */
export function linesOfMonths(
  tx: Tx,
  institution: string,
  { after, through }: { readonly after: string | null; readonly through: string },
): AsyncIterable<VoucherRow> {
  return vouchers(tx, institution)
    .where('voucher.isAgain', '=', false)
    .where('voucher.month', '>', after ?? '')
    .where('voucher.month', '<=', through)
    .stream(500)
}

function vouchers(tx: Tx, institution: string) {
  return withLines(selected(found(tx, institution, {})))
    .innerJoin('voucher', (join) =>
      join
        .onRef('voucher.institutionId', '=', 'journalEntry.institutionId')
        .onRef('voucher.entryId', '=', 'journalEntry.id'),
    )
    .select(['voucher.month', 'voucher.number'])
    .orderBy('voucher.month')
    .orderBy('voucher.number')
    .orderBy('journalLine.line')
}

function totals(tx: Tx, institution: string, filter: JournalFilterWire) {
  const debits = (book: string) =>
    sql<string>`coalesce(sum(journal_line.amount_fen) filter (where journal_line.side = 'debit'
      and journal_line.book = ${book}), 0)::text`
  return found(tx, institution, filter)
    .innerJoin('journalLine', (join) =>
      join
        .onRef('journalLine.institutionId', '=', 'journalEntry.institutionId')
        .onRef('journalLine.entryId', '=', 'journalEntry.id'),
    )
    .select([
      sql<number>`count(distinct journal_entry.id)::int`.as('count'),
      debits('financial').as('financialFen'),
      debits('budget').as('budgetFen'),
    ])
    .executeTakeFirstOrThrow()
}

function ordered(tx: Tx, institution: string, filter: JournalFilterWire) {
  return selected(found(tx, institution, filter))
    .orderBy('journalEntry.datedOn', 'desc')
    .orderBy('journalEntry.id', 'desc')
}

/** The columns of an entry that pages and sheets show. */
function selected(query: ReturnType<typeof found>) {
  return query
    .leftJoin('achievement', (join) =>
      join
        .onRef('achievement.institutionId', '=', 'journalEntry.institutionId')
        .onRef('achievement.id', '=', 'journalEntry.achievementId'),
    )
    .select([
      'journalEntry.id',
      'journalEntry.datedOn',
      'journalEntry.actedOn',
      'journalEntry.kind',
      'journalEntry.source',
      'journalEntry.recordId',
      'journalEntry.caseId',
      'journalEntry.achievementId',
      'journalEntry.subject',
      'journalEntry.reference',
      'journalEntry.reverses',
      'achievement.department',
    ])
}

/** Every line of the entries, with the account as the institution's own books call it. */
function withLines(query: ReturnType<typeof selected>) {
  return query
    .innerJoin('journalLine', (join) =>
      join
        .onRef('journalLine.institutionId', '=', 'journalEntry.institutionId')
        .onRef('journalLine.entryId', '=', 'journalEntry.id'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('accountName')
          .select(['number as ownNumber', 'name as ownName'])
          .whereRef('accountName.institutionId', '=', 'journalLine.institutionId')
          .whereRef('accountName.account', '=', 'journalLine.account')
          .orderBy('seq', 'desc')
          .limit(1)
          .as('own'),
      (join) => join.onTrue(),
    )
    .select([
      'own.ownNumber',
      'own.ownName',
      'journalLine.line',
      'journalLine.book',
      'journalLine.side',
      'journalLine.account',
      'journalLine.amountFen',
      'journalLine.person',
    ])
}

function found(
  tx: Tx,
  institution: string,
  { q, from, to, account, source, case: caseId }: JournalFilterWire,
) {
  let query = tx.selectFrom('journalEntry').where('journalEntry.institutionId', '=', institution)
  if (from !== undefined) query = query.where('journalEntry.datedOn', '>=', from)
  if (to !== undefined) query = query.where('journalEntry.datedOn', '<=', to)
  if (source !== undefined) query = query.where('journalEntry.source', '=', source)
  if (caseId !== undefined) query = query.where('journalEntry.caseId', '=', caseId)
  if (q !== undefined) {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([
        where('journalEntry.subject', 'ilike', like),
        where('journalEntry.reference', 'ilike', like),
      ]),
    )
  }
  if (account === undefined) return query
  return query.where((where) =>
    where.exists(
      where
        .selectFrom('journalLine as named')
        .select('named.line')
        .whereRef('named.institutionId', '=', 'journalEntry.institutionId')
        .whereRef('named.entryId', '=', 'journalEntry.id')
        .where('named.account', '=', account),
    ),
  )
}

/** What moved in each account before a period and within it. */
export async function movementsIn(
  tx: Tx,
  institution: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Movement[]> {
  const total = (side: string, isBefore: boolean) =>
    sql<string>`coalesce(sum(journal_line.amount_fen) filter (where journal_line.side = ${side}
      and ${isBefore ? sql`journal_entry.dated_on < ${from}` : sql`journal_entry.dated_on >= ${from}`}), 0)::text`
  const rows = await tx
    .selectFrom('journalLine')
    .innerJoin('journalEntry', (join) =>
      join
        .onRef('journalEntry.institutionId', '=', 'journalLine.institutionId')
        .onRef('journalEntry.id', '=', 'journalLine.entryId'),
    )
    .select('journalLine.account')
    .select([
      total('debit', true).as('debitBefore'),
      total('credit', true).as('creditBefore'),
      total('debit', false).as('debit'),
      total('credit', false).as('credit'),
    ])
    .where('journalLine.institutionId', '=', institution)
    .where('journalEntry.datedOn', '<=', to)
    .groupBy('journalLine.account')
    .execute()
  return rows.map(({ account, debitBefore, creditBefore, debit, credit }) => ({
    account,
    debitBefore: BigInt(debitBefore),
    creditBefore: BigInt(creditBefore),
    debit: BigInt(debit),
    credit: BigInt(credit),
  }))
}

/** How the institution's own books call the accounts of the chart, as last said. */
export async function accountNames(tx: Tx, institution: string) {
  return await tx
    .selectFrom('accountName')
    .distinctOn('account')
    .select(['account', 'seq', 'number', 'name', 'madeAt', 'madeName'])
    .where('institutionId', '=', institution)
    .orderBy('account')
    .orderBy('seq', 'desc')
    .execute()
}

/** Everything that was ever said of an account's name, the newest first. */
export async function namesOfAccount(tx: Tx, institution: string, account: string) {
  return await tx
    .selectFrom('accountName')
    .select(['seq', 'number', 'name', 'madeAt', 'madeName'])
    .where('institutionId', '=', institution)
    .where('account', '=', account)
    .orderBy('seq', 'desc')
    .execute()
}

/** The records of a source that stand in the journal. */
export async function postedRecords(
  tx: Tx,
  institution: string,
  source: JournalSource,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('journalEntry')
    .select('sourceId')
    .distinct()
    .where('institutionId', '=', institution)
    .where('source', '=', source)
    .execute()
  return new Set(rows.map(({ sourceId }) => sourceId))
}

/** What each account comes to for each record and person: debits less credits. */
export async function balancesByRecord(tx: Tx, institution: string) {
  return await tx
    .selectFrom('journalLine')
    .innerJoin('journalEntry', (join) =>
      join
        .onRef('journalEntry.institutionId', '=', 'journalLine.institutionId')
        .onRef('journalEntry.id', '=', 'journalLine.entryId'),
    )
    .select(['journalEntry.recordId', 'journalLine.account', 'journalLine.person'])
    .select(
      sql<string>`sum(case journal_line.side when 'debit' then journal_line.amount_fen
        else -journal_line.amount_fen end)::text`.as('netFen'),
    )
    .where('journalLine.institutionId', '=', institution)
    // What closes a year follows from all the others, and is no record of its own.
    .where('journalEntry.source', '<>', 'closing')
    .groupBy(['journalEntry.recordId', 'journalLine.account', 'journalLine.person'])
    .execute()
}
