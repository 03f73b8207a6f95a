import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { docxOf, print } from '../papers/index.ts'
import { nameText, paperOf, unnameText } from './naming.commands.ts'
import { beginText, writeText } from './text.commands.ts'
import { comparedOf } from './text.compare.ts'
import { noSuchText, toNamingProblem, toTextProblem } from './text.refusals.ts'
import { chainOfText } from './text.table.ts'
import { namedShown, textDesk, textShown, textsShown } from './text.view.ts'
import {
  ComparedWire,
  CompareQueryWire,
  NameTextWire,
  NewTextWire,
  NextTextWire,
  OfDealWire,
  TextFileParamsWire,
  TextFileQueryWire,
  TextMadeWire,
  TextNamedWire,
  TextsWire,
  TextVersionParamsWire,
  TextWire,
  UnnameTextWire,
} from './text.wire.ts'
import { drafters } from './texts.access.ts'

const tags = ['contract-texts']

/** Everybody of the house may ask; drafts answer those who read contracts, and the team of the case. */
const readers = 'signedIn' as const

/** Texts of contracts over HTTP: begun, written version by version, compared, printed, named. */
export function textRoutes(app: App, context: Context): void {
  readingRoutes(app, context)
  fileRoutes(app, context)
  writingRoutes(app, context)
  namingRoutes(app, context)
}

function readingRoutes(app: App, { db, clock }: Context): void {
  const config = { access: readers }
  app.get(
    '/contract-texts',
    { config, schema: { tags, querystring: OfDealWire, response: { 200: TextsWire } } },
    async (request) => {
      const { case: caseId = null, contract: contractId = null } = request.query
      const texts = await asReader(db, callerOf(request), (tx) =>
        textsShown(tx, callerOf(request), { caseId, contractId }),
      )
      if (!texts) throw noSuchDeal()
      return texts
    },
  )

  app.get(
    '/contract-texts/:id',
    { config, schema: { tags, params: RecordParamsWire, response: { 200: TextWire } } },
    async (request) => {
      const caller = callerOf(request)
      const text = await asReader(db, caller, (tx) =>
        textShown(tx, clock, caller, request.params.id),
      )
      if (!text) throw noSuchText()
      return text
    },
  )

  app.get(
    '/contract-texts/:id/versions/:version',
    { config, schema: { tags, params: TextVersionParamsWire, response: { 200: TextWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id, version } = request.params
      const text = await asReader(db, caller, (tx) => textShown(tx, clock, caller, id, version))
      if (!text) throw noSuchText()
      return text
    },
  )

  app.get(
    '/contract-texts/:id/compare',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        querystring: CompareQueryWire,
        response: { 200: ComparedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { from, to } = request.query
      const compared = await asReader(db, caller, (tx) =>
        comparedOf(tx, caller, request.params.id, from, to),
      )
      if (!compared) throw noSuchText()
      return compared
    },
  )

  app.get(
    '/contract-texts/:id/history',
    { config, schema: { tags, params: RecordParamsWire, response: { 200: HistoryWire } } },
    (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if (!(await textDesk(tx, caller, id))) throw noSuchText()
        return await historyOf(tx, { institution: caller.institution, name: chainOfText(id) })
      })
    },
  )
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

function fileRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/contract-texts/:id/versions/:version/:format',
    {
      config: { access: readers },
      schema: {
        ...{ tags, params: TextFileParamsWire, querystring: TextFileQueryWire },
        ...{ produces: Object.values(types), response: { 200: z.unknown() } },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, version, format } = request.params
      const isBoth = request.query.lang === 'both'
      const paper = await asReader(db, caller, async (tx) => {
        const desk = await textDesk(tx, caller, id, version)
        if (!desk) throw noSuchText()
        const named = await namedShown(tx, caller.institution, id)
        return paperOf(tx, caller, desk, { isNamed: named?.version === version, isBoth })
      })
      // Printed after the transaction: no connection waits for the typesetter.
      const bytes = format === 'pdf' ? await print({ paper, day: clock.today() }) : docxOf(paper)
      return reply
        .header('content-type', types[format])
        .header('content-disposition', asAttachment(`${paper.title} 第${version}版.${format}`))
        .header('cache-control', 'no-store')
        .send(Buffer.from(bytes))
    },
  )
}

function writingRoutes(app: App, { db, clock }: Context): void {
  const config = { access: drafters }
  app.post(
    '/contract-texts',
    { config, schema: { tags, body: NewTextWire, response: { 201: TextMadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) => beginText(tx, clock, caller, request.body))
      if (outcome.kind === 'refused') throw toTextProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.post(
    '/contract-texts/:id/versions',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: NextTextWire,
        response: { 201: TextMadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        writeText(tx, clock, caller, request.params.id, request.body),
      )
      if (outcome.kind === 'refused') throw toTextProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )
}

function namingRoutes(app: App, context: Context): void {
  const config = { access: drafters }
  app.post(
    '/contract-texts/:id/name',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: NameTextWire,
        response: { 200: TextNamedWire },
      },
    },
    async (request) => {
      const outcome = await nameText(context, callerOf(request), request.params.id, request.body)
      if (outcome.kind === 'refused') throw toNamingProblem(outcome.refusal)
      return outcome.value
    },
  )

  app.post(
    '/contract-texts/:id/unname',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: UnnameTextWire,
        response: { 200: RecordParamsWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(context.db, caller, (tx) =>
        unnameText(tx, context, caller, id, request.body.reason),
      )
      if (outcome.kind === 'refused') throw toNamingProblem(outcome.refusal)
      return outcome.value
    },
  )
}

const noSuchDeal = () =>
  notFound({ zh: '没有这个项目或合同。', en: 'There is no such case or contract.' })
