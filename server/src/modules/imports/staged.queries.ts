import { sql } from 'kysely'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import type { Decided } from './decision.ts'
import { toEntry } from './entry.ts'
import type { RowState, Verdict } from './plan.ts'
import { fromJson, type RegisterName, registerOf, type TableRow } from './table-row.ts'
import { idOfNew, idPlace, type PlannedRow } from './view.ts'

// The rows of a draft as they are kept, page by page: a large ledger is never in memory as a whole.

/** A row with its number in its draft. */
export type Staged = PlannedRow & {
  readonly n: number
  /** The id its record will have, where it is new. */
  readonly newId?: string
}

/** A draft whose rows are read. */
export interface StagedDraft {
  readonly tx: Tx
  readonly keys: FieldKeys
  readonly institution: string
  readonly id: string
  readonly decided: Decided
}

/** Which rows are read. */
export interface Wanted {
  readonly register?: RegisterName
  readonly states?: readonly RowState[]
}

/** Rows that are read at a time. */
const perPage = 200

const columns = [
  'n',
  'sheet',
  'tableName',
  'row',
  'key',
  'state',
  'accepted',
  'changes',
  'record',
  'recordId',
  'errors',
  'warnings',
  'fingerprint',
  'openErrors',
  'idSealed',
] as const

/** Reads the rows of a draft in their order, a page at a time. */
export async function* stagedRows(
  { tx, keys, institution, id, decided }: StagedDraft,
  { register, states }: Wanted = {},
): AsyncGenerator<readonly Staged[], void> {
  const tables = Object.entries(registerOf).flatMap(([table, to]) => (to === register ? table : []))
  for (let after = 0; ; ) {
    let query = tx
      .selectFrom('importRow')
      .select([...columns])
      .where('institutionId', '=', institution)
      .where('importId', '=', id)
      .where('n', '>', after)
    if (register) query = query.where('tableName', '=', sql<string>`any(${tables}::text[])`)
    if (states) query = query.where('state', '=', sql<RowState>`any(${[...states]}::text[])`)
    const rows = await query.orderBy('n').limit(perPage).execute()
    if (rows.length > 0) yield rows.map((row) => rowFrom(row, keys, id, decided))
    if (rows.length < perPage) return
    after = rows.at(-1)?.n ?? after
  }
}

type Kept = Awaited<ReturnType<typeof firstOf>>[number]

const firstOf = (tx: Tx) =>
  tx
    .selectFrom('importRow')
    .select([...columns])
    .execute()

/** Which field of a row is sealed. */
const sealedIn = (table: string) => (table === 'interests' ? 'tieHolder' : 'idNumber')

function rowFrom(kept: Kept, keys: FieldKeys, id: string, decided: Decided): Staged {
  const { n, sheet, tableName, row, key, state, accepted, changes, recordId, ...more } = kept
  const { fingerprint, openErrors, errors, warnings, idSealed } = more
  const read = fromJson(more.record)
  // Not copied where there is nothing to put in: most rows have no identity number.
  const record =
    idSealed === null
      ? read
      : { ...read, [sealedIn(tableName)]: keys.open(idSealed, idPlace(id, n)) }
  const line = { table: tableName, record } as TableRow
  const { duplicateOf } = line.record
  const choice = decided.row(sheet, row)?.choice
  const staged: Staged = {
    n,
    place: { sheet, table: tableName, row },
    record: line.record,
    entry: toEntry(line),
    key,
    fingerprint,
    openErrors,
    errors,
    warnings,
    state,
    accepted,
    changes,
    ...(recordId !== null && (state === 'new' ? { newId: recordId } : { recordId })),
    ...(duplicateOf !== undefined && { duplicateOf }),
    ...((choice === 'accept' || choice === 'exclude') && { choice }),
  }
  return staged
}

/** Keeps what is decided now of a row that was decided otherwise before. */
export async function redecide(
  tx: Tx,
  institution: string,
  id: string,
  n: number,
  { state, reason, changes, recordId }: Verdict,
): Promise<void> {
  await tx
    .updateTable('importRow')
    .set({
      state,
      reason: reason ? JSON.stringify(reason) : null,
      changes: JSON.stringify(changes),
      recordId: recordId ?? idOfNew(state),
    })
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .where('n', '=', n)
    .execute()
}

/** Notes from which row each of the records came that were entered. */
export async function noteOrigins(
  tx: Tx,
  institution: string,
  id: string,
  register: RegisterName,
  entered: readonly Staged[],
): Promise<void> {
  if (entered.length === 0) return
  const numbers = entered.map(({ n }) => n)
  // Its key is new among those of the draft, but the record that bore it before may be gone.
  await sql`
    insert into import_origin
      (institution_id, register, key, record_id, fingerprint, import_id, sheet, row)
    select institution_id, ${register}, key, record_id, fingerprint, import_id, sheet, row
    from import_row where institution_id = ${institution} and import_id = ${id}
      and n = any(${numbers}::int[])
    on conflict (institution_id, register, key) do update set record_id = excluded.record_id,
      fingerprint = excluded.fingerprint, import_id = excluded.import_id, sheet = excluded.sheet,
      row = excluded.row
  `.execute(tx)
}

/** Remembers from which row each record came that was there, so that the same row is known the next time. */
export async function rememberOrigins(tx: Tx, institution: string, id: string): Promise<void> {
  await sql`
    insert into import_origin
      (institution_id, register, key, record_id, fingerprint, import_id, sheet, row)
    select distinct on (register, key) institution_id, register, key, record_id, fingerprint,
      import_id, sheet, row
    from import_row
      join jsonb_each_text(${JSON.stringify(registerOf)}::jsonb) as known (name, register)
        on name = table_name
    where institution_id = ${institution} and import_id = ${id} and record_id is not null
      and (state = 'present' or (state = 'changed' and accepted))
    order by register, key, n
    on conflict (institution_id, register, key) do update set record_id = excluded.record_id,
      fingerprint = excluded.fingerprint, import_id = excluded.import_id, sheet = excluded.sheet,
      row = excluded.row
      where import_origin.import_id <> excluded.import_id
  `.execute(tx)
}

/** Takes the sealed identity numbers and names of relatives out of an import that is settled. */
export async function forgetIdNumbers(tx: Tx, institution: string, id: string): Promise<void> {
  await tx
    .updateTable('importRow')
    .set({ idSealed: null })
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .where('idSealed', 'is not', null)
    .execute()
}
