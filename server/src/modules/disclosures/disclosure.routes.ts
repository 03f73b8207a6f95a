import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { achievementOf, achievementProblem, asFields, office } from '../achievements/index.ts'
import { forgetDraft } from '../drafts/index.ts'
import { askInventors } from './confirmation.commands.ts'
import { listsFor } from './disclosure.lists.ts'
import { toProblem } from './disclosure.refusals.ts'
import { progressFor } from './disclosure.view.ts'
import {
  AcceptWire,
  AchievementParamsWire,
  AskWire,
  DisclosureListsWire,
  DuplicatesWire,
  LinksWire,
  MergeWire,
  PartWire,
  ProgressWire,
  ResubmitWire,
  ReturnWire,
  SimilarQueryWire,
  SimilarWire,
  SteppedWire,
} from './disclosure.wire.ts'
import { duplicatesOf, similarTo } from './duplicate.queries.ts'
import { answerDisclosure, resubmit } from './intake.commands.ts'
import { mergeInto, partAgain } from './merge.commands.ts'

const tags = ['achievements']
const signedIn = { access: 'signedIn' } as const
const byOffice = { access: office } as const
const discloses = { access: ['inventor', 'team_rep', ...office] } as const

/** The way of a disclosure over HTTP. */
export function disclosureRoutes(app: App, context: Context): void {
  const { db } = context
  const params = AchievementParamsWire

  app.get(
    '/disclosure-lists',
    { config: signedIn, schema: { tags, response: { 200: DisclosureListsWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listsFor(tx, caller.institution))
    },
  )

  app.get(
    '/achievements/:id/progress',
    { config: signedIn, schema: { tags, params, response: { 200: ProgressWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) => progressFor(tx, context, caller, id))
      if (!found) throw toProblem(missing)
      return found
    },
  )

  app.get(
    '/achievements/similar',
    {
      config: discloses,
      schema: { tags, querystring: SimilarQueryWire, response: { 200: SimilarWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => similarTo(tx, caller.institution, request.query))
    },
  )

  app.get(
    '/achievements/:id/duplicates',
    { config: byOffice, schema: { tags, params, response: { 200: DuplicatesWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const one = await achievementOf(tx, caller.institution, request.params.id)
        if (!one) throw toProblem(missing)
        return duplicatesOf(tx, caller.institution, one)
      })
    },
  )

  app.post(
    '/achievements/:id/return',
    {
      config: byOffice,
      schema: { tags, params, body: ReturnWire, response: { 200: SteppedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const given = { kind: 'return', ...request.body } as const
      return settled(
        await asCaller(db, caller, (tx) =>
          answerDisclosure(tx, context, caller, request.params.id, given),
        ),
      )
    },
  )

  app.post(
    '/achievements/:id/acceptance',
    {
      config: byOffice,
      schema: { tags, params, body: AcceptWire, response: { 200: SteppedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const given = { kind: 'accept', ...request.body } as const
      return settled(
        await asCaller(db, caller, (tx) =>
          answerDisclosure(tx, context, caller, request.params.id, given),
        ),
      )
    },
  )

  app.post(
    '/achievements/:id/submission',
    {
      config: discloses,
      schema: { tags, params, body: ResubmitWire, response: { 200: SteppedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      const { id } = request.params
      const { expectedSeq, disclosedOn: _day, ...told } = request.body
      const outcome = await asCaller(db, caller, async (tx) => {
        const order = asFields(told)
        const done = await resubmit(tx, context, caller, id, { expectedSeq, order })
        const form = `disclosure/${id}`
        if (done.kind === 'accepted') await forgetDraft(tx, { institution, person, form })
        return done
      })
      if (outcome.kind === 'accepted') return outcome.value
      const { refusal } = outcome
      throw isOwn(refusal) ? toProblem(refusal) : achievementProblem(refusal as never)
    },
  )

  app.post(
    '/achievements/:id/confirmations',
    {
      // Links go to addresses outside by mail: nobody writes to hundreds in an hour.
      config: { ...discloses, rateLimit: { max: 60, timeWindow: '1 hour' } },
      schema: { tags, params, body: AskWire, response: { 201: LinksWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        askInventors(tx, context, caller, request.params.id, request.body),
      )
      return reply.code(201).send(settled(outcome))
    },
  )

  app.post(
    '/achievements/:id/merger',
    {
      config: byOffice,
      schema: { tags, params, body: MergeWire, response: { 200: SteppedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return settled(
        await asCaller(db, caller, (tx) =>
          mergeInto(tx, context, caller, request.params.id, request.body),
        ),
      )
    },
  )

  app.post(
    '/achievements/:id/separation',
    {
      config: byOffice,
      schema: { tags, params, body: PartWire, response: { 200: SteppedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return settled(
        await asCaller(db, caller, (tx) =>
          partAgain(tx, context, caller, request.params.id, request.body),
        ),
      )
    },
  )
}

const missing = { code: 'no-such-achievement', facts: {} } as const

type Refused = Parameters<typeof toProblem>[0]

function settled<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: Refused },
): Value {
  if (outcome.kind === 'accepted') return outcome.value
  throw toProblem(outcome.refusal)
}

function isOwn(refusal: { readonly code: string }): refusal is Refused {
  return ['not-yours', 'not-given-back'].includes(refusal.code)
}
