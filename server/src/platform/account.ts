import { hash, verify } from '@node-rs/argon2'
import type { Role } from './access.ts'
import type { Clock } from './clock.ts'
import type { SignInLimits } from './config.ts'
import { type Db, systemPerson, type Tx } from './database.ts'
import { newId } from './ids.ts'
import { conflict } from './problem.ts'
import { type Grantor, insertGrants, type NewGrant, settleColleagues } from './role-grant.ts'
import { newToken, tokenHash } from './session.ts'

/** argon2id; memory in KiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** A hash nobody knows the password of: a wrong login must take as long as a wrong password. */
const nobody = hashPassword(newToken().token)

/** Whether a password fits; takes equally long when the account or its password does not exist. */
export async function passwordFits(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return fits && Boolean(stored)
}

/**
 * A new account; without a password its holder chooses one through the invitation. Roles are held
 * from today on, granted by the system, unless grants say otherwise.
 */
export interface NewAccount {
  readonly login: string
  readonly institution: string
  readonly person: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly grants?: { readonly list: readonly NewGrant[]; readonly by: Grantor }
  readonly lang?: 'zh' | 'en'
  readonly password?: string
}

/**
 * Creates an account. @returns its id and, when no password was given, the invitation's one-time token.
 * @throws {Problem} 409 when the login is taken anywhere.
 */
export async function createAccount(
  db: Db,
  clock: Clock,
  limits: Pick<SignInLimits, 'invitationDays'>,
  account: NewAccount,
): Promise<{ id: string; invitation?: string }> {
  const id = newId()
  const invitation = account.password === undefined ? newToken() : undefined
  const row = await db
    .insertInto('account')
    .values({
      id,
      login: account.login.toLowerCase(),
      institutionId: account.institution,
      personId: account.person,
      name: account.name,
      roles: [...account.roles],
      lang: account.lang ?? 'zh',
      passwordHash: account.password === undefined ? null : await hashPassword(account.password),
      invitationHash: invitation?.hash ?? null,
      invitationUntil: invitation ? inDays(clock.now(), limits.invitationDays) : null,
    })
    .onConflict((on) => on.column('login').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) {
    throw conflict(
      'login-taken',
      { zh: '该登录名已被使用。', en: 'This login is taken.' },
      {
        errors: [
          { pointer: '#/login', rule: 'unique', detail: { zh: '已被使用', en: 'is taken' } },
        ],
      },
    )
  }
  const at = clock.now()
  const today = clock.today()
  const { list, by } = account.grants ?? {
    list: account.roles.map((role) => ({ role, from: today, to: null, reason: null })),
    by: { person: systemPerson, name: '系统', at },
  }
  await insertGrants(db, id, list, by, today)
  return invitation ? { id, invitation: invitation.token } : { id }
}

/** A new one-time link for an account, in place of the one before. @returns its token and end. */
export async function renewInvitation(
  tx: Tx,
  clock: Clock,
  limits: Pick<SignInLimits, 'invitationDays'>,
  account: string,
): Promise<{ token: string; until: Date }> {
  const { token, hash } = newToken()
  const until = inDays(clock.now(), limits.invitationDays)
  await tx
    .updateTable('account')
    .set({ invitationHash: hash, invitationUntil: until })
    .where('id', '=', account)
    .execute()
  return { token, until }
}

/** Whom an invitation is for, while it is good. */
export function invitedBy(
  db: Db,
  clock: Clock,
  token: string,
): Promise<{ name: string; login: string; institution: string; until: Date | null } | undefined> {
  return db
    .selectFrom('account')
    .innerJoin('institution', 'institution.id', 'account.institutionId')
    .select(['account.name', 'login', 'invitationUntil as until'])
    .select('institution.name as institution')
    .where('invitationHash', '=', tokenHash(token))
    .where('invitationUntil', '>', clock.now())
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
}

/** The name of an account's holder, as the record of acts will show it from now on. */
export async function renameHolder(
  tx: Tx,
  institution: string,
  person: string,
  name: string,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ name })
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .execute()
}

/** Sets the first password through an invitation, once. @returns the account, or undefined. */
export async function acceptInvitation(
  db: Db,
  clock: Clock,
  token: string,
  password: string,
): Promise<{ id: string; login: string } | undefined> {
  return db
    .updateTable('account')
    .set({
      passwordHash: await hashPassword(password),
      invitationHash: null,
      invitationUntil: null,
      // Whoever was locked out by wrong passwords chooses a new one and begins anew.
      wrongCount: 0,
      lockedUntil: null,
    })
    .where('invitationHash', '=', tokenHash(token))
    .where('invitationUntil', '>', clock.now())
    .where('disabledAt', 'is', null)
    .returning(['id', 'login'])
    .executeTakeFirst()
}

/** Those of an institution who can sign in or were invited, and their roles. */
export async function colleaguesOf(
  tx: Tx,
  clock: Clock,
  institution: string,
): Promise<{ person: string; roles: string[]; lang: 'zh' | 'en' }[]> {
  await settleColleagues(tx, institution, clock.today())
  return tx
    .selectFrom('account')
    .select(['personId as person', 'roles', 'lang'])
    .where('institutionId', '=', institution)
    .where('disabledAt', 'is', null)
    .execute()
}

function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000)
}
