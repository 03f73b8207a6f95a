import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { conflict } from '../../platform/problem.ts'
import type { Pins } from '../policies/index.ts'
import { newestPins } from '../policies/index.ts'
import { caseDesk } from './case.desk.ts'
import { moveCase } from './case.law.commands.ts'
import { movesOf, pinsIn } from './case.law.queries.ts'
import { CaseLawWire, MoveCaseWire, MovedWire } from './case.law.wire.ts'
import { caseExists } from './case.queries.ts'
import { toProblem } from './case.refusals.ts'
import { staleIn } from './case.stale.ts'
import { CaseParamsWire } from './case.wire.ts'

const tags = ['cases']

/** Who decides that what is still to come is judged by the newest revisions. */
const movers = ['legal', 'leaders', 'tto_reviewer'] as const

/** The revisions of the packs by which a case is judged. */
export function caseLawRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/cases/:id/law',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: CaseParamsWire, response: { 200: CaseLawWire } },
    },
    async (request) => {
      const { institution, ...caller } = callerOf(request)
      const { id } = request.params
      return asReader(db, { institution, ...caller }, async (tx) => {
        if (!(await caseExists(tx, institution, id))) throw notThere()
        const { law } = await caseDesk(tx, clock, institution, id)
        const pins = pinsIn(law)
        const newest = newestPins()
        const newer = Object.entries(pins)
          .filter(([pack, revision]) => (newest[pack] ?? 0) > revision)
          .map(([pack]) => ({ pack, revision: newest[pack] ?? 0 }))
        const moves = (await movesOf(tx, institution, id)).map((move) => ({
          since: move.since,
          name: move.byName,
          reason: move.reason,
          packs: named(move.revisions),
        }))
        const stale = newer.length > 0 ? await staleIn(tx, clock, institution, id) : []
        const deciders = [...movers]
        return { law: law.id, hash: law.hash, packs: named(pins), newer, stale, deciders, moves }
      })
    },
  )

  app.post(
    '/cases/:id/law',
    {
      config: { access: [...movers] },
      schema: { tags, params: CaseParamsWire, body: MoveCaseWire, response: { 200: MovedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        moveCase(tx, clock, caller, request.params.id, request.body.reason),
      )
      if (outcome.kind === 'accepted') return outcome.value
      if (outcome.refusal.code === 'case-not-found') throw notThere()
      throw conflict('law-is-newest', {
        zh: '该项目已适用最新修订版，无需变更。',
        en: 'This case is judged by the newest revisions already.',
      })
    },
  )
}

const named = (pins: Pins) => Object.entries(pins).map(([pack, revision]) => ({ pack, revision }))

const notThere = () => toProblem({ kind: 'refused', code: 'case-not-found' })
