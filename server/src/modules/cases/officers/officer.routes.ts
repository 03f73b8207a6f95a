import type { Outcome } from '@yizhuan/kit'
import { callerOf, mayUse } from '../../../platform/access.ts'
import { asCaller, asReader, type Tx } from '../../../platform/database.ts'
import { HistoryWire } from '../../../platform/history.schema.ts'
import { historyOf } from '../../../platform/history.ts'
import type { App, Context } from '../../../platform/module.ts'
import { writers } from '../case.access.ts'
import { caseExists } from '../case.queries.ts'
import { CaseParamsWire } from '../case.wire.ts'
import { foreseeHandover, handOver, handoverChain, handoverVeil } from './handover.commands.ts'
import { nameOfficers, officersChain } from './officer.commands.ts'
import { loads, officersOf, staffOf } from './officer.queries.ts'
import { toProblem } from './officer.refusals.ts'
import { canBeOfficer, checkGiving, type OfficerRefusals } from './officer.ts'
import {
  ForeseeHandoverWire,
  HandedOverWire,
  HandoverPlanWire,
  HandoverWire,
  NamedWire,
  NameOfficersWire,
  OfficersWire,
  StaffWire,
} from './officer.wire.ts'

const tags = ['officers']

/** Who reads how cases went from hand to hand. */
const onlookers = [
  'tto_negotiator',
  'tto_reviewer',
  'leaders',
  'admin',
  'discipline',
  'auditor',
] as const

/** Who answers for a case, and the hand-over of a person's cases. */
export function officerRoutes(app: App, context: Context): void {
  staffRoutes(app, context)
  caseRoutes(app, context)
  handoverRoutes(app, context)
}

function staffRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/officers',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: StaffWire } } },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => readStaff(tx, caller.institution, clock.today()))
    },
  )
}

async function readStaff(
  tx: Tx,
  institution: string,
  today: Parameters<typeof staffOf>[2],
): Promise<StaffWire> {
  const [staff, carried] = await Promise.all([
    staffOf(tx, institution, today),
    loads(tx, institution),
  ])
  const items = staff
    .map((one) => ({
      person: one.person,
      name: one.name,
      roles: [...one.roles],
      lead: carried.get(one.person)?.lead ?? 0,
      support: carried.get(one.person)?.support ?? 0,
      canBeOfficer: canBeOfficer(one),
    }))
    .filter((one) => one.canBeOfficer || one.lead + one.support > 0)
  const stranded = items
    .filter((one) => !one.canBeOfficer)
    .map(({ person, name, lead, support }) => ({ person, name, cases: lead + support }))
  return { items, stranded }
}

function caseRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/cases/:id/officers',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: CaseParamsWire, response: { 200: OfficersWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        await mustExist(tx, institution, id)
        const [officers, staff] = await Promise.all([
          officersOf(tx, institution, id),
          staffOf(tx, institution, clock.today()),
        ])
        const able = new Set(staff.filter(canBeOfficer).map(({ person }) => person))
        const lead = officers.find(({ part }) => part === 'lead')?.person
        const others = { person: '', pointer: '' }
        const may = mayUse(caller, writers) && checkGiving(staff, caller, lead, others)
        return {
          items: officers.map((one) => ({ ...one, isGone: !able.has(one.person) })),
          mayName: may !== false && may.kind === 'accepted',
        }
      })
    },
  )

  app.post(
    '/cases/:id/officers',
    {
      // Who works on cases at all; whether the case is theirs to give is decided by `checkGiving`.
      config: { access: writers },
      schema: {
        tags,
        params: CaseParamsWire,
        body: NameOfficersWire,
        response: { 200: NamedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      return accepted(
        await asCaller(db, caller, (tx) => nameOfficers(tx, clock, caller, id, request.body)),
      )
    },
  )

  app.get(
    '/cases/:id/officers/history',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: CaseParamsWire, response: { 200: HistoryWire } },
    },
    (request) => {
      const { institution, ...caller } = callerOf(request)
      const { id } = request.params
      return asReader(db, { institution, ...caller }, async (tx) => {
        await mustExist(tx, institution, id)
        return historyOf(tx, { institution, name: officersChain(id) })
      })
    },
  )
}

function handoverRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/handovers/preview',
    {
      config: { access: writers },
      schema: { tags, body: ForeseeHandoverWire, response: { 200: HandoverPlanWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const foreseen = accepted(
        await asReader(db, caller, (tx) => foreseeHandover(tx, clock, caller, request.body)),
      )
      return {
        items: foreseen.map(({ bars, ...item }) => ({
          ...item,
          bars: bars.map(({ act, label, norms }) => ({
            act,
            label,
            norms: norms.map(({ norm, title, cites }) => ({ norm, title, cites: [...cites] })),
          })),
        })),
      }
    },
  )

  app.post(
    '/handovers',
    {
      config: { access: writers },
      schema: { tags, body: HandoverWire, response: { 201: HandedOverWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) => handOver(tx, clock, caller, request.body))
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.get(
    '/handovers',
    {
      config: { access: onlookers },
      schema: { tags, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const chain = { institution: caller.institution, name: handoverChain }
      return asReader(db, caller, (tx) =>
        historyOf(tx, chain, (entries) => handoverVeil(tx, caller.institution, entries)),
      )
    },
  )
}

async function mustExist(tx: Tx, institution: string, id: string): Promise<void> {
  if (!(await caseExists(tx, institution, id))) {
    throw toProblem({ code: 'case-not-found', facts: {} })
  }
}

function accepted<Value>(outcome: Outcome<Value, OfficerRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
