import { z } from 'zod'
import { type Access, callerOf, mayUse, type Role } from './access.ts'
import { asCaller, asReader, type Caller, type Tx } from './database.ts'
import { lockKnownChain, recordChange } from './evidence.ts'
import { storedFiles } from './files.queries.ts'
import { newId } from './ids.ts'
import type { App, Context } from './module.ts'
import { badField, conflict, notFound, type Problem } from './problem.ts'
import {
  FileEvidenceWire,
  RecordFileParamsWire,
  RecordFilesWire,
  TakeOffWire,
} from './record-files.wire.ts'
import { chainOf, type Register } from './register.ts'
import { RecordParamsWire } from './register-routes.ts'

/** A register whose records have evidence filed with them. */
export interface FiledRegister {
  readonly register: Register
  /** `/contracts` makes `/contracts/:id/files`. */
  readonly path: `/${string}`
  readonly access: Access
  /** Those who file evidence and take it off. */
  readonly writers: readonly Role[]
  has(tx: Tx, institution: string, id: string): Promise<boolean>
  missing(): Problem
  /** What else becomes of files that were filed, in the same transaction. */
  filed?(tx: Tx, at: Date, by: Caller, id: string, files: FileEvidenceWire['files']): Promise<void>
}

/** The evidence of the records of a register: read by its readers, told in the history of each record. */
export function recordFileRoutes(app: App, context: Context, filed: FiledRegister): void {
  const { db } = context
  const { register, path, access, writers } = filed
  app.get(
    `${path}/:id/files`,
    {
      config: { access },
      schema: {
        tags: [path.slice(1)],
        params: RecordParamsWire,
        response: { 200: RecordFilesWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const items = await asReader(db, caller, async (tx) => {
        if (!(await filed.has(tx, caller.institution, id))) throw filed.missing()
        return filesOf(tx, caller.institution, register.name, id)
      })
      return { items, mayFile: mayUse(caller, writers) }
    },
  )
  filing(app, context, filed)
}

function filing(app: App, { db, clock }: Context, filed: FiledRegister): void {
  const { path, writers } = filed
  const config = { access: writers }
  const tags = [path.slice(1)]
  app.post(
    `${path}/:id/files`,
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: FileEvidenceWire,
        response: { 201: z.object({ ids: z.array(z.string()) }) },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const ids = await asCaller(db, caller, (tx) =>
        fileEvidence(tx, clock.now(), filed, caller, id, request.body),
      )
      return reply.code(201).send({ ids })
    },
  )

  app.post(
    `${path}/:id/files/:file/take-off`,
    {
      config,
      schema: {
        tags,
        params: RecordFileParamsWire,
        body: TakeOffWire,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, file } = request.params
      await asCaller(db, caller, (tx) =>
        takeOff(tx, clock.now(), filed, caller, { id, file, reason: request.body.reason }),
      )
      return reply.code(204).send(null)
    },
  )
}

async function filesOf(tx: Tx, institution: string, kind: string, id: string) {
  const rows = await tx
    .selectFrom('recordFile')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('kind', '=', kind)
    .where('recordId', '=', id)
    .orderBy('addedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ takenOffAt, takenOffName, takenOffReason, ...row }) => ({
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    size: row.size,
    note: row.note,
    addedAt: row.addedAt.toISOString(),
    addedBy: row.addedName,
    takenOff: takenOffAt && {
      at: takenOffAt.toISOString(),
      by: takenOffName ?? '',
      reason: takenOffReason ?? '',
    },
  }))
}

/** Files evidence with a record, told in its history. @throws {Problem} where it is not stored, or filed already. */
export async function fileEvidence(
  tx: Tx,
  at: Date,
  {
    register,
    has,
    missing,
    filed: andThen,
  }: Pick<FiledRegister, 'register' | 'has' | 'missing' | 'filed'>,
  by: Caller,
  recordId: string,
  { files, note }: FileEvidenceWire,
): Promise<string[]> {
  const { institution } = by
  // Held before it is looked for: an import that is taken back meanwhile would leave files of no record.
  await lockKnownChain(tx, { institution, name: chainOf(register, recordId) })
  if (!(await has(tx, institution, recordId))) throw missing()
  const hashes = files.map(({ sha256 }) => sha256)
  const there = new Map(
    (await storedFiles(tx, institution, hashes)).map(({ sha256, size }) => [sha256, size]),
  )
  const lost = files.find(({ sha256 }) => !there.has(sha256))
  if (lost) throw notStored(lost.name)
  const filed = (await filesOf(tx, institution, register.name, recordId)).filter(
    ({ takenOff }) => takenOff === null,
  )
  const twice = files.find(
    ({ sha256 }, at) => hashes.indexOf(sha256) < at || filed.some((one) => one.sha256 === sha256),
  )
  if (twice) throw filedAlready(twice.name)

  // From here on they are filed.
  const rows = files.map(({ sha256, name, size }) => ({
    ...{ id: newId(), sha256, name, size: there.get(sha256) ?? size },
  }))
  await tx
    .insertInto('recordFile')
    .values(
      rows.map((row) => ({
        ...row,
        ...{ institutionId: institution, kind: register.name, recordId, note },
        ...{ addedAt: at, addedBy: by.person, addedName: by.name },
      })),
    )
    .execute()
  await recordChange(tx, chainOf(register, recordId), {
    action: `${register.name}.fileAdded`,
    subject: recordId,
    data: {
      changes: rows.map(({ name, sha256 }) => ({ field: 'file', to: { name, sha256 } })),
      ...(note !== null && { reason: note }),
    },
    at,
    by,
  })
  await andThen?.(tx, at, by, recordId, files)
  return rows.map(({ id }) => id)
}

/** Takes evidence off a record; what it was and why stays in the history. */
export async function takeOff(
  tx: Tx,
  at: Date,
  { register, has, missing }: Pick<FiledRegister, 'register' | 'has' | 'missing'>,
  by: Caller,
  { id, file, reason }: { readonly id: string; readonly file: string; readonly reason: string },
): Promise<void> {
  const { institution } = by
  if (!(await has(tx, institution, id))) throw missing()
  const before = await tx
    .selectFrom('recordFile')
    .select(['name', 'sha256', 'takenOffAt'])
    .where('institutionId', '=', institution)
    .where('kind', '=', register.name)
    .where('recordId', '=', id)
    .where('id', '=', file)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw notFound()
  if (before.takenOffAt !== null) throw takenOffAlready()

  // From here on it is taken off.
  await tx
    .updateTable('recordFile')
    .set({ takenOffAt: at, takenOffName: by.name, takenOffReason: reason })
    .where('institutionId', '=', institution)
    .where('id', '=', file)
    .execute()
  const { name, sha256 } = before
  await recordChange(tx, chainOf(register, id), {
    action: `${register.name}.fileTakenOff`,
    subject: id,
    data: { changes: [{ field: 'file', from: { name, sha256 }, to: null }], reason },
    at,
    by,
  })
}

function notStored(name: string): Problem {
  return badField('#/files', 'file-not-stored', {
    zh: `文件“${name}”未上传成功，请重新上传。`,
    en: `The file “${name}” is not stored; upload it again.`,
  })
}

function filedAlready(name: string): Problem {
  return badField('#/files', 'filed-already', {
    zh: `文件“${name}”已经归入本条记录，不必再传。`,
    en: `The file “${name}” is filed with this record already.`,
  })
}

function takenOffAlready(): Problem {
  return conflict('taken-off-already', {
    zh: '这份文件已经撤下。',
    en: 'The file has been withdrawn already.',
  })
}
