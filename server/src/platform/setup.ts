import { timingSafeEqual } from 'node:crypto'
import { createAccount } from './account.ts'
import { asCaller, type Db } from './database.ts'
import { newId } from './ids.ts'
import type { Context, Module } from './module.ts'
import { conflict } from './problem.ts'
import { newToken, tokenHash } from './session.ts'

/** The one-time right to create the first administrator; lives in memory until used or restarted. */
export interface SetupToken {
  /** The token to print at start; undefined when there are accounts already. */
  readonly token: string | undefined
  isOpen(): boolean
  fits(token: string): boolean
  close(): void
}

/** Makes a token when nobody can sign in yet. */
export async function openSetup(db: Db): Promise<SetupToken> {
  const anybody = await db.selectFrom('account').select('id').limit(1).executeTakeFirst()
  const made = anybody ? undefined : newToken()
  let open = made !== undefined
  return {
    token: made?.token,
    isOpen: () => open,
    fits: (token) =>
      open &&
      made !== undefined &&
      timingSafeEqual(Buffer.from(tokenHash(token)), Buffer.from(made.hash)),
    close: () => {
      open = false
    },
  }
}

/** What the first administrator gives. */
export interface FirstAdministrator {
  readonly login: string
  readonly password: string
  readonly name: string
  readonly institutionName: string
}

/**
 * Founds an institution with its first administrator, in one transaction. @returns the account's id.
 * @throws {Problem} 409 when somebody was faster.
 */
export async function foundInstitution(
  { db, clock, config }: Context,
  modules: readonly Module[],
  first: FirstAdministrator,
): Promise<string> {
  const institution = newId()
  const person = newId()
  return asCaller(db, { institution, person, roles: ['admin'] }, async (tx) => {
    const anybody = await tx.selectFrom('account').select('id').limit(1).executeTakeFirst()
    if (anybody) {
      throw conflict('already-set-up', {
        zh: '系统已有管理员。',
        en: 'There is an administrator already.',
      })
    }
    await tx
      .insertInto('institution')
      .values({ id: institution, name: first.institutionName })
      .execute()
    for (const module of modules) {
      await module.found?.(tx, {
        institution,
        institutionName: first.institutionName,
        person,
        personName: first.name,
        at: clock.now(),
      })
    }
    const { id } = await createAccount(tx, clock, config.signIn, {
      login: first.login,
      password: first.password,
      name: first.name,
      institution,
      person,
      roles: ['admin'],
    })
    return id
  })
}
