import type { Day, Lang, Outcome } from '@yizhuan/kit'
import { actOf, procedureById } from '@yizhuan/procedures'
import { z } from 'zod'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import { langOf } from '../../../platform/errors.ts'
import { exported, sendFile } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { problemBody } from '../../../platform/problem.ts'
import { toldProblem } from '../../../platform/told-problem.ts'
import { lapsesAt } from '../../policies/index.ts'
import { writers } from '../case.access.ts'
import {
  type BulkRefusals,
  cancelBulk,
  foreseeBulk,
  foreseeOptions,
  startBulk,
} from './bulk.commands.ts'
import { itemsOf, type RunRow, runOf, runsOf } from './bulk.queries.ts'
import { toProblem } from './bulk.refusals.ts'
import { progressOf } from './bulk.ts'
import {
  BulkCancelledWire,
  BulkCasesWire,
  BulkOptionsWire,
  BulkParamsWire,
  BulkPreviewWire,
  BulkRunsWire,
  BulkRunWire,
  BulkStartedWire,
  ForeseeBulkWire,
  StartBulkWire,
} from './bulk.wire.ts'

const tags = ['cases']

/** The same act on several cases: what is possible, what each would meet, the order, its progress. */
export function bulkRoutes(app: App, context: Context): void {
  foreseeing(app, context)
  ordering(app, context)
  following(app, context)
}

function foreseeing(app: App, { db, clock }: Context): void {
  app.post(
    '/bulk-acts/options',
    {
      config: { access: writers },
      schema: { tags, body: BulkCasesWire, response: { 200: BulkOptionsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const options = accepted(
        await asReader(db, caller, (tx) => foreseeOptions(tx, clock, caller, request.body.cases)),
      )
      return { items: options.map(({ cases, ...option }) => ({ ...option, cases: [...cases] })) }
    },
  )

  app.post(
    '/bulk-acts/preview',
    {
      config: { access: writers },
      schema: { tags, body: ForeseeBulkWire, response: { 200: BulkPreviewWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { cases, ...order } = request.body
      const on = (order.on ?? clock.today()) as Day
      const [foreseen, lapses] = await asReader(db, caller, async (tx) => [
        accepted(await foreseeBulk(tx, clock, caller, order, cases)),
        await lapsesAt(tx, caller.institution, on),
      ])
      const lang = langOf(request)
      return {
        lapses: lapses.map(({ pack: _pack, ...lapse }) => lapse),
        items: foreseen.map(({ line: { id, number, title, seq }, warnings, problem }) => ({
          id,
          number,
          title,
          seq,
          warnings: [...warnings],
          ...(problem && { problem: problemBody(problem, lang, `/api/v1/cases/${id}/acts`) }),
        })),
      }
    },
  )
}

function ordering(app: App, { db, clock }: Context): void {
  app.post(
    '/bulk-acts',
    {
      config: { access: writers },
      schema: { tags, body: StartBulkWire, response: { 202: BulkStartedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id, cases, ...order } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        startBulk(tx, clock, caller, id, order, cases),
      )
      return reply.code(202).send(accepted(outcome))
    },
  )

  app.post(
    '/bulk-acts/:id/cancel',
    {
      config: { access: writers },
      schema: { tags, params: BulkParamsWire, response: { 200: BulkCancelledWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return accepted(
        await asCaller(db, caller, (tx) => cancelBulk(tx, clock, caller, request.params.id)),
      )
    },
  )
}

function following(app: App, context: Context): void {
  const { db } = context
  app.get(
    '/bulk-acts',
    { config: { access: writers }, schema: { tags, response: { 200: BulkRunsWire } } },
    (request) => {
      const caller = callerOf(request)
      const lang = langOf(request)
      return asReader(db, caller, async (tx) => {
        const runs = await runsOf(tx, caller.institution, caller.person)
        const shown = await Promise.all(runs.map((run) => shownRun(tx, caller, run, lang)))
        return { items: shown.map(({ items: _items, ...run }) => run) }
      })
    },
  )

  app.get(
    '/bulk-acts/:id',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: BulkParamsWire, response: { 200: BulkRunWire } },
    },
    (request) => readRun(db, callerOf(request), request.params.id, langOf(request)),
  )

  app.get(
    '/bulk-acts/:id/refusals.csv',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        params: BulkParamsWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const lang = langOf(request)
      const { id } = request.params
      const run = await readRun(db, caller, id, lang)
      const list = {
        name: { zh: '批量办理中未办理的项目', en: 'cases a bulk act left out' },
        columns: columnsIn,
        lines: async () => run.items.filter(({ state }) => state !== 'recorded'),
      }
      const file = await exported(context, list, { caller, lang, format: 'csv' }, { bulkAct: id })
      const name = lang === 'zh' ? `未办理项目-${run.on}` : `not-recorded-${run.on}`
      return sendFile(reply, file, 'csv', name)
    },
  )
}

type Item = z.infer<typeof BulkRunWire>['items'][number]

const because = ({ problem }: Item) =>
  (problem?.because ?? [])
    .flatMap((one) => (one as { cites?: { source: string; at: string }[] }).cites ?? [])
    .map(({ source, at }) => `${source}#${at}`)
    .join(' ')

const headings = {
  zh: ['编号', '项目', '结果', '原因', '条款'],
  en: ['Number', 'Case', 'Result', 'Why', 'Articles'],
}
const results = {
  zh: { waiting: '等待', recorded: '已办理', refused: '未办理', cancelled: '已取消' },
  en: { waiting: 'waiting', recorded: 'recorded', refused: 'refused', cancelled: 'given up' },
}
const columnsIn = (lang: Lang) => {
  const [number = '', title = '', state = '', why = '', articles = ''] = headings[lang]
  return [
    { heading: number, value: (item: Item) => item.number },
    { heading: title, value: (item: Item) => item.title },
    { heading: state, value: (item: Item) => results[lang][item.state] },
    { heading: why, value: (item: Item) => item.problem?.detail },
    { heading: articles, value: because },
  ]
}

function readRun(db: Context['db'], caller: Caller, id: string, lang: Lang) {
  return asReader(db, caller, async (tx) => {
    const run = await runOf(tx, caller.institution, id)
    if (!run) throw toProblem({ code: 'no-such-run', facts: {} })
    return shownRun(tx, caller, run, lang)
  })
}

async function shownRun(tx: Tx, caller: Caller, run: RunRow, lang: Lang) {
  const { id, procedure, act, personName, personId, startedAt, ordered, cancelledAt } = run
  const rows = await itemsOf(tx, caller.institution, [id])
  const known = procedureById(procedure)
  const progress = progressOf(rows)
  const isMine = personId === caller.person || caller.roles.includes('admin')
  return {
    id,
    procedure,
    act,
    label: (known && actOf(known, act)?.label) ?? { zh: act, en: act },
    by: personName,
    at: startedAt.toISOString(),
    on: ordered.on ?? '',
    isCancelled: cancelledAt !== null,
    mayCancel: isMine && progress.waiting > 0,
    progress,
    items: rows.map(({ caseId, number, title, state, seq, problem }) => ({
      id: caseId,
      number,
      title,
      state,
      ...(seq !== null && { seq }),
      ...(problem && {
        problem: problemBody(toldProblem(problem), lang, `/api/v1/cases/${caseId}/acts`),
      }),
    })),
  }
}

function accepted<Value>(outcome: Outcome<Value, BulkRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
