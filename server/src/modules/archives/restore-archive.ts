import pg from 'pg'
import type { FieldKeys } from '../../platform/crypto.ts'
import { systemPerson } from '../../platform/database.ts'
import type { Context } from '../../platform/module.ts'
import { type ArchivedTable, archivedTables, neededColumns } from './catalog.queries.ts'
import { placeIn, type SealedColumn, sealedColumns } from './contents.ts'
import { linesOf } from './lines.ts'
import { places } from './manifest.ts'
import { madeSince, namesSince } from './older-schema.ts'
import {
  ArchiveRefused,
  asRefused,
  expectSchema,
  keysFor,
  type OpenArchive,
  rowsIn,
  type Verified,
  verifyArchive,
} from './open-archive.ts'

type Desk = Pick<Context, 'db' | 'files' | 'keys'>
type Row = Record<string, unknown>

/** What came of an import, and who cannot sign in before they are invited anew. */
export interface Restored extends Verified {
  readonly institution: string
  readonly name: string
  readonly isWithoutSealed: boolean
  /** The migrations that an archive of an older release has not seen: what they added is empty. */
  readonly missed: readonly string[]
}

/**
 * Brings an institution into a platform that does not have it.
 *
 * Everything is checked before anything is written, and what is written is one transaction: an archive
 * that is refused changes nothing. (The bytes of files lie under their hash before: nobody finds them
 * without the rows that name them.)
 *
 * @param ownerUrl  the owner's address: it writes rows as they were, which the application may not.
 * @throws {ArchiveRefused} in one sentence.
 */
export async function restoreArchive(
  desk: Desk,
  ownerUrl: string,
  archive: OpenArchive,
  passphrase: string | undefined,
): Promise<Restored> {
  const { manifest } = archive
  const tables = await archivedTables(desk.db as never)
  const needed = await neededColumns(desk.db as never)
  const missed = expectSchema(
    manifest,
    tables.map((table) => ({ ...table, needed: needed.get(table.name) ?? [] })),
  )
  const [isLater, nameHere] = [madeSince(missed), namesSince(missed)]
  const keys = await keysFor(archive, passphrase)
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await expectRoom(client, archive)
    const verified = await verifyArchive(archive)
    await putFiles(desk, archive)
    await client.query('begin')
    await client.query(
      `select set_config('app.institution', $1, true), set_config('app.person', $2, true),
        set_config('app.roles', 'system', true), set_config('TimeZone', 'UTC', true),
        set_config('app.restoring', 'on', true)`,
      [manifest.institution.id, systemPerson],
    )
    for (const { name, names } of lawLast(tables)) {
      const told = manifest.tables.find((table) => table.name === name)
      if (!told && isLater.has(name)) continue
      if (!told) throw new ArchiveRefused(`The archive lacks the table ${name}.`)
      // Of an empty table nothing is asked: what it had may have no place any more.
      const isStaged = names.includes(name) && (told?.rows ?? 0) > 0
      const columnHere = (column: string) => nameHere(name, column)
      await fillTable(client, desk, archive, { name, isStaged, columnHere }, keys)
    }
    await client.query('commit')
    const { id, name } = manifest.institution
    const names = missed.map((one) => one.name)
    return {
      ...{ institution: id, name, isWithoutSealed: keys === undefined },
      ...{ missed: names, ...verified },
    }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw explained(error)
  } finally {
    await client.end()
  }
}

/** Refuses an institution that is here, and what two institutions cannot both have. */
async function expectRoom(client: pg.Client, archive: OpenArchive): Promise<void> {
  const { id, name } = archive.manifest.institution
  const { rows } = await client.query('select name from institution where id = $1', [id])
  if (rows.length > 0) {
    throw new ArchiveRefused(
      `${name} is here already: an archive is imported into a platform that does not have the institution.`,
    )
  }
  for await (const { login } of rowsIn<{ login: string }>(archive, places.table('account'))) {
    const taken = await client.query('select 1 from account where login = $1', [login])
    if (taken.rows.length > 0) {
      throw new ArchiveRefused(`The login ${login} is taken here by somebody else.`)
    }
  }
}

async function putFiles({ files }: Desk, archive: OpenArchive): Promise<void> {
  for await (const { sha256 } of rowsIn<{ sha256: string }>(archive, places.table('file'))) {
    await files.put(await archive.read(places.file(sha256)))
  }
}

/** Law that was published is let in for the institution that keeps it, which is entered before. */
function lawLast(tables: readonly ArchivedTable[]): readonly ArchivedTable[] {
  const isLaw = ({ name }: ArchivedTable) => name === 'pack_revision'
  return [...tables.filter((one) => !isLaw(one)), ...tables.filter(isLaw)]
}

interface Target {
  readonly name: string
  /** Its rows name each other: they are put in by one statement, whatever their order. */
  readonly isStaged: boolean
  /** What is called otherwise since the archive was made. */
  columnHere(column: string): string
}

/** Rows, and bytes, that travel in one statement. */
const [mostRows, mostCharacters] = [500, 4_000_000]

