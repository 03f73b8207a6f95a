import type { Module } from '../../platform/module.ts'
import { serviceContractRoutes } from './service-contract.routes.ts'

/** Commissioned work (三技): its sums, and what of it may count in appraisals. */
export const serviceContracts: Module = {
  name: 'service-contracts',
  routes: serviceContractRoutes,
}
