import type { Lang, Refusal } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, mayUse } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import { achievementOf, office, wholeReaders } from '../achievements/index.ts'
import { toProblem } from './disclosure.refusals.ts'
import { AchievementParamsWire } from './disclosure.wire.ts'
import {
  type FeedbackRefusals,
  type FeedbackRow,
  feedbackOf,
  hear,
  strikeFeedback,
} from './feedback.commands.ts'
import { interestWords } from './feedback.ts'
import {
  FeedbackFilterWire,
  FeedbackParamsWire,
  FeedbackWire,
  HeardWire,
  HearWire,
  StrikeFeedbackWire,
} from './feedback.wire.ts'

const tags = ['achievements']
const path = '/achievements/:id/feedback'

/** What companies said of achievements before a price was set; for those who decide on them. */
export function feedbackRoutes(app: App, context: Context): void {
  const { db } = context
  app.get(
    path,
    {
      config: { access: wholeReaders },
      schema: { tags, params: AchievementParamsWire, response: { 200: FeedbackWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      const rows = await asReader(db, caller, async (tx) => {
        if (!(await achievementOf(tx, institution, id))) {
          throw toProblem({ code: 'no-such-achievement', facts: {} })
        }
        return feedbackOf(tx, institution, { achievement: id }).execute()
      })
      const items = rows.map(({ number: _n, title: _t, struckName, struckReason, ...row }) => ({
        ...row,
        files: row.files.map((file) => ({ ...file })),
        struck: struckName === null ? null : { by: struckName, reason: struckReason ?? '' },
      }))
      return { items, mayWrite: mayUse(caller, office) }
    },
  )

  writing(app, context)

  exportRoutes(app, context, {
    path: '/company-feedback',
    access: wholeReaders,
    filter: FeedbackFilterWire,
    name: { zh: '企业反馈', en: 'company-feedback' },
    words: {
      achievement: { name: { zh: '成果', en: 'Achievement' } },
      heardFrom: { name: { zh: '反馈日自', en: 'Heard from' } },
      heardTo: { name: { zh: '反馈日至', en: 'Heard to' } },
    },
    columns: feedbackColumns,
    lines: (tx, { institution }, filter) => feedbackOf(tx, institution, filter).stream(500),
  })
}

function writing(app: App, { db, clock }: Context): void {
  const config = { access: office }
  app.post(
    path,
    {
      config,
      schema: { tags, params: AchievementParamsWire, body: HearWire, response: { 201: HeardWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        hear(tx, clock, caller, request.params.id, request.body),
      )
      if (outcome.kind === 'refused') throw problemOf(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.post(
    `${path}/:feedback/strike`,
    {
      config,
      schema: {
        tags,
        params: FeedbackParamsWire,
        body: StrikeFeedbackWire,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: achievement, feedback: id } = request.params
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        strikeFeedback(tx, clock, caller, { achievement, id, reason }),
      )
      if (outcome.kind === 'refused') throw problemOf(outcome.refusal)
      return reply.code(204).send(null)
    },
  )
}

function problemOf(refusal: Refusal<FeedbackRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-achievement':
    case 'merged-already':
      return toProblem(refusal)
    case 'heard-in-future':
      return badField('#/heardOn', 'heard-in-future', {
        zh: `反馈日不得晚于今天（${refusal.facts.today}）。`,
        en: `The day is not after today (${refusal.facts.today}).`,
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”未上传成功，请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
    case 'no-such-feedback':
      return notFound({ zh: '没有这条反馈。', en: 'There is no such feedback.' })
    case 'feedback-struck':
      return conflict('struck-already', {
        zh: '这条反馈已被划去。',
        en: 'The feedback is struck out already.',
      })
  }
}

function feedbackColumns(lang: Lang): Column<FeedbackRow>[] {
  const { text: said, day } = columnsIn<FeedbackRow>(lang)
  return [
    said('成果编号', 'Achievement', ({ number }) => number),
    said('成果名称', 'Title', ({ title }) => title),
    day('反馈日', 'Heard on', ({ heardOn }) => heardOn),
    said('企业', 'Company', ({ company }) => company),
    said('询问人', 'Asked by', ({ askedBy }) => askedBy),
    said('意向', 'Interest', ({ interest }) => interestWords[interest][lang]),
    said('反馈内容', 'What it said', ({ words }) => words),
    said('附件', 'Files', ({ files }) => files.map(({ name }) => name).join('; ')),
    said('登记人', 'Recorded by', ({ madeName }) => madeName),
    said('划去原因', 'Struck out: why', ({ struckReason }) => struckReason),
  ]
}
