import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { FieldKeys } from '../../platform/crypto.ts'
import { isSame, type Migration, readMigrations } from '../../platform/migrate.ts'
import { isSigned } from '../../platform/signing.ts'
import { checkChains } from './check-chains.ts'
import { expectOwnRows } from './check-owner.ts'
import { linesOf } from './lines.ts'
import { archiveFormat, archiveVersion, Manifest, places, type Sum } from './manifest.ts'
import { missedBy, type TableHere, unfitting } from './older-schema.ts'
import { archiveKeys } from './passphrase.ts'

/** Why an archive is not taken, in one sentence for whoever brings it. */
export class ArchiveRefused extends Error {}

/** An archive that is open for reading. */
export interface OpenArchive {
  readonly manifest: Manifest
  /** Reads a part. @throws {ArchiveRefused} when it is not there. */
  read(path: string): Promise<Readable>
  /** The names of all parts. */
  readonly parts: ReadonlySet<string>
  close(): void
}

/** The most bytes of a manifest: a thousand tables are far less. */
const manifestLimit = 16 * 1024 * 1024

/** Opens an archive and reads what it says of itself. @throws {ArchiveRefused} */
export async function openArchive(path: string): Promise<OpenArchive> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: unknown) => {
    throw new ArchiveRefused(
      `${path} is no archive that can be read: ${messageOf(error).replace(/\.$/, '')}.`,
    )
  })
  try {
    const entries = await entriesOf(zip)
    const read = async (part: string) => {
      const entry = entries.get(part)
      if (!entry) throw new ArchiveRefused(`The archive lacks ${part}.`)
      return await zip.openReadStreamPromise(entry)
    }
    const size = entries.get(places.manifest)?.uncompressedSize ?? 0
    if (size > manifestLimit) throw new ArchiveRefused('The manifest is too large to be one.')
    const text = await textOf(await read(places.manifest))
    const signature = (await textOf(await read(places.signature))).trim()
    const manifest = manifestOf(text)
    if (!isSigned(text, signature, manifest.publicKey)) {
      throw new ArchiveRefused('The manifest is not what was signed: the archive was changed.')
    }
    return { manifest, read, parts: new Set(entries.keys()), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw asRefused(error)
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new ArchiveRefused(`${entry.fileName} is there twice.`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

function manifestOf(text: string): Manifest {
  const said = jsonOf(text)
  const { format, version } = (said ?? {}) as { format?: unknown; version?: unknown }
  if (format !== archiveFormat)
    throw new ArchiveRefused('This is not an archive of an institution.')
  if (typeof version !== 'number' || version > archiveVersion) {
    throw new ArchiveRefused(
      `The archive has the format ${String(version)}, and this release reads ${archiveVersion}: use a newer release.`,
    )
  }
  const parsed = Manifest.safeParse(said)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ArchiveRefused(`The manifest is not in its form at ${issue?.path.join('.')}.`)
}

/** Refuses an archive of a newer or another schema: nobody here knows what its rows mean. */
export function expectNoNewer(
  { migrations }: Manifest,
  here: readonly Migration[] = readMigrations(),
): void {
  const known = new Map(here.map((one) => [one.name, one]))
  const newer = migrations.find(({ name, checksum }) => {
    const one = known.get(name)
    return !one || !isSame(one, checksum)
  })
  if (newer === undefined) return
  throw new ArchiveRefused(
    `The archive was made by a newer or another release (its schema has ${newer.name}; ${standing(migrations, here)}): import it with that release.`,
  )
}

/**
 * Refuses besides an archive of an older schema whose rows mean nothing here before the migrations in
 * between have run over them.
 *
 * @returns the migrations it has not seen.
 */
export function expectSchema(
  manifest: Manifest,
  tables: readonly TableHere[],
  here: readonly Migration[] = readMigrations(),
): readonly Migration[] {
  expectNoNewer(manifest, here)
  const missed = missedBy(manifest, here)
  const why = missed.length > 0 ? unfitting(manifest, missed, tables) : undefined
  if (why !== undefined) {
    throw new ArchiveRefused(
      `The archive was made by an older release (its schema lacks ${missed[0]?.name}; ${standing(manifest.migrations, here)}), and ${why}: import it with that release, then upgrade.`,
    )
  }
  return missed
}

type Named = readonly { readonly name: string }[]

function standing(theirs: Named, here: Named): string {
  const last = (all: Named) => all.at(-1)?.name ?? '—'
  return `the archive stands at ${last(theirs)}, this release at ${last(here)}`
}

/**
 * Refuses an archive that another installation signed than the one it is said to come from. The archive
 * names its key itself, so that alone says nothing of who made it.
 */
export function expectKey({ publicKey }: Manifest, expected: string): void {
  if (publicKey === expected) return
  throw new ArchiveRefused(
    `The archive is signed with the key ${publicKey}, not with ${expected}: ask whoever made it which of their installations did.`,
  )
}

/** What a check of a whole archive found. */
export interface Verified {
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly chains: number
  readonly entries: number
}

/**
 * Checks everything an archive says: every hash, every count, whose every row is, every file, every chain.
 *
 * @throws {ArchiveRefused} at the first thing that is not as it should be.
 */
export async function verifyArchive(archive: OpenArchive): Promise<Verified> {
  const { manifest } = archive
  try {
    await expectParts(archive)
    for (const { name, ...sum } of manifest.tables)
      await expectSum(archive, places.table(name), sum)
    for (const { name, ...sum } of manifest.sealed?.tables ?? []) {
      await expectSum(archive, places.sealed(name), sum)
    }
    await expectOwnRows(archive)
    for await (const sha256 of fileNames(archive)) {
      const found = await sumOf(await archive.read(places.file(sha256)))
      if (found.sha256 !== sha256) throw new ArchiveRefused(`The file ${sha256} was changed.`)
    }
    const chains = await checkChains(archive)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { tables: manifest.tables.length, rows, files: manifest.files.count, ...chains }
  } catch (error) {
    throw asRefused(error)
  }
}

/** The keys of what is sealed. @throws {ArchiveRefused} for a wrong passphrase, or one that is missing. */
export async function keysFor(
  { manifest: { sealed } }: OpenArchive,
  passphrase: string | undefined,
): Promise<FieldKeys | undefined> {
  if (sealed === null) {
    if (passphrase === undefined) return undefined
    throw new ArchiveRefused('The archive was made without a passphrase: leave it out.')
  }
  if (passphrase === undefined) throw new ArchiveRefused('The archive asks for its passphrase.')
  const keys = await archiveKeys(passphrase, sealed)
  if (!keys) throw new ArchiveRefused('The passphrase is wrong.')
  return keys
}

/** The rows of a part, parsed. */
export async function* rowsIn<Row>(archive: OpenArchive, path: string): AsyncGenerator<Row> {
  for await (const line of linesOf(await archive.read(path))) yield JSON.parse(line) as Row
}

async function* fileNames(archive: OpenArchive): AsyncGenerator<string> {
  let count = 0
  for await (const { sha256 } of rowsIn<{ sha256: string }>(archive, places.table('file'))) {
    count += 1
    yield sha256
  }
  const { files } = archive.manifest
  if (count !== files.count) {
    throw new ArchiveRefused(`The manifest speaks of ${files.count} files, the table of ${count}.`)
  }
}

/** No part that the manifest does not know, and none that it knows is missing. */
async function expectParts({ manifest, parts }: OpenArchive): Promise<void> {
  const told = new Set([
    places.manifest,
    places.signature,
    ...manifest.tables.map(({ name }) => places.table(name)),
    ...(manifest.sealed?.tables ?? []).map(({ name }) => places.sealed(name)),
  ])
  const missing = [...told].find((part) => !parts.has(part))
  if (missing) throw new ArchiveRefused(`The archive lacks ${missing}.`)
  const rest = [...parts].filter((part) => !told.has(part))
  const stray = rest.find((part) => !/^files\/[0-9a-f]{64}$/.test(part))
  if (stray) throw new ArchiveRefused(`Nobody speaks of ${stray} in the archive.`)
  if (rest.length !== manifest.files.count) {
    throw new ArchiveRefused(
      `The manifest speaks of ${manifest.files.count} files, and there are ${rest.length}.`,
    )
  }
}

async function expectSum(archive: OpenArchive, path: string, expected: Sum): Promise<void> {
  const found = await sumOf(await archive.read(path))
  if (found.sha256 !== expected.sha256) throw new ArchiveRefused(`${path} was changed.`)
  if (found.rows !== expected.rows) {
    throw new ArchiveRefused(`${path} has ${found.rows} rows, not ${expected.rows}.`)
  }
}

async function sumOf(content: AsyncIterable<Buffer>): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const bytes of content) {
    hash.update(bytes)
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1
  }
  return { rows, sha256: hash.digest('hex') }
}

/** What the reader of the container, or of JSON, stumbled over is the archive's fault. */
export function asRefused(error: unknown): unknown {
  if (error instanceof ArchiveRefused) return error
  const code = (error as { code?: unknown }).code
  const isOurs = typeof code === 'string' && !code.startsWith('Z_')
  return isOurs ? error : new ArchiveRefused(`The archive is damaged: ${messageOf(error)}.`)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function textOf(content: Readable): Promise<string> {
  return (await buffer(content)).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
