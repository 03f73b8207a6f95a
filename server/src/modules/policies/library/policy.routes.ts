import { z } from 'zod'
import { callerOf } from '../../../platform/access.ts'
import { asReader } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { notFound } from '../../../platform/problem.ts'
import { allPacks, casesOf, clausesOf, lawOf, lockOfSource, reasonsOf } from '../packs/packs.ts'
import { lawTextOf } from '../texts/text-import.queries.ts'
import { importedSources } from './policy.queries.ts'
import { articlesIn, type Document, type Encoding, toArticle, toPolicy } from './policy.ts'
import { PolicyDetailWire, PolicyPageWire } from './policy.wire.ts'

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
      const text = await asReader(db, caller, (tx) => lawTextOf(tx, caller.institution, source.id))
      const encoding = encodingOf(document)
      const list = articlesIn(document).map((at) => toArticle(document, encoding, at, text))
      return { ...toPolicy(document, encoding, text !== undefined, clock.today()), list }
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
