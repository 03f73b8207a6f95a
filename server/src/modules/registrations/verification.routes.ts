import { callerOf } from '../../platform/access.ts'
import { asCaller } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { approvers, drawers } from './registration.access.ts'
import { accepted } from './registration.routes.ts'
import {
  NewVerificationWire,
  StartedWire,
  VerificationParamsWire,
  VerifiedWire,
  VoidVerificationWire,
} from './registration.wire.ts'
import {
  approveVerification,
  drawVerification,
  verifyIncome,
  voidVerification,
} from './verification.commands.ts'

const tags = ['registrations']
const draws = { access: drawers }

/** Technology income and its verification over HTTP. */
export function verificationRoutes(app: App, { db, clock }: Context): void {
  const of = ({ id, verification }: { id: string; verification: string }) => ({
    registration: id,
    verification,
  })

  app.post(
    '/registrations/:id/verifications',
    {
      config: draws,
      schema: { tags, params, body: NewVerificationWire, response: { 201: StartedWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        drawVerification(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/registrations/:id/verifications/:verification/approve',
    {
      config: { access: approvers },
      schema: { tags, params: VerificationParamsWire, response: { 200: StartedWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        approveVerification(tx, clock, caller, of(request.params)),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/registrations/:id/verifications/:verification/verify',
    {
      config: draws,
      schema: {
        ...{ tags, params: VerificationParamsWire, body: VerifiedWire },
        response: { 200: StartedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        verifyIncome(tx, clock, caller, of(request.params), request.body),
      )
      return accepted(outcome)
    },
  )

  app.post(
    '/registrations/:id/verifications/:verification/void',
    {
      config: draws,
      schema: {
        ...{ tags, params: VerificationParamsWire, body: VoidVerificationWire },
        response: { 200: StartedWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        voidVerification(tx, clock, caller, of(request.params), request.body.reason),
      )
      return accepted(outcome)
    },
  )
}
