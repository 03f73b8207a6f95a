import type { Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { once, orderOf } from '../../platform/once.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { amendSigned, takeAmendmentBack } from './amendment.commands.ts'
import { type AmendmentRow, amendmentsOf, standingAmendments } from './amendment.queries.ts'
import {
  AmendmentBackWire,
  AmendmentListWire,
  AmendmentMadeWire,
  type AmendmentWire,
  NewAmendmentWire,
} from './amendment.wire.ts'
import { contractOf } from './contract.queries.ts'
import { type ContractRefusals, toProblem } from './contract.refusals.ts'

const keepers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'legal']
const tags = ['contracts']

/** The amendments of contracts over HTTP: read by whoever reads contracts; those of a case are acts of the case. */
export function amendmentRoutes(
  app: App,
  { db, clock }: Context,
  { readers }: { readonly readers: readonly Role[] },
): void {
  app.get(
    '/contracts/:id/amendments',
    {
      config: { access: readers },
      schema: { tags, params: RecordParamsWire, response: { 200: AmendmentListWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return await asReader(db, caller, async (tx) => {
        const contract = await contractOf(tx, caller.institution, id)
        if (!contract) throw toProblem({ code: 'no-such-contract', facts: {} })
        const rows = await amendmentsOf(tx, caller.institution, id)
        return { items: shown(rows, contract.caseId !== null).toReversed() }
      })
    },
  )

  app.post(
    '/contracts/:id/amendments',
    {
      config: { access: keepers },
      schema: {
        ...{ tags, params: RecordParamsWire, body: NewAmendmentWire },
        response: { 201: AmendmentMadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const order = orderOf('contract.amendment', request.params, request.body)
      const made = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, order, () => amendSigned(tx, clock, caller, id, request.body)),
      )
      return reply.code(201).send(answered(made))
    },
  )

  app.post(
    '/contracts/:id/amendments/take-back',
    {
      config: { access: ['tto_reviewer', 'legal'] },
      schema: {
        ...{ tags, params: RecordParamsWire, body: AmendmentBackWire },
        response: { 201: AmendmentMadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const done = await asCaller(db, caller, (tx) =>
        takeAmendmentBack(tx, clock, caller, id, request.body),
      )
      return reply.code(201).send(answered(done))
    },
  )
}

function shown(rows: readonly AmendmentRow[], isOfCase: boolean): AmendmentWire[] {
  const last = standingAmendments(rows).at(-1)
  const gone = new Set(rows.map(({ takesBack }) => takesBack))
  return rows.map((one) => ({
    ...{ version: one.version, on: one.onDay, number: one.number, summary: one.summary },
    changes: one.changes.map(({ field, from, to }) => ({ field, from, to })),
    files: one.files.map(({ sha256, name, size }) => ({ sha256, name, size })),
    ...{ takesBack: one.takesBack, isTakenBack: gone.has(one.version) },
    mayTakeBack: !isOfCase && one.version === last?.version && one.caseId === null,
    ...{ isOfCase: one.caseId !== null, madeName: one.madeName },
    madeAt: one.madeAt.toISOString(),
  }))
}

function answered<Value>(outcome: Outcome<Value, ContractRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
