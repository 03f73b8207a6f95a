import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import type {
  ImportProblemWire,
  ProblemFilterWire,
  ProblemPageWire,
  RowPageWire,
  RowQueryWire,
} from './import.wire.ts'
import type { ShownProblem, ShownRow } from './view.ts'

/** A page of the rows of an import, in the order of the workbook. */
export async function listRows(
  tx: Tx,
  institution: string,
  id: string,
  { table, state, q, cursor, limit }: RowQueryWire,
): Promise<RowPageWire> {
  let query = tx
    .selectFrom('importRow')
    .select([
      'n',
      'sheet',
      'tableName as table',
      'row',
      'title',
      'state',
      'accepted',
      'reason',
      'changes',
      'record',
      recordThereIs.as('recordId'),
      'errors',
      'warnings',
    ])
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
  if (table !== undefined) query = query.where('tableName', '=', table)
  if (state !== undefined) query = query.where('state', '=', state)
  if (cursor !== undefined) query = query.where('n', '>', cursor)
  if (q !== undefined) {
    query = query.where((eb) =>
      eb.or([
        eb(sql`strpos(lower(title), lower(${q}))`, '>', 0),
        eb(sql`strpos(lower(key), lower(${q}))`, '>', 0),
      ]),
    )
  }
  const rows = await query
    .orderBy('n')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({ ...row, changes: [...row.changes] }))
  const last = items.at(-1)
  return rows.length > limit && last ? { items, nextCursor: last.n } : { items }
}

/** The record of a row; before an import is confirmed, that of a new one is not there yet. */
const recordThereIs = sql<string | null>`case when state <> 'new' or exists (
  select from ledger_import as import where import.institution_id = import_row.institution_id
    and import.id = import_row.import_id and import.state <> 'draft') then record_id end`

/** A page of the problems of an import, in the order of the workbook. */
export async function listProblems(
  tx: Tx,
  institution: string,
  id: string,
  { cursor, limit, ...filter }: ProblemFilterWire & { cursor?: number | undefined; limit: number },
): Promise<ProblemPageWire> {
  let query = problems(tx, institution, id, filter)
  if (cursor !== undefined) query = query.where('importProblem.n', '>', cursor)
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit).map(shown)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, nextCursor: last.n } : { items }
}

/** Every problem that a filter finds, for an export. */
export async function allProblems(
  tx: Tx,
  institution: string,
  id: string,
  filter: ProblemFilterWire,
): Promise<readonly ImportProblemWire[]> {
  return (await problems(tx, institution, id, filter).execute()).map(shown)
}

function problems(
  tx: Tx,
  institution: string,
  id: string,
  { code, severity, table, sheet, row, open }: ProblemFilterWire,
) {
  let query = tx
    .selectFrom('importProblem')
    .leftJoin('importRow', (join) =>
      join
        .onRef('importRow.institutionId', '=', 'importProblem.institutionId')
        .onRef('importRow.importId', '=', 'importProblem.importId')
        .onRef('importRow.tableName', '=', 'importProblem.tableName')
        .onRef('importRow.sheet', '=', 'importProblem.sheet')
        .onRef('importRow.row', '=', 'importProblem.row'),
    )
    .select([
      'importProblem.n',
      'importProblem.sheet',
      'importProblem.tableName as table',
      'importProblem.row',
      'importProblem.columnLetter as column',
      'importProblem.header',
      'importProblem.field',
      'importProblem.code',
      'importProblem.severity',
      'importProblem.raw',
      'importProblem.otherRow',
      'importProblem.message',
      'importProblem.answers',
      'importProblem.settled',
      'importRow.state as rowState',
      sql<unknown>`import_row.record -> import_problem.field`.as('readAs'),
    ])
    .where('importProblem.institutionId', '=', institution)
    .where('importProblem.importId', '=', id)
  if (code !== undefined) query = query.where('importProblem.code', '=', code)
  if (severity !== undefined) query = query.where('importProblem.severity', '=', severity)
  if (table !== undefined) query = query.where('importProblem.tableName', '=', table)
  if (sheet !== undefined) query = query.where('importProblem.sheet', '=', sheet)
  if (row !== undefined) query = query.where('importProblem.row', '=', row)
  if (open !== undefined) {
    query = query.where('importProblem.settled', open === 'yes' ? 'is' : 'is not', null)
  }
  return query.orderBy('importProblem.n')
}

function shown(
  row: Omit<ImportProblemWire, 'answers'> & { readonly answers: readonly object[] },
): ImportProblemWire {
  return { ...row, answers: [...row.answers] as ImportProblemWire['answers'] }
}

/** Takes away what was read of an import. */
export async function clearPreview(tx: Tx, institution: string, id: string): Promise<void> {
  for (const table of ['importRow', 'importProblem'] as const) {
    await tx
      .deleteFrom(table)
      .where('institutionId', '=', institution)
      .where('importId', '=', id)
      .execute()
  }
}

/** Keeps rows of a draft. */
export async function keepRows(
  tx: Tx,
  institution: string,
  id: string,
  rows: readonly ShownRow[],
): Promise<void> {
  await insertMany(tx, 'importRow', rows, { institutionId: institution, importId: id })
}

/** Keeps problems of a draft, the first of them under a number. */
export async function keepProblems(
  tx: Tx,
  institution: string,
  id: string,
  first: number,
  problems: readonly ShownProblem[],
): Promise<void> {
  const of = { institutionId: institution, importId: id }
  await insertMany(
    tx,
    'importProblem',
    problems.map((problem, index) => ({ ...of, n: first + index, ...problem })),
  )
}
