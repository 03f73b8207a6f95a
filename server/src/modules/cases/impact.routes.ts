import type { Day } from '@yizhuan/kit'
import type { Assessment } from '@yizhuan/law'
import { callerOf } from '../../platform/access.ts'
import { asReader, type Tx } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { type Ground, groundOf, groundWith, type Pins } from '../policies/index.ts'
import { pinsOf } from './case.law.queries.ts'
import { caseLine, entriesOf, openCases } from './case.queries.ts'
import { impactOf } from './impact.ts'
import { ImpactQuestionWire, ImpactWire } from './impact.wire.ts'
import { replayed, toEntries } from './procedure.ts'

/** `POST /cases/impact`: what a rule or reading would change in the open cases; it writes nothing. */
export function impactRoutes(app: App, { db, clock }: Context): void {
  app.post(
    '/cases/impact',
    {
      config: { access: 'signedIn', rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: { tags: ['cases'], body: ImpactQuestionWire, response: { 200: ImpactWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const today = clock.today()
      const { from, ...question } = request.body
      const asOf = (from !== undefined && from > today ? from : today) as Day
      return await asReader(db, caller, async (tx) => {
        const { institution } = caller
        const trial = { ...question, ...(from !== undefined && { from: from as Day }) }
        // What cannot be proposed is refused even where no case is open.
        await groundWith(tx, institution, today, trial)
        const grounds = groundsBy(async (pins) => [
          await groundOf(tx, institution, today, pins),
          await groundWith(tx, institution, today, trial, pins),
        ])
        const ids = await openCases(tx, institution)
        const cases = []
        for (const id of ids) {
          const both = await grounds(await pinsOf(tx, institution, id, today))
          const changes = await changesIn(tx, institution, id, asOf, both)
          const line = changes.length > 0 ? await caseLine(tx, institution, id) : undefined
          if (line) cases.push({ id, number: line.number, title: line.title, changes })
        }
        return { asOf, looked: ids.length, cases }
      })
    },
  )
}

type Both = readonly [Ground, Ground]

/** Cases of one opening time are judged by the same revisions: their grounds are made once. */
function groundsBy(make: (pins: Pins) => Promise<Both>): (pins: Pins) => Promise<Both> {
  const made = new Map<string, Promise<Both>>()
  return (pins) => {
    const key = JSON.stringify(pins)
    const both = made.get(key) ?? make(pins)
    made.set(key, both)
    return both
  }
}

/** What the norms would say differently of one case on another ground. */
export async function changesIn(tx: Tx, institution: string, id: string, asOf: Day, grounds: Both) {
  const entries = toEntries(await entriesOf(tx, institution, id))
  const [before, after] = grounds.map((ground) => replayed(ground, entries, asOf).assessment)
  return impactOf(before as Assessment, after as Assessment).map(({ cite, ...change }) => ({
    ...change,
    cite: cite && { ...cite },
  }))
}
