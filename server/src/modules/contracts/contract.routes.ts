import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { badField } from '../../platform/problem.ts'
import { type FiledRegister, recordFileRoutes } from '../../platform/record-files.routes.ts'
import { RecordParamsWire, readRoutes } from '../../platform/register-routes.ts'
import { amendContract, tellSignedFiles } from './contract.commands.ts'
import { contractColumns } from './contract.csv.ts'
import { contractEditable } from './contract.editable.ts'
import { allContracts, contractOf, listContracts } from './contract.queries.ts'
import { toProblem } from './contract.refusals.ts'
import { contractRegister } from './contract.table.ts'
import {
  ContractFilterWire,
  ContractPageWire,
  ContractQueryWire,
  ContractScopeWire,
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
    editable: contractEditable,
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
    missing,
  })
  scopeRoute(app, context)
  recordFileRoutes(app, context, {
    ...contractFiles,
    path: '/contracts',
    access: readers,
    writers: ['tto_negotiator', 'tto_reviewer', 'finance', 'legal'],
  })
}

const missing = () => toProblem({ code: 'no-such-contract', facts: {} })

/** How evidence is filed with contracts. */
export const contractFiles: Pick<FiledRegister, 'register' | 'has' | 'missing' | 'filed'> = {
  register: contractRegister,
  has: async (tx, institution, id) => (await contractOf(tx, institution, id)) !== undefined,
  missing,
  filed: tellSignedFiles,
}

/** Writes down what a contract grants; a case says who signed it at what price, and not this. */
function scopeRoute(app: App, { db, clock }: Context): void {
  app.put(
    '/contracts/:id/scope',
    {
      config: { access: ['tto_negotiator', 'tto_reviewer', 'legal'] },
      schema: {
        tags: ['contracts'],
        params: RecordParamsWire,
        body: ContractScopeWire,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { reason, expectedSeq, ...fields } = request.body
      if (fields.termFrom !== null && fields.termTo !== null && fields.termTo < fields.termFrom) {
        throw badField('#/termTo', 'term-ends-before', {
          zh: '期限止不得早于期限起。',
          en: 'A term does not end before it begins.',
        })
      }
      await asCaller(db, caller, async (tx) => {
        if (!(await contractOf(tx, caller.institution, id))) throw missing()
        const order = { fields, achievements: [], reason, expectedSeq }
        await amendContract(tx, clock, caller, id, order)
      })
      return reply.code(204).send(null)
    },
  )
}
