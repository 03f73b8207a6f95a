import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Config, SignInLimits } from './config.ts'
import type { Caller, Db } from './database.ts'
import { prepared } from './prepared.ts'
import { settleRoles } from './role-grant.ts'
import { together } from './together.ts'

/** The name of the session cookie. */
export const sessionCookie = 'yz_session'

/** Whether people reach us over TLS. */
export function isSecure({ publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false
}

/** The name by which browsers know it: over TLS one that no other host of the domain can set. */
export function cookieName(config: Pick<Config, 'publicUrl'>): string {
  return isSecure(config) ? `__Host-${sessionCookie}` : sessionCookie
}

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
 * Finds the open session of a token and notes that it was used, unless it is only glanced at.
 *
 * Undefined when it is unknown, ended, idle too long, too old, or its account disabled. Tokens that
 * come at the same time are looked up together; none is remembered, so an end counts at once.
 */
export function sessionFinder(
  db: Db,
  clock: Clock,
  limits: SignInLimits,
  how: 'use' | 'glance' = 'use',
): (token: string) => Promise<Session | undefined> {
  const find = together((hashes: readonly string[]) => findSessions(db, clock, limits, hashes, how))
  return (token) => find(tokenHash(token))
}

interface Asked {
  /** One array rather than a list, so that the statement stays the same for any number. */
  readonly hashes: readonly string[]
  readonly seenSince: Date
  readonly createdSince: Date
}

const openSessionsOf = prepared((db: Db, { hashes, seenSince, createdSince }: Asked) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoin('institution', 'institution.id', 'account.institutionId')
    .select([
      'session.tokenHash',
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
    .where('session.tokenHash', '=', sql<string>`any(${hashes})`)
    .where('session.endedAt', 'is', null)
    .where('session.seenAt', '>', seenSince)
    .where('session.createdAt', '>', createdSince)
    .where('account.disabledAt', 'is', null),
)

async function findSessions(
  db: Db,
  clock: Clock,
  limits: SignInLimits,
  hashes: readonly string[],
  how: 'use' | 'glance',
): Promise<ReadonlyMap<string, Session>> {
  const now = clock.now()
  const rows = await openSessionsOf(db, {
    hashes,
    seenSince: ago(now, limits.idleMinutes),
    createdSince: ago(now, limits.absoluteHours * 60),
  })
  const unnoted = rows.filter(({ seenAt }) => now.getTime() - seenAt.getTime() > touchAfterMs)
  if (how === 'use' && unnoted.length > 0) {
    const used = unnoted.map(({ tokenHash }) => tokenHash)
    await db.updateTable('session').set({ seenAt: now }).where('tokenHash', 'in', used).execute()
  }
  const today = clock.today()
  const found = new Map<string, Session>()
  for (const { tokenHash, institutionName, login, rolesTurn, seenAt: _seenAt, ...caller } of rows) {
    const isTurned = rolesTurn !== null && rolesTurn <= today
    const roles = isTurned ? await settleRoles(db, caller.account, today) : caller.roles
    found.set(tokenHash, { caller: { ...caller, roles }, institutionName, login, tokenHash })
  }
  return found
}

/** Whether a session is open still, without counting as its use. */
export async function isSessionOpen(
  db: Db,
  clock: Clock,
  limits: SignInLimits,
  hash: string,
): Promise<boolean> {
  const now = clock.now()
  const rows = await openSessionsOf(db, {
    hashes: [hash],
    seenSince: ago(now, limits.idleMinutes),
    createdSince: ago(now, limits.absoluteHours * 60),
  })
  return rows.length > 0
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
