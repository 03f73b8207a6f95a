import type { Day, Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire as params, readRoutes } from '../../../platform/register-routes.ts'
import { idText } from '../../../platform/text.ts'
import { approvers, keepers, payers, readers } from '../funds.access.ts'
import { approveBonus, type BonusRefusals, proposeBonus, withdrawBonus } from './bonus.commands.ts'
import { bonusColumns, owedColumns } from './bonus.csv.ts'
import { allBonuses, listBonuses } from './bonus.queries.ts'
import { toBonusProblem } from './bonus.refusals.ts'
import { bonusRegister } from './bonus.table.ts'
import { stateWords } from './bonus.ts'
import { bonusOf, owedNow } from './bonus.view.ts'
import {
  ApproveBonusWire,
  BonusFilterWire,
  BonusPageWire,
  BonusQueryWire,
  BonusSeqWire,
  BonusWire,
  OwedBonusesWire,
  OwedFilterWire,
  PayBonusWire,
  ProposeBonusWire,
  ProposedBonusWire,
  ReturnBonusWire,
  WithdrawBonusWire,
} from './bonus.wire.ts'
import { myBonuses } from './my-bonus.view.ts'
import { MyBonusesWire } from './my-bonus.wire.ts'
import { payBonus, returnBonus } from './payment.commands.ts'
import { runRoutes } from './run.routes.ts'

const tags = ['grant-bonuses']
const paymentParams = z.object({ id: idText(), payment: idText() })

/** The bonuses at grant over HTTP: parse, call, answer. */
export function bonusRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: bonusRegister,
    path: '/grant-bonuses',
    access: readers,
    wire: { query: BonusQueryWire, filter: BonusFilterWire, page: BonusPageWire, one: BonusWire },
    list: (tx, institution, query) => listBonuses(tx, institution, query, clock.today()),
    all: allBonuses,
    one: (tx, institution, id) => bonusOf(tx, institution, id, clock.today() as Day),
    columns: (lang) => bonusColumns(lang, clock.today()),
    name: { zh: '授权奖金', en: 'Bonuses at grant' },
    words: { state: { name: { zh: '状态', en: 'State' }, values: stateWords } },
    isPersonal: true,
    missing: () => toBonusProblem({ code: 'no-such-bonus', facts: {} }),
  })

  app.get(
    '/owed-grant-bonuses',
    {
      config: { access: readers },
      schema: { tags, querystring: OwedFilterWire, response: { 200: OwedBonusesWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) =>
        owedNow(tx, institution, request.query, clock.today() as Day),
      )
    },
  )

  app.get(
    '/my-grant-bonuses',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: MyBonusesWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => myBonuses(tx, caller, clock.today() as Day))
    },
  )

  exportRoutes(app, context, {
    path: '/owed-grant-bonuses',
    access: readers,
    filter: OwedFilterWire,
    name: { zh: '待提出的授权奖金', en: 'Bonuses at grant not proposed' },
    isPersonal: true,
    columns: owedColumns,
    lines: async (tx, { institution }, filter) =>
      (await owedNow(tx, institution, filter, clock.today() as Day)).items,
  })
  deciding(app, context)
  paying(app, context)
  runRoutes(app, context)
}

function deciding(app: App, { db, clock }: Context): void {
  app.post(
    '/grant-bonuses',
    {
      config: { access: keepers },
      schema: { tags, body: ProposeBonusWire, response: { 201: ProposedBonusWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        proposeBonus(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/grant-bonuses/:id/approve',
    {
      config: { access: approvers },
      schema: { tags, params, body: ApproveBonusWire, response: { 200: BonusSeqWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { expectedSeq } = request.body
      return accepted(
        await asCaller(db, caller, (tx) => approveBonus(tx, clock, caller, id, expectedSeq)),
      )
    },
  )

  app.post(
    '/grant-bonuses/:id/withdraw',
    {
      config: { access: keepers },
      schema: { tags, params, body: WithdrawBonusWire, response: { 200: BonusSeqWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) => withdrawBonus(tx, clock, caller, id, request.body)),
      )
    },
  )
}

function paying(app: App, { db, clock }: Context): void {
  const config = { access: payers }
  app.post(
    '/grant-bonuses/:id/payments',
    { config, schema: { tags, params, body: PayBonusWire, response: { 200: BonusSeqWire } } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) => payBonus(tx, clock, caller, id, request.body)),
      )
    },
  )

  app.post(
    '/grant-bonuses/:id/payments/:payment/return',
    {
      config,
      schema: {
        ...{ tags, params: paymentParams, body: ReturnBonusWire },
        response: { 200: BonusSeqWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id: bonus, payment } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        returnBonus(tx, clock, caller, { bonus, payment }, request.body),
      )
      return accepted(outcome)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, BonusRefusals>): Value {
  if (outcome.kind === 'refused') throw toBonusProblem(outcome.refusal)
  return outcome.value
}
