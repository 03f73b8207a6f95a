import './vat.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './vat.refusals.ts'
import { vatRoutes } from './vat.routes.ts'

export { vatMoney } from './vat.queries.ts'

/** The value added tax of invoices: what is owed month by month, and what became of it. */
export const vat: Module = { name: 'vat', problems, routes: vatRoutes }
