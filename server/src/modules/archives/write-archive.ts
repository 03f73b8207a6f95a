import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { FieldKeys } from '../../platform/crypto.ts'
import { asSnapshot, systemPerson, type Tx } from '../../platform/database.ts'
import { readMigrations } from '../../platform/migrate.ts'
import type { Context } from '../../platform/module.ts'
import { ZipWriter } from '../../platform/zip-stream.ts'
import { type ArchivedTable, archivedTables } from './catalog.queries.ts'
import { leftOut, placeIn, sealedColumns, sharedTables } from './contents.ts'
import { archiveFormat, archiveVersion, type Manifest, places, type Sum } from './manifest.ts'
import { newArchiveKeys } from './passphrase.ts'

/** What an archive is made of. */
export interface ArchiveOrder {
  readonly institution: string
  /** Without one, sealed personal data is left out. */
  readonly passphrase?: string | undefined
  /** Told how far it is, in rows and files. */
  readonly onProgress?: (done: number, of: number) => void
}

type Desk = Pick<Context, 'db' | 'clock' | 'files' | 'keys' | 'signer'>

/**
 * Writes everything of an institution as it stands at one moment. No table and no file is ever in memory
 * as a whole.
 *
 * @throws when a stored file is missing or not what its name says: such an archive would be believed.
 */
export async function writeArchive(
  desk: Desk,
  { institution, passphrase, onProgress = () => undefined }: ArchiveOrder,
  out: Writable,
): Promise<Manifest> {
  const sight = { institution, person: systemPerson, roles: ['system'] }
  return await asSnapshot(desk.db, sight, async (tx) => {
    // Moments are written the same wherever an archive is made.
    await sql`select set_config('TimeZone', 'UTC', true)`.execute(tx)
    const tables = await archivedTables(tx as never)
    const progress = counter(await countAll(tx, tables, institution), onProgress)
    const zip = new ZipWriter(out, { large: true })
    const sums: Manifest['tables'] = []
    for (const table of tables) {
      const { name, columns, key } = table
      const sum = await written(zip, places.table(name), rowsOf(tx, table, institution), progress)
      sums.push({ ...sum, name, columns: [...columns], key: [...key] })
    }
    const sealed =
      passphrase === undefined
        ? null
        : await writeSealed(tx, desk, zip, tables, institution, passphrase)
    const manifest: Manifest = {
      format: archiveFormat,
      version: archiveVersion,
      madeAt: desk.clock.now().toISOString(),
      institution: { id: institution, name: await nameOf(tx, institution) },
      migrations: readMigrations().map(({ name, checksum }) => ({ name, checksum })),
      tables: sums,
      sealed,
      files: await writeFiles(tx, desk, zip, institution, progress),
      leftOut: { ...leftOut },
      publicKey: desk.signer.publicKey,
    }
    const text = `${JSON.stringify(manifest, null, 1)}\n`
    await zip.add(places.manifest, [text])
    await zip.add(places.signature, [`${desk.signer.sign(text)}\n`])
    await zip.end()
    return manifest
  })
}

type Progress = (more: number) => void

function counter(of: number, tell: (done: number, of: number) => void): Progress {
  let done = 0
  return (more) => {
    done += more
    tell(done, of)
  }
}

const whereOf = (name: string) => sharedTables[name]?.where ?? 'institution_id = $1'

const quoted = (name: string) => `"${name}"`

/** A statement of the catalog's own words: names of tables and columns, never a value. */
const fixed = (text: string, institution: string) => {
  const parts = text.split('$1')
  return sql.join(
    parts.map((part) => sql.raw(part)),
    sql`${institution}::uuid`,
  )
}

async function countAll(
  tx: Tx,
  tables: readonly ArchivedTable[],
  institution: string,
): Promise<number> {
  let all = 0
  for (const { name } of tables) {
    const count = `select count(*)::int as n from ${quoted(name)} where ${whereOf(name)}`
    const { rows } = await sql<{ n: number }>`${fixed(count, institution)}`.execute(tx)
    all += (rows[0]?.n ?? 0) * (name === 'file' ? 2 : 1)
  }
  return all
}

/** Columns beyond what a JSON number holds are texts; the order of texts is that of their bytes. */
function selectOf({ name, columns, key }: ArchivedTable, chosen: readonly string[]): string {
  const types = new Map(columns.map((column) => [column.name, column.type]))
  const list = chosen.map((column) =>
    types.get(column) === 'bigint'
      ? `${quoted(column)}::text as ${quoted(column)}`
      : quoted(column),
  )
  const order = key.map((column) =>
    types.get(column) === 'text' ? `${quoted(column)} collate "C"` : quoted(column),
  )
  const { order: own } = sharedTables[name] ?? {}
  return `select ${list.join(', ')} from ${quoted(name)} where ${whereOf(name)} order by ${own ?? order.join(', ')}`
}

