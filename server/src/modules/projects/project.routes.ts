import type { Refusal } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { withActs } from '../../platform/editable.ts'
import { exportRoutes } from '../../platform/export.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { chainOf } from '../../platform/register.ts'
import { RecordParamsWire } from '../../platform/register-routes.ts'
import { idText } from '../../platform/text.ts'
import {
  addEntry,
  amendProject,
  answerEntry,
  enterProject,
  type WorkRefusals,
} from './project.commands.ts'
import { entryColumns, projectColumns } from './project.csv.ts'
import { projectEditable } from './project.editable.ts'
import { allProjects, entriesOf, keepers, listProjects, readsAll } from './project.queries.ts'
import { toProjectProblem } from './project.refusals.ts'
import { projectRegister } from './project.table.ts'
import { citablesFor, projectFor } from './project.view.ts'
import {
  AmendProjectWire,
  AnswerWire,
  CitablesWire,
  EntryParamsWire,
  NewEntryWire,
  NewProjectWire,
  ProjectFilterWire,
  ProjectPageWire,
  ProjectQueryWire,
  ProjectWire,
} from './project.wire.ts'

const tags = ['projects']
const signedIn = { access: 'signedIn' as const }
const Made = z.object({ id: z.string() })
const params = RecordParamsWire

/** Projects and the ledger of work over HTTP; whoever takes part reads their own projects. */
export function projectRoutes(app: App, context: Context): void {
  reading(app, context)
  writing(app, context)
}

function reading(app: App, context: Context): void {
  const { db } = context

  app.get(
    '/projects',
    {
      config: signedIn,
      schema: { tags, querystring: ProjectQueryWire, response: { 200: ProjectPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listProjects(tx, caller, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/projects',
    access: 'signedIn',
    filter: ProjectFilterWire,
    name: { zh: '科研项目', en: 'Projects' },
    columns: projectColumns,
    lines: (tx, caller, filter) => allProjects(tx, caller, filter),
  })

  app.get(
    '/projects/:id',
    { config: signedIn, schema: { tags, params, response: { 200: ProjectWire } } },
    (request) =>
      asReader(db, callerOf(request), (tx) => known(tx, callerOf(request), request.params.id)),
  )

  app.get(
    '/projects/:id/history',
    { config: signedIn, schema: { tags, params, response: { 200: HistoryWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => {
        const { id } = await known(tx, caller, request.params.id)
        const { institution } = caller
        const chain = { institution, name: chainOf(projectRegister, id) }
        return withActs(await historyOf(tx, chain), projectEditable)
      })
    },
  )

  exportRoutes(app, context, {
    path: '/project-entries',
    access: 'signedIn',
    filter: z.object({ project: idText() }),
    name: { zh: '工作量证明', en: 'Proof of work' },
    words: { project: { name: { zh: '项目', en: 'Project' } } },
    columns: entryColumns,
    lines: async (tx, caller, { project }) => {
      const { id } = await known(tx, caller, project)
      return entriesOf(tx, caller.institution, [id])
    },
  })

  app.get(
    '/project-entries/citable',
    {
      config: { access: [...readsAll, 'team_rep'] },
      schema: {
        tags,
        querystring: z.object({ achievement: idText() }),
        response: { 200: CitablesWire },
      },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, async (tx) => ({
        items: await citablesFor(tx, caller, request.query.achievement),
      }))
    },
  )
}

function writing(app: App, { db, clock }: Context): void {
  app.post(
    '/projects',
    {
      config: { access: keepers },
      schema: { tags, body: NewProjectWire, response: { 201: Made } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterProject(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/projects/:id',
    {
      config: { access: keepers },
      schema: {
        tags,
        params,
        body: AmendProjectWire,
        response: { 200: z.object({ seq: z.int() }) },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        amendProject(tx, clock, caller, id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/projects/:id/entries',
    { config: signedIn, schema: { tags, params, body: NewEntryWire, response: { 201: Made } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        addEntry(tx, clock, caller, id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/projects/:id/entries/:entry/answer',
    {
      config: signedIn,
      schema: { tags, params: EntryParamsWire, body: AnswerWire, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: project, entry } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        answerEntry(tx, clock, caller, { project, entry }, request.body),
      )
      accepted(outcome)
      return reply.code(204).send(null)
    },
  )
}

/** A project that the caller may read. @throws {Problem} 404 */
async function known(tx: Tx, caller: Caller, id: string): Promise<ProjectWire> {
  const found = await projectFor(tx, caller, id)
  if (!found) throw toProjectProblem({ code: 'no-such-project', facts: {} })
  return found
}

function accepted<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: Refusal<WorkRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toProjectProblem(outcome.refusal)
  return outcome.value
}
