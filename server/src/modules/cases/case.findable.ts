import { makeFindable } from '../../platform/findable.ts'
import type { FindAnew } from '../../platform/search.ts'
import { caseDesk } from './case.desk.ts'
import { caseLine, entriesOf } from './case.queries.ts'
import { caseFoundBy, replayed, toEntries } from './procedure.ts'

/** Makes cases findable by what their records say. */
export const findCasesAnew: FindAnew = async (tx, clock, institution, ids) => {
  for (const id of ids) {
    const line = await caseLine(tx, institution, id)
    if (!line) continue
    const desk = await caseDesk(tx, clock, institution, id)
    const entries = toEntries(await entriesOf(tx, institution, id))
    const after = replayed(desk, entries, clock.today())
    await makeFindable(tx, institution, 'case', [{ id, ...caseFoundBy(after, line.number) }])
  }
}
