import type { Refusal } from '@yizhuan/kit'
import { mostItems } from '@yizhuan/procedures'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { readRoutes } from '../../platform/register-routes.ts'
import { settleTags } from '../assets/index.ts'
import {
  type CampaignRefusals,
  closeCampaign,
  startCampaign,
  stockIn,
} from './campaign.commands.ts'
import {
  allCampaigns,
  campaignOf,
  linesAbout,
  linesOf,
  listCampaigns,
  type Page,
} from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import { outcomeWords } from './campaign.ts'
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
  StockLineFilterWire,
  StockLinePageQueryWire,
  type StockLineQueryWire,
  StockLinesAboutQueryWire,
  StockLinesAboutWire,
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
import { campaignColumns, lineColumns } from './stocktaking.csv.ts'
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
    columns: campaignColumns,
    name: { zh: '盘点', en: 'Stock-takings' },
    missing: () => toProblem({ code: 'no-such-campaign', facts: {} }),
  })
  lineRoutes(app, context)
  takingRoutes(app, context)
  decidingRoutes(app, context)
}

function lineRoutes(app: App, context: Context): void {
  const { db } = context

  app.get(
    '/stocktakings/:id/lines',
    {
      config: { access: readers },
      schema: {
        tags,
        params,
        querystring: StockLinePageQueryWire,
        response: { 200: StockLinesWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      const { cursor, limit, ...filter } = request.query
      return asReader(db, caller, async (tx) => {
        const page = { offset: cursor, limit: limit + 1 }
        const found = await linesFor(tx, caller.institution, request.params.id, filter, page)
        const items = found.slice(0, limit)
        return found.length > limit ? { items, nextCursor: cursor + limit } : { items }
      })
    },
  )

  app.get(
    '/stocktaking-lines',
    {
      config: { access: readers },
      schema: {
        tags,
        querystring: StockLinesAboutQueryWire,
        response: { 200: StockLinesAboutWire },
      },
    },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), async (tx) => ({
        items: await linesAbout(tx, institution, request.query),
      }))
    },
  )

  exportRoutes(app, context, {
    path: '/stocktaking-lines',
    access: readers,
    filter: StockLineFilterWire,
    name: { zh: '盘点结果', en: 'Result of a stock-taking' },
    words: { outcome: { name: { zh: '去向', en: 'Disposition' }, values: outcomeWords } },
    columns: lineColumns,
    lines: (tx, { institution }, { stocktaking, ...query }) =>
      linesFor(tx, institution, stocktaking, query),
  })
}

async function linesFor(
  tx: Tx,
  institution: string,
  id: string,
  query: StockLineQueryWire,
  page?: Page,
) {
  if (!(await campaignOf(tx, institution, id)))
    throw toProblem({ code: 'no-such-campaign', facts: {} })
  return linesOf(tx, institution, id, query, { page })
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
      await settleTags(context, caller, { waits: true })
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
