import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import type { App, Context } from '../../platform/module.ts'
import { once, orderOf } from '../../platform/once.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { recordAudit, takeBackAudit } from './audit.commands.ts'
import { auditColumns, royaltyFilterWords, statementColumns } from './audit.csv.ts'
import { allAudits, allStatements } from './audit.queries.ts'
import {
  AuditDecisionWire,
  AuditParamsWire,
  NewAuditWire,
  RoyaltyFilterWire,
} from './audit.wire.ts'
import { decideOver } from './audit-decision.commands.ts'
import { TakeBackWire } from './matching.wire.ts'
import { moneyReaders, termKeepers, writeOffDeciders } from './receivables.access.ts'
import { accepted } from './receivables.routes.ts'
import { MadeWire } from './terms.wire.ts'

const tags = ['receivables']
const config = { access: termKeepers }

/** Looks into the books of licensees, and what of royalties leaves as a sheet, over HTTP. */
export function auditRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.post(
    '/contracts/:id/royalty-audits',
    { config, schema: { tags, params, body: NewAuditWire, response: { 201: MadeWire } } },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: _order, ...given } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('royalty.audited', request.params, request.body), () =>
          recordAudit(tx, clock, caller, request.params.id, given),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/royalty-audits/:audit/take-back',
    {
      config,
      schema: { tags, params: AuditParamsWire, body: TakeBackWire, response: { 201: MadeWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: contract, audit } = request.params
      const { reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        takeBackAudit(tx, clock, caller, { contract, audit, reason }),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/contracts/:id/royalty-audits/:audit/decision',
    {
      config: { access: writeOffDeciders },
      schema: {
        ...{ tags, params: AuditParamsWire, body: AuditDecisionWire },
        response: { 201: MadeWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id: contract, audit } = request.params
      const { id: _order, ...given } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        once(tx, clock, caller, orderOf('royalty.decided', request.params, request.body), () =>
          decideOver(tx, clock, caller, { contract, audit, ...given }),
        ),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  exportRoutes(app, context, {
    path: '/royalty-statements',
    access: moneyReaders,
    filter: RoyaltyFilterWire,
    name: { zh: '许可费结算单', en: 'Royalty statements' },
    words: royaltyFilterWords,
    columns: statementColumns,
    lines: (tx, { institution }, filter) => allStatements(tx, institution, filter),
  })

  exportRoutes(app, context, {
    path: '/royalty-audits',
    access: moneyReaders,
    filter: RoyaltyFilterWire,
    name: { zh: '许可费账目审计', en: 'Royalty audits' },
    words: royaltyFilterWords,
    columns: auditColumns,
    lines: (tx, { institution }, filter) => allAudits(tx, institution, filter),
  })
}
