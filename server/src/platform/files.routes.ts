import { z } from 'zod'
import { callerOf } from './access.ts'
import { asCaller, asReader } from './database.ts'
import { isOpenFile, keepFile } from './files.queries.ts'
import { fileLimitBytes, tooLarge } from './files.ts'
import type { App, Context } from './module.ts'
import { badField, notFound, problemSchema } from './problem.ts'
import { giveRoomBack, takeRoom } from './quota.ts'
import { text } from './text.ts'

/** A file as acts and forms refer to it. */
export const fileView = z
  .object({ sha256: z.string(), name: z.string(), size: z.int(), type: z.string() })
  .meta({ id: 'File' })

const sha256Text = z.string().regex(/^[0-9a-f]{64}$/)

/** Types a browser may show in place; everything else is downloaded. */
const inline = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'text/plain'])

/** Upload and download of files; a file is visible to the institution that stored it, one of a closed case to its readers. */
export function fileRoutes(app: App, context: Context): void {
  const { db, files } = context
  app.post(
    '/files',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['files'],
        consumes: ['multipart/form-data'],
        response: {
          201: fileView,
          400: problemSchema,
          409: problemSchema,
          413: problemSchema,
          429: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const part = await request.file({ limits: { fileSize: fileLimitBytes, files: 1 } })
      if (!part) throw badField('#/file', 'required', { zh: '请选择文件。', en: 'Choose a file.' })
      const name = text(255).safeParse(part.filename)
      if (!name.success) {
        part.file.resume()
        throw badField('#/file', 'file-name', {
          zh: '文件名无效。',
          en: 'The file name is not valid.',
        })
      }
      // As long as the whole request says it is, at most; what was not needed is given back.
      const told = Number(request.headers['content-length'] ?? fileLimitBytes)
      const room = Math.min(Number.isFinite(told) ? told : fileLimitBytes, fileLimitBytes)
      await takeRoom(context, caller, room).catch((error: unknown) => {
        part.file.resume()
        throw error
      })
      let used = 0
      try {
        const stored = await files.put(part.file)
        // The parser cuts a file at the limit instead of failing, so ask whether it did.
        if (part.file.truncated) throw tooLarge(fileLimitBytes)
        used = stored.size
        const file = { ...stored, name: name.data, type: part.mimetype }
        await asCaller(db, caller, (tx) => keepFile(tx, caller, file))
        return reply.code(201).send(file)
      } finally {
        await giveRoomBack(context, caller, Math.max(0, room - used))
      }
    },
  )
  app.get(
    '/files/:sha256',
    {
      config: { access: 'signedIn' },
      schema: {
        tags: ['files'],
        params: z.object({ sha256: sha256Text }),
        response: { 200: z.unknown(), 404: problemSchema },
      },
      serializerCompiler: () => (content) => String(content),
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const file = await asReader(db, caller, (tx) =>
        tx
          .selectFrom('file')
          .select(['sha256', 'name', 'type', 'size'])
          .where('institutionId', '=', caller.institution)
          .where('sha256', '=', request.params.sha256)
          .where(isOpenFile)
          .executeTakeFirst(),
      )
      const content = file && (await files.read(file.sha256))
      if (!file || !content) throw notFound()
      const how = inline.has(file.type) ? 'inline' : 'attachment'
      const name = encodeURIComponent(file.name)
      return (
        reply
          .header('content-type', inline.has(file.type) ? file.type : 'application/octet-stream')
          .header('content-length', file.size)
          .header('content-disposition', `${how}; filename*=UTF-8''${name}`)
          // Kept by the browser, and asked about each time: who may read it may have changed.
          .header('cache-control', 'private, no-cache')
          .header('etag', `"${file.sha256}"`)
          .send(content)
      )
    },
  )
}
