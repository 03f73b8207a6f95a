import type { Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../../platform/access.ts'
import { asCaller, asReader } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire as params, readRoutes } from '../../../platform/register-routes.ts'
import { idText } from '../../../platform/text.ts'
import { approvers, keepers, payers, readers } from '../funds.access.ts'
import { payAward, returnAward } from './payment.commands.ts'
import { type AwardRefusals, approveAward, proposeAward, withdrawAward } from './staff.commands.ts'
import { awardSheet } from './staff.csv.ts'
import { allAwards, listAwards } from './staff.queries.ts'
import { toAwardProblem } from './staff.refusals.ts'
import { awardRegister } from './staff.table.ts'
import { stateWords } from './staff.ts'
import { awardOf, purseNow } from './staff.view.ts'
import {
  ApproveAwardWire,
  AwardFilterWire,
  AwardPageWire,
  AwardQueryWire,
  AwardSeqWire,
  AwardWire,
  PayAwardWire,
  ProposeAwardWire,
  ProposedAwardWire,
  PurseWire,
  ReturnAwardWire,
  WithdrawAwardWire,
} from './staff.wire.ts'

const tags = ['staff-awards']
const response = { 200: AwardSeqWire }
const paymentParams = z.object({ id: idText(), payment: idText() })

/** The staff part of the office over HTTP: parse, call, answer. */
export function staffRoutes(app: App, context: Context): void {
  const { db } = context
  readRoutes(app, context, {
    register: awardRegister,
    path: '/staff-awards',
    access: readers,
    wire: { query: AwardQueryWire, filter: AwardFilterWire, page: AwardPageWire, one: AwardWire },
    list: listAwards,
    all: allAwards,
    one: awardOf,
    columns: awardSheet,
    name: { zh: '转化人员奖励和培养', en: 'Rewards and training of transfer staff' },
    words: { state: { name: { zh: '状态', en: 'State' }, values: stateWords } },
    isPersonal: true,
    missing: () => toAwardProblem({ code: 'no-such-award', facts: {} }),
  })

  app.get(
    '/staff-purse',
    { config: { access: readers }, schema: { tags, response: { 200: PurseWire } } },
    (request) =>
      asReader(db, callerOf(request), (tx) => purseNow(tx, callerOf(request).institution)),
  )
  deciding(app, context)
  paying(app, context)
}

function deciding(app: App, { db, clock }: Context): void {
  app.post(
    '/staff-awards',
    {
      config: { access: keepers },
      schema: { tags, body: ProposeAwardWire, response: { 201: ProposedAwardWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        proposeAward(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/staff-awards/:id/approve',
    { config: { access: approvers }, schema: { tags, params, body: ApproveAwardWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { expectedSeq } = request.body
      return accepted(
        await asCaller(db, caller, (tx) => approveAward(tx, clock, caller, id, expectedSeq)),
      )
    },
  )

  app.post(
    '/staff-awards/:id/withdraw',
    { config: { access: keepers }, schema: { tags, params, body: WithdrawAwardWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) => withdrawAward(tx, clock, caller, id, request.body)),
      )
    },
  )
}

function paying(app: App, { db, clock }: Context): void {
  const config = { access: payers }
  app.post(
    '/staff-awards/:id/payments',
    { config, schema: { tags, params, body: PayAwardWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) => payAward(tx, clock, caller, id, request.body)),
      )
    },
  )

  app.post(
    '/staff-awards/:id/payments/:payment/return',
    { config, schema: { tags, params: paymentParams, body: ReturnAwardWire, response } },
    async (request) => {
      const caller = callerOf(request)
      const { id: award, payment } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        returnAward(tx, clock, caller, { award, payment }, request.body),
      )
      return accepted(outcome)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, AwardRefusals>): Value {
  if (outcome.kind === 'refused') throw toAwardProblem(outcome.refusal)
  return outcome.value
}
