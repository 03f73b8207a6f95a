import type { Day, Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { forbidden } from '../../../platform/problem.ts'
import { profileOf } from '../../institutions/index.ts'
import { groundOf, lawAt } from '../packs/ground.ts'
import { packsByPlace } from '../packs/packs.ts'
import { decideRule, proposeRule, type StoredRuleRefusals } from './own-rule.commands.ts'
import { ownRulesOf } from './own-rule.queries.ts'
import { toProblem } from './own-rule.refusals.ts'
import type { BasisFile } from './own-rule.table.ts'
import type { Proposal } from './own-rule.ts'
import { parametersShown, readingsShown, type View } from './own-rule.view.ts'
import {
  DecideRuleWire,
  LawPlacesWire,
  OnDayWire,
  OwnGroundWire,
  OwnParametersWire,
  OwnReadingsWire,
  ProposedWire,
  ProposeReadingWire,
  ProposeRuleWire,
  RuleParamsWire,
} from './own-rule.wire.ts'

const tags = ['institution']

/** Who may put an own rule forward, and who may decide on it: never the same person. */
const proposers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'legal', 'leaders']
const deciders: readonly Role[] = ['legal', 'leaders']

const numberNames = { subject: 'param', choice: 'value' }
const readingNames = { subject: 'interpretation', choice: 'reading' }

/** What an institution adds to the law, over HTTP. */
export function ownRuleRoutes(app: App, context: Context): void {
  readRoutes(app, context)
  writeRoutes(app, context)
}

function readRoutes(app: App, { db, clock }: Context): void {
  const look = (caller: Caller, on: string | undefined): Promise<View> =>
    asReader(db, caller, async (tx) => {
      const profile = await profileOf(tx, caller.institution)
      const rules = await ownRulesOf(tx, caller.institution)
      const day = (on ?? clock.today()) as Day
      const { name } = profile
      return { law: lawAt(profile), institution: name, rules, on: day, me: caller.person }
    })

  app.get(
    '/institution/rules',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: OnDayWire, response: { 200: OwnParametersWire } },
    },
    async (request) => {
      const view = await look(callerOf(request), request.query.on)
      return { on: view.on, items: parametersShown(view) }
    },
  )

  app.get(
    '/institution/readings',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: OnDayWire, response: { 200: OwnReadingsWire } },
    },
    async (request) => {
      const view = await look(callerOf(request), request.query.on)
      return { on: view.on, items: readingsShown(view) }
    },
  )

  app.get(
    '/institution/ground',
    {
      config: { access: 'signedIn' },
      schema: { tags, response: { 200: OwnGroundWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const { institution } = caller
        const { law, rules, chosen } = await groundOf(tx, institution, clock.today())
        return {
          institution: (await profileOf(tx, institution)).name,
          packs: law.packs.map(({ id }) => id),
          rules: rules.map((rule) => ({ ...rule, value: `${rule.value}` })),
          chosen: chosen.map((one) => ({ ...one })),
        }
      })
    },
  )

  app.get(
    '/law/places',
    {
      config: { access: 'signedIn' },
      schema: { tags: ['law'], response: { 200: LawPlacesWire } },
    },
    async () =>
      packsByPlace().map(({ province, packs }) => ({
        province,
        packs: packs.map(({ id, title, status, onRequest }) => ({
          id,
          title,
          status,
          isPilot: onRequest === true,
        })),
      })),
  )
}

function writeRoutes(app: App, { db, clock }: Context): void {
  const record = (caller: Caller, proposal: Proposal, file: BasisFile | null) =>
    asCaller(db, caller, (tx) => proposeRule(tx, clock, caller, proposal, file))

  app.post(
    '/institution/rules',
    {
      config: { access: proposers },
      schema: { tags, body: ProposeRuleWire, response: { 201: ProposedWire } },
    },
    async (request, reply) => {
      const { param, value, from, to, basis, basisFile } = request.body
      const proposal = { subject: param, choice: value, basis, ...days(from, to) }
      const outcome = await record(callerOf(request), { kind: 'parameter', ...proposal }, basisFile)
      return reply.code(201).send(accepted(outcome, numberNames))
    },
  )

  app.post(
    '/institution/readings',
    {
      config: { access: proposers },
      schema: { tags, body: ProposeReadingWire, response: { 201: ProposedWire } },
    },
    async (request, reply) => {
      const { interpretation, reading, from, to, basis, basisFile } = request.body
      const proposal = { subject: interpretation, choice: reading, basis, ...days(from, to) }
      const outcome = await record(callerOf(request), { kind: 'reading', ...proposal }, basisFile)
      return reply.code(201).send(accepted(outcome, readingNames))
    },
  )

  app.post(
    '/institution/own-rules/:id/decision',
    {
      config: { access: [...new Set([...proposers, ...deciders])] },
      schema: {
        tags,
        params: RuleParamsWire,
        body: DecideRuleWire,
        response: { 200: ProposedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { outcome, reason } = request.body
      if (outcome !== 'withdrawn') mustDecide(caller)
      const decided = await asCaller(db, caller, (tx) =>
        decideRule(tx, clock, caller, request.params.id, outcome, reason),
      )
      return accepted(decided, numberNames)
    },
  )
}

function mustDecide({ roles }: Caller): void {
  if (deciders.some((role) => roles.includes(role))) return
  throw forbidden({
    zh: '本单位规定由领导班子或法务批准。',
    en: 'Own rules are approved by the leadership or the legal department.',
  })
}

function days(from: string, to: string | null) {
  return { from: from as Day, to: to as Day | null } // The schema has checked that they exist.
}

function accepted(
  outcome: Outcome<{ id: string }, StoredRuleRefusals>,
  names: typeof numberNames,
): { id: string } {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal, names)
  return outcome.value
}
