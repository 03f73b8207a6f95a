import type { Lang, Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { asCaller } from '../../platform/database.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { amendCarrier, type CarrierRefusals, carriersOf, enterCarrier } from './carrier.commands.ts'
import { carrierEditable, carrierWriters } from './carrier.editable.ts'
import { toProblem } from './carrier.refusals.ts'
import {
  AmendCarrierWire,
  CarrierAmendedWire,
  CarrierEnteredWire,
  CarrierFilterWire,
  CarrierPageWire,
  CarrierWire,
  NewCarrierWire,
} from './carrier.wire.ts'
import { carrierRegister } from './institution.table.ts'

const tags = ['carriers']
/** Centres, incubators and bases over HTTP. */
export function carrierRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: carrierRegister,
    editable: carrierEditable,
    path: '/carriers',
    access: 'signedIn',
    wire: {
      query: CarrierFilterWire,
      filter: CarrierFilterWire,
      page: CarrierPageWire,
      one: CarrierWire,
    },
    list: async (tx, institution, filter) => ({
      items: await carriersOf(tx, institution, filter, clock.today()),
    }),
    all: (tx, institution, filter) => carriersOf(tx, institution, filter, clock.today()),
    one: async (tx, institution, id) =>
      (await carriersOf(tx, institution)).find((one) => one.id === id),
    columns: carrierColumns,
    name: { zh: '转化载体', en: 'carriers' },
    words: {
      kind: { name: { zh: '类别', en: 'Kind' }, values: institutionLists().carriers.kinds },
      running: {
        name: { zh: '是否运行', en: 'Running' },
        values: { yes: { zh: '运行中', en: 'running' }, no: { zh: '已结束', en: 'ended' } },
      },
    },
    missing: () => toProblem({ code: 'no-such-carrier', facts: {} }),
  })

  app.post(
    '/carriers',
    {
      config: { access: carrierWriters },
      schema: { tags, body: NewCarrierWire, response: { 201: CarrierEnteredWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterCarrier(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/carriers/:id',
    {
      config: { access: carrierWriters },
      schema: {
        tags,
        params: RecordParamsWire,
        body: AmendCarrierWire,
        response: { 200: CarrierAmendedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason, ...given } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        amendCarrier(tx, clock, caller, request.params.id, given, { reason }),
      )
      return accepted(outcome)
    },
  )
}

function carrierColumns(lang: Lang): Column<CarrierWire>[] {
  const { text, day } = columnsIn<CarrierWire>(lang)
  const { kinds } = institutionLists().carriers
  return [
    text('类别', 'Kind', ({ kind }) => kinds[kind]?.[lang] ?? kind),
    text('名称', 'Name', ({ name }) => name),
    text('地点', 'Place', ({ place }) => place),
    text('合作单位', 'Partner', ({ partner }) => partner),
    day('设立日', 'From', ({ fromDay }) => fromDay),
    day('结束日', 'Until', ({ toDay }) => toDay),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}

function accepted<Value>(outcome: Outcome<Value, CarrierRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
