import type { Day, Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { lawInForce } from '../policies/index.ts'
import { checklistColumns, demandLines } from './checklist.csv.ts'
import { checklistOn } from './checklist.queries.ts'
import {
  amendInternalRule,
  enterInternalRule,
  type InternalRuleRefusals,
} from './internal-rule.commands.ts'
import { internalRuleColumns } from './internal-rule.csv.ts'
import { internalRuleEditable, ruleWriters } from './internal-rule.editable.ts'
import { listRules, ruleOf } from './internal-rule.queries.ts'
import { toProblem } from './internal-rule.refusals.ts'
import { internalRuleRegister } from './internal-rule.table.ts'
import { ruleStateWords, topicsIn } from './internal-rule.ts'
import {
  AmendedInternalRuleWire,
  AmendInternalRuleWire,
  ChecklistQueryWire,
  ChecklistWire,
  EnteredInternalRuleWire,
  InternalRuleFilterWire,
  InternalRulePageWire,
  InternalRuleWire,
  NewInternalRuleWire,
} from './internal-rule.wire.ts'

const tags = ['internal-rules']

/** The institution's own rules over HTTP, and what the law asks it to have. */
export function internalRuleRoutes(app: App, context: Context): void {
  const { db, clock } = context
  readRoutes(app, context, {
    register: internalRuleRegister,
    editable: internalRuleEditable,
    path: '/internal-rules',
    access: 'signedIn',
    wire: {
      query: InternalRuleFilterWire,
      filter: InternalRuleFilterWire,
      page: InternalRulePageWire,
      one: InternalRuleWire,
    },
    list: async (tx, institution, filter) => ({
      items: await listRules(tx, institution, filter, clock.today()),
    }),
    all: (tx, institution, filter) => listRules(tx, institution, filter, clock.today()),
    one: (tx, institution, id) => ruleOf(tx, institution, id, clock.today()),
    columns: internalRuleColumns,
    name: { zh: '内部制度', en: 'internal-rules' },
    words: {
      topic: { name: { zh: '主题', en: 'Topic' }, values: topicsIn(lawInForce()) },
      state: { name: { zh: '状态', en: 'State' }, values: ruleStateWords },
    },
    missing: () => toProblem({ code: 'no-such-rule', facts: {} }),
  })

  app.get(
    '/institution/checklist',
    {
      config: { access: 'signedIn' },
      schema: {
        tags,
        querystring: ChecklistQueryWire,
        response: { 200: ChecklistWire },
      },
    },
    (request) => {
      const { institution } = callerOf(request)
      const on = request.query.on as Day | undefined
      return asReader(db, callerOf(request), (tx) =>
        checklistOn(tx, institution, on ?? clock.today()),
      )
    },
  )

  exportRoutes(app, context, {
    path: '/institution/checklist',
    access: 'signedIn',
    filter: ChecklistQueryWire,
    name: { zh: '制度清单', en: 'checklist' },
    words: { on: { name: { zh: '所按日期', en: 'As of' } } },
    columns: checklistColumns,
    lines: async (tx, { institution }, { on }) =>
      demandLines(await checklistOn(tx, institution, (on as Day | undefined) ?? clock.today())),
  })

  app.post(
    '/internal-rules',
    {
      config: { access: ruleWriters },
      schema: { tags, body: NewInternalRuleWire, response: { 201: EnteredInternalRuleWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterInternalRule(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/internal-rules/:id',
    {
      config: { access: ruleWriters },
      schema: {
        tags,
        params: RecordParamsWire,
        body: AmendInternalRuleWire,
        response: { 200: AmendedInternalRuleWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason, expectedSeq, ...given } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        amendInternalRule(tx, clock, caller, request.params.id, given, { reason, expectedSeq }),
      )
      return accepted(outcome)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, InternalRuleRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
