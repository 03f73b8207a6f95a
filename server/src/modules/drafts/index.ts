import './draft.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './draft.refusals.ts'
import { draftRoutes } from './draft.routes.ts'

export { forgetDraft } from './draft.queries.ts'

/** Forms that were begun and not sent. */
export const drafts: Module = { name: 'drafts', problems, routes: draftRoutes }
