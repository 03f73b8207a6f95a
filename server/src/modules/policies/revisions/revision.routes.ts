import { callerOf } from '../../../platform/access.ts'
import { asReader } from '../../../platform/database.ts'
import type { App, Context } from '../../../platform/module.ts'
import { notFound } from '../../../platform/problem.ts'
import { recordedRevisions } from '../packs/packs.ts'
import { amendmentsOnTheWay } from './amendment.queries.ts'
import { releaseRecorded } from './revision.commands.ts'
import { historyOf, keeperName, keepsLaw, refreshRevisions } from './revision.queries.ts'
import { packsShown } from './revision.view.ts'
import { PackListWire, RevisionContentWire, RevisionParamsWire } from './revision.wire.ts'

const tags = ['law']
const access = 'signedIn' as const

/** The revisions of the law packs, for everybody to read. */
export function revisionRoutes(app: App, { db, clock }: Context): void {
  // Reading the packs takes seconds on a slow machine: a start does not wait for it. Until they are
  // recorded the files themselves are law, which is the same.
  let recording: Promise<void> | undefined
  app.addHook('onReady', async () => {
    recording = releaseRecorded(db, clock).catch((error: unknown) => app.log.error(error))
  })
  app.addHook('onClose', () => recording ?? Promise.resolve())

  app.get(
    '/law/revisions',
    { config: { access }, schema: { tags, response: { 200: PackListWire } } },
    async (request) => {
      const caller = callerOf(request)
      await releaseRecorded(db, clock)
      return asReader(db, caller, async (tx) => {
        await refreshRevisions(tx)
        const isOfficer = caller.roles.includes('policy_officer')
        const mayAmend = isOfficer && (await keepsLaw(tx, caller.institution))
        const onTheWay = mayAmend ? await amendmentsOnTheWay(tx, caller.institution) : []
        const items = packsShown(await historyOf(tx), onTheWay)
        return { keeper: await keeperName(tx), mayAmend, items }
      })
    },
  )

  app.get(
    '/law/revisions/:pack/:revision',
    {
      config: { access },
      schema: { tags, params: RevisionParamsWire, response: { 200: RevisionContentWire } },
    },
    async (request, reply) => {
      const { pack, revision } = request.params
      await releaseRecorded(db, clock)
      await asReader(db, callerOf(request), refreshRevisions)
      const found = recordedRevisions().find(
        (one) => one.pack === pack && one.revision === revision,
      )
      if (!found) throw notFound({ zh: '没有这个修订版。', en: 'There is no such revision.' })
      return reply
        .header('content-disposition', `attachment; filename="${pack}@r${revision}.json"`)
        .send({ ...found.content })
    },
  )
}
