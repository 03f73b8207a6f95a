import './paper.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './paper.refusals.ts'
import { paperRoutes } from './paper.routes.ts'

/** Papers made from the facts of cases, and the templates institutions make for themselves. */
export const papers: Module = { name: 'papers', problems, routes: paperRoutes }
