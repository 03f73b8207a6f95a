import { fieldsOf, headingKey, type TableName } from '@yizhuan/ledger'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import type { Decision } from './decision.ts'
import { notYetFound } from './finding.queries.ts'
import type { Counts, TableMapping } from './import.table.ts'
import type {
  ImportFilterWire,
  ImportLineWire,
  ImportPageWire,
  ImportWire,
  TableMappingWire,
} from './import.wire.ts'
import { type Remembered, rememberedMapping } from './mapping.queries.ts'
import './import.table.ts'

const line = [
  'id',
  'fileName',
  'fileSize',
  'state',
  'uploadedByName',
  'uploadedAt',
  'settledByName',
  'settledAt',
  'undoneByName',
  'undoneAt',
  'counts',
] as const

/** The imports of an institution, newest first. */
export async function listImports(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: ImportFilterWire & { cursor?: string | undefined; limit: number },
): Promise<ImportPageWire> {
  let query = found(tx, institution, filter)
  // Ids are made in the order of time, so they order the list and mark its pages.
  if (cursor !== undefined) query = query.where('id', '<', cursor)
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit).map(shownLine)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, nextCursor: last.id } : { items }
}

/** All that a filter finds, for a sheet. */
export async function allImports(
  tx: Tx,
  institution: string,
  filter: ImportFilterWire,
): Promise<ImportLineWire[]> {
  return (await found(tx, institution, filter).execute()).map(shownLine)
}

function found(tx: Tx, institution: string, { q, state }: ImportFilterWire) {
  let query = tx
    .selectFrom('ledgerImport')
    .select([...line])
    .where('institutionId', '=', institution)
  if (state !== undefined) query = query.where('state', '=', state)
  if (q !== undefined) {
    query = query.where(sql<boolean>`strpos(lower(file_name), lower(${q})) > 0`)
  }
  return query.orderBy('id', 'desc')
}

type Line = Pick<NonNullable<Awaited<ReturnType<typeof importRow>>>, (typeof line)[number]>

function shownLine({ counts, uploadedAt, settledAt, undoneAt, ...row }: Line): ImportLineWire {
  return {
    ...row,
    uploadedAt: uploadedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
    written: counts.written,
  }
}

