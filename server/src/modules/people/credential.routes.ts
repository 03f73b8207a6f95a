import type { Outcome } from '@yizhuan/kit'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import type { App, Context } from '../../platform/module.ts'
import { asReadBy } from './credential.access.ts'
import { annulCredential, type CredentialRefusals, enterCredential } from './credential.commands.ts'
import { credentialsOf } from './credential.queries.ts'
import { toProblem } from './credential.refusals.ts'
import {
  AnnulCredentialWire,
  CredentialEnteredWire,
  CredentialParamsWire,
  CredentialsWire,
  NewCredentialWire,
} from './credential.wire.ts'
import { PersonParamsWire } from './person.wire.ts'

const tags = ['people']
const writers: readonly Role[] = ['admin', 'tto_reviewer']

/** Training and certificates over HTTP: who is fit for the work of transfer, and until when. */
export function credentialRoutes(app: App, { db, clock }: Context): void {
  app.get(
    '/people/:id/credentials',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: PersonParamsWire, response: { 200: CredentialsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const found = await asReader(db, caller, (tx) =>
        credentialsOf(tx, caller.institution, [id], clock.today()),
      )
      return { items: asReadBy(caller, id, found.get(id) ?? []) }
    },
  )

  app.post(
    '/people/:id/credentials',
    {
      config: { access: writers },
      schema: {
        tags,
        params: PersonParamsWire,
        body: NewCredentialWire,
        response: { 201: CredentialEnteredWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterCredential(tx, clock, caller, request.params.id, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/people/:id/credentials/:credential/annul',
    {
      config: { access: writers },
      schema: {
        tags,
        params: CredentialParamsWire,
        body: AnnulCredentialWire,
        response: { 200: CredentialEnteredWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id, credential } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        annulCredential(tx, clock, caller, id, credential, request.body.reason),
      )
      return accepted(outcome)
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, CredentialRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
