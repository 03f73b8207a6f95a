import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Role } from '../../platform/access.ts'
import { asSystem, type Caller, type Tx } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { addJobs, type Job } from '../../platform/jobs.ts'
import type { Context } from '../../platform/module.ts'
import { putOut } from '../../platform/outbox.ts'
import {
  type ArchiveRow,
  archiveOf,
  heldArchive,
  holdOrders,
  isUnderWay,
  setArchive,
} from './archive.queries.ts'
import type { ArchiveRefusals } from './archive.refusals.ts'
import type { Manifest } from './manifest.ts'
import { writeArchive } from './write-archive.ts'

export const makeTask = 'archive/make'
export const expireTask = 'archive/expire'

/** How long a file can be fetched: a house rule of ours, not of law. */
const keptMs = 7 * 86_400_000

/** Who takes everything out of the house, and who lets them. */
export const orderers: readonly Role[] = ['admin', 'leaders']
export const deciders: readonly Role[] = [...orderers, 'discipline']

/** The chain of all orders, decisions and downloads. */
const chain = 'archive'

const passphrasePlace = (id: string) => `archive:passphrase:${id}`

const fileOf = ({ config }: Context, institution: string, id: string) =>
  join(config.dataFolder, 'archives', institution, `${id}.zip`)

type By = Pick<Caller, 'institution' | 'person' | 'name'>

function record(tx: Tx, { clock }: Context, by: By, id: string, what: string, data: object) {
  const change = { action: `archive.${what}`, subject: id, at: clock.now(), by, data: { ...data } }
  return recordChange(tx, chain, change)
}

/** Orders an archive; somebody else decides whether it is made. */
export async function orderArchive(
  tx: Tx,
  context: Context,
  by: By,
  { reason, passphrase }: { readonly reason: string; readonly passphrase?: string | undefined },
): Promise<Outcome<{ id: string }, ArchiveRefusals>> {
  await holdOrders(tx, by.institution)
  if (await isUnderWay(tx, by.institution)) return refuse('archive-under-way', {})
  const id = newId()
  await tx
    .insertInto('archiveOrder')
    .values({
      institutionId: by.institution,
      id,
      state: 'proposed',
      reason,
      orderedBy: by.person,
      orderedName: by.name,
      orderedAt: context.clock.now(),
      isSealed: passphrase !== undefined,
      passphraseSealed:
        passphrase === undefined ? null : context.keys.seal(passphrase, passphrasePlace(id)),
    })
    .execute()
  await record(tx, context, by, id, 'ordered', { reason, isSealed: passphrase !== undefined })
  const whose = { person: by.person, name: by.name }
  const body = { id, reason, by: whose, deciders: [...deciders] }
  await putOut(tx, { institution: by.institution, fact: 'archive.ordered', body })
  return accept({ id })
}

/** Has an archive made, or not; nobody decides on their own order. */
export async function decideArchive(
  tx: Tx,
  context: Context,
  by: By,
  id: string,
  isApproved: boolean,
): Promise<Outcome<{ id: string }, ArchiveRefusals>> {
  const { institution } = by
  const order = await heldArchive(tx, institution, id)
  if (!order) return refuse('no-such-archive', {})
  if (order.state !== 'proposed') return refuse('archive-decided', {})
  if (order.orderedBy === by.person) return refuse('archive-own-order', {})
  const now = context.clock.now()
  await setArchive(tx, institution, id, {
    state: isApproved ? 'waiting' : 'refused',
    decidedBy: by.person,
    decidedName: by.name,
    decidedAt: now,
    ...(!isApproved && { passphraseSealed: null }),
  })
  await record(tx, context, by, id, isApproved ? 'approved' : 'refused', {})
  if (isApproved) await addJobs(tx, [{ institution, task: makeTask, payload: { id }, at: now }])
  return accept({ id })
}

