import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { insertMany } from '../../../platform/bulk.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockKnownChain } from '../../../platform/evidence.ts'
import { fileNotStored } from '../../../platform/files.queries.ts'
import { newId } from '../../../platform/ids.ts'
import { type Author, amendRecord, chainOf, recordOf } from '../../../platform/register.ts'
import { rightRegister } from '../right.table.ts'
import './docket.table.ts'
import { eventsOfRights } from './event.queries.ts'

/** Why files are not attached, or not taken away. */
export interface FileRefusals {
  'no-such-right': Record<string, never>
  'no-such-event': Record<string, never>
  'no-such-attachment': Record<string, never>
  'file-not-stored': { readonly name: string }
}

/** A file as forms refer to it: stored before. */
export interface FileRef {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** Attaches files to a right, or to an event of it. */
export async function attachFiles(
  tx: Tx,
  clock: Clock,
  by: Author,
  right: string,
  { event, files }: { readonly event: string | null; readonly files: readonly FileRef[] },
): Promise<Outcome<{ attached: number }, FileRefusals>> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  if (!(await recordOf(tx, rightRegister, institution, right))) return refuse('no-such-right', {})
  if (event !== null) {
    const events = await eventsOfRights(tx, institution, [right])
    if (!events.some((one) => one.event.id === event)) return refuse('no-such-event', {})
  }
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on the files are attached; what hangs there already does not hang there twice.
  const there = await tx
    .selectFrom('rightFile')
    .select('sha256')
    .where('institutionId', '=', institution)
    .where('rightId', '=', right)
    .where('eventId', event === null ? 'is' : '=', event)
    .where('withdrawnOn', 'is', null)
    .execute()
  const held = new Set(there.map(({ sha256 }) => sha256))
  const fresh = onceEach(files).filter(({ sha256 }) => !held.has(sha256))
  await insertFiles(tx, clock, by, { right, event }, fresh)
  if (fresh.length > 0) {
    await amendRecord(tx, rightRegister, clock, by, right, {
      fields: {},
      beside: fresh.map(({ name, sha256 }) => ({
        field: 'file',
        from: null,
        to: { name, sha256 },
      })),
      reason: '',
    })
  }
  return accept({ attached: fresh.length })
}

/** Each content once, under the first of its names. */
function onceEach(files: readonly FileRef[]): readonly FileRef[] {
  const seen = new Set<string>()
  return files.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256))
}

/** Writes attachments; who calls has looked at them and tells the history. */
export async function insertFiles(
  tx: Tx,
  clock: Clock,
  by: Author,
  { right, event }: { readonly right: string; readonly event: string | null },
  files: readonly FileRef[],
): Promise<void> {
  await insertMany(
    tx,
    'rightFile',
    onceEach(files).map(({ name, sha256, size }) => ({
      ...{ institutionId: by.institution, id: newId(), rightId: right, eventId: event },
      ...{ name, sha256, size: `${size}`, addedOn: clock.today(), addedName: by.name },
      ...{ withdrawnOn: null, withdrawnName: null, withdrawnReason: null },
    })),
  )
}

/** Takes an attachment away: it stays in the history, with who took it away and why. */
export async function withdrawFile(
  tx: Tx,
  clock: Clock,
  by: Author,
  { right, file }: { readonly right: string; readonly file: string },
  reason: string,
): Promise<Outcome<{ seq: number }, FileRefusals>> {
  const { institution } = by
  await lockKnownChain(tx, { institution, name: chainOf(rightRegister, right) })
  const gone = await tx
    .updateTable('rightFile')
    .set({
      withdrawnOn: clock.today(),
      withdrawnName: by.name,
      withdrawnReason: reason,
    })
    .where('institutionId', '=', institution)
    .where('rightId', '=', right)
    .where('id', '=', file)
    .where('withdrawnOn', 'is', null)
    .returning(['name', 'sha256'])
    .executeTakeFirst()
  if (!gone) return refuse('no-such-attachment', {})
  const amended = await amendRecord(tx, rightRegister, clock, by, right, {
    fields: {},
    beside: [{ field: 'file', from: { name: gone.name, sha256: gone.sha256 }, to: null }],
    reason,
  })
  return accept({ seq: amended?.seq ?? 0 })
}
