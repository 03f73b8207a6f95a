import type { Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import { HistoryWire } from '../../../platform/history.schema.ts'
import { historyOf } from '../../../platform/history.ts'
import type { App, Context } from '../../../platform/module.ts'
import {
  delegate,
  delegationChain,
  delegationVeil,
  withdrawDelegation,
} from './delegation.commands.ts'
import { delegationColumns } from './delegation.csv.ts'
import { delegationsOf } from './delegation.queries.ts'
import { toProblem } from './delegation.refusals.ts'
import { type DelegationRefusals, holdsOn } from './delegation.ts'
import {
  DelegatedWire,
  DelegateWire,
  DelegationParamsWire,
  DelegationQueryWire,
  DelegationsWire,
  WithdrawWire,
} from './delegation.wire.ts'

const tags = ['delegations']

/** Who keeps the institution's letters of delegation. */
const keepers: readonly Role[] = ['leaders', 'legal', 'admin', 'tto_reviewer']

/** Tasks that others do in the institution's name. */
export function delegationRoutes(app: App, context: Context): void {
  const { db, clock } = context
  const linesOf = async (tx: Tx, { institution }: Caller, caseId?: string) => {
    const all = await delegationsOf(tx, institution, caseId)
    const today = clock.today()
    return all.map((one) => ({
      ...one,
      letter: { ...one.letter },
      holds: holdsOn(one, today),
    }))
  }

  app.get(
    '/delegations',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: DelegationQueryWire, response: { 200: DelegationsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      return {
        items: await asReader(db, caller, (tx) => linesOf(tx, caller, request.query.case)),
      }
    },
  )

  exportRoutes(app, context, {
    path: '/delegations',
    access: 'signedIn',
    filter: DelegationQueryWire,
    name: { zh: '委托', en: 'delegations' },
    columns: delegationColumns,
    lines: (tx, caller, { case: caseId }) => linesOf(tx, caller, caseId),
  })

  app.post(
    '/delegations',
    {
      config: { access: keepers },
      schema: { tags, body: DelegateWire, response: { 201: DelegatedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) => delegate(tx, clock, caller, request.body))
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/delegations/:id/withdraw',
    {
      config: { access: keepers },
      schema: {
        tags,
        params: DelegationParamsWire,
        body: WithdrawWire,
        response: { 200: DelegatedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) =>
          withdrawDelegation(tx, clock, caller, id, request.body.reason),
        ),
      )
    },
  )

  app.get(
    '/delegations/history',
    {
      config: { access: [...keepers, 'auditor', 'discipline'] },
      schema: { tags, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const chain = { institution: caller.institution, name: delegationChain }
      return asReader(db, caller, (tx) =>
        historyOf(tx, chain, (entries) => delegationVeil(tx, caller.institution, entries)),
      )
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, DelegationRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
