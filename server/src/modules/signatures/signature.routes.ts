import type { Outcome } from '@yizhuan/kit'
import { callerOf, mayUse, type Role } from '../../platform/access.ts'
import { asCaller, asReader, type Caller, type Tx } from '../../platform/database.ts'
import { storedFiles } from '../../platform/files.queries.ts'
import type { App, Context } from '../../platform/module.ts'
import { RecordParamsWire as params } from '../../platform/register-routes.ts'
import { contractOf, contractReaders } from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import { asksOf } from './asks.ts'
import { checkFile } from './check.ts'
import { contentOf, enterAuthority, keepCheck, retireAuthority } from './signature.commands.ts'
import {
  authoritiesOf,
  checksOf,
  decidedOn,
  filesOfContract,
  listChangedAt,
  trustedBy,
} from './signature.queries.ts'
import { type SignatureRefusals, toProblem } from './signature.refusals.ts'
import {
  AuthoritiesWire,
  AuthorityParamsWire,
  CheckFileWire,
  ContractSignaturesWire,
  EnterAuthorityWire,
  EnteredAuthorityWire,
  RetireAuthorityWire,
} from './signature.wire.ts'

const tags = ['signatures']

/** Whoever files the signed text has it checked. */
const checkers: readonly Role[] = ['tto_negotiator', 'tto_reviewer', 'finance', 'legal']
/** Whom the institution trusts its administrator enters. */
const keepers: readonly Role[] = ['admin']

/** Signatures of contracts and the authorities behind them, over HTTP. */
export function signatureRoutes(app: App, context: Context): void {
  checking(app, context)
  trusting(app, context)
}

function checking(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/contracts/:id/signatures',
    {
      config: { access: contractReaders },
      schema: { tags, params, response: { 200: ContractSignaturesWire } },
    },
    (request) => {
      const caller = callerOf(request)
      return asReader(db, caller, (tx) => signaturesOf(tx, caller, request.params.id, clock.now()))
    },
  )

  app.post(
    '/contracts/:id/signatures',
    {
      config: { access: checkers },
      schema: { tags, params, body: CheckFileWire, response: { 201: EnteredAuthorityWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const { sha256 } = request.body
      const look = (tx: Tx) => fileToCheck(tx, caller, id, sha256)
      const trusted = await asReader(db, caller, async (tx) => {
        await look(tx)
        return trustedBy(tx, caller.institution)
      })
      const content = await contentOf(context, sha256)
      if (!content) throw toProblem({ code: 'no-such-file', facts: {} })
      const found = checkFile(content, trusted, clock.now())
      const kept = await asCaller(db, caller, async (tx) =>
        // Looked at again: meanwhile it may have been withdrawn.
        keepCheck(tx, clock, caller, id, await look(tx), found),
      )
      return reply.code(201).send(kept)
    },
  )
}

async function fileToCheck(tx: Tx, { institution }: Caller, contract: string, sha256: string) {
  if (!(await contractOf(tx, institution, contract))) throw toProblem(noContract)
  const file = (await filesOfContract(tx, institution, contract)).find(
    (one) => one.sha256 === sha256,
  )
  const [open] = file ? await storedFiles(tx, institution, [sha256]) : []
  if (!file || !open) throw toProblem({ code: 'no-such-file', facts: {} })
  return file
}

const noContract = { code: 'no-such-contract', facts: {} } as const

async function signaturesOf(
  tx: Tx,
  caller: Caller,
  id: string,
  now: Date,
): Promise<ContractSignaturesWire> {
  const { institution } = caller
  const contract = await contractOf(tx, institution, id)
  if (!contract) throw toProblem(noContract)
  const [named, checks, changedAt, decided, trusted, { name }] = await Promise.all([
    filesOfContract(tx, institution, id),
    checksOf(tx, institution, id),
    listChangedAt(tx, institution),
    decidedOn(tx, institution, id),
    trustedBy(tx, institution),
    profileOf(tx, institution),
  ])
  const { counterparty, counterpartyUscc, parties, signedOn, noticeTo } = contract
  const signers = [
    { name, uscc: null },
    ...(counterparty === null ? [] : [{ name: counterparty, uscc: counterpartyUscc }]),
    ...parties,
  ]
  const agreed = {
    parties: signers.filter((one, at) => signers.findIndex((it) => it.name === one.name) === at),
    ...{ signedOn, noticeTo, decidedOn: decided },
  }
  return {
    files: named.map((file) => {
      const own = checks.filter(({ sha256 }) => sha256 === file.sha256)
      const [newest] = own
      const held = newest && { at: new Date(newest.at), signatures: newest.signatures }
      return { ...file, checks: own, asks: held ? asksOf(agreed, held, now, changedAt) : [] }
    }),
    mayCheck: mayUse(caller, checkers),
    authorities: trusted.length,
  }
}

function trusting(app: App, { db, clock }: Context): void {
  app.get(
    '/trusted-authorities',
    {
      config: { access: contractReaders },
      schema: { tags, response: { 200: AuthoritiesWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const items = await asReader(db, caller, (tx) => authoritiesOf(tx, caller.institution))
      return { items, mayEnter: mayUse(caller, keepers) }
    },
  )

  app.post(
    '/trusted-authorities',
    {
      config: { access: keepers },
      schema: { tags, body: EnterAuthorityWire, response: { 201: EnteredAuthorityWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        enterAuthority(tx, clock, caller, request.body),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/trusted-authorities/:id/retire',
    {
      config: { access: keepers },
      schema: {
        tags,
        params: AuthorityParamsWire,
        body: RetireAuthorityWire,
        response: { 200: EnteredAuthorityWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      return accepted(
        await asCaller(db, caller, (tx) =>
          retireAuthority(tx, clock, caller, request.params.id, request.body.reason),
        ),
      )
    },
  )
}

function accepted<Value>(outcome: Outcome<Value, SignatureRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
