import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { readers, writers } from './trusteeship.access.ts'
import {
  amendTrusteeship,
  endTrusteeship,
  enterTrusteeship,
  type TrusteeshipRefusals,
} from './trusteeship.commands.ts'
import { trusteeshipColumns } from './trusteeship.csv.ts'
import { trusteeshipEditable } from './trusteeship.editable.ts'
import { allTrusteeships, listTrusteeships } from './trusteeship.queries.ts'
import { toProblem } from './trusteeship.refusals.ts'
import { trusteeshipRegister } from './trusteeship.table.ts'
import { stateWords } from './trusteeship.ts'
import { trusteeshipOf } from './trusteeship.view.ts'
import {
  AmendedWire,
  AmendTrusteeshipWire,
  EndTrusteeshipWire,
  EnteredWire,
  NewTrusteeshipWire,
  TrusteeshipFilterWire,
  TrusteeshipListsWire,
  TrusteeshipPageWire,
  TrusteeshipQueryWire,
  TrusteeshipWire,
} from './trusteeship.wire.ts'

const tags = ['trusteeships']
const params = RecordParamsWire

/** The register of trusteeships over HTTP: parse, call, answer. */
export function trusteeshipRoutes(app: App, context: Context): void {
  const { clock } = context
  readRoutes(app, context, {
    register: trusteeshipRegister,
    editable: trusteeshipEditable,
    path: '/trusteeships',
    access: readers,
    wire: {
      query: TrusteeshipQueryWire,
      filter: TrusteeshipFilterWire,
      page: TrusteeshipPageWire,
      one: TrusteeshipWire,
    },
    list: (tx, institution, query) => listTrusteeships(tx, institution, query, clock.today()),
    all: (tx, institution, filter) => allTrusteeships(tx, institution, filter, clock.today()),
    one: (tx, institution, id) => trusteeshipOf(tx, institution, id, clock.today()),
    columns: (lang) => trusteeshipColumns(lang, clock.today()),
    name: { zh: '托管', en: 'trusteeships' },
    words: { state: { name: { zh: '状态', en: 'State' }, values: stateWords } },
    missing: () => toProblem({ code: 'no-such-trusteeship', facts: {} }),
  })

  app.get(
    '/trusteeships/lists',
    { config: { access: readers }, schema: { tags, response: { 200: TrusteeshipListsWire } } },
    () => Promise.resolve(listsToSend()),
  )
  writing(app, context)
}

function writing(app: App, { db, clock }: Context): void {
  const config = { access: writers }
  app.post(
    '/trusteeships',
    { config, schema: { tags, body: NewTrusteeshipWire, response: { 201: EnteredWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterTrusteeship(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/trusteeships/:id',
    {
      config,
      schema: { tags, params, body: AmendTrusteeshipWire, response: { 200: AmendedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        amendTrusteeship(tx, clock, caller, id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/trusteeships/:id/end',
    { config, schema: { tags, params, body: EndTrusteeshipWire, response: { 200: AmendedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        endTrusteeship(tx, clock, caller, id, request.body),
      )
      return accepted(outcome)
    },
  )
}

function listsToSend() {
  const { cite, powers, settles, trustees } = institutionLists().trusteeships
  const plain = (labels: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, { ...label }]))
  return {
    cite,
    powers: plain(powers),
    settles: plain(settles),
    trustees: plain(trustees),
  }
}

function accepted<Value>(outcome: Outcome<Value, TrusteeshipRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
