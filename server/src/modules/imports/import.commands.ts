import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Mapped } from '@yizhuan/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { FieldKeys } from '../../platform/crypto.ts'
import { asCaller, asReader, type Caller, type Db, type Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { frugally } from '../../platform/frugal.ts'
import { newId } from '../../platform/ids.ts'
import { type Decided, type Decision, fold } from './decision.ts'
import { appendDecisions, contentOf, decisionsOf, draftOf, lockImport } from './import.queries.ts'
import type { Counts } from './import.table.ts'
import type { DecisionWire } from './import.wire.ts'
import { mayWrite } from './import-rights.ts'
import { rememberedMapping } from './mapping.queries.ts'
import { openWorkbook, type Read } from './read-workbook.ts'
import type { Request } from './reading.ts'
import { clearPreview } from './row.queries.ts'
import { settleRows } from './settle.commands.ts'
import { withMoved } from './settle-people.commands.ts'
import { stageReading } from './stage.commands.ts'
import { forgetIdNumbers } from './staged.queries.ts'
import { type Tell, tellerOf } from './teller.ts'
import { mappingOf } from './view.ts'

/** Why an import goes no further. Nothing was written. */
export interface ImportRefusals {
  'no-such-import': Record<string, never>
  'import-settled': { readonly state: string; readonly by: string; readonly at: string }
  'import-changed': { readonly version: string }
  'import-not-yours': { readonly tables: string }
}

/** What reading and writing an import needs. */
export interface ImportDesk {
  readonly db: Db
  readonly clock: Clock
  readonly keys: FieldKeys
}

/** Who imports. */
export type Importer = Pick<Caller, 'institution' | 'person' | 'name' | 'roles'>

/** The chain that tells of an institution's imports. */
export const importChain = 'imports'

/**
 * Reads an uploaded workbook into a draft; no register is touched.
 *
 * A file that lies in an open draft already leads to that draft.
 *
 * @throws {InputError} when the file is no workbook, or holds no table we know.
 */
export async function uploadLedger(
  desk: ImportDesk,
  by: Importer,
  file: { readonly name: string; readonly bytes: Buffer; readonly asOf?: Day },
): Promise<Outcome<{ id: string; isNew: boolean }, ImportRefusals>> {
  const { name, bytes, asOf = desk.clock.today() } = file
  const id = newId()
  const mapped = await asReader(desk.db, by, (tx) => rememberedMapping(tx, by.institution))
  const request = { name, bytes, asOf, corrections: [], mapped }
  return withWorkbook(desk, by, id, request, async (read, tell) => {
    const no = againstTables(by, read)
    if (no) return no
    const content = await packed(bytes)
    const draft = { id, name, bytes, asOf, content, tell }
    return asCaller(desk.db, by, (tx) => keepDraft(tx, desk, by, draft, read))
  })
}

/**
 * Reads a workbook and lets go of it once something was made of it, however that ended; tells meanwhile
 * how far it is.
 */
export function withWorkbook<Result>(
  desk: ImportDesk,
  by: Importer,
  id: string,
  request: Request,
  make: (read: Read, tell: Tell) => Promise<Result>,
): Promise<Result> {
  return frugally(async () => {
    const { tell, end } = tellerOf(desk, by, id, request.name)
    try {
      const read = await openWorkbook(request, (rows) => tell('reading', rows, 0))
      try {
        return await make(read, tell)
      } finally {
        read.end()
      }
    } finally {
      await end()
    }
  })
}

// Packing takes a second for a large file: outside of the thread that answers everybody.
const packed = promisify(gzip) as (bytes: Buffer) => Promise<Buffer>
const unpacked = promisify(gunzip) as (bytes: Buffer) => Promise<Buffer>

/** A file that becomes a draft. */
interface NewDraft {
  readonly id: string
  readonly name: string
  readonly bytes: Buffer
  readonly asOf: string
  /** The file, packed. */
  readonly content: Buffer
  readonly tell: Tell
}

async function keepDraft(
  tx: Tx,
  desk: ImportDesk,
  by: Importer,
  { id, name, bytes, asOf, content, tell }: NewDraft,
  read: Read,
): Promise<Outcome<{ id: string; isNew: boolean }, ImportRefusals>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // One at a time in an institution: a file sent twice at once still makes one draft.
  await lockChain(tx, { institution: by.institution, name: importChain })
  const open = await draftOf(tx, by.institution, sha256)
  if (open !== undefined) return accept({ id: open, isNew: false })

  // From here on the draft is kept.
  const at = desk.clock.now()
  await tx
    .insertInto('ledgerImport')
    .values({
      institutionId: by.institution,
      id,
      fileName: name,
      fileSha256: sha256,
      fileSize: bytes.length,
      state: 'draft',
      version: 1,
      asOf,
      uploadedBy: by.person,
      uploadedByName: by.name,
      uploadedAt: at,
      contentSealed: desk.keys.seal(content.toString('base64'), contentPlace(id)),
      mapping: JSON.stringify(mappingOf(read)),
      counts: JSON.stringify(nothingCounted),
    })
    .execute()
  const counts = await staged(tx, desk, by.institution, id, read, fold([]), tell)
  await updateDraft(tx, by.institution, id, { counts: JSON.stringify(counts) })
  const data = { file: name, sha256, size: bytes.length }
  await recordChange(tx, importChain, { action: 'import.uploaded', subject: id, data, at, by })
  return accept({ id, isNew: true })
}

