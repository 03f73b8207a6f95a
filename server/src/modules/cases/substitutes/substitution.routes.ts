import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import { HistoryWire } from '../../../platform/history.schema.ts'
import { historyOf } from '../../../platform/history.ts'
import type { App, Context } from '../../../platform/module.ts'
import { nameIn } from '../officers/officer.commands.ts'
import { staffOf } from '../officers/officer.queries.ts'
import {
  chooseAutomatic,
  decideSubstitution,
  endSubstitution,
  nameSubstitute,
  substitutionChain,
} from './substitution.commands.ts'
import { isAutomatic, substitutionsOf } from './substitution.queries.ts'
import { toProblem } from './substitution.refusals.ts'
import {
  checkDeciding,
  checkEnding,
  isRunning,
  type Substitution,
  type SubstitutionRefusals,
} from './substitution.ts'
import {
  DecideSubstitutionWire,
  NameSubstituteWire,
  SubstitutionNamedWire,
  SubstitutionParamsWire,
  SubstitutionSettingWire,
  SubstitutionsWire,
} from './substitution.wire.ts'

const tags = ['substitutions']

/** Who acts for whom while somebody is away. */
export function substitutionRoutes(app: App, context: Context): void {
  readRoutes(app, context)
  writeRoutes(app, context)
}

function readRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/substitutions',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: SubstitutionsWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => readAll(tx, caller, clock.today()))
    },
  )

  app.get(
    '/substitutions/history',
    {
      config: { access: ['admin', 'auditor', 'discipline', 'leaders'] },
      schema: { tags, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const chain = { institution: caller.institution, name: substitutionChain }
      return asReader(db, caller, (tx) => historyOf(tx, chain))
    },
  )
}

async function readAll(
  tx: Tx,
  caller: Caller,
  today: Parameters<typeof staffOf>[2],
): Promise<SubstitutionsWire> {
  const [all, staff, automatic] = await Promise.all([
    substitutionsOf(tx, caller.institution),
    staffOf(tx, caller.institution, today),
    isAutomatic(tx, caller.institution),
  ])
  const holds = (...roles: string[]) => roles.some((role) => caller.roles.includes(role))
  const who = { person: caller.person, mayNameOthers: holds('admin', 'leaders') }
  const named = (id: string) => ({ id, name: nameIn(staff, id) })
  return {
    automatic,
    items: all.map((one) => ({
      id: one.id,
      person: named(one.person),
      substitute: named(one.substitute),
      roles: [...one.roles],
      scope: one.scope,
      from: one.from,
      until: one.until,
      reason: one.reason,
      standing: standingOf(one, today),
      mayDecide: holds('admin') && checkDeciding(one, caller.person).kind === 'accepted',
      mayEnd: checkEnding(one, who, today).kind === 'accepted',
    })),
  }
}

function standingOf(one: Substitution, today: string) {
  if (one.state === 'refused' || one.state === 'ended') return one.state
  if (one.until < today) return 'over'
  if (one.state === 'named') return 'named'
  return isRunning(one, today) ? 'running' : 'ahead'
}

function writeRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/substitutions',
    {
      config: { access: 'signedIn' },
      schema: { tags, body: NameSubstituteWire, response: { 201: SubstitutionNamedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        nameSubstitute(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/substitutions/:id/decision',
    {
      config: { access: ['admin'] },
      schema: {
        tags,
        params: SubstitutionParamsWire,
        body: DecideSubstitutionWire,
        response: { 200: SubstitutionNamedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { outcome } = request.body
      return accepted(
        await asCaller(db, caller, (tx) => decideSubstitution(tx, clock, caller, id, outcome)),
      )
    },
  )

  app.post(
    '/substitutions/:id/end',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: SubstitutionParamsWire, response: { 200: SubstitutionNamedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(await asCaller(db, caller, (tx) => endSubstitution(tx, clock, caller, id)))
    },
  )

  app.post(
    '/substitutions/setting',
    {
      config: { access: ['admin'] },
      schema: { tags, body: SubstitutionSettingWire, response: { 200: SubstitutionSettingWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { automatic } = request.body
      await asCaller(db, caller, (tx) => chooseAutomatic(tx, clock, caller, automatic))
      return { automatic }
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, SubstitutionRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
