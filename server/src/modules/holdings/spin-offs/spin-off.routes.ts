import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../../platform/access.ts'
import { asCaller } from '../../../platform/database.ts'
import { institutionLists } from '../../../platform/institution-lists.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire as params, readRoutes } from '../../../platform/register-routes.ts'
import { readers, writers } from '../holdings.access.ts'
import { amendSpinOff, enterSpinOff, type SpinOffRefusals } from './spin-off.commands.ts'
import { spinOffColumns } from './spin-off.csv.ts'
import { spinOffEditable } from './spin-off.editable.ts'
import { allSpinOffs, listSpinOffs, spinOffOf } from './spin-off.queries.ts'
import { toSpinOffProblem } from './spin-off.refusals.ts'
import { spinOffRegister } from './spin-off.table.ts'
import {
  AmendedWire,
  AmendSpinOffWire,
  EnteredWire,
  NewSpinOffWire,
  SpinOffFilterWire,
  SpinOffListsWire,
  SpinOffPageWire,
  SpinOffQueryWire,
  SpinOffWire,
} from './spin-off.wire.ts'

const tags = ['spin-offs']
const config = { access: writers }

/** The register of companies founded on achievements, over HTTP. */
export function spinOffRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: spinOffRegister,
    editable: spinOffEditable,
    path: '/spin-offs',
    access: readers,
    wire: {
      query: SpinOffQueryWire,
      filter: SpinOffFilterWire,
      page: SpinOffPageWire,
      one: SpinOffWire,
    },
    list: (tx, institution, query) => listSpinOffs(tx, institution, query),
    all: (tx, institution, filter) => allSpinOffs(tx, institution, filter),
    one: (tx, institution, id) => spinOffOf(tx, institution, id, clock.today()),
    columns: spinOffColumns,
    name: { zh: '衍生企业', en: 'Companies founded on achievements' },
    words: {
      state: {
        name: { zh: '状态', en: 'State' },
        values: institutionLists().equity.companyStates,
      },
    },
    isPersonal: true,
    missing: () => toSpinOffProblem({ code: 'no-such-spin-off', facts: {} }),
  })

  app.get(
    '/spin-offs/lists',
    { config: { access: readers }, schema: { tags, response: { 200: SpinOffListsWire } } },
    () => Promise.resolve(listsToSend()),
  )

  app.post(
    '/spin-offs',
    { config, schema: { tags, body: NewSpinOffWire, response: { 201: EnteredWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterSpinOff(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/spin-offs/:id',
    { config, schema: { tags, params, body: AmendSpinOffWire, response: { 200: AmendedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        amendSpinOff(tx, clock, caller, id, request.body),
      )
      return accepted(outcome)
    },
  )
}

function listsToSend() {
  const { companyStates, roles, ways } = institutionLists().equity
  const plain = (labels: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, { ...label }]))
  return { states: plain(companyStates), roles: plain(roles), ways: plain(ways) }
}

function accepted<Value>(outcome: Outcome<Value, SpinOffRefusals>): Value {
  if (outcome.kind === 'refused') throw toSpinOffProblem(outcome.refusal)
  return outcome.value
}
