import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asAttachment } from '../../platform/csv.ts'
import { asReader } from '../../platform/database.ts'
import { langOf } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import { notFound } from '../../platform/problem.ts'
import { chainOf } from '../../platform/register.ts'
import { contractsCsv } from './contract.csv.ts'
import { allContracts, contractOf, listContracts } from './contract.queries.ts'
import { contractRegister } from './contract.table.ts'
import {
  ContractFilterWire,
  ContractPageWire,
  ContractParamsWire,
  ContractQueryWire,
  ContractWire,
  HistoryWire,
} from './contract.wire.ts'

const tags = ['contracts']

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

/** The register of contracts over HTTP: parse, call, answer. */
export function contractRoutes(app: App, { db }: Context): void {
  app.get(
    '/contracts',
    {
      config: { access: readers },
      schema: { tags, querystring: ContractQueryWire, response: { 200: ContractPageWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => listContracts(tx, caller.institution, request.query))
    },
  )

  app.get(
    '/contracts.csv',
    {
      config: { access: readers },
      schema: {
        tags,
        querystring: ContractFilterWire,
        produces: ['text/csv'],
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const rows = await asReader(db, caller, (tx) =>
        allContracts(tx, caller.institution, request.query),
      )
      const lang = langOf(request)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', asAttachment(lang === 'zh' ? '合同.csv' : 'contracts.csv'))
        .send(contractsCsv(rows, lang))
    },
  )

  app.get(
    '/contracts/:id',
    {
      config: { access: readers },
      schema: { tags, params: ContractParamsWire, response: { 200: ContractWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) => contractOf(tx, caller.institution, id))
      if (found) return found
      throw notThere()
    },
  )

  app.get(
    '/contracts/:id/history',
    {
      config: { access: readers },
      schema: { tags, params: ContractParamsWire, response: { 200: HistoryWire } },
    },
    (request) => {
      const caller = callerOf(request)
      const { institution } = caller
      const { id } = request.params
      return asReader(db, caller, async (tx) => {
        if (!(await contractOf(tx, institution, id))) throw notThere()
        return historyOf(tx, { institution, name: chainOf(contractRegister, id) })
      })
    },
  )
}

function notThere() {
  return notFound({ zh: '没有这份合同。', en: 'There is no such contract.' })
}
