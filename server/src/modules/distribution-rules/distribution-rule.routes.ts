import type { Day, Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { type DistributionRuleRefusals, endRule, makeRule } from './distribution-rule.commands.ts'
import { ruleColumns, ruleLines } from './distribution-rule.csv.ts'
import { toProblem } from './distribution-rule.refusals.ts'
import { againstLawWords } from './distribution-rule.ts'
import { rulesShown } from './distribution-rule.view.ts'
import {
  DistributionRulesWire,
  EndDistributionRuleWire,
  MadeDistributionRuleWire,
  NewDistributionRuleWire,
  OnDayWire,
} from './distribution-rule.wire.ts'

const tags = ['distribution-rules']

/** Who enters the rule that the house's body approved. */
export const distributionRuleWriters: readonly Role[] = ['tto_reviewer', 'legal', 'leaders']

/** How a house shares out by its own rule, over HTTP. Everybody of the house may know it. */
export function distributionRuleRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/distribution-rules',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: OnDayWire, response: { 200: DistributionRulesWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      const on = (request.query.on ?? clock.today()) as Day
      return asReader(db, callerOf(request), (tx) => rulesShown(tx, institution, on, clock.today()))
    },
  )

  exportRoutes(app, context, {
    path: '/distribution-rules',
    access: 'signedIn',
    filter: z.object({}),
    name: { zh: '收益分配办法沿革', en: 'Versions of the distribution rule' },
    columns: ruleColumns,
    lines: async (tx, { institution }) => {
      const today = clock.today() as Day
      return ruleLines((await rulesShown(tx, institution, today, today)).items)
    },
  })

  app.post(
    '/distribution-rules',
    {
      config: { access: distributionRuleWriters },
      schema: {
        tags,
        body: NewDistributionRuleWire,
        response: { 201: MadeDistributionRuleWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = accepted(
        await asCaller(db, caller, (tx) => makeRule(tx, clock, caller, request.body)),
      )
      const warnings = made.warnings.map((one) => ({
        scheme: one.scheme,
        words: againstLawWords(one),
      }))
      return reply.code(201).send({ version: made.version, warnings })
    },
  )

  app.post(
    '/distribution-rules/end',
    {
      config: { access: distributionRuleWriters },
      schema: {
        tags,
        body: EndDistributionRuleWire,
        response: { 201: MadeDistributionRuleWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { version } = accepted(
        await asCaller(db, caller, (tx) => endRule(tx, clock, caller, request.body)),
      )
      return reply.code(201).send({ version, warnings: [] })
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, DistributionRuleRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
