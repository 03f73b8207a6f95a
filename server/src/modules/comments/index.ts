import './comment.table.ts'
import type { Module } from '../../platform/module.ts'
import { problems } from './comment.refusals.ts'
import { commentRoutes } from './comment.routes.ts'

export {
  type Commentable,
  commentFor,
  type Mentioned,
  readersFor,
  say,
  strike,
} from './comment.commands.ts'
export { commentableIn } from './comment.routes.ts'
export { maskedNumbers } from './comment.ts'

/** What people say to each other about records; no part of the legal record. */
export const comments: Module = { name: 'comments', routes: commentRoutes, problems }
