import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { noteExport } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { type BroughtRefused, bringSamples, bringStandards } from './bring.commands.ts'
import {
  decideStandards,
  proposeStandard,
  proposeVersion,
  retireStandard,
  type StandardRefusals,
  withdrawProposal,
} from './standard.commands.ts'
import { standardColumns } from './standard.csv.ts'
import { listStandards } from './standard.queries.ts'
import { toProblem } from './standard.refusals.ts'
import { standardRegister } from './standard.table.ts'
import {
  clauseKindWords,
  contractTypeWords,
  formWords,
  obligationWords,
  type StandardContent,
  stateWords,
} from './standard.ts'
import { choicesOf, libraryShown, standardShown } from './standard.view.ts'
import {
  BroughtAnswerWire,
  BroughtWire,
  DecidedWire,
  DecideWire,
  NewStandardWire,
  NextVersionWire,
  ProposedWire,
  ReasonWire,
  StandardChoicesWire,
  StandardFilterWire,
  StandardPageWire,
  StandardWire,
} from './standard.wire.ts'
import { approvers, drafters, libraryReaders } from './texts.access.ts'

const tags = ['contract-standards']

/** The library of clauses and model contracts over HTTP. */
export function standardRoutes(app: App, context: Context): void {
  readingRoutes(app, context)
  proposalRoutes(app, context)
  decisionRoutes(app, context)
  listRoutes(app, context)
}

function readingRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/contract-standards/choices',
    {
      config: { access: libraryReaders },
      schema: { tags, response: { 200: StandardChoicesWire } },
    },
    (request) => {
      const { institution } = callerOf(request)
      return asReader(db, callerOf(request), (tx) => choicesOf(tx, institution, clock.today()))
    },
  )

  readRoutes(app, context, {
    register: standardRegister,
    path: '/contract-standards',
    access: libraryReaders,
    wire: {
      query: StandardFilterWire,
      filter: StandardFilterWire,
      page: StandardPageWire,
      one: StandardWire,
    },
    list: async (tx, institution, filter) => ({
      items: await listStandards(tx, institution, filter),
    }),
    all: (tx, institution, filter) => listStandards(tx, institution, filter),
    one: (tx, institution, id) => standardShown(tx, institution, id, clock.today()),
    columns: standardColumns,
    name: { zh: '条款库', en: 'contract-clauses' },
    words: {
      form: { name: { zh: '类别', en: 'Form' }, values: formWords },
      kind: { name: { zh: '条款类型', en: 'Kind of clause' }, values: clauseKindWords },
      type: { name: { zh: '适用合同', en: 'Contracts' }, values: contractTypeWords },
      obligation: { name: { zh: '要求', en: 'Obligation' }, values: obligationWords },
      state: { name: { zh: '状态', en: 'State' }, values: stateWords },
    },
    missing: () => toProblem({ code: 'no-such-standard', facts: {} }),
  })
}

function proposalRoutes(app: App, { db, clock }: Context): void {
  const config = { access: drafters }
  app.post(
    '/contract-standards',
    { config, schema: { tags, body: NewStandardWire, response: { 201: ProposedWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { name, reason, ...told } = request.body
      const proposal = { name, reason, content: contentOf(told) }
      const outcome = await asCaller(db, caller, (tx) =>
        proposeStandard(tx, clock, caller, proposal),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contract-standards/:id/versions',
    {
      config,
      schema: {
        tags,
        params: RecordParamsWire,
        body: NextVersionWire,
        response: { 201: ProposedWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { name, reason, expectedVersion, ...told } = request.body
      const proposal = { name, reason, expectedVersion, content: contentOf(told) }
      const outcome = await asCaller(db, caller, (tx) =>
        proposeVersion(tx, clock, caller, request.params.id, proposal),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contract-standards/:id/withdraw',
    {
      config,
      schema: { tags, params: RecordParamsWire, body: ReasonWire, response: { 200: ProposedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        withdrawProposal(tx, clock, caller, id, request.body.reason),
      )
      return { id, version: accepted(outcome).version }
    },
  )
}

function decisionRoutes(app: App, { db, clock }: Context): void {
  const config = { access: approvers }
  app.post(
    '/contract-standards/decide',
    { config, schema: { tags, body: DecideWire, response: { 200: DecidedWire } } },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        decideStandards(tx, clock, caller, request.body),
      )
      return accepted(outcome)
    },
  )

  for (const [path, isRetired] of [
    ['retire', true],
    ['restore', false],
  ] as const) {
    app.post(
      `/contract-standards/:id/${path}`,
      {
        config,
        schema: {
          tags,
          params: RecordParamsWire,
          body: ReasonWire,
          response: { 200: RecordParamsWire },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { reason } = request.body
        const outcome = await asCaller(db, caller, (tx) =>
          retireStandard(tx, clock, caller, request.params.id, { reason, isRetired }),
        )
        return accepted(outcome)
      },
    )
  }
}

function listRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/contract-standards/library.json',
    {
      config: { access: libraryReaders },
      schema: { tags, response: { 200: BroughtWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const library = await asReader(db, caller, (tx) => libraryShown(tx, caller.institution))
      const name = { zh: '条款库', en: 'contract-clauses' }
      const told = { list: name, format: 'json' as const, filter: {}, rows: library.items.length }
      await asCaller(db, caller, (tx) => noteExport(tx, clock.now(), caller, told))
      return reply.header('cache-control', 'no-store').send(library)
    },
  )

  app.post(
    '/contract-standards/bring',
    {
      config: { access: drafters },
      schema: { tags, body: BroughtWire, response: { 200: BroughtAnswerWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const items = request.body.items.map(({ key, name, ...told }) => ({
        ...{ key, name, content: contentOf(told) },
      }))
      // A refusal in the middle of the list leaves nothing of it.
      return asCaller(db, caller, async (tx) =>
        accepted(await bringStandards(tx, clock, caller, items, '导入条款库'), 'items'),
      )
    },
  )

  app.post(
    '/contract-standards/samples',
    {
      config: { access: drafters },
      schema: { tags, response: { 200: BroughtAnswerWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asCaller(db, caller, async (tx) =>
        accepted(await bringSamples(tx, clock, caller), 'items'),
      )
    },
  )
}

function contentOf(told: { readonly clause?: unknown; readonly template?: unknown }) {
  return (told.clause ?? told.template) as StandardContent
}

function accepted<Value>(
  outcome: Outcome<Value, StandardRefusals> & Partial<BroughtRefused>,
  list?: string,
): Value {
  if (outcome.kind !== 'refused') return outcome.value
  throw toProblem(outcome.refusal, list === undefined ? '#' : `#/${list}/${outcome.at ?? 0}`)
}
