import type { Day, Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { type Access, callerOf } from '../../../platform/access.ts'
import { asCaller, type Caller, type Tx } from '../../../platform/database.ts'
import { exportRoutes } from '../../../platform/export.ts'
import type { App, Context } from '../../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../../platform/register-routes.ts'
import { idText } from '../../../platform/text.ts'
import { approvers, keepers, payers, readers } from '../funds.access.ts'
import { correctLine } from './correction.commands.ts'
import {
  assessFund,
  type FundRefusals,
  foundFund,
  moveMoney,
  moveStage,
  ruleFund,
  startProject,
} from './fund.commands.ts'
import { fundSheet, ledgerSheet } from './fund.csv.ts'
import { allFunds, entriesOf, listFunds } from './fund.queries.ts'
import { toFundProblem } from './fund.refusals.ts'
import { fundRegister } from './fund.table.ts'
import { kindWords } from './fund.ts'
import { fundOf } from './fund.view.ts'
import {
  AddMilestoneWire,
  AssessFundWire,
  CorrectLineWire,
  FoundFundWire,
  FundCommitmentWire,
  FundFilterWire,
  FundIdWire,
  FundPageWire,
  FundPaymentWire,
  FundQueryWire,
  FundSeqWire,
  FundWire,
  LedgerFilterWire,
  MeetMilestoneWire,
  MoveStageWire,
  RuleFundWire,
  StartProjectWire,
  TakeBackMilestoneWire,
} from './fund.wire.ts'
import { addMilestone, meetMilestone, takeBackMilestone } from './milestone.commands.ts'

const tags = ['funds']
const ofProject = z.object({ id: idText(), project: idText() })
const ofMilestone = ofProject.extend({ place: z.coerce.number().int().min(1).max(40) })

/** The funds over HTTP: parse, call, answer. */
export function fundRoutes(app: App, context: Context): void {
  const { clock } = context
  readRoutes(app, context, {
    register: fundRegister,
    path: '/funds',
    access: readers,
    wire: { query: FundQueryWire, filter: FundFilterWire, page: FundPageWire, one: FundWire },
    list: listFunds,
    all: allFunds,
    one: (tx, institution, id) => fundOf(tx, institution, id, clock.today() as Day),
    columns: fundSheet,
    name: { zh: '引导与概念验证资金', en: 'Funds' },
    words: { kind: { name: { zh: '类型', en: 'Kind' }, values: kindWords } },
    missing: () => toFundProblem({ code: 'no-such-fund', facts: {} }),
  })
  exportRoutes(app, context, {
    path: '/fund-ledger',
    access: readers,
    filter: LedgerFilterWire,
    name: { zh: '资金台账', en: 'Ledger of a fund' },
    columns: ledgerSheet,
    lines: (tx, { institution }, { fund }) => entriesOf(tx, institution, fund),
  })
  writing(app, context)
}

function writing(app: App, { db, clock }: Context): void {
  /** One command by one caller; a refusal becomes a problem. */
  const told = async <Value>(
    caller: Caller,
    command: (tx: Tx) => Promise<Outcome<Value, FundRefusals>>,
  ): Promise<Value> => {
    const outcome = await asCaller(db, caller, command)
    if (outcome.kind === 'refused') throw toFundProblem(outcome.refusal)
    return outcome.value
  }
  const by = (access: Access) => ({ access })
  const seq = { 200: FundSeqWire }
  const made = { 201: FundIdWire }
  const params = RecordParamsWire

  app.post(
    '/funds',
    { config: by(approvers), schema: { tags, body: FoundFundWire, response: made } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { body } = request
      return reply.code(201).send(await told(caller, (tx) => foundFund(tx, clock, caller, body)))
    },
  )
  app.post(
    '/funds/:id/payments',
    { config: by(payers), schema: { tags, params, body: FundPaymentWire, response: seq } },
    (request) => {
      const caller = callerOf(request)
      return told(caller, (tx) => moveMoney(tx, clock, caller, request.params.id, request.body))
    },
  )
  app.post(
    '/funds/:id/commitments',
    { config: by(approvers), schema: { tags, params, body: FundCommitmentWire, response: seq } },
    (request) => {
      const caller = callerOf(request)
      const movement = { ...request.body, party: null, through: 'house' as const, milestone: null }
      return told(caller, (tx) => moveMoney(tx, clock, caller, request.params.id, movement))
    },
  )
  app.post(
    '/funds/:id/corrections',
    {
      config: by([...new Set([...payers, ...approvers])]),
      schema: { tags, params, body: CorrectLineWire, response: seq },
    },
    (request) => {
      const caller = callerOf(request)
      return told(caller, (tx) => correctLine(tx, clock, caller, request.params.id, request.body))
    },
  )
  app.post(
    '/funds/:id/rule',
    { config: by(approvers), schema: { tags, params, body: RuleFundWire, response: seq } },
    (request) => {
      const caller = callerOf(request)
      return told(caller, (tx) => ruleFund(tx, clock, caller, request.params.id, request.body))
    },
  )
  app.post(
    '/funds/:id/assessment',
    { config: by(approvers), schema: { tags, params, body: AssessFundWire, response: seq } },
    (request) => {
      const caller = callerOf(request)
      return told(caller, (tx) => assessFund(tx, clock, caller, request.params.id, request.body))
    },
  )
  app.post(
    '/funds/:id/projects',
    { config: by(keepers), schema: { tags, params, body: StartProjectWire, response: made } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { body, params: of } = request
      const id = await told(caller, (tx) => startProject(tx, clock, caller, of.id, body))
      return reply.code(201).send(id)
    },
  )
  app.post(
    '/funds/:id/projects/:project/stage',
    {
      config: by(keepers),
      schema: { tags, params: ofProject, body: MoveStageWire, response: seq },
    },
    (request) => {
      const caller = callerOf(request)
      const { id: fund, project } = request.params
      return told(caller, (tx) => moveStage(tx, clock, caller, { fund, project }, request.body))
    },
  )
  app.post(
    '/funds/:id/projects/:project/milestones/:place/met',
    {
      config: by(keepers),
      schema: { tags, params: ofMilestone, body: MeetMilestoneWire, response: seq },
    },
    (request) => {
      const caller = callerOf(request)
      const { id: fund, project, place } = request.params
      const of = { fund, project, place }
      return told(caller, (tx) => meetMilestone(tx, clock, caller, of, request.body))
    },
  )
  app.post(
    '/funds/:id/projects/:project/milestones',
    {
      config: by(approvers),
      schema: { tags, params: ofProject, body: AddMilestoneWire, response: seq },
    },
    (request) => {
      const caller = callerOf(request)
      const { id: fund, project } = request.params
      return told(caller, (tx) => addMilestone(tx, clock, caller, { fund, project }, request.body))
    },
  )
  app.post(
    '/funds/:id/projects/:project/milestones/:place/take-back',
    {
      config: by(approvers),
      schema: { tags, params: ofMilestone, body: TakeBackMilestoneWire, response: seq },
    },
    (request) => {
      const caller = callerOf(request)
      const { id: fund, project, place } = request.params
      const of = { fund, project, place }
      return told(caller, (tx) => takeBackMilestone(tx, clock, caller, of, request.body))
    },
  )
}
