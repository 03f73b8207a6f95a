import type { Day } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Role } from './access.ts'
import type { Db, Tx } from './database.ts'
import { newId } from './ids.ts'

/** A role an account holds from a day on; `to` is the first day on which it no longer does. */
export interface RoleGrant {
  readonly id: string
  readonly role: Role
  readonly from: Day
  readonly to: Day | null
  readonly grantedAt: Date
  readonly grantedBy: string
  readonly grantedName: string
  readonly reason: string | null
  readonly revokedAt: Date | null
  readonly revokedName: string | null
}

/** Roles about to be granted, and by whom. */
export interface NewGrant {
  readonly role: Role
  readonly from: Day
  readonly to: Day | null
  readonly reason: string | null
}

/** Who grants, and when. */
export interface Grantor {
  readonly person: string
  readonly name: string
  readonly at: Date
}

/** Writes grants of an account and brings its roles up to the day. */
export async function insertGrants(
  db: Db | Tx,
  account: string,
  grants: readonly NewGrant[],
  by: Grantor,
  today: Day,
): Promise<void> {
  if (grants.length > 0) {
    await db
      .insertInto('roleGrant')
      .values(
        grants.map(({ role, from, to, reason }) => ({
          id: newId(),
          accountId: account,
          role,
          fromDay: from,
          toDay: to,
          grantedAt: by.at,
          grantedBy: by.person,
          grantedName: by.name,
          reason,
          revokedAt: null,
          revokedName: null,
        })),
      )
      .execute()
  }
  await settleRoles(db, account, today)
}

/** Ends a grant on a day; what was held before stays told. */
export async function endGrant(
  tx: Tx,
  account: string,
  grant: string,
  to: Day,
  by: Grantor,
  today: Day,
): Promise<void> {
  await tx
    .updateTable('roleGrant')
    .set({
      // A grant that had not begun ends on the day it would have.
      toDay: sql`greatest(${to}::date, from_day)`,
      revokedAt: by.at,
      revokedName: by.name,
    })
    .where('id', '=', grant)
    .where('accountId', '=', account)
    .execute()
  await settleRoles(tx, account, today)
}

/** Sets an account's roles to what its grants come to on a day. @returns them. */
export async function settleRoles(
  db: Db | Tx,
  account: string,
  today: Day,
): Promise<readonly string[]> {
  const [row] = await settle(db, today, sql`id = ${account}`)
  return row?.roles ?? []
}

/** Brings the roles of an institution up to the day, where a day turned that changes some. */
export async function settleColleagues(
  db: Db | Tx,
  institution: string,
  today: Day,
): Promise<void> {
  await settle(db, today, sql`institution_id = ${institution} and roles_turn <= ${today}`)
}

async function settle(db: Db | Tx, today: Day, which: ReturnType<typeof sql>) {
  const { rows } = await sql<{ roles: string[] }>`
    update account set
      roles = array(
        select distinct role from role_grant
        where account_id = account.id and from_day <= ${today}
          and (to_day is null or to_day > ${today})
        order by role),
      roles_turn = (
        select min(day) from (
          select from_day as day from role_grant
          where account_id = account.id and (to_day is null or to_day > from_day)
          union all
          select to_day from role_grant where account_id = account.id) as turns
        where day > ${today})
    where ${which}
    returning roles
  `.execute(db)
  return rows
}

/** All grants of some accounts, newest first. */
export async function grantsOf(
  db: Db | Tx,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, readonly RoleGrant[]>> {
  const grants = new Map<string, RoleGrant[]>(accounts.map((id) => [id, []]))
  if (accounts.length === 0) return grants
  const rows = await db
    .selectFrom('roleGrant')
    .selectAll()
    .where('accountId', 'in', [...accounts])
    .orderBy('fromDay', 'desc')
    .orderBy('id', 'desc')
    .execute()
  for (const { accountId, role, fromDay, toDay, ...row } of rows) {
    const grant = { ...row, role: role as Role, from: fromDay as Day, to: toDay as Day | null }
    grants.get(accountId)?.push(grant)
  }
  return grants
}
