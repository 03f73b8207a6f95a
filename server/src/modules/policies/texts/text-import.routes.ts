import type { Outcome } from '@yizhuan/kit'
import { articlesOf } from '@yizhuan/law-authoring'
import { z } from 'zod'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller } from '../../../platform/database.ts'
import { fileLimitBytes, tooLarge } from '../../../platform/files.ts'
import type { App, Context } from '../../../platform/module.ts'
import { badField, notFound, problemSchema } from '../../../platform/problem.ts'
import { takeRoom } from '../../../platform/quota.ts'
import { text } from '../../../platform/text.ts'
import { articlesIn } from '../library/policy.ts'
import { ImportedTextWire, ImportTextWire } from '../library/policy.wire.ts'
import { allPacks } from '../packs/packs.ts'
import { readTextFile } from './read-text-file.ts'
import { answerDoubt, type IncomingText, importText } from './text-import.commands.ts'
import { answersTo, keptText } from './text-import.queries.ts'
import { toProblem } from './text-import.refusals.ts'
import { doubtsOf, settledText, type TextRefusals } from './text-import.ts'
import { AnswerDoubtWire, TextImportWire } from './text-import.wire.ts'

const tags = ['policies']
const Params = z.object({ doc: z.string().max(60) })

/** Who brings official texts in and settles what is doubted in them. */
const importers: readonly Role[] = ['admin', 'legal', 'tto_reviewer', 'policy_officer']

/** Official texts: as pasted words or as a file, and the doubts people settle. */
export function textImportRoutes(app: App, context: Context): void {
  importRoutes(app, context)
  doubtRoutes(app, context)
}

function importRoutes(app: App, context: Context): void {
  const keep = async (caller: Caller, incoming: IncomingText) => {
    const outcome = await asCaller(context.db, caller, (tx) =>
      importText(tx, context, caller, incoming),
    )
    const { law, articles } = accepted(outcome)
    return { articles, doubts: law.doubts.map(({ at, kind, note }) => ({ at, kind, note })) }
  }

  app.post(
    '/policies/:doc/text',
    {
      config: { access: importers },
      bodyLimit: 8_000_000,
      schema: { tags, params: Params, body: ImportTextWire, response: { 201: ImportedTextWire } },
    },
    async (request, reply) => {
      const named = documentNamed(request.params.doc)
      const incoming = { ...named, text: request.body.text, format: 'txt', file: null } as const
      return reply.code(201).send(await keep(callerOf(request), incoming))
    },
  )

  app.post(
    '/policies/:doc/file',
    {
      config: { access: importers, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        tags,
        params: Params,
        consumes: ['multipart/form-data'],
        response: { 201: ImportedTextWire, 400: problemSchema, 413: problemSchema },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const named = documentNamed(request.params.doc)
      const part = await request.file({ limits: { fileSize: fileLimitBytes, files: 1 } })
      if (!part) throw badField('#/file', 'required', { zh: '请选择文件。', en: 'Choose a file.' })
      const bytes = await part.toBuffer()
      if (part.file.truncated) throw tooLarge(fileLimitBytes)
      const name = text(255).safeParse(part.filename)
      if (!name.success) {
        throw badField('#/file', 'file-name', {
          zh: '文件名无效。',
          en: 'The file name is not valid.',
        })
      }
      const read = accepted(await readTextFile(name.data, bytes))
      await takeRoom(context, caller, bytes.byteLength)
      const file = { name: name.data, bytes, type: part.mimetype }
      return reply.code(201).send(await keep(caller, { ...named, ...read, file }))
    },
  )
}

function doubtRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/policies/:doc/doubts',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: Params, response: { 200: TextImportWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const source = documentNamed(request.params.doc).source
      return asReader(db, caller, async (tx) => {
        const kept = await keptText(tx, caller.institution, source)
        if (!kept) return { text: null, doubts: [], open: 0 }
        const answers = await answersTo(tx, caller.institution, kept.id)
        const doubts = doubtsOf(kept.body, answers).map(({ answer, ...doubt }) => ({
          ...doubt,
          answer: answer && {
            answer: answer.answer,
            correction: answer.correction,
            name: answer.name,
            at: answer.at.toISOString(),
          },
        }))
        const { id: _id, body, importedAt, ...rest } = kept
        return {
          text: {
            ...rest,
            importedAt: importedAt.toISOString(),
            articles: articlesOf(settledText(body, answers)).length,
          },
          doubts,
          open: doubts.filter(({ answer }) => answer === null).length,
        }
      })
    },
  )

  app.post(
    '/policies/:doc/doubts',
    {
      config: { access: importers },
      schema: {
        tags,
        params: Params,
        body: AnswerDoubtWire,
        response: { 200: z.object({ open: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const source = documentNamed(request.params.doc).source
      return asCaller(db, caller, async (tx) =>
        accepted(await answerDoubt(tx, clock, caller, source, request.body)),
      )
    },
  )
}

/** A document of the library, and where it is known to have articles. */
function documentNamed(id: string): {
  readonly source: string
  readonly places: readonly string[]
} {
  for (const pack of allPacks())
    for (const source of pack.sources)
      if (source.id === id) return { source: id, places: articlesIn({ pack, source }) }
  throw notFound({ zh: '政策库中没有这份文件。', en: 'The library holds no such document.' })
}

function accepted<Value>(outcome: Outcome<Value, TextRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
