import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { SignInLimits } from './config.ts'
import type { Caller, Db } from './database.ts'
import { settleRoles } from './role-grant.ts'

/** The name of the session cookie. */
export const sessionCookie = 'yz_session'

/** An open session: who it belongs to and where. */
export interface Session {
  readonly caller: Caller
  readonly institutionName: string
  readonly login: string
  readonly tokenHash: string
}

/** A new random token and the hash under which it is kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: tokenHash(token) }
}

/** What is stored in place of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A session's last use is written at most this often, so that reads stay reads. */
const touchAfterMs = 60_000

/**
 * Finds the open session of a token and notes that it was used.
 *
 * Undefined when it is unknown, ended, idle too long, too old, or its account disabled.
 */
export async function findSession(
  db: Db,
  clock: Clock,
  limits: SignInLimits,
  token: string,
): Promise<Session | undefined> {
  const now = clock.now()
  const hash = tokenHash(token)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoin('institution', 'institution.id', 'account.institutionId')
    .select([
      'session.seenAt',
      'account.id as account',
      'account.institutionId as institution',
      'account.personId as person',
      'account.name',
      'account.roles',
      'account.rolesTurn',
      'account.lang',
      'account.login',
      'institution.name as institutionName',
    ])
    .where('session.tokenHash', '=', hash)
    .where('session.endedAt', 'is', null)
    .where('session.seenAt', '>', ago(now, limits.idleMinutes))
    .where('session.createdAt', '>', ago(now, limits.absoluteHours * 60))
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { seenAt, institutionName, login, rolesTurn, ...caller } = row
  const today = clock.today()
  const isTurned = rolesTurn !== null && rolesTurn <= today
  const roles = isTurned ? await settleRoles(db, row.account, today) : row.roles
  if (now.getTime() - seenAt.getTime() > touchAfterMs) {
    await db.updateTable('session').set({ seenAt: now }).where('tokenHash', '=', hash).execute()
  }
  return { caller: { ...caller, roles }, institutionName, login, tokenHash: hash }
}

/** Opens a session and ends the account's oldest ones over the limit. @returns the token. */
export async function openSession(
  db: Db,
  clock: Clock,
  limits: SignInLimits,
  account: string,
  from: { readonly address?: string; readonly agent?: string | undefined } = {},
): Promise<string> {
  const now = clock.now()
  const { token, hash } = newToken()
  await db
    .insertInto('session')
    .values({
      tokenHash: hash,
      accountId: account,
      createdAt: now,
      seenAt: now,
      endedAt: null,
      address: from.address ?? null,
      agent: from.agent?.slice(0, 300) ?? null,
    })
    .execute()
  await db
    .updateTable('session')
    .set({ endedAt: now })
    .where('tokenHash', 'in', (open) =>
      open
        .selectFrom('session')
        .select('tokenHash')
        .where('accountId', '=', account)
        .where('endedAt', 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('tokenHash')
        .offset(limits.sessionsPerAccount),
    )
    .where('tokenHash', '!=', hash)
    .execute()
  return token
}

/** An open session as its holder sees it. */
export interface OpenSession {
  readonly since: Date
  readonly seenAt: Date
  readonly address: string | null
  readonly agent: string | null
  readonly isThis: boolean
}

/** The sessions of an account that are open, the one used last first. */
export async function openSessions(
  db: Db,
  clock: Clock,
  limits: SignInLimits,
  account: string,
  own: string | undefined,
): Promise<OpenSession[]> {
  const now = clock.now()
  const rows = await db
    .selectFrom('session')
    .select(['tokenHash', 'createdAt', 'seenAt', 'address', 'agent'])
    .where('accountId', '=', account)
    .where('endedAt', 'is', null)
    .where('seenAt', '>', ago(now, limits.idleMinutes))
    .where('createdAt', '>', ago(now, limits.absoluteHours * 60))
    .orderBy('seenAt', 'desc')
    .execute()
  return rows.map(({ tokenHash: hash, createdAt, ...row }) => ({
    ...row,
    since: createdAt,
    isThis: hash === own,
  }))
}

/** Ends one session. */
export async function endSession(db: Db, clock: Clock, hash: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ endedAt: clock.now() })
    .where('tokenHash', '=', hash)
    .where('endedAt', 'is', null)
    .execute()
}

/** Ends all sessions of an account but one: after a change of password or of roles. */
export async function endOtherSessions(
  db: Db,
  clock: Clock,
  account: string,
  except?: string,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ endedAt: clock.now() })
    .where('accountId', '=', account)
    .where('endedAt', 'is', null)
    .where('tokenHash', '!=', except ?? '')
    .execute()
}

function ago(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}