async function* rowsOf(tx: Tx, table: ArchivedTable, institution: string) {
  const columns = table.columns.map(({ name }) => name)
  const inner = fixed(selectOf(table, columns), institution)
  const lines = tx
    .selectFrom(
      sql<{ line: string }>`(select row_to_json(r)::text as line from (${inner}) r)`.as('r'),
    )
    .select('line')
  for await (const { line } of lines.stream(100)) yield line
}

const pieceLength = 64 * 1024

/** Adds lines as a part. @returns their number, and the length and hash of the part. */
async function written(
  zip: ZipWriter,
  path: string,
  lines: AsyncIterable<string>,
  progress: Progress = () => undefined,
): Promise<Sum> {
  let rows = 0
  const pieces = async function* () {
    let [piece, told] = ['', 0]
    for await (const line of lines) {
      rows += 1
      piece += `${line}\n`
      if (piece.length < pieceLength) continue
      yield piece
      progress(rows - told)
      piece = ''
      told = rows
    }
    yield piece
    progress(rows - told)
  }
  const { size, sha256 } = await zip.add(path, pieces())
  return { rows, bytes: size, sha256 }
}

async function writeSealed(
  tx: Tx,
  desk: Desk,
  zip: ZipWriter,
  tables: readonly ArchivedTable[],
  institution: string,
  passphrase: string,
): Promise<Manifest['sealed']> {
  const { keys, ...about } = await newArchiveKeys(passphrase)
  const sums: NonNullable<Manifest['sealed']>['tables'] = []
  for (const table of tables) {
    if (!sealedColumns.some((one) => one.table === table.name)) continue
    const lines = resealed(tx, { from: desk.keys, to: keys }, table, institution)
    sums.push({ ...(await written(zip, places.sealed(table.name), lines)), name: table.name })
  }
  return { ...about, tables: sums }
}

/** One line for each row that has anything sealed: its key, and what is sealed under the passphrase. */
async function* resealed(
  tx: Tx,
  { from, to }: { readonly from: FieldKeys; readonly to: FieldKeys },
  table: ArchivedTable,
  institution: string,
): AsyncGenerator<string> {
  const secret = sealedColumns.filter((one) => one.table === table.name)
  const columns = [...table.columns.map(({ name }) => name), ...secret.map(({ column }) => column)]
  const inner = fixed(selectOf(table, columns), institution)
  // A ledger that is sealed whole is large: few rows at a time.
  const rows = tx
    .selectFrom(
      sql<{ row: Record<string, unknown> }>`(select to_json(r) as row from (${inner}) r)`.as('r'),
    )
    .select('row')
    .stream(20)
  for await (const { row } of rows) {
    const values = secret.flatMap(({ column, place, isPlain }) => {
      const stored = row[column]
      if (typeof stored !== 'string') return []
      const bound = placeIn(place, row)
      return [[column, to.seal(isPlain ? stored : from.open(stored, bound), bound)] as const]
    })
    if (values.length === 0) continue
    yield JSON.stringify({
      key: table.key.map((one) => row[one]),
      values: Object.fromEntries(values),
    })
  }
}

async function writeFiles(
  tx: Tx,
  { files }: Desk,
  zip: ZipWriter,
  institution: string,
  progress: Progress,
): Promise<Manifest['files']> {
  const known = tx
    .selectFrom('file')
    .select('sha256')
    .where('institutionId', '=', institution)
    .orderBy('sha256')
    .stream(500)
  let [count, bytes] = [0, 0]
  for await (const { sha256 } of known) {
    const content = await files.read(sha256)
    if (!content) throw new Error(`The file ${sha256} is not in the file store.`)
    const packed = await zip.add(places.file(sha256), content)
    if (packed.sha256 !== sha256)
      throw new Error(`The file ${sha256} was changed in the file store.`)
    count += 1
    bytes += packed.size
    progress(1)
  }
  return { count, bytes }
}

async function nameOf(tx: Tx, institution: string): Promise<string> {
  const { name } = await tx
    .selectFrom('institution')
    .select('name')
    .where('id', '=', institution)
    .executeTakeFirstOrThrow()
  return name
}
