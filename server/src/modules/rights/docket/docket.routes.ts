import type { RightEvent } from '@yizhuan/docket'
import { type Day, parseFen, type Refusal } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire } from '../../../platform/register-routes.ts'
import {
  type DeadlineRefusals,
  type DeadlineStep,
  setDeadline,
  stepDeadline,
} from './deadline.commands.ts'
import { docketReaders, mayReadDocket } from './docket.access.ts'
import { docketOfOthers, toDocketProblem } from './docket.refusals.ts'
import {
  AttachFilesWire,
  CloseDeadlineWire,
  DeadlineParamsWire,
  DocketFiguresWire,
  DocketWire,
  EventParamsWire,
  FeeFilterWire,
  FeeListWire,
  FileParamsWire,
  ForecastQueryWire,
  ForecastWire,
  MoveDeadlineWire,
  RecordEventWire,
  RecordedEventWire,
  RelateRightWire,
  RelationParamsWire,
  ReviewRightWire,
  SetDeadlineWire,
  StrikeEventWire,
  WithdrawFileWire,
} from './docket.wire.ts'
import { type EventRefusals, recordEvent, strikeEvent } from './event.commands.ts'
import { feeColumns } from './fee.csv.ts'
import { docketFigures } from './fee.queries.ts'
import { attachFiles, type FileRefusals, withdrawFile } from './file.commands.ts'
import { forecastColumns, forecastLines } from './forecast.csv.ts'
import { readDocket, readingsOn } from './read-docket.ts'
import { readFees, readForecast } from './read-fees.ts'
import { type RelationRefusals, relateRights, unrelateRights } from './relation.commands.ts'
import { type ReviewRefusals, reviewRight } from './review.commands.ts'

const tags = ['rights']
const writers: readonly Role[] = ['tto_negotiator', 'tto_reviewer']
const deciders: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'leaders']
const Changed = z.object({ seq: z.int() })

/** The docket over HTTP: what befell a right, its fees and clocks, and what was decided of them. */
export function docketRoutes(app: App, context: Context): void {
  reading(app, context)
  writing(app, context)
}

