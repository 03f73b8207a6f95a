import { z } from 'zod'
import { callerOf } from '../../../platform/access.ts'
import { columnsIn } from '../../../platform/csv.ts'
import { asCaller, asReader, type Tx } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { deadlineHolders, listDeadlines } from './deadline.queries.ts'
import {
  DeadlineFilterWire,
  DeadlineListWire,
  HandOverWire,
  mostShown,
  type OpenDeadlineWire,
} from './deadline.wire.ts'
import { docketReaders } from './docket.access.ts'
import { toDocketProblem } from './docket.refusals.ts'
import { handOverDeadlines } from './hand-over.commands.ts'

const tags = ['rights']

/** The deadlines that people set, over all rights, and who holds them. */
export function deadlineRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const config = { access: docketReaders }

  app.get(
    '/docket/deadlines',
    {
      config,
      schema: { tags, querystring: DeadlineFilterWire, response: { 200: DeadlineListWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const today = clock.today()
      return await asReader(db, caller, async (tx) => ({
        today,
        items: await listDeadlines(tx, institution, request.query, today, mostShown),
        holders: await deadlineHolders(tx, institution, today),
      }))
    },
  )

  exportRoutes(app, context, {
    path: '/docket/deadlines',
    access: config.access,
    filter: DeadlineFilterWire,
    name: { zh: '知识产权期限', en: 'deadlines-of-rights' },
    words: {
      holder: { name: { zh: '负责人', en: 'Who does it' } },
      state: {
        name: { zh: '状态', en: 'State' },
        values: {
          over: { zh: '已逾期', en: 'Over' },
          left: { zh: '负责人已离开', en: 'Holder has left' },
        },
      },
    },
    columns: (lang) => {
      const { text, day } = columnsIn<OpenDeadlineWire>(lang)
      return [
        text('编号', 'Number', ({ number }) => number),
        text('名称', 'Title', ({ rightTitle }) => rightTitle),
        text('事项', 'What is to be done', ({ title }) => title),
        day('期限', 'Deadline', ({ dueOn }) => dueOn),
        text('负责人', 'Who does it', ({ personName }) => personName),
        text('负责人已离开', 'Has left', ({ hasLeft }) =>
          hasLeft ? { zh: '是', en: 'yes' }[lang] : '',
        ),
      ]
    },
    lines: (tx, { institution }, filter) => listDeadlines(tx, institution, filter, clock.today()),
  })

  app.post(
    '/docket/deadlines/hand-over',
    {
      config: { access: ['tto_negotiator', 'tto_reviewer'] },
      schema: { tags, body: HandOverWire, response: { 200: z.object({ handed: z.int() }) } },
    },
    async (request) => {
      const caller = callerOf(request)
      const handOver = (tx: Tx) => handOverDeadlines(tx, clock, caller, request.body)
      const outcome = await asCaller(db, caller, handOver)
      if (outcome.kind === 'refused') throw toDocketProblem(outcome.refusal)
      return outcome.value
    },
  )
}
