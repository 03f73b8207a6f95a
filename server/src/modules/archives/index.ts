import type { Module } from '../../platform/module.ts'
import { expireArchive, expireTask, makeArchive, makeTask } from './archive.commands.ts'
import { archiveProblems } from './archive.refusals.ts'
import { archiveRoutes } from './archive.routes.ts'

export {
  ArchiveRefused,
  expectKey,
  expectNoNewer,
  keysFor,
  type OpenArchive,
  openArchive,
  verifyArchive,
} from './open-archive.ts'
export { shortestPassphrase } from './passphrase.ts'
export { restoreArchive } from './restore-archive.ts'
export { writeArchive } from './write-archive.ts'

/** Everything of an institution as one file: out of this platform, and into another. */
export const archives: Module = {
  name: 'archives',
  routes: archiveRoutes,
  problems: archiveProblems,
  jobs: (context) => ({
    [makeTask]: (_tx, job) => makeArchive(context, job),
    [expireTask]: (tx, job) => expireArchive(tx, context, job),
  }),
}