/** Makes the file. What goes wrong is written down: such an order is not tried again by itself. */
export async function makeArchive(context: Context, { institution, payload }: Job): Promise<void> {
  const { db, clock, keys } = context
  const id = String(payload['id'])
  const order = await asSystem(db, institution, (tx) => archiveOf(tx, institution, id))
  if (order?.state !== 'waiting' && order?.state !== 'making') return
  const write = (now: Parameters<typeof setArchive>[3]) =>
    asSystem(db, institution, (tx) => setArchive(tx, institution, id, now))
  await write({ state: 'making', done: 0 })
  try {
    const sealed = order.passphraseSealed
    const passphrase = sealed === null ? undefined : keys.open(sealed, passphrasePlace(id))
    const made = await toFile(context, fileOf(context, institution, id), {
      institution,
      ...(passphrase !== undefined && { passphrase }),
      onProgress: throttled((done, ofAll) => write({ done, ofAll })),
    })
    const madeAt = clock.now()
    const expiresAt = new Date(madeAt.getTime() + keptMs)
    await asSystem(db, institution, async (tx) => {
      await setArchive(tx, institution, id, {
        ...made,
        state: 'ready',
        passphraseSealed: null,
        madeAt,
        expiresAt,
      })
      await addJobs(tx, [{ institution, task: expireTask, payload: { id }, at: expiresAt }])
    })
  } catch (error) {
    await rm(fileOf(context, institution, id), { force: true })
    const trouble = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    await write({ state: 'failed', passphraseSealed: null, trouble })
  }
}

/** The file is gone once it was kept long enough. */
export async function expireArchive(
  tx: Tx,
  context: Context,
  { institution, payload }: Job,
): Promise<void> {
  const id = String(payload['id'])
  const order = await heldArchive(tx, institution, id)
  if (order?.state !== 'ready') return
  await rm(fileOf(context, institution, id), { force: true })
  await setArchive(tx, institution, id, { state: 'expired' })
}

/** Hands the file over and records to whom. */
export async function takeArchive(
  tx: Tx,
  context: Context,
  by: By,
  id: string,
): Promise<Outcome<{ order: ArchiveRow; content: ReadStream }, ArchiveRefusals>> {
  const order = await heldArchive(tx, by.institution, id)
  if (!order) return refuse('no-such-archive', {})
  const path = fileOf(context, by.institution, id)
  const isThere =
    order.state === 'ready' &&
    order.expiresAt !== null &&
    order.expiresAt > context.clock.now() &&
    (await stat(path).catch(() => undefined)) !== undefined
  if (!isThere) return refuse('archive-not-ready', {})
  await record(tx, context, by, id, 'downloaded', { sha256: order.sha256 })
  return accept({ order, content: createReadStream(path) })
}

type Made = Pick<ArchiveRow, 'size' | 'sha256' | 'tables' | 'rowCount' | 'files' | 'done'>

async function toFile(
  context: Context,
  path: string,
  order: Parameters<typeof writeArchive>[1],
): Promise<Made> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.part`
  try {
    const out = createWriteStream(draft, { mode: 0o600 })
    const done = finished(out)
    // Told below; a disk that is full must not end the process meanwhile.
    done.catch(() => undefined)
    const manifest = await writeArchive(context, order, out)
    out.end()
    await done
    const hash = createHash('sha256')
    await pipeline(createReadStream(draft), hash)
    await rename(draft, path)
    const { size } = await stat(path)
    return { ...sumsOf(manifest), size: String(size), sha256: hash.digest('hex') }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

function sumsOf({ tables, files }: Manifest) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return { tables: tables.length, rowCount: String(rows), files: files.count, done: rows }
}

/** Writes progress at most once a second, and never two at a time. */
function throttled(write: (done: number, of: number) => Promise<void>) {
  let last = 0
  let isWriting = false
  return (done: number, of: number) => {
    const now = performance.now()
    if (isWriting || now - last < 1000) return
    last = now
    isWriting = true
    void write(done, of)
      .catch(() => undefined)
      .finally(() => {
        isWriting = false
      })
  }
}
