import type { Refusal } from '@yizhuan/kit'
import { mostItems } from '@yizhuan/procedures'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import type { App, Context } from '../../platform/module.ts'
import { readRoutes } from '../../platform/register-routes.ts'
import {
  type CampaignRefusals,
  closeCampaign,
  startCampaign,
  stockIn,
} from './campaign.commands.ts'
import { allCampaigns, campaignOf, linesOf, listCampaigns } from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import {
  CampaignFilterWire,
  CampaignPageWire,
  CampaignParamsWire,
  CampaignQueryWire,
  CampaignWire,
  CloseWire,
  DisposeWire,
  FollowWire,
  LineParamsWire,
  PartLinkWire,
  PartParamsWire,
  PreviewWire,
  RemindedWire,
  ScopeWire,
  StartCampaignWire,
  StockCountWire,
  StockLineQueryWire,
  StockLinesWire,
} from './campaign.wire.ts'
import {
  type DispositionRefusals,
  dispose,
  followLine,
  previewDisposition,
} from './disposition.commands.ts'
import { linkPart, type PartRefusals, remindParts } from './part.commands.ts'
import { readers, takers } from './stocktaking.access.ts'
import { campaignsCsv, linesCsv } from './stocktaking.csv.ts'
import { toProblem } from './stocktaking.refusals.ts'

const tags = ['stocktakings']
const params = CampaignParamsWire
const Changed = z.object({ seq: z.int() })
const Id = z.object({ id: z.string() })

/** Campaigns of stock-taking over HTTP: parse, call, answer. */
export function campaignRoutes(app: App, context: Context): void {
  readRoutes(app, context, {
    register: campaignRegister,
    path: '/stocktakings',
    access: readers,
    wire: {
      query: CampaignQueryWire,
      filter: CampaignFilterWire,
      page: CampaignPageWire,
      one: CampaignWire,
    },
    list: listCampaigns,
    all: allCampaigns,
    one: campaignOf,
    csv: campaignsCsv,
    fileName: { zh: '盘点', en: 'stocktakings' },
    missing: () => toProblem({ code: 'no-such-campaign', facts: {} }),
  })
  lineRoutes(app, context)
  takingRoutes(app, context)
  decidingRoutes(app, context)
}

function lineRoutes(app: App, { db }: Context): void {
  const config = { access: readers }
  const linesFor = (caller: Caller, id: string, query: z.output<typeof StockLineQueryWire>) =>
    asReader(db, caller, async (tx) => {
      if (!(await campaignOf(tx, caller.institution, id)))
        throw toProblem({ code: 'no-such-campaign', facts: {} })
      return linesOf(tx, caller.institution, id, query)
    })

  app.get(
    '/stocktakings/:id/lines',
    {
      config,
      schema: { tags, params, querystring: StockLineQueryWire, response: { 200: StockLinesWire } },
    },
    async (request) => ({
      items: await linesFor(callerOf(request), request.params.id, request.query),
    }),
  )

  app.get(
    '/stocktakings/:id/lines.csv',
    {
      config,
      schema: {
        tags,
        params,
        querystring: StockLineQueryWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const lang = langOf(request)
      const lines = await linesFor(callerOf(request), request.params.id, request.query)
      const name = lang === 'zh' ? '盘点结果' : 'stocktaking'
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(`${name}.csv`))
        .send(linesCsv(lines, lang))
    },
  )
}

function takingRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: takers }

  app.post(
    '/stocktakings/count',
    { config, schema: { tags, body: ScopeWire, response: { 200: StockCountWire } } },
    async (request) => {
      const caller = callerOf(request)
      const lines = await asReader(db, caller, (tx) =>
        stockIn(tx, caller.institution, clock.today(), request.body),
      )
      const names = new Set(lines.flatMap(({ inventors }) => inventors))
      return { lines: lines.length, parts: names.size, most: mostItems }
    },
  )

  app.post(
    '/stocktakings',
    { config, schema: { tags, body: StartCampaignWire, response: { 201: Id } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const start = async (tx: Tx) => accepted(await startCampaign(tx, clock, caller, request.body))
      return reply.code(201).send(await asCaller(db, caller, start))
    },
  )

  app.post(
    '/stocktakings/:id/close',
    { config, schema: { tags, params, body: CloseWire, response: { 200: Changed } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const close = async (tx: Tx) =>
        accepted(await closeCampaign(tx, clock, caller, id, request.body.summary))
      return asCaller(db, caller, close)
    },
  )

  app.post(
    '/stocktakings/:id/remind',
    { config, schema: { tags, params, response: { 200: RemindedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const remind = async (tx: Tx) =>
        accepted(await remindParts(tx, clock, caller, request.params.id))
      return asCaller(db, caller, remind)
    },
  )

  app.post(
    '/stocktakings/:id/parts/:part/link',
    { config, schema: { tags, params: PartParamsWire, response: { 200: PartLinkWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id, part } = request.params
      const link = async (tx: Tx) => accepted(await linkPart(tx, context, caller, id, part))
      return asCaller(db, caller, link)
    },
  )
}

function decidingRoutes(app: App, { db, clock }: Context): void {
  const config = { access: takers }

  app.post(
    '/stocktakings/:id/preview',
    {
      config,
      schema: {
        tags,
        params,
        body: DisposeWire.pick({ lines: true, outcome: true }),
        response: { 200: PreviewWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const preview = async (tx: Tx) =>
        accepted(await previewDisposition(tx, caller.institution, id, request.body))
      return asReader(db, caller, preview)
    },
  )

  app.post(
    '/stocktakings/:id/dispositions',
    { config, schema: { tags, params, body: DisposeWire, response: { 200: Changed } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const decide = async (tx: Tx) => accepted(await dispose(tx, clock, caller, id, request.body))
      return asCaller(db, caller, decide)
    },
  )

  app.post(
    '/stocktakings/:id/lines/:line/case',
    {
      config,
      schema: { tags, params: LineParamsWire, body: FollowWire, response: { 200: Changed } },
    },
    async (request) => {
      const caller = callerOf(request)
      const followed = { ...request.params, number: request.body.caseNumber }
      const follow = async (tx: Tx) => accepted(await followLine(tx, clock, caller, followed))
      return asCaller(db, caller, follow)
    },
  )
}

type Refusals = CampaignRefusals & DispositionRefusals & PartRefusals

/** What came of it; asked within the transaction, so that a no takes back what was written before it. */
function accepted<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: Refusal<Refusals> },
): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
