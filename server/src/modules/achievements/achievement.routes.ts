import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { withActs } from '../../platform/editable.ts'
import { exportRoutes } from '../../platform/export.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { chainOf } from '../../platform/register.ts'
import { readSettled } from '../../platform/settling.ts'
import { forgetDraft } from '../drafts/index.ts'
import { asStored, createAchievement, toldTopics } from './achievement.commands.ts'
import { achievementColumns, achievementFilterWords } from './achievement.csv.ts'
import { achievementEditable } from './achievement.editable.ts'
import { achievementOf, allAchievements, listAchievements } from './achievement.queries.ts'
import { toProblem } from './achievement.refusals.ts'
import { achievementRegister } from './achievement.table.ts'
import { toldGroups } from './achievement.ts'
import {
  AchievementFilterWire,
  AchievementPageWire,
  AchievementQueryWire,
  AmendAchievementWire,
  AmendedWire,
  CreateAchievementWire,
  CreatedAchievementWire,
  HistoryWire,
  RecordParamsWire,
  ShownAchievementWire,
  TitleWire,
} from './achievement.wire.ts'
import { correctAchievement, registerTitle } from './correction.commands.ts'
import { mustReadWhole, shownTo } from './reading.queries.ts'
import { isTheirs, wordsVeil } from './reading.ts'

const tags = ['achievements']

/** The register of achievements over HTTP. */
export function achievementRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const register = achievementRegister.name
  app.get(
    '/achievements',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: AchievementQueryWire, response: { 200: AchievementPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return readSettled(app.settling.get(register), db, caller, (tx) =>
        listAchievements(tx, caller, request.query),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/achievements',
    access: 'signedIn',
    filter: AchievementFilterWire,
    name: { zh: '成果', en: 'achievements' },
    words: achievementFilterWords,
    settle: async (caller) => app.settling.get(register)?.settle(caller),
    columns: achievementColumns,
    lines: allAchievements,
  })

  app.post(
    '/achievements',
    {
      config: { access: ['inventor', 'team_rep', 'tto_negotiator', 'tto_reviewer'] },
      schema: { tags, body: CreateAchievementWire, response: { 201: CreatedAchievementWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      const outcome = await asCaller(db, caller, async (tx) => {
        const done = await createAchievement(tx, clock, caller, request.body)
        const form = 'disclosure'
        if (done.kind === 'accepted') await forgetDraft(tx, { institution, person, form })
        return done
      })
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.get(
    '/achievements/:id',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: RecordParamsWire, response: { 200: ShownAchievementWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return readSettled(app.settling.get(register), db, caller, async (tx) => {
        const found = await achievementOf(tx, caller.institution, id)
        if (found) return shownTo(tx, caller, found)
        throw toProblem({ code: 'no-such-achievement', facts: {} })
      })
    },
  )

  app.patch(
    '/achievements/:id',
    {
      config: { access: ['tto_negotiator', 'tto_reviewer'] },
      schema: {
        tags,
        params: RecordParamsWire,
        body: AmendAchievementWire,
        response: { 200: AmendedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { expectedSeq, reason, inventors, disclosure, thirdParties, ...told } = request.body
      const fields = {
        ...told,
        ...(inventors && { inventors: inventors.map(asStored) }),
        ...(disclosure && { disclosure: toldGroups(disclosure) }),
        ...(thirdParties && { thirdParties: toldTopics(thirdParties) }),
      }
      const outcome = await asCaller(db, caller, (tx) =>
        correctAchievement(tx, context, caller, request.params.id, { fields, reason, expectedSeq }),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return outcome.value
    },
  )

  const office = { access: ['tto_negotiator', 'tto_reviewer'] } as const
  app.put(
    '/achievements/:id/title',
    {
      config: office,
      schema: { tags, params: RecordParamsWire, body: TitleWire, response: { 200: AmendedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        registerTitle(tx, clock, caller, request.params.id, request.body),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return outcome.value
    },
  )

  app.get(
    '/achievements/:id/history',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: RecordParamsWire, response: { 200: HistoryWire } },
    },
    (request) => {
      const { institution, ...caller } = callerOf(request)
      const { id } = request.params
      return asReader(db, { ...caller, institution }, async (tx) => {
        const found = await achievementOf(tx, institution, id)
        if (!found) throw toProblem({ code: 'no-such-achievement', facts: {} })
        await mustReadWhole(tx, { ...caller, institution }, found)
        const chain = { institution, name: chainOf(achievementRegister, id) }
        const veil = async () => wordsVeil(isTheirs(found, caller))
        return withActs(await historyOf(tx, chain, veil), achievementEditable)
      })
    },
  )
}