/** Keeps what was read, and settles what rows about people refer to once all of them are known. */
async function staged(
  tx: Tx,
  desk: ImportDesk,
  institution: string,
  id: string,
  read: Read,
  decided: Decided,
  tell: Tell,
): Promise<Counts> {
  const counts = await stageReading(tx, desk, institution, id, read, decided, tell)
  const draft = { tx, keys: desk.keys, institution, id, decided }
  const moved = await settleRows(draft, desk.clock)
  return withMoved(counts, moved)
}

/** Refuses tables that somebody may not write: an import asks for no less than the page of a register. */
export function againstTables(
  { roles }: Importer,
  { tables }: { readonly tables: readonly { readonly table: string }[] },
) {
  const closed = tables.map(({ table }) => table).filter((table) => !mayWrite(roles, table))
  if (closed.length === 0) return undefined
  return refuse('import-not-yours', { tables: [...new Set(closed)].join(' ') })
}

const nothingCounted: Counts = { tables: [], written: 0, problems: [] }

async function updateDraft(
  tx: Tx,
  institution: string,
  id: string,
  now: { readonly version?: number; readonly mapping?: string; readonly counts: string },
): Promise<void> {
  await tx
    .updateTable('ledgerImport')
    .set(now)
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}

/**
 * Keeps what a person decided and reads the draft again with it.
 *
 * @returns the new version.
 */
export async function decideImport(
  desk: ImportDesk,
  by: Importer,
  id: string,
  { version, decisions }: { version: number; decisions: readonly DecisionWire[] },
): Promise<Outcome<{ version: number }, ImportRefusals>> {
  const { db, keys, clock } = desk
  const found = await openDraft(desk, by, id, version)
  if (found.kind === 'refused') return found
  const { file, before, mapped } = found.value
  const at = clock.now().toISOString()
  const added = decisions.map((decision) => asKept(decision, by.name, at))
  const decided = fold([...before, ...added])
  const request = { ...file, corrections: decided.corrections, mapped }
  return withWorkbook(desk, by, id, request, (read, tell) =>
    asCaller(db, by, async (tx) => {
      const locked = await lockDraft(tx, by.institution, id, version)
      if (locked.kind === 'refused') return locked
      const no = againstTables(by, locked.value.counts)
      if (no) return no

      // From here on the decisions are kept.
      await appendDecisions(tx, keys, by, id, before.length, added)
      return accept({ version: await restage(tx, desk, by, id, version, read, decided, tell) })
    }),
  )
}

/** Keeps a draft as it was read anew. @returns its new version. */
export async function restage(
  tx: Tx,
  desk: ImportDesk,
  by: Importer,
  id: string,
  version: number,
  read: Read,
  decided: Decided,
  tell: Tell,
): Promise<number> {
  const counts = await staged(tx, desk, by.institution, id, read, decided, tell)
  const now = {
    version: version + 1,
    mapping: JSON.stringify(mappingOf(read)),
    counts: JSON.stringify(counts),
  }
  await updateDraft(tx, by.institution, id, now)
  return now.version
}

/** A draft as it is to be read: its file, and the decisions so far. */
export interface OpenDraft {
  readonly file: { readonly name: string; readonly bytes: Buffer; readonly asOf: string }
  readonly before: readonly Decision[]
  /** What people have said of headings and words. */
  readonly mapped: Mapped
}

