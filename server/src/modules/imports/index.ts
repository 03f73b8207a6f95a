import './import.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './import.refusals.ts'
import { importRoutes } from './import.routes.ts'
import { correctProblems } from './to-correct.refusals.ts'
import { undoProblems } from './undo.refusals.ts'

export { type Confirmed, confirmImport } from './confirm.commands.ts'
export { discardImport, uploadLedger } from './import.commands.ts'
export { importOf } from './import.queries.ts'
export { readPatentList } from './patent-list.ts'
export { type PlainRow, type PlainSheet, readPlainRows } from './plain-rows.ts'
export { previewLedger } from './preview.ts'
export { noneOfEach } from './table-row.ts'
export { overLimit } from './workbook.refusals.ts'
export { workbookLimitBytes } from './workbook.ts'

/** Imports of the ledgers a hospital keeps in workbooks. */
export const imports: Module = {
  name: 'imports',
  routes: importRoutes,
  problems: { ...problems, ...undoProblems, ...correctProblems },
}
