import type { Day, Outcome } from '@yizhuan/kit'
import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { chainOf } from '../../platform/register.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { eventColumns } from './event.csv.ts'
import { readers, registrants } from './registration.access.ts'
import { amendForm, startRegistration, takeStep } from './registration.commands.ts'
import { formColumns, formLines, registrationColumns } from './registration.csv.ts'
import {
  allEvents,
  allRegistrations,
  listRegistrations,
  storedRegistration,
} from './registration.queries.ts'
import { type RegistrationRefusals, toProblem } from './registration.refusals.ts'
import { registrationRegister } from './registration.table.ts'
import { stateWords } from './registration.ts'
import { listsOn, registrationOf } from './registration.view.ts'
import {
  AmendFormWire,
  FormFilterWire,
  RegistrationFilterWire,
  RegistrationListsWire,
  RegistrationPageWire,
  RegistrationQueryWire,
  RegistrationWire,
  SeqWire,
  StartedWire,
  StepWire,
} from './registration.wire.ts'

const tags = ['registrations']
const reads = { access: readers }
const registers = { access: registrants }

/** The registration of technology contracts over HTTP: parse, call, answer. */
export function registrationRoutes(app: App, context: Context): void {
  reading(app, context)
  writing(app, context)
}

function reading(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/registrations',
    {
      config: reads,
      schema: { tags, querystring: RegistrationQueryWire, response: { 200: RegistrationPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listRegistrations(tx, caller.institution, request.query))
    },
  )

  exportRoutes(app, context, {
    path: '/registrations',
    access: readers,
    filter: RegistrationFilterWire,
    name: { zh: '技术合同认定登记', en: 'Registration of contracts' },
    words: { state: { name: { zh: '状态', en: 'State' }, values: stateWords } },
    columns: (lang) => registrationColumns(lang, clock.today()),
    lines: (tx, { institution }, filter) => allRegistrations(tx, institution, filter),
  })

  exportRoutes(app, context, {
    path: '/registration-events',
    access: readers,
    filter: RegistrationFilterWire,
    name: { zh: '认定登记办理记录', en: 'History of registrations' },
    words: { state: { name: { zh: '状态', en: 'State' }, values: stateWords } },
    columns: eventColumns,
    lines: (tx, { institution }, filter) => allEvents(tx, institution, filter),
  })

  exportRoutes(app, context, {
    path: '/registration-form',
    access: readers,
    filter: FormFilterWire,
    name: { zh: '技术合同认定登记表', en: 'Registration form' },
    columns: formColumns,
    lines: (tx, { institution }, { id }) => formLines(tx, institution, id),
  })

  app.get(
    '/registrations/lists',
    { config: reads, schema: { tags, response: { 200: RegistrationListsWire } } },
    () => Promise.resolve(listsOn(clock.today())),
  )

  app.get(
    '/registrations/:id',
    { config: reads, schema: { tags, params, response: { 200: RegistrationWire } } },
    async (request) => {
      const caller = callerOf(request)
      const of = { ...caller, today: clock.today() as Day }
      const found = await asReader(db, caller, (tx) => registrationOf(tx, of, request.params.id))
      if (!found) throw toProblem({ code: 'no-such-registration', facts: {} })
      return found
    },
  )

  app.get(
    '/registrations/:id/history',
    { config: reads, schema: { tags, params, response: { 200: HistoryWire } } },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        const found = await storedRegistration(tx, institution, id)
        if (!found) throw toProblem({ code: 'no-such-registration', facts: {} })
        return historyOf(tx, { institution, name: chainOf(registrationRegister, id) })
      })
    },
  )
}

function writing(app: App, { db, clock }: Context): void {
  app.post(
    '/contracts/:id/registrations',
    { config: registers, schema: { tags, params, response: { 201: StartedWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        startRegistration(tx, clock, caller, request.params.id),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.put(
    '/registrations/:id/form',
    {
      config: registers,
      schema: { tags, params, body: AmendFormWire, response: { 200: SeqWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        amendForm(tx, clock, caller, request.params.id, request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/registrations/:id/steps',
    { config: registers, schema: { tags, params, body: StepWire, response: { 201: SeqWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        takeStep(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )
}

/** The value of an outcome. @throws {Problem} */
export function accepted<Value>(outcome: Outcome<Value, RegistrationRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
