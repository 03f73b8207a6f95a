import type { Day } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asReader, type Tx } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { capTableOf } from './cap-table.ts'
import { capTableColumns, holdingColumns, portfolioColumns, stageWords } from './holding.csv.ts'
import { allHoldings, listHoldings, storedHoldings } from './holding.queries.ts'
import { checkPeriod, noSuchHolding } from './holding.refusals.ts'
import { holdingOf } from './holding.view.ts'
import {
  CapTableFilterWire,
  HoldingFilterWire,
  HoldingPageWire,
  HoldingQueryWire,
  HoldingWire,
  PortfolioFilterWire,
  PortfolioWire,
} from './holding.wire.ts'
import { readers } from './holdings.access.ts'
import { myEquity } from './my-equity.view.ts'
import { MyEquityWire } from './my-equity.wire.ts'
import { ofHere } from './of-here.ts'
import { type Period, type Portfolio, portfolioOf } from './portfolio.ts'

const tags = ['holdings']
const config = { access: readers }

/** The equity a house holds, over HTTP: the single list, a holding, the whole of them. */
export function holdingRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const today = () => clock.today() as Day

  app.get(
    '/holdings',
    {
      config,
      schema: { tags, querystring: HoldingQueryWire, response: { 200: HoldingPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) =>
        listHoldings(tx, caller.institution, request.query, today()),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/holdings',
    access: readers,
    filter: HoldingFilterWire,
    name: { zh: '科技成果股权单列清单', en: 'Equity from achievements' },
    words: { stage: { name: { zh: '阶段', en: 'Stage' }, values: stageWords } },
    columns: holdingColumns,
    lines: (tx, { institution }, filter) => allHoldings(tx, institution, filter, today()),
  })

  exportRoutes(app, context, {
    path: '/cap-tables',
    access: readers,
    filter: CapTableFilterWire,
    name: { zh: '股东及持股比例沿革', en: 'Holders over time' },
    isPersonal: true,
    columns: capTableColumns,
    lines: async (tx, { institution }, { holding }) =>
      (await storedHoldings(tx, institution, holding).execute()).flatMap(capTableOf),
  })

  app.get(
    '/holdings/:id',
    { config, schema: { tags, params, response: { 200: HoldingWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) =>
        holdingOf(tx, caller.institution, id, today()),
      )
      if (!found) throw noSuchHolding()
      return found
    },
  )
  app.get(
    '/my-equity',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: MyEquityWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => myEquity(tx, caller))
    },
  )
  portfolioRoutes(app, context)
}

/** How equity is to be looked at as a whole, and what of its losses stands apart. */
const portfolioCites = ['gd-2025#a16.p2', 'sh-draft-2024#a13.p1']

function portfolioRoutes(app: App, context: Context): void {
  app.get(
    '/holding-portfolio',
    {
      config,
      schema: { tags, querystring: PortfolioFilterWire, response: { 200: PortfolioWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { from, to } = request.query
      return await asReader(context.db, caller, async (tx) => {
        const { groups, total } = await portfolioIn(tx, caller.institution, request.query)
        const articlesOf = await ofHere(tx, caller.institution)
        return { from, to, groups: [...groups], total, articles: articlesOf(portfolioCites) }
      })
    },
  )

  exportRoutes(app, context, {
    path: '/holding-portfolio',
    access: readers,
    filter: PortfolioFilterWire,
    name: { zh: '股权整体考核', en: 'Equity as a whole' },
    columns: portfolioColumns,
    lines: async (tx, { institution }, filter) =>
      (await portfolioIn(tx, institution, filter)).groups,
  })
}

async function portfolioIn(tx: Tx, institution: string, period: Period): Promise<Portfolio> {
  checkPeriod(period)
  return portfolioOf(await storedHoldings(tx, institution).execute(), period)
}
