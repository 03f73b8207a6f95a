import './signature.table.ts'
import type { Module } from '../../platform/module.ts'
import { signatureTasks } from './signature.commands.ts'
import { problems } from './signature.refusals.ts'
import { signatureRoutes } from './signature.routes.ts'

/** Electronic signatures in the files of contracts, and whose certificates the institution trusts. */
export const signatures: Module = {
  name: 'signatures',
  problems,
  routes: signatureRoutes,
  jobs: signatureTasks,
}
