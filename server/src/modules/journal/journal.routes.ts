import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { nameAccount } from './account.commands.ts'
import { balanceColumns, journalColumns, journalFilterWords } from './journal.csv.ts'
import { allLines, listEntries, namesOfAccount } from './journal.queries.ts'
import { toAccountProblem } from './journal.refusals.ts'
import { balanceOf, chartFor, chartNow, sheetOf } from './journal.view.ts'
import {
  AccountNamesWire,
  AccountParamsWire,
  AccountSheetWire,
  BalanceQueryWire,
  ChartWire,
  JournalFilterWire,
  JournalPageWire,
  JournalQueryWire,
  NameAccountWire,
  SheetQueryWire,
  TrialBalanceWire,
} from './journal.wire.ts'

const tags = ['journal']

/** The books are for those who keep them and those who check them. */
export const journalReaders: readonly Role[] = ['finance', 'auditor', 'admin']

/** The journal over HTTP: its entries, a trial balance, the chart of accounts and the sheet of one. */
export function journalRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: journalReaders }
  const monthOf = ({ month }: { readonly month?: string | undefined }) =>
    month ?? clock.today().slice(0, 7)
  const noSuchAccount = (account: string) =>
    toAccountProblem({ code: 'no-such-account', facts: { account } })

  app.get(
    '/journal',
    { config, schema: { tags, querystring: JournalQueryWire, response: { 200: JournalPageWire } } },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => listEntries(tx, institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/journal',
    access: journalReaders,
    filter: JournalFilterWire,
    name: { zh: '会计分录', en: 'Journal' },
    words: journalFilterWords,
    columns: (lang) => journalColumns(lang, chartNow(clock.today())),
    lines: (tx, { institution }, filter) => allLines(tx, institution, filter),
  })

  app.get(
    '/journal/trial-balance',
    {
      config,
      schema: { tags, querystring: BalanceQueryWire, response: { 200: TrialBalanceWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      const month = monthOf(request.query)
      return asReader(db, callerOf(request), (tx) =>
        balanceOf(tx, institution, month, clock.today()),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/journal/trial-balance',
    access: journalReaders,
    filter: BalanceQueryWire,
    name: { zh: '科目余额表', en: 'Trial balance' },
    words: { month: { name: { zh: '月份', en: 'Month' } } },
    columns: balanceColumns,
    lines: async (tx, { institution }, query) =>
      (await balanceOf(tx, institution, monthOf(query), clock.today())).rows,
  })

  app.get(
    '/journal/accounts',
    { config, schema: { tags, response: { 200: ChartWire } } },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => chartFor(tx, institution, clock.today()))
    },
  )

  app.get(
    '/journal/accounts/:account',
    {
      config,
      schema: {
        tags,
        params: AccountParamsWire,
        querystring: SheetQueryWire,
        response: { 200: AccountSheetWire },
      },
    },
    async (request) => {
      const { institution } = callerOf(request)
      const { account } = request.params
      const asked = { account, month: monthOf(request.query) }
      const sheet = await asReader(db, callerOf(request), (tx) =>
        sheetOf(tx, institution, asked, clock.today()),
      )
      if (!sheet) throw noSuchAccount(account)
      return sheet
    },
  )

  app.get(
    '/journal/accounts/:account/names',
    { config, schema: { tags, params: AccountParamsWire, response: { 200: AccountNamesWire } } },
    async (request) => {
      const { institution } = callerOf(request)
      const items = await asReader(db, callerOf(request), (tx) =>
        namesOfAccount(tx, institution, request.params.account),
      )
      return { items: items.map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })) }
    },
  )

  app.put(
    '/journal/accounts/:account',
    {
      config: { access: ['finance'] },
      schema: {
        tags,
        params: AccountParamsWire,
        body: NameAccountWire,
        response: { 200: z.object({ seq: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        nameAccount(tx, clock, caller, request.params.account, request.body),
      )
      if (outcome.kind === 'refused') throw toAccountProblem(outcome.refusal)
      return outcome.value
    },
  )
}
