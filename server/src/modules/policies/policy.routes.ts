import { articlesOf, parseLawText } from '@yizhuan/law-authoring'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { recordChange } from '../../platform/evidence.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound, unlawful } from '../../platform/problem.ts'
import { allPacks, casesOf, clausesOf, lawOf, lockOfSource, reasonsOf } from './packs.ts'
import { importedSources, insertText, textOf } from './policy.queries.ts'
import { articlesIn, type Document, type Encoding, toArticle, toPolicy } from './policy.ts'
import {
  ImportedTextWire,
  ImportTextWire,
  PolicyDetailWire,
  PolicyPageWire,
} from './policy.wire.ts'

const Params = z.object({ doc: z.string().max(60) })
const tags = ['policies']

/** The policy library: documents, their articles, and the official texts people import. */
export function policyRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/policies',
    {
      config: { access: 'signedIn' },
      schema: { tags, response: { 200: PolicyPageWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const imported = await asReader(db, caller, (tx) => importedSources(tx, caller.institution))
      const today = clock.today()
      const items = documents().map((document) =>
        toPolicy(document, encodingOf(document), imported.has(document.source.id), today),
      )
      return { items }
    },
  )

  app.get(
    '/policies/:doc',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: Params, response: { 200: PolicyDetailWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const document = documentOf(request.params.doc)
      const { source } = document
      const body = await asReader(db, caller, (tx) => textOf(tx, caller.institution, source.id))
      const text = body === undefined ? undefined : parseLawText(body)
      const encoding = encodingOf(document)
      const list = articlesIn(document).map((at) => toArticle(document, encoding, at, text))
      return { ...toPolicy(document, encoding, text !== undefined, clock.today()), list }
    },
  )

  app.post(
    '/policies/:doc/text',
    {
      config: { access: ['admin', 'legal', 'tto_reviewer'] },
      bodyLimit: 8_000_000,
      schema: { tags, params: Params, body: ImportTextWire, response: { 201: ImportedTextWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { source } = documentOf(request.params.doc)
      const parsed = parseLawText(request.body.text)
      const articles = articlesOf(parsed).length
      if (articles === 0) {
        throw unlawful('no-articles-found', {
          zh: '文本中没有识别到“第…条”，请确认粘贴的是官方全文。',
          en: 'No article was found in the text; make sure that it is the full official text.',
        })
      }
      await asCaller(db, caller, async (tx) => {
        await insertText(tx, {
          institutionId: caller.institution,
          source: source.id,
          importedBy: caller.person,
          body: request.body.text,
        })
        await recordChange(tx, `policy-text/${source.id}`, {
          action: 'policy.textImported',
          data: { source: source.id, articles, characters: request.body.text.length },
          at: clock.now(),
          by: caller,
        })
      })
      const doubts = parsed.doubts.map(({ at, kind, note }) => ({ at, kind, note }))
      return reply.code(201).send({ articles, doubts })
    },
  )
}

/** The documents that were compared with the official text first, then the law around them. */
function documents(): readonly Document[] {
  const all = allPacks().flatMap((pack) => pack.sources.map((source) => ({ pack, source })))
  const isExternal = ({ source }: Document) => source.verified === false
  return [...all.filter((each) => !isExternal(each)), ...all.filter(isExternal)]
}

function encodingOf({ pack, source }: Document): Encoding {
  return {
    law: lawOf([pack.id]),
    cases: () => casesOf(pack.id),
    clauses: clausesOf(pack.id).filter((clause) => clause.source === source.id),
    locked: lockOfSource(pack.id, source.id),
    reasons: reasonsOf(pack.id),
  }
}

function documentOf(id: string): Document {
  const document = documents().find(({ source }) => source.id === id)
  if (document) return document
  throw notFound({ zh: '政策库中没有这份文件。', en: 'The library holds no such document.' })
}
