import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import { idText } from '../../platform/text.ts'
import { type AchievementRefusals, createAchievement } from './achievement.commands.ts'
import { achievementOf, listAchievements } from './achievement.queries.ts'
import {
  AchievementPageWire,
  AchievementQueryWire,
  AchievementWire,
  CreateAchievementWire,
  CreatedAchievementWire,
} from './achievement.wire.ts'

const tags = ['achievements']

/** The register of achievements over HTTP. */
export function achievementRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/achievements',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: AchievementQueryWire, response: { 200: AchievementPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, (tx) => listAchievements(tx, caller.institution, request.query))
    },
  )

  app.post(
    '/achievements',
    {
      config: { access: ['inventor', 'team_rep', 'tto_negotiator', 'tto_reviewer'] },
      schema: { tags, body: CreateAchievementWire, response: { 201: CreatedAchievementWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        createAchievement(tx, clock, caller, request.body),
      )
      if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
      return reply.code(201).send(outcome.value)
    },
  )

  app.get(
    '/achievements/:id',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: z.object({ id: idText() }), response: { 200: AchievementWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asCaller(db, caller, (tx) => achievementOf(tx, caller.institution, id))
      if (found) return found
      throw notFound({ zh: '没有这项成果。', en: 'There is no such achievement.' })
    },
  )
}

function toProblem(
  refusal: {
    readonly [Code in keyof AchievementRefusals]: {
      readonly code: Code
      readonly facts: AchievementRefusals[Code]
    }
  }[keyof AchievementRefusals],
): Problem {
  if (refusal.code === 'shares-must-total-one') {
    return badField('#/inventors', 'shares-must-total-one', {
      zh: `完成人贡献份额合计须恰为 100%，现为 ${refusal.facts.sum}。`,
      en: `The inventors' shares must make exactly 100%; they make ${refusal.facts.sum}.`,
    })
  }
  return badField('#/disclosedOn', 'not-in-future', {
    zh: `报备日不得晚于今天（${refusal.facts.today}）。`,
    en: `The day of disclosure may not lie after today (${refusal.facts.today}).`,
  })
}
