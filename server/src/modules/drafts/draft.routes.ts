import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { draftOf, forgetDraft, keepDraft } from './draft.queries.ts'
import { DraftKeptWire, DraftQueryWire, DraftWire, KeepDraftWire } from './draft.wire.ts'

const tags = ['drafts']
const access = 'signedIn' as const

/** The caller's own forms that were begun: a phone on the ward, then a desk. */
export function draftRoutes(app: App, { db, clock, keys, config }: Context): void {
  app.get(
    '/drafts',
    {
      config: { access },
      schema: { tags, querystring: DraftQueryWire, response: { 200: DraftWire } },
    },
    async (request) => {
      const { institution, person, ...caller } = callerOf(request)
      const place = { institution, person, form: request.query.form }
      const draft = await asReader(db, { institution, person, ...caller }, (tx) =>
        draftOf(tx, keys, place, clock.now()),
      )
      if (!draft) return { draft: null }
      const { value, device, savedAt } = draft
      return {
        draft: { value: value as Record<string, unknown>, device, at: savedAt.toISOString() },
      }
    },
  )

  app.post(
    '/drafts',
    { config: { access }, schema: { tags, body: KeepDraftWire, response: { 200: DraftKeptWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { form, device, value } = request.body
      const place = { institution: caller.institution, person: caller.person, form }
      const savedAt = clock.now()
      await asCaller(db, caller, (tx) =>
        keepDraft(tx, keys, config.storage, place, { value, device, savedAt }),
      )
      return { at: savedAt.toISOString() }
    },
  )

  app.delete(
    '/drafts',
    {
      config: { access },
      schema: { tags, querystring: DraftQueryWire, response: { 200: DraftWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      const place = { institution, person, form: request.query.form }
      await asCaller(db, caller, (tx) => forgetDraft(tx, place))
      return { draft: null }
    },
  )
}