function reading(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: docketReaders }

  app.get(
    '/rights/:id/docket',
    // An inventor reads that of their own right.
    {
      config: { access: 'signedIn' },
      schema: { tags, params: RecordParamsWire, response: { 200: DocketWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) =>
        readDocket(tx, caller.institution, id, clock.today()),
      )
      if (!found) throw toDocketProblem({ code: 'no-such-right', facts: {} })
      if (!mayReadDocket(caller, found)) throw docketOfOthers()
      return found.docket
    },
  )

  app.get(
    '/docket/fees',
    { config, schema: { tags, querystring: FeeFilterWire, response: { 200: FeeListWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        readFees(tx, caller.institution, clock.today(), request.query),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/docket/fees',
    access: config.access,
    filter: FeeFilterWire,
    name: { zh: '待缴年费', en: 'fees' },
    columns: (lang) => feeColumns(readingsOn(clock.today()).readings, lang),
    lines: async (tx, { institution }, filter) =>
      (await readFees(tx, institution, clock.today(), filter)).items,
  })

  exportRoutes(app, context, {
    path: '/docket/forecast',
    access: config.access,
    filter: ForecastQueryWire,
    name: { zh: '年费预测', en: 'fee-forecast' },
    columns: forecastColumns,
    lines: async (tx, { institution }, { years }) =>
      forecastLines(await readForecast(tx, institution, clock.today(), years)),
  })

  app.get(
    '/docket/forecast',
    { config, schema: { tags, querystring: ForecastQueryWire, response: { 200: ForecastWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        readForecast(tx, caller.institution, clock.today(), request.query.years),
      )
    },
  )

  app.get(
    '/docket/figures',
    { config, schema: { tags, response: { 200: DocketFiguresWire } } },
    async (request) => {
      const caller = callerOf(request)
      const today = clock.today()
      const figures = await asReader(db, caller, (tx) =>
        docketFigures(tx, caller.institution, today),
      )
      return { today, ...figures }
    },
  )
}

function writing(app: App, { db, clock }: Context): void {
  const config = { access: writers }

  app.post(
    '/rights/:id/events',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: RecordEventWire,
        response: { 201: RecordedEventWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { despite, takenAsPaid, expectedSeq, files, ...told } = request.body
      const recording = { event: eventOf(told), despite, takenAsPaid, expectedSeq, files }
      const answer = await asCaller(db, caller, (tx) =>
        recordEvent(tx, clock, caller, request.params.id, recording),
      )
      return reply.code(201).send(accepted(answer))
    },
  )

  app.post(
    '/rights/:id/events/:event/strike',
    {
      config,
      schema: { tags, params: EventParamsWire, body: StrikeEventWire, response: { 200: Changed } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id, event } = request.params
      const struck = { event, reason: request.body.reason }
      return accepted(
        await asCaller(db, caller, (tx) => strikeEvent(tx, clock, caller, id, struck)),
      )
    },
  )

  deadlines(app, { db, clock })
  attachments(app, { db, clock })

  app.post(
    '/rights/:id/reviews',
    {
      config: { access: deciders },
      schema: {
        tags,
        params: RecordParamsWire,
        body: ReviewRightWire,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const review = (tx: Tx) => reviewRight(tx, clock, caller, request.params.id, request.body)
      return reply.code(201).send(accepted(await asCaller(db, caller, review)))
    },
  )

  app.post(
    '/rights/:id/family',
    {
      config,
      schema: { tags, params: RecordParamsWire, body: RelateRightWire, response: { 200: Changed } },
    },
    async (request) => {
      const caller = callerOf(request)
      const relate = (tx: Tx) => relateRights(tx, clock, caller, request.params.id, request.body)
      return accepted(await asCaller(db, caller, relate))
    },
  )

  app.delete(
    '/rights/:id/family/:earlier',
    { config, schema: { tags, params: RelationParamsWire, response: { 200: Changed } } },
    async (request) => {
      const caller = callerOf(request)
      const { id, earlier } = request.params
      return accepted(
        await asCaller(db, caller, (tx) => unrelateRights(tx, clock, caller, id, earlier)),
      )
    },
  )
}

/** Deadlines that people set themselves, of any right. */
function deadlines(app: App, { db, clock }: Pick<Context, 'db' | 'clock'>): void {
  const config = { access: writers }
  const Answered = z.object({ id: z.string() })
  app.post(
    '/rights/:id/deadlines',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: SetDeadlineWire,
        response: { 201: Answered },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const set = (tx: Tx) => setDeadline(tx, clock, caller, request.params.id, request.body)
      return reply.code(201).send(accepted(await asCaller(db, caller, set)))
    },
  )
  const answer = { params: DeadlineParamsWire, response: { 200: Answered } }
  app.post(
    '/rights/:id/deadlines/:deadline/move',
    { config, schema: { tags, body: MoveDeadlineWire, ...answer } },
    async (request) => {
      const { dueOn, person, personName, reason } = request.body
      const to = personName === undefined ? undefined : { person, personName }
      return step(callerOf(request), request.params, { dueOn, to, reason })
    },
  )
  app.post(
    '/rights/:id/deadlines/:deadline/close',
    { config, schema: { tags, body: CloseDeadlineWire, ...answer } },
    async (request) => step(callerOf(request), request.params, request.body),
  )
  async function step(
    caller: Caller,
    { id: right, deadline }: z.output<typeof DeadlineParamsWire>,
    what: DeadlineStep,
  ) {
    return accepted(
      await asCaller(db, caller, (tx) =>
        stepDeadline(tx, clock, caller, { right, deadline }, what),
      ),
    )
  }
}

/** Papers of a right and of its events. */
function attachments(app: App, { db, clock }: Pick<Context, 'db' | 'clock'>): void {
  const config = { access: writers }
  app.post(
    '/rights/:id/files',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: AttachFilesWire,
        response: { 201: z.object({ attached: z.int() }) },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { event = null, files } = request.body
      const attach = (tx: Tx) => attachFiles(tx, clock, caller, request.params.id, { event, files })
      return reply.code(201).send(accepted(await asCaller(db, caller, attach)))
    },
  )
  app.post(
    '/rights/:id/files/:file/withdraw',
    {
      config,
      schema: { tags, params: FileParamsWire, body: WithdrawFileWire, response: { 200: Changed } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id: right, file } = request.params
      const withdraw = (tx: Tx) =>
        withdrawFile(tx, clock, caller, { right, file }, request.body.reason)
      return accepted(await asCaller(db, caller, withdraw))
    },
  )
}

type DocketRefusals = EventRefusals &
  RelationRefusals &
  ReviewRefusals &
  DeadlineRefusals &
  FileRefusals

function accepted<Value>(
  outcome:
    | { kind: 'accepted'; value: Value }
    | { kind: 'refused'; refusal: Refusal<DocketRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toDocketProblem(outcome.refusal)
  return outcome.value
}

type NotOfEvent = 'files' | 'despite' | 'takenAsPaid' | 'expectedSeq'

/** The event as told: amounts are whole fen. */
function eventOf({
  fen,
  ...told
}: Omit<z.output<typeof RecordEventWire>, NotOfEvent>): Omit<RightEvent, 'id'> {
  const event = { ...told, ...(fen !== undefined && { fen: parseFen(fen, 'fen') }) }
  const given = Object.entries(event).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as unknown as Omit<RightEvent, 'id'> & { on: Day } // Days were checked.
}
