import type { Module } from '../../platform/module.ts'
import { checkpointTask, makeCheckpoint, setDailyCheckpoint } from './checkpoint.commands.ts'
import { checkpointRoutes } from './checkpoint.routes.ts'
import { exportLogRoutes } from './export.routes.ts'

export { proveChain } from './checkpoint.commands.ts'
export { checkpointUpTo, firstRecordedOn } from './checkpoint.queries.ts'
export { type CheckpointCheck, checkAgainst } from './checkpoint.ts'
export { InclusionProofWire } from './checkpoint.wire.ts'

/** Daily checkpoints over all chains: signed, published, and proved for each record; what left the platform. */
export const evidence: Module = {
  name: 'evidence',
  routes: (app, context) => {
    checkpointRoutes(app, context)
    exportLogRoutes(app, context)
  },
  jobs: (context) => ({
    [checkpointTask]: (tx, { institution }) => makeCheckpoint(tx, context, institution),
  }),
  found: (tx, { institution }) => setDailyCheckpoint(tx, institution, new Date(0)),
}
