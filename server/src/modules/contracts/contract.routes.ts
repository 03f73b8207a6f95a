import type { Role } from '../../platform/access.ts'
import type { App, Context } from '../../platform/module.ts'
import { readRoutes } from '../../platform/register-routes.ts'
import { contractColumns } from './contract.csv.ts'
import { allContracts, contractOf, listContracts } from './contract.queries.ts'
import { toProblem } from './contract.refusals.ts'
import { contractRegister } from './contract.table.ts'
import {
  ContractFilterWire,
  ContractPageWire,
  ContractQueryWire,
  ContractWire,
} from './contract.wire.ts'

/** Prices and parties are for those who work on deals, pay, decide or check. */
export const readers: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'auditor',
  'admin',
  'platform_company',
]

/** The register of contracts over HTTP. */
export function contractRoutes(app: App, context: Context): void {
  readRoutes(app, context, {
    register: contractRegister,
    path: '/contracts',
    access: readers,
    wire: {
      query: ContractQueryWire,
      filter: ContractFilterWire,
      page: ContractPageWire,
      one: ContractWire,
    },
    list: listContracts,
    all: allContracts,
    one: contractOf,
    columns: contractColumns,
    name: { zh: '合同', en: 'contracts' },
    missing: () => toProblem({ code: 'no-such-contract', facts: {} }),
  })
}
