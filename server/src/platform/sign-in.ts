import { sql } from 'kysely'
import { hashPassword, passwordFits } from './account.ts'
import { newId } from './ids.ts'
import type { Context } from './module.ts'
import { badField, Problem } from './problem.ts'

/** What an attempt came to, as the audit keeps it. */
export type AttemptOutcome =
  | 'signed-in'
  | 'wrong'
  | 'locked'
  | 'disabled'
  | 'signed-out'
  | 'password-changed'
  | 'set-up'

/**
 * Checks login and password. @returns the account's id.
 *
 * An attempt is counted before the password is looked at, so that many at once count as many.
 *
 * @throws {Problem}  401 when either is wrong, 403 while the account is locked or disabled.
 */
export async function signIn(
  context: Context,
  login: string,
  password: string,
  address: string,
): Promise<string> {
  const account = await countAttempt(context, login)
  if (account?.locked) {
    await recordAttempt(context, { login, account: account.id }, 'locked', address)
    throw lockedOut(context)
  }
  const fits = await passwordFits(account?.passwordHash, password)
  if (!account || !fits) {
    if (account) await lockIfOver(context, account.id)
    await recordAttempt(context, { login, account: account?.id }, 'wrong', address)
    throw wrongPassword()
  }
  if (account.disabled) {
    await recordAttempt(context, { login, account: account.id }, 'disabled', address)
    throw disabledAccount()
  }
  await clearAttempts(context, account.id)
  await recordAttempt(context, { login, account: account.id }, 'signed-in', address)
  return account.id
}

/**
 * Changes a password after checking the present one, which counts like a sign-in.
 *
 * @throws {Problem}  400 when the present password is wrong or the new one is the same.
 */
export async function changePassword(
  context: Context,
  id: string,
  { current, next }: { current: string; next: string },
  address: string,
): Promise<void> {
  const { login } = await context.db
    .selectFrom('account')
    .select('login')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const account = await countAttempt(context, login)
  if (!account || account.locked) throw lockedOut(context)
  if (!(await passwordFits(account.passwordHash, current))) {
    await lockIfOver(context, id)
    await recordAttempt(context, { login, account: id }, 'wrong', address)
    throw badField('#/current', 'password-wrong', {
      zh: '当前密码不正确。',
      en: 'This is not the present password.',
    })
  }
  await clearAttempts(context, id)
  if (current === next) {
    throw badField('#/next', 'password-unchanged', {
      zh: '新密码不能与当前密码相同。',
      en: 'The new password must differ from the present one.',
    })
  }
  const passwordHash = await hashPassword(next)
  await context.db.updateTable('account').set({ passwordHash }).where('id', '=', id).execute()
  await recordAttempt(context, { login, account: id }, 'password-changed', address)
}

/** Adds one line to the audit of sign-ins. */
export async function recordAttempt(
  { db, clock }: Context,
  who: { login: string; account?: string | undefined },
  outcome: AttemptOutcome,
  address: string,
): Promise<void> {
  await db
    .insertInto('signInAttempt')
    .values({
      id: newId(),
      login: who.login,
      accountId: who.account ?? null,
      outcome,
      address,
      at: clock.now(),
    })
    .execute()
}

interface Attempted {
  id: string
  passwordHash: string | null
  locked: boolean
  disabled: boolean
}

async function countAttempt(
  { db, clock, config }: Context,
  login: string,
): Promise<Attempted | undefined> {
  const now = clock.now()
  const row = await db
    .updateTable('account')
    .set({
      // A lock that has run out starts a new count.
      wrongCount: sql<number>`case when locked_until <= ${now} then 1 else wrong_count + 1 end`,
      lockedUntil: sql<Date | null>`case when locked_until <= ${now} then null else locked_until end`,
    })
    .where('login', '=', login)
    .returning(['id', 'passwordHash', 'wrongCount', 'lockedUntil', 'disabledAt'])
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      passwordHash: row.passwordHash,
      locked: row.lockedUntil !== null || row.wrongCount > config.signIn.wrongPasswords,
      disabled: row.disabledAt !== null,
    }
  )
}

async function lockIfOver({ db, clock, config }: Context, id: string): Promise<void> {
  const until = new Date(clock.now().getTime() + config.signIn.lockMinutes * 60_000)
  await db
    .updateTable('account')
    .set({ lockedUntil: until })
    .where('id', '=', id)
    .where('wrongCount', '>=', config.signIn.wrongPasswords)
    .where('lockedUntil', 'is', null)
    .execute()
}

async function clearAttempts({ db }: Context, id: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ wrongCount: 0, lockedUntil: null })
    .where('id', '=', id)
    .execute()
}

function wrongPassword(): Problem {
  return new Problem(
    401,
    'sign-in-refused',
    { zh: '登录失败', en: 'Sign-in refused' },
    { zh: '登录名或密码不正确。', en: 'The login or the password is wrong.' },
  )
}

function lockedOut({ config }: Context): Problem {
  const minutes = config.signIn.lockMinutes
  return new Problem(
    403,
    'account-locked',
    { zh: '账号已暂时锁定', en: 'The account is locked for a while' },
    {
      zh: `密码错误次数过多，请 ${minutes} 分钟后再试。`,
      en: `Too many wrong passwords; try again in ${minutes} minutes.`,
    },
    { facts: { lockMinutes: minutes }, retryAfterSeconds: minutes * 60 },
  )
}

function disabledAccount(): Problem {
  return new Problem(
    403,
    'account-disabled',
    { zh: '账号已停用', en: 'The account is disabled' },
    { zh: '请联系本机构管理员。', en: 'Ask an administrator of your institution.' },
  )
}
