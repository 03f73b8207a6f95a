import './paper.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './paper.refusals.ts'
import { paperRoutes } from './paper.routes.ts'
import { printableListRoutes, printableRoute } from './printable.routes.ts'
import { lists, sources } from './sources.ts'

export { insertMade } from './paper.queries.ts'
export { docxOf } from './rendering/docx.ts'
export { print } from './rendering/print.ts'

/** Papers made from the facts of cases and of registers, and the templates of institutions' own. */
export const papers: Module = {
  name: 'papers',
  problems,
  routes: (app, context) => {
    paperRoutes(app, context)
    for (const source of sources) printableRoute(app, context, source)
    for (const list of lists) printableListRoutes(app, context, list)
  },
}