async function fillTable(
  client: pg.Client,
  desk: Desk,
  archive: OpenArchive,
  { name, isStaged, columnHere }: Target,
  keys: FieldKeys | undefined,
): Promise<void> {
  const told = archive.manifest.tables.find((table) => table.name === name)
  const secret = sealedColumns.filter(({ table }) => table === name)
  const columns = [
    ...(told?.columns ?? []).map((column) => columnHere(column.name)),
    ...secret.flatMap(({ column, index }) => [column, ...(index ? [index.column] : [])]),
  ].map((column) => `"${column}"`)
  const list = columns.join(', ')
  const into = isStaged ? 'staged' : `"${name}"`
  if (isStaged) {
    await client.query(
      `create temp table staged on commit drop as select ${list} from "${name}" limit 0`,
    )
  }
  // Where another institution keeps the law, it goes on keeping it.
  const others = name === 'law_keeper' ? 'on conflict do nothing' : ''
  const insert = `insert into ${into} (${list})
    select ${list} from json_populate_recordset(null::"${name}", $1::json) ${others}`
  const put = (lines: readonly string[]) =>
    name === 'pack_revision'
      ? putRevisions(client, lines, list, archive.manifest.institution.id)
      : client.query(insert, [`[${lines.join(',')}]`])
  let [batch, length]: [string[], number] = [[], 0]
  const isRenamed = told?.columns.some((column) => columnHere(column.name) !== column.name)
  for await (const given of sealedAgain(desk, archive, name, secret, keys)) {
    const line = isRenamed ? renamedIn(given, columnHere) : given
    batch.push(line)
    length += line.length
    if (batch.length < mostRows && length < mostCharacters) continue
    await put(batch)
    batch = []
    length = 0
  }
  if (batch.length > 0) await put(batch)
  if (!isStaged) return
  await client.query(`insert into "${name}" (${list}) select ${list} from staged`)
  await client.query('drop table staged')
}

function renamedIn(line: string, columnHere: Target['columnHere']): string {
  const values = Object.entries(JSON.parse(line) as Row)
  return JSON.stringify(
    Object.fromEntries(values.map(([column, value]) => [columnHere(column), value])),
  )
}

/** The lines of a table with what is sealed in its place, under the keys of this installation. */
async function* sealedAgain(
  { keys: own }: Desk,
  archive: OpenArchive,
  name: string,
  secret: readonly SealedColumn[],
  keys: FieldKeys | undefined,
): AsyncGenerator<string> {
  const lines = linesOf(await archive.read(places.table(name)))
  if (secret.length === 0) return yield* lines
  const { key = [] } = archive.manifest.tables.find((table) => table.name === name) ?? {}
  const travelled = keys && rowsIn<{ key: unknown[]; values: Row }>(archive, places.sealed(name))
  let ahead = (await travelled?.next())?.value
  for await (const line of lines) {
    const row = JSON.parse(line) as Row
    const isNext = ahead !== undefined && key.every((column, at) => row[column] === ahead?.key[at])
    const values: Row = isNext ? ahead.values : {}
    if (isNext) ahead = (await travelled?.next())?.value
    const filled = filledIn(
      row,
      secret,
      (one) => {
        const sealed = values[one.column]
        return typeof sealed === 'string' ? keys?.open(sealed, placeIn(one.place, row)) : undefined
      },
      own,
      keys === undefined,
    )
    if (filled) yield JSON.stringify(filled)
  }
  if (ahead !== undefined) throw new ArchiveRefused(`Sealed fields of ${name} belong to no row.`)
}

function filledIn(
  row: Row,
  secret: readonly SealedColumn[],
  open: (column: SealedColumn) => string | undefined,
  own: FieldKeys,
  isLeftOut: boolean,
): Row | undefined {
  const filled = { ...row }
  for (const one of secret) {
    const { column, place, index, without, isPlain } = one
    let plain = open(one)
    if (plain === undefined && isLeftOut && without !== undefined) {
      if (without === 'no row') return undefined
      plain = without.text
    }
    if (plain === undefined) continue
    filled[column] = isPlain ? plain : own.seal(plain, placeIn(place, row))
    if (index) filled[index.column] = own.blindIndex(plain, index.field)
  }
  return filled
}

interface Revision {
  readonly pack: string
  readonly revision: number
  readonly hash: string
  readonly origin: string
  readonly reviewed_by: string | null
}

/** The law is shared: a revision that is here must be the same, and one that is not is added. */
async function putRevisions(
  client: pg.Client,
  lines: readonly string[],
  list: string,
  institution: string,
) {
  for (const line of lines) {
    const { pack, revision, hash, origin, reviewed_by: reviewer } = JSON.parse(line) as Revision
    const { rows } = await client.query<{ hash: string }>(
      'select hash from pack_revision where pack = $1 and revision = $2',
      [pack, revision],
    )
    const [here] = rows
    if (here && here.hash !== hash) {
      throw new ArchiveRefused(
        `Revision ${revision} of ${pack} says something else here: its cases would be judged by another law.`,
      )
    }
    if (here) continue
    // The newest governs everybody here: only who keeps the law here publishes it.
    const { rows: others } = await client.query(
      `select from institution where id <> $1
        and $3 > (select coalesce(max(revision), 0) from pack_revision where pack = $2) limit 1`,
      [institution, pack, revision],
    )
    if (others.length > 0) {
      throw new ArchiveRefused(
        `Revision ${revision} of ${pack} would become the law of the others here: have it published here first.`,
      )
    }
    // Published law is let in by whoever reviewed it, as it was.
    const roles = origin === 'published' ? 'policy_officer' : 'system'
    await client.query(
      `select set_config('app.roles', $1, true), set_config('app.person', $2, true)`,
      [roles, reviewer ?? systemPerson],
    )
    await client.query(
      `insert into pack_revision (${list})
        select ${list} from json_populate_recordset(null::pack_revision, $1::json)`,
      [`[${line}]`],
    )
  }
  await client.query(
    `select set_config('app.roles', 'system', true), set_config('app.person', $1, true)`,
    [systemPerson],
  )
}

/** A row that the schema refuses is the archive's fault too. */
function explained(error: unknown): unknown {
  const { code, detail, table } = error as { code?: string; detail?: string; table?: string }
  if (code?.startsWith('23') || code?.startsWith('22')) {
    return new ArchiveRefused(`A row of ${table ?? 'a table'} does not fit: ${detail ?? code}`)
  }
  return asRefused(error)
}
