import { callerOf } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { changeProfile } from './institution.commands.ts'
import { profileOf } from './institution.queries.ts'
import { chainOf } from './institution.table.ts'
import { provinces } from './institution.ts'
import { ChangeInstitutionWire, InstitutionWire, ProvincesWire } from './institution.wire.ts'

const tags = ['institution']

/** The caller's own institution over HTTP. */
export function institutionRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/institution',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: InstitutionWire } } },
    async (request) => {
      const caller = callerOf(request)
      const id = caller.institution
      return await asReader(db, caller, async (tx) => {
        const { seq } = await headOf(tx, chainOf(id))
        return { id, seq, ...(await profileOf(tx, id)) }
      })
    },
  )

  app.patch(
    '/institution',
    {
      config: { access: ['admin'] },
      schema: { tags, body: ChangeInstitutionWire, response: { 200: InstitutionWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { expectedSeq, ...wanted } = request.body
      return await asCaller(db, caller, async (tx) => {
        const seq = await changeProfile(tx, clock, caller, wanted, expectedSeq)
        const id = caller.institution
        return { id, seq, ...(await profileOf(tx, id)) }
      })
    },
  )

  app.get(
    '/institution/history',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: HistoryWire } } },
    async (request) => {
      const caller = callerOf(request)
      return await asReader(db, caller, (tx) => historyOf(tx, chainOf(caller.institution)))
    },
  )

  app.get(
    '/provinces',
    { config: { access: 'signedIn' }, schema: { tags, response: { 200: ProvincesWire } } },
    async () => Object.entries(provinces).map(([code, name]) => ({ code, name })),
  )
}