/** One import without its content, or undefined: of another institution's there is none. */
export function importRow(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('ledgerImport')
    .select([...line, 'uploadedBy', 'version', 'asOf', 'fileSha256', 'mapping', 'undoneReason'])
    .select((eb) => eb('contentSealed', 'is not', null).as('hasFile'))
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** One import as people see it. */
export async function importOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<ImportWire | undefined> {
  const row = await importRow(tx, institution, id)
  if (!row) return undefined
  const { version, asOf, fileSha256, mapping, counts, undoneReason, hasFile } = row
  const { tables, ignoredSheets, comments } = mapping
  const remembered = await rememberedMapping(tx, institution)
  return {
    ...shownLine(row),
    version,
    asOf,
    fileSha256,
    undoneReason,
    toCorrect: hasFile ? toCorrectIn(counts) : 0,
    notYetFound: row.state === 'confirmed' ? await notYetFound(tx, institution, id) : 0,
    tables: tables.map((table) => shownTable(table, remembered)),
    words: remembered.codes.filter((one) => tables.some(({ table }) => table === one.table)),
    ignoredSheets: [...ignoredSheets],
    comments: [...comments],
    counts: counts.tables.map((table) => ({ ...table, states: { ...table.states } })),
    problems: counts.problems.map((problem) => ({ ...problem })),
    sameFile: (await confirmedBefore(tx, institution, fileSha256, id)) ?? null,
  }
}

/** How many rows stay out because something about them is open. */
export function toCorrectIn({ tables }: Counts): number {
  return tables.reduce((sum, { states }) => sum + (states.refused ?? 0), 0)
}

/** A table as it was understood, with what its columns can be, and who said what they are. */
function shownTable(table: TableMapping, { columns }: Remembered): TableMappingWire {
  const said = new Map(
    columns.filter((one) => one.table === table.table).map((one) => [one.heading, one]),
  )
  return {
    ...table,
    headerRows: [...table.headerRows],
    columns: table.columns.map((column) => {
      const one = said.get(headingKey(column.header))
      return { ...column, ...(one?.field === column.field && { said: { by: one.by, at: one.at } }) }
    }),
    fields: fieldsOf(table.table as TableName).map((field) => ({
      ...field,
      codes: [...field.codes],
    })),
    notData: { ...table.notData },
    sumsFen: { ...table.sumsFen },
  }
}

/** The latest confirmed import of the very same file. */
async function confirmedBefore(tx: Tx, institution: string, sha256: string, except: string) {
  const row = await tx
    .selectFrom('ledgerImport')
    .select(['id', 'settledAt', 'settledByName'])
    .where('institutionId', '=', institution)
    .where('fileSha256', '=', sha256)
    .where('state', '=', 'confirmed')
    .where('id', '!=', except)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const { id, settledAt, settledByName } = row
  return { id, settledAt: settledAt?.toISOString() ?? '', settledByName: settledByName ?? '' }
}

/** The open draft of a file, so that uploading it twice makes no second one. */
export async function draftOf(tx: Tx, institution: string, sha256: string) {
  const row = await tx
    .selectFrom('ledgerImport')
    .select('id')
    .where('institutionId', '=', institution)
    .where('fileSha256', '=', sha256)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return row?.id
}

/** How an import stands. */
const standing = [
  ...(['state', 'version', 'fileName'] as const),
  ...(['settledByName', 'settledAt', 'undoneByName', 'undoneAt'] as const),
] as const

/** An import with its sealed content. */
export function contentOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('ledgerImport')
    .select([...standing, 'asOf', 'contentSealed'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Locks an import until the transaction ends. */
export function lockImport(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('ledgerImport')
    .select([...standing, 'fileSha256', 'counts'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Under which name a decision's value is sealed. */
const valuePlace = (id: string, seq: number) => `import:decision:${id}:${seq}`

/** All decisions of an import in their order, opened. */
export async function decisionsOf(
  tx: Tx,
  keys: FieldKeys,
  institution: string,
  id: string,
): Promise<readonly (Decision & { readonly seq: number })[]> {
  const rows = await tx
    .selectFrom('importDecision')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(
    ({ seq, kind, sheet, row, columnLetter, code, choice, valueSealed, ...made }) => ({
      seq,
      kind,
      sheet,
      row,
      column: columnLetter,
      code,
      choice,
      value: valueSealed === null ? null : keys.open(valueSealed, valuePlace(id, seq)),
      by: made.byName,
      at: made.at.toISOString(),
    }),
  )
}

/** Appends decisions after those there are. */
export async function appendDecisions(
  tx: Tx,
  keys: FieldKeys,
  by: { readonly institution: string; readonly person: string; readonly name: string },
  id: string,
  after: number,
  decisions: readonly Decision[],
): Promise<void> {
  await insertMany(
    tx,
    'importDecision',
    decisions.map(({ kind, sheet, row, column, code, choice, value, at }, index) => {
      const seq = after + index + 1
      return {
        institutionId: by.institution,
        importId: id,
        seq,
        kind,
        sheet,
        row,
        columnLetter: column,
        code,
        choice,
        valueSealed: value === null ? null : keys.seal(value, valuePlace(id, seq)),
        byPerson: by.person,
        byName: by.name,
        at,
      }
    }),
  )
}

/** How far the reading or the confirmation of an import is. */
export interface Progress {
  readonly fileName: string
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** The same as it is now. */
export async function progressOf(tx: Tx, institution: string, id: string) {
  const row = await tx
    .selectFrom('importProgress')
    .select(['phase', 'done', 'total'])
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .executeTakeFirst()
  return row ?? { phase: null, done: 0, total: 0 }
}

/** After so long without a word, whoever was at it is gone. */
const silentMinutes = 5

/** What is being read or written at this moment. */
export async function importsUnderWay(tx: Tx, institution: string, now: Date) {
  return await tx
    .selectFrom('importProgress')
    .select(['importId as id', 'fileName', 'phase', 'done', 'total'])
    .where('institutionId', '=', institution)
    .where('at', '>', new Date(now.getTime() - silentMinutes * 60_000))
    .orderBy('importId')
    .execute()
}

/** Notes how far an import is, or with undefined that none runs. */
export async function noteProgress(
  tx: Tx,
  institution: string,
  id: string,
  at: Date,
  progress: Progress | undefined,
): Promise<void> {
  if (!progress) {
    await sql`delete from import_progress
      where institution_id = ${institution} and import_id = ${id}`.execute(tx)
    return
  }
  const { fileName, ...now } = { ...progress, at }
  await tx
    .insertInto('importProgress')
    .values({ institutionId: institution, importId: id, fileName, ...now })
    .onConflict((on) => on.columns(['institutionId', 'importId']).doUpdateSet(now))
    .execute()
}
