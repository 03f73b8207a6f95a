import type { Day, Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { type DistributionRuleRefusals, endRule, makeRule } from './distribution-rule.commands.ts'
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
export function distributionRuleRoutes(app: App, { db, clock }: Context): void {
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
