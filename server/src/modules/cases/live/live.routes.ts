import { z } from 'zod'
import { callerOf } from '../../../platform/access.ts'
import { openBells } from '../../../platform/bells.ts'
import { asCaller, asReader, type Tx } from '../../../platform/database.ts'
import { eventStreams } from '../../../platform/event-stream.ts'
import type { App, Context } from '../../../platform/module.ts'
import { isSessionOpen } from '../../../platform/session.ts'
import { caseExists, entriesOf } from '../case.queries.ts'
import { toProblem } from '../case.refusals.ts'
import { CaseParamsWire } from '../case.wire.ts'
import { toEntries } from '../procedure.ts'
import { bellOf, bePresent, othersIn } from './live.commands.ts'
import { NewsWire, PresenceWire } from './live.wire.ts'

const tags = ['cases']

/**
 * Who else has a case open, and what they recorded meanwhile.
 *
 * A page says where it stands every twenty seconds and is answered with what is new; the stream only
 * tells it to ask at once. So a page whose stream does not come through is late, and misses nothing.
 */
export function liveRoutes(app: App, context: Context): void {
  const { db, clock, config } = context
  const bells = openBells(db)
  const streams = eventStreams(app)
  app.addHook('onClose', () => bells.close())

  app.post(
    '/cases/:id/presence',
    {
      config: { access: 'signedIn', isByItself: true },
      schema: { tags, params: CaseParamsWire, body: PresenceWire, response: { 200: NewsWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      const { id } = request.params
      const { page, since, act = null, leaves } = request.body
      return asCaller(db, caller, async (tx) => {
        await mustExist(tx, institution, id)
        await bePresent(tx, clock, { institution, id, page, person }, { act, leaves })
        const [entries, present] = await Promise.all([
          entriesOf(tx, institution, id),
          othersIn(tx, clock, institution, id, person),
        ])
        const changed = toEntries(entries)
          .slice(since)
          .map(({ seq, type, on, at, by }) => ({ seq, type, on, at, by: by.name }))
        return { seq: entries.length, changed, present }
      })
    },
  )

  app.get(
    '/cases/:id/live',
    {
      config: { access: 'signedIn', isByItself: true },
      // A stream has no place in a description of questions and answers.
      schema: { hide: true, params: CaseParamsWire, response: { 200: z.string() } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { institution, person } = caller
      const { id } = request.params
      await asReader(db, caller, (tx) => mustExist(tx, institution, id))
      const hash = request.session?.tokenHash ?? ''
      let stop: (() => void) | undefined
      const stream = streams.open(reply, {
        person,
        goesOn: () => isSessionOpen(db, clock, config.signIn, hash),
        ended: () => stop?.(),
      })
      stop = bells.hear(bellOf(institution, id), () => stream.send('news'))
      return reply
    },
  )
}

async function mustExist(tx: Tx, institution: string, id: string): Promise<void> {
  if (!(await caseExists(tx, institution, id))) {
    throw toProblem({ kind: 'refused', code: 'case-not-found' })
  }
}
