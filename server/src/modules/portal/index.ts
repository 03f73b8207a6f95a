import type { Module } from '../../platform/module.ts'
import { problems } from './notice.refusals.ts'
import { noticeRoutes } from './notice.routes.ts'

/** What the public reads and writes without an account. */
export const portal: Module = { name: 'portal', routes: noticeRoutes, problems }
