import type { Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader, type Caller } from '../../platform/database.ts'
import { withActs } from '../../platform/editable.ts'
import { exportRoutes } from '../../platform/export.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { forbidden } from '../../platform/problem.ts'
import { chainOf } from '../../platform/register.ts'
import { endRolesOf } from './account.commands.ts'
import { toProblem as accountProblem } from './account.refusals.ts'
import { amendPerson, asDay, enterPerson, type PersonRefusals } from './person.commands.ts'
import { personColumns, personFilterWords } from './person.csv.ts'
import { personEditable } from './person.editable.ts'
import { allPersons, listPersons, postsOf } from './person.queries.ts'
import { toProblem } from './person.refusals.ts'
import { personRegister } from './person.table.ts'
import { lineShown, personShown } from './person.view.ts'
import {
  AmendedWire,
  AmendMyselfWire,
  AmendPersonWire,
  EnteredWire,
  NewPersonWire,
  PersonFilterWire,
  PersonPageWire,
  PersonParamsWire,
  PersonQueryWire,
  PersonWire,
} from './person.wire.ts'
import type { PostRefusals } from './post.commands.ts'

const tags = ['people']

/** The register of persons over HTTP. */
export function personRoutes(app: App, context: Context): void {
  readRoutes(app, context)
  writeRoutes(app, context)
  ownRoutes(app, context)
}

function readRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/people',
    {
      config: { access: 'signedIn' },
      schema: { tags, querystring: PersonQueryWire, response: { 200: PersonPageWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const today = clock.today()
      const on = asDay(request.query.on ?? today)
      return await asReader(db, caller, async (tx) => {
        const page = await listPersons(tx, caller.institution, { ...request.query, today })
        const ids = page.rows.map(({ id }) => id)
        const posts = await postsOf(tx, caller.institution, ids)
        const items = page.rows.map((row) => lineShown(row, posts.get(row.id) ?? [], on))
        return { items, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) }
      })
    },
  )

  exportRoutes(app, context, {
    path: '/people',
    isPersonal: true,
    access: 'signedIn',
    filter: PersonFilterWire,
    name: { zh: '人员', en: 'people' },
    words: personFilterWords,
    columns: personColumns,
    lines: async (tx, { institution }, filter) => {
      const today = clock.today()
      const rows = await allPersons(tx, institution, { ...filter, today })
      const posts = await postsOf(
        tx,
        institution,
        rows.map(({ id }) => id),
      )
      const on = asDay(filter.on ?? today)
      return rows.map((row) => lineShown(row, posts.get(row.id) ?? [], on))
    },
  })

  app.get(
    '/people/:id',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: PersonParamsWire, response: { 200: PersonWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const shown = await asReader(db, caller, (tx) => personShown(tx, caller, id, clock.today()))
      if (!shown) throw toProblem({ code: 'no-such-person', facts: {} })
      return shown
    },
  )

  app.get(
    '/people/:id/history',
    {
      config: { access: ['admin', 'auditor', 'discipline'] },
      schema: { tags, params: PersonParamsWire, response: { 200: HistoryWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const chain = { institution: caller.institution, name: chainOf(personRegister, id) }
      return await asReader(db, caller, async (tx) => {
        if (!(await personShown(tx, caller, id, clock.today()))) {
          throw toProblem({ code: 'no-such-person', facts: {} })
        }
        return withActs(await historyOf(tx, chain), personEditable)
      })
    },
  )
}

function writeRoutes(app: App, context: Context): void {
  const { db } = context
  app.post(
    '/people',
    {
      config: { access: ['admin'] },
      schema: { tags, body: NewPersonWire, response: { 201: EnteredWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterPerson(tx, context, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.patch(
    '/people/:id',
    {
      config: { access: ['admin', 'finance'] },
      schema: {
        tags,
        params: PersonParamsWire,
        body: AmendPersonWire,
        response: { 200: AmendedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { reason, expectedSeq, ...given } = request.body
      mustKeepTo(caller, given)
      const { id } = request.params
      return await asCaller(db, caller, async (tx) => {
        const about = { reason, expectedSeq }
        const seq = accepted(await amendPerson(tx, context, caller, id, given, about))
        if (typeof given.leftOn !== 'string') return seq
        // Who has left does nothing here any more; the account itself can still be read by auditors.
        const ended = await endRolesOf(tx, context, caller, id, asDay(given.leftOn))
        if (ended.kind === 'refused') throw accountProblem(ended.refusal)
        return seq
      })
    },
  )
}

function ownRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/people/me',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: PersonWire } } },
    async (request) => {
      const caller = callerOf(request)
      const shown = await asReader(db, caller, (tx) =>
        personShown(tx, caller, caller.person, clock.today()),
      )
      if (!shown) throw toProblem({ code: 'no-such-person', facts: {} })
      return shown
    },
  )

  app.patch(
    '/people/me',
    {
      config: { access: 'signedIn' },
      schema: { tags, body: AmendMyselfWire, response: { 200: AmendedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        amendPerson(tx, context, caller, caller.person, request.body, {}),
      )
      return accepted(outcome)
    },
  )
}

/** Finance keeps what it pays by; who a person is and where stands with the administrator. */
function mustKeepTo({ roles }: Caller, given: Readonly<Record<string, unknown>>): void {
  if (roles.includes('admin')) return
  const others = Object.keys(given).filter((field) => !paidBy.includes(field))
  if (others.length === 0) return
  throw forbidden({
    zh: '财务只能更改身份证号、开户行和银行账号。',
    en: 'Finance may change identity card, bank and account only.',
  })
}

const paidBy = ['idCard', 'bankName', 'bankAccount']

/** The value of an outcome. @throws {Problem} for a refusal. */
export function accepted<Value>(outcome: Outcome<Value, PersonRefusals & PostRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
