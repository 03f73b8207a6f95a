import type { Outcome } from '@yizhuan/kit'
import { formsOf, placeWords } from '@yizhuan/law-authoring'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { notFound } from '../../../platform/problem.ts'
import { allPacks } from '../packs/packs.ts'
import { checkOf } from './amendment.checks.ts'
import {
  beginAmendment,
  editAmendment,
  publishAmendment,
  submitAmendment,
  turnDown,
  undoEdit,
} from './amendment.commands.ts'
import { documentsOf } from './amendment.documents.ts'
import { amendmentOf } from './amendment.queries.ts'
import { toProblem } from './amendment.refusals.ts'
import { type Amendment, type AmendmentRefusals, isAuthor } from './amendment.ts'
import { changesOf, editableOf } from './amendment.view.ts'
import {
  AmendmentParamsWire,
  AmendmentWire,
  BeginAmendmentWire,
  CaseQueryWire,
  CaseShownWire,
  CheckWire,
  DecideAmendmentWire,
  EditableWire,
  FormsQueryWire,
  FormsWire,
  PublishedWire,
  PutEditWire,
  SubmitAmendmentWire,
  UndoEditWire,
} from './amendment.wire.ts'
import { releaseRecorded } from './revision.commands.ts'
import { refreshRevisions } from './revision.queries.ts'

const tags = ['law']
const access = ['policy_officer'] as const

/** Amendments of the law packs: drafted by form, checked, and published by a second person. */
export function amendmentRoutes(app: App, context: Context): void {
  readRoutes(app, context)
  checkRoutes(app, context)
  editRoutes(app, context)
  decisionRoutes(app, context)
}

