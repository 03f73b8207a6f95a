import { type Day, dayInChina, type Outcome } from '@yizhuan/kit'
import { z } from 'zod'
import { callerOf, type Role } from '../../platform/access.ts'
import { asCaller, asReader } from '../../platform/database.ts'
import { exportRoutes } from '../../platform/export.ts'
import { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import type { App, Context } from '../../platform/module.ts'
import type { RoleGrant } from '../../platform/role-grant.ts'
import {
  accountRegister,
  grant,
  type Invitation,
  invite,
  inviteAgain,
  revoke,
  switchAccount,
} from './account.commands.ts'
import { accountColumns, accountLines } from './account.csv.ts'
import { type AccountRow, accountsOf } from './account.queries.ts'
import { toProblem } from './account.refusals.ts'
import type { AccountRefusals } from './account.ts'
import {
  AccountParamsWire,
  AccountsWire,
  type AccountWire,
  GrantParamsWire,
  GrantRoleWire,
  type GrantWire,
  InvitationWire,
  InviteWire,
  RevokeRoleWire,
  WithReasonWire,
} from './account.wire.ts'
import { EnteredWire, PersonParamsWire } from './person.wire.ts'

const tags = ['accounts']
const admin: readonly Role[] = ['admin']
/** Who reviews the accounts of everybody. */
const reviewers: readonly Role[] = ['admin', 'auditor', 'discipline']

/** Accounts over HTTP: who may sign in, and in which roles. */
export function accountRoutes(app: App, context: Context): void {
  readRoutes(app, context)
  inviteRoutes(app, context)
  roleRoutes(app, context)
}

function readRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.get(
    '/accounts',
    {
      config: { access: reviewers },
      schema: { tags, response: { 200: AccountsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const rows = await asReader(db, caller, (tx) => accountsOf(tx, caller.institution))
      return { items: rows.map((row) => shown(row, clock.now())) }
    },
  )

  exportRoutes(app, context, {
    path: '/accounts',
    isPersonal: true,
    access: reviewers,
    filter: z.strictObject({}),
    name: { zh: '账号与角色', en: 'accounts and roles' },
    columns: accountColumns,
    lines: async (tx, { institution }) => {
      const rows = await accountsOf(tx, institution)
      return accountLines(rows.map((row) => shown(row, clock.now())))
    },
  })

  app.get(
    '/accounts/history',
    {
      config: { access: ['admin', 'auditor', 'discipline', 'leaders'] },
      schema: { tags, response: { 200: HistoryWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const chain = { institution: caller.institution, name: accountRegister }
      return await asReader(db, caller, (tx) => historyOf(tx, chain))
    },
  )

  app.get(
    '/people/:id/account',
    {
      config: { access: 'signedIn' },
      schema: { tags, params: PersonParamsWire, response: { 200: AccountsWire } },
    },
    async (request) => {
      const caller = callerOf(request)
      const { id } = request.params
      const mayRead = caller.person === id || reviewers.some((role) => caller.roles.includes(role))
      if (!mayRead) return { items: [] }
      const rows = await asReader(db, caller, (tx) => accountsOf(tx, caller.institution, id))
      return { items: rows.map((row) => shown(row, clock.now())) }
    },
  )
}

function inviteRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.post(
    '/people/:id/account',
    {
      config: { access: admin },
      schema: {
        tags,
        params: PersonParamsWire,
        body: InviteWire,
        response: { 201: InvitationWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { login, lang, roles, reason } = request.body
      const today = clock.today()
      const grants = roles.map(({ role, from = today, to }) => ({
        role,
        ...days(from, to),
        reason,
      }))
      const outcome = await asCaller(db, caller, (tx) =>
        invite(tx, context, caller, request.params.id, { login, lang, grants }),
      )
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(linked(accepted(outcome)))
    },
  )

  app.post(
    '/accounts/:id/invitation',
    {
      config: { access: admin },
      schema: { tags, params: AccountParamsWire, response: { 201: InvitationWire } },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const outcome = await asCaller(db, caller, (tx) =>
        inviteAgain(tx, context, caller, request.params.id),
      )
      return reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(linked(accepted(outcome)))
    },
  )
}

function roleRoutes(app: App, context: Context): void {
  const { db, clock } = context
  app.post(
    '/accounts/:id/grants',
    {
      config: { access: admin },
      schema: {
        tags,
        params: AccountParamsWire,
        body: GrantRoleWire,
        response: { 201: EnteredWire },
      },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { role, from = clock.today(), to, reason } = request.body
      const outcome = await asCaller(db, caller, (tx) =>
        grant(tx, context, caller, request.params.id, { role, ...days(from, to), reason }),
      )
      return reply.code(201).send(accepted(outcome))
    },
  )

  app.post(
    '/accounts/:id/grants/:grant/revoke',
    {
      config: { access: admin },
      schema: {
        tags,
        params: GrantParamsWire,
        body: RevokeRoleWire,
        response: { 200: EnteredWire },
      },
    },
    async (request) => {
      const caller = callerOf(request)
      const { on = clock.today(), reason } = request.body
      const { id, grant: which } = request.params
      const outcome = await asCaller(db, caller, (tx) =>
        revoke(tx, context, caller, id, which, { on: on as Day, reason }),
      )
      return accepted(outcome)
    },
  )

  for (const [path, to] of [
    ['disable', 'disabled'],
    ['enable', 'enabled'],
  ] as const) {
    app.post(
      `/accounts/:id/${path}`,
      {
        config: { access: admin },
        schema: {
          tags,
          params: AccountParamsWire,
          body: WithReasonWire,
          response: { 200: EnteredWire },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const outcome = await asCaller(db, caller, (tx) =>
          switchAccount(tx, context, caller, request.params.id, to, request.body.reason),
        )
        return accepted(outcome)
      },
    )
  }
}

function shown(row: AccountRow, now: Date): AccountWire {
  const { id, personId, name, login, invitationUntil, lastSignIn, grants } = row
  const today = dayInChina(now)
  return {
    id,
    person: personId,
    name,
    login,
    state: stateOf(row, now),
    invitedUntil: invitationUntil && dayInChina(invitationUntil),
    lastSignIn: lastSignIn?.toISOString() ?? null,
    grants: grants.map((one) => grantShown(one, personId, today)),
  }
}

function stateOf({ disabledAt, isAccepted, invitationUntil }: AccountRow, now: Date) {
  if (disabledAt) return 'disabled'
  if (isAccepted) return 'active'
  return invitationUntil && invitationUntil > now ? 'invited' : 'expired'
}

function grantShown(given: RoleGrant, person: string, today: Day): GrantWire {
  const { id, role, from, to, grantedAt, grantedBy, grantedName, reason, revokedName } = given
  return {
    id,
    role,
    from,
    to,
    grantedOn: dayInChina(grantedAt),
    grantedBy: grantedName,
    isOwn: grantedBy === person,
    reason,
    revokedBy: revokedName,
    standing: to !== null && to <= today ? 'ended' : from > today ? 'ahead' : 'held',
  }
}

/** The address of the page that accepts an invitation. The token is told here and nowhere else. */
function linked({ account, token, until }: Invitation) {
  return { account, path: `/invitation?token=${token}`, until: until.toISOString() }
}

function days(from: string, to: string | null) {
  return { from: from as Day, to: to as Day | null } // The schema has checked that they exist.
}

function accepted<Value>(outcome: Outcome<Value, AccountRefusals>): Value {
  if (outcome.kind === 'refused') throw toProblem(outcome.refusal)
  return outcome.value
}
