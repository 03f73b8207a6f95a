import type { Printable } from '../../platform/printable.ts'
import { statementPaper } from './statement.paper.ts'
import { personNamed } from './statement.queries.ts'
import { statementOf } from './statement.view.ts'

/** The statement of a person: for themselves, for finance and for audit; for others there is none. */
export const statementPapers: readonly Printable[] = [
  {
    path: '/people/:id/statement',
    tag: 'rewards',
    access: 'signedIn',
    composed: async (tx, caller, { id, clock }) => {
      const reads = ['finance', 'auditor'].some((role) => caller.roles.includes(role))
      if (id !== caller.person && !reads) return undefined
      if (!(await personNamed(tx, caller.institution, id))) return undefined
      return statementPaper(await statementOf(tx, clock, caller, id), clock.today())
    },
  },
]