function readRoutes(app: App, { db }: Context): void {
  app.get(
    '/law/amendments/:id',
    {
      config: { access },
      schema: { tags, params: AmendmentParamsWire, response: { 200: AmendmentWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) =>
        shown(caller, await found(tx, caller, request.params.id)),
      )
    },
  )

  app.get(
    '/law/amendments/:id/documents',
    {
      config: { access },
      schema: { tags, params: AmendmentParamsWire, response: { 200: EditableWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const { after } = documentsOf(await found(tx, caller, request.params.id))
        return editableOf(after)
      })
    },
  )

  app.get(
    '/law/amendments/:id/case',
    {
      config: { access },
      schema: {
        tags,
        params: AmendmentParamsWire,
        querystring: CaseQueryWire,
        response: { 200: CaseShownWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { after } = await asReader(db, caller, async (tx) =>
        documentsOf(await found(tx, caller, request.params.id)),
      )
      const one = after.cases.find(({ name }) => name === request.query.name)
      if (!one) throw notFound({ zh: '没有这个算例。', en: 'There is no such case.' })
      const { name, file: _file, ...is } = one
      return { name, is }
    },
  )

  app.get(
    '/law/forms',
    {
      config: { access },
      schema: { tags, querystring: FormsQueryWire, response: { 200: FormsWire } },
    },
    async (request) => [...formsOf(request.query.value, request.query.type)],
  )
}

function checkRoutes(app: App, context: Context): void {
  app.get(
    '/law/amendments/:id/check',
    {
      config: { access },
      schema: { tags, params: AmendmentParamsWire, response: { 200: CheckWire } },
    },
    async (request): Promise<CheckWire> => {
      const caller = callerOf(request)
      const amendment = await asReader(context.db, caller, (tx) =>
        found(tx, caller, request.params.id),
      )
      const { progress, check } = await checkOf(context, caller, amendment)
      if (!check) {
        return { state: 'running', ...progress, isClean: null, problems: [], failures: [] }
      }
      const { problems, blocking, failures, cases } = check
      return {
        state: 'done',
        done: cases,
        of: cases,
        isClean: blocking.length + failures.length === 0,
        problems: problems.map((one) => ({
          ...one,
          place: placeWords(one.where),
          blocks: blocking.includes(one),
        })),
        failures: [...failures],
      }
    },
  )
}

function editRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/law/amendments',
    {
      config: { access },
      schema: { tags, body: BeginAmendmentWire, response: { 201: AmendmentWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      await releaseRecorded(db, clock)
      const answer = await asCaller(db, caller, async (tx) => {
        const begun = accepted(await beginAmendment(tx, clock, caller, request.body.pack))
        return shown(caller, begun)
      })
      return reply.code(201).send(answer)
    },
  )

  app.post(
    '/law/amendments/:id/edits',
    {
      config: { access },
      bodyLimit: 500_000,
      schema: {
        tags,
        params: AmendmentParamsWire,
        body: PutEditWire,
        response: { 200: AmendmentWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { edit, seq } = request.body
      return asCaller(db, caller, async (tx) => {
        const { id } = request.params
        // The schema has looked at every key of the edit.
        const after = await editAmendment(tx, clock, caller, id, edit as never, seq)
        return shown(caller, accepted(after))
      })
    },
  )

  app.post(
    '/law/amendments/:id/undo',
    {
      config: { access },
      schema: {
        tags,
        params: AmendmentParamsWire,
        body: UndoEditWire,
        response: { 200: AmendmentWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { subject, seq } = request.body
      return asCaller(db, caller, async (tx) => {
        const after = await undoEdit(tx, clock, caller, request.params.id, subject, seq)
        return shown(caller, accepted(after))
      })
    },
  )
}

function decisionRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const checked = async (caller: Caller, id: string) => {
    const amendment = await asReader(db, caller, (tx) => found(tx, caller, id))
    return (await checkOf(context, caller, amendment)).result
  }

  app.post(
    '/law/amendments/:id/submission',
    {
      config: { access },
      schema: {
        tags,
        params: AmendmentParamsWire,
        body: SubmitAmendmentWire,
        response: { 200: AmendmentWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const check = await checked(caller, id)
      return asCaller(db, caller, async (tx) =>
        shown(caller, accepted(await submitAmendment(tx, clock, caller, id, request.body, check))),
      )
    },
  )

  app.post(
    '/law/amendments/:id/decision',
    {
      config: { access },
      schema: {
        tags,
        params: AmendmentParamsWire,
        body: DecideAmendmentWire,
        response: { 200: PublishedWire.partial() },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { outcome, seq, reason } = request.body
      if (outcome !== 'published') {
        const given = { outcome, seq, reason: reason ?? '' }
        await asCaller(db, caller, async (tx) =>
          accepted(await turnDown(tx, clock, caller, id, given)),
        )
        return {}
      }
      const check = await checked(caller, id)
      const published = await asCaller(db, caller, async (tx) =>
        accepted(await publishAmendment(tx, clock, caller, id, seq, check)),
      )
      await asReader(db, caller, refreshRevisions)
      return published
    },
  )
}

/** An amendment of the caller's institution. @throws {Problem} 404 */
async function found(tx: Tx, { institution }: Caller, id: string): Promise<Amendment> {
  await refreshRevisions(tx)
  const amendment = await amendmentOf(tx, institution, id)
  if (amendment) return amendment
  throw toProblem({ code: 'amendment-not-found', facts: {} })
}

function shown(caller: Caller, amendment: Amendment): AmendmentWire {
  const { before, number } = documentsOf(amendment)
  const pack = allPacks().find(({ id }) => id === amendment.pack)
  const { base: _base, edits, ...rest } = amendment
  return {
    ...rest,
    authors: [...rest.authors],
    title: pack?.title ?? { zh: amendment.pack, en: amendment.pack },
    newest: pack?.revision ?? 0,
    number,
    isMine: isAuthor(amendment, caller.person),
    changes: changesOf(before, edits),
  }
}

function accepted<Value>(outcome: Outcome<Value, AmendmentRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