/** Opens a draft for reading, without a lock; whoever writes asks for one and looks again. */
export function openDraft(
  { db, keys }: ImportDesk,
  by: Importer,
  id: string,
  version: number,
): Promise<Outcome<OpenDraft, ImportRefusals>> {
  return asReader(db, by, async (tx) => {
    const found = await standing(contentOf(tx, by.institution, id), version)
    if (found.kind === 'refused') return found
    const { fileName: name, asOf, contentSealed } = found.value
    const bytes = await unsealed(keys, id, contentSealed ?? '')
    const before = await decisionsOf(tx, keys, by.institution, id)
    const mapped = await rememberedMapping(tx, by.institution)
    return accept({ file: { name, bytes, asOf }, before, mapped })
  })
}

/** Locks a draft until the transaction ends. */
export function lockDraft(tx: Tx, institution: string, id: string, version: number) {
  return standing(lockImport(tx, institution, id), version)
}

async function standing<Found extends Standing>(
  asked: Promise<Found | undefined>,
  version: number,
): Promise<Outcome<Found, ImportRefusals>> {
  const found = await asked
  if (!found) return refuse('no-such-import', {})
  if (found.state !== 'draft') return refuse('import-settled', settlement(found))
  if (found.version !== version) return refuse('import-changed', { version: `${found.version}` })
  return accept(found)
}

interface Standing {
  readonly state: string
  readonly version: number
  readonly settledByName: string | null
  readonly settledAt: Date | null
  readonly undoneByName: string | null
  readonly undoneAt: Date | null
}

/** Throws a draft away: its content and what was read from it; that there was one stays known. */
export async function discardImport(
  { db, clock }: ImportDesk,
  by: Importer,
  id: string,
): Promise<Outcome<undefined, ImportRefusals>> {
  return asCaller(db, by, async (tx) => {
    const found = await lockImport(tx, by.institution, id)
    if (!found) return refuse('no-such-import', {})
    if (found.state !== 'draft') return refuse('import-settled', settlement(found))
    const no = againstTables(by, found.counts)
    if (no) return no

    // From here on the draft is gone.
    const at = clock.now()
    await clearPreview(tx, by.institution, id)
    await settle(tx, by, id, 'discarded', at)
    const data = { file: found.fileName, sha256: found.fileSha256 }
    await recordChange(tx, importChain, { action: 'import.discarded', subject: id, data, at, by })
    return accept(undefined)
  })
}

/**
 * Ends a draft; its content is kept no longer than it may be read again.
 *
 * @param isKept  rows of it are still to be corrected, so it is read once more for those.
 */
export async function settle(
  tx: Tx,
  by: Importer,
  id: string,
  state: 'confirmed' | 'discarded',
  at: Date,
  isKept = false,
): Promise<void> {
  await tx
    .updateTable('ledgerImport')
    .set({
      state,
      settledBy: by.person,
      settledByName: by.name,
      settledAt: at,
      ...(!isKept && { contentSealed: null }),
    })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
  await forgetIdNumbers(tx, by.institution, id)
}

/** The file of an import, opened. */
export function unsealed(keys: FieldKeys, id: string, sealed: string): Promise<Buffer> {
  return unpacked(Buffer.from(keys.open(sealed, contentPlace(id)), 'base64'))
}

/** Under which name the content of an import is sealed. */
function contentPlace(id: string): string {
  return `import:content:${id}`
}

/** Who settled an import last, and when. */
export function settlement(found: Standing): ImportRefusals['import-settled'] {
  const { state, settledByName, settledAt, undoneByName, undoneAt } = found
  if (state === 'undone') return { state, by: undoneByName ?? '', at: inTime(undoneAt) }
  return { state, by: settledByName ?? '', at: inTime(settledAt) }
}

const inTime = (at: Date | null) => at?.toISOString() ?? ''

function asKept(decision: DecisionWire, by: string, at: string): Decision {
  const { kind, sheet, row } = decision
  const place = { kind, sheet, row, by, at }
  switch (decision.kind) {
    case 'cell': {
      const { column, value } = decision
      return { ...place, column, code: null, choice: value === null ? 'undo' : 'correct', value }
    }
    case 'row':
      return { ...place, column: null, code: null, choice: decision.choice, value: null }
    case 'problem': {
      const { column, code, choice } = decision
      return { ...place, column, code, choice, value: null }
    }
  }
}
