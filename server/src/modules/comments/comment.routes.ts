import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import {
  type Commentable,
  commentFor,
  peopleFor,
  readersFor,
  reword,
  say,
  strike,
} from './comment.commands.ts'
import { type CommentRow, commentsOf } from './comment.queries.ts'
import { type CommentRefusals, toProblem } from './comment.refusals.ts'
import { isFresh } from './comment.ts'
import {
  AudienceWire,
  CommentParamsWire,
  CommentsWire,
  OfRecordWire,
  PeopleQueryWire,
  RewordWire,
  SaidWire,
  SayWire,
} from './comment.wire.ts'
import { talkedOf } from './sources.ts'

const tags = ['comments']
// Who reads what is said of a record the record itself says.
const config = { access: 'signedIn' } as const

/**
 * A person's own entry is nothing that colleagues talk about in writing; departments and carriers are lines
 * of a list, and have no page that would show what is said.
 */
const without: ReadonlySet<string> = new Set(['person', 'unit', 'carrier'])

/** Every kind of records that is talked about. */
export function commentableIn(app: App): Commentable {
  return new Map(
    [...app.searchable.filter(({ kind }) => !without.has(kind)), ...talkedOf].map(
      (one) => [one.kind, one] as const,
    ),
  )
}

/** What people say to each other about any record that is found by searching, and some others. */
export function commentRoutes(app: App, context: Context): void {
  const commentable = commentableIn(app)
  reading(app, context, commentable)
  saying(app, context, commentable)
}

function reading(app: App, { db, clock }: Context, commentable: Commentable): void {
  app.get(
    '/comments/:kind/:id',
    { config, schema: { tags, params: OfRecordWire, response: { 200: CommentsWire } } },
    (request) => {
      const caller = callerOf(request)
      const of = request.params
      return asReader(db, caller, async (tx) => {
        const { isClosed } = accepted(await readersFor(tx, commentable, caller, of))
        const rows = await commentsOf(tx, { institution: caller.institution, ...of })
        return { isClosed, items: rows.map((row) => shown(row, caller, clock.now())) }
      })
    },
  )

  app.get(
    '/comments/:kind/:id/people',
    {
      config,
      schema: {
        tags,
        params: OfRecordWire,
        querystring: PeopleQueryWire,
        response: { 200: AudienceWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const audience = accepted(await readersFor(tx, commentable, caller, request.params))
        const people = await peopleFor(tx, audience, caller.institution, request.query.q)
        return { items: [...people] }
      })
    },
  )
}

function saying(app: App, { db, clock }: Context, commentable: Commentable): void {
  app.post(
    '/comments/:kind/:id',
    { config, schema: { tags, params: OfRecordWire, body: SayWire, response: { 201: SaidWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, async (tx) => {
        const of = request.params
        const audience = await readersFor(tx, commentable, caller, of)
        if (audience.kind === 'refused') return audience
        return say(tx, clock, caller, of, audience.value, request.body)
      })
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/comments/:id',
    {
      config,
      schema: { tags, params: CommentParamsWire, body: RewordWire, response: { 200: SaidWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, async (tx) => {
        const found = await commentFor(tx, commentable, caller, request.params.id)
        if (found.kind === 'refused') return found
        return reword(tx, clock, caller, found.value.row, found.value.audience, request.body)
      })
      return accepted(outcome)
    },
  )

  app.post(
    '/comments/:id/strike',
    { config, schema: { tags, params: CommentParamsWire, response: { 200: SaidWire } } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, async (tx) => {
        const found = await commentFor(tx, commentable, caller, request.params.id)
        return found.kind === 'refused' ? found : strike(tx, clock, caller, found.value.row)
      })
      return accepted(outcome)
    },
  )
}

function shown(row: CommentRow, { person, roles }: Caller, now: Date) {
  const isMine = row.personId === person
  const isStanding = row.struckAt === null
  return {
    id: row.id,
    by: row.personName,
    isMine,
    body: row.body,
    mentions: [...row.mentions],
    files: [...row.files],
    at: row.madeAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    earlier: [...row.earlier],
    struck: row.struckAt && { at: row.struckAt.toISOString(), by: row.struckName ?? '' },
    mayReword: isMine && isStanding && isFresh(row.madeAt, now),
    mayStrike: isStanding && (isMine || roles.includes('admin')),
  }
}

function accepted<Value>(outcome: Outcome<Value, CommentRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
