import type { z } from 'zod'
import { type Printable, type PrintableList, refuseTooLong } from '../../platform/printable.ts'
import { statementPaper, yearPaper } from './statement.paper.ts'
import { readableStatement } from './statement.view.ts'
import { YearQueryWire, yearWords } from './statement.wire.ts'

/** The statement of a person: for themselves, for finance and for audit; for others there is none. */
export const statementPapers: readonly Printable[] = [
  {
    path: '/people/:id/statement',
    tag: 'rewards',
    access: 'signedIn',
    composed: async (tx, caller, { id, clock }) => {
      return statementPaper(await readableStatement(tx, clock, caller, id), clock.today())
    },
  },
]

/** What moved in one year, to be signed. */
export const yearPapers: PrintableList<z.output<typeof YearQueryWire>> = {
  path: '/year-statement',
  tag: 'rewards',
  access: 'signedIn',
  filter: YearQueryWire,
  name: yearWords,
  isPersonal: true,
  composed: async (tx, caller, { year, person = caller.person }, clock) => {
    const told = await readableStatement(tx, clock, caller, person)
    const rows = told.movements.filter(({ on }) => on.startsWith(year)).length
    refuseTooLong(rows)
    return { paper: yearPaper(told, year, clock.today()), rows }
  },
}
