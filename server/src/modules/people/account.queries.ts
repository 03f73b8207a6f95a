import type { Tx } from '../../platform/database.ts'
import { grantsOf, type RoleGrant } from '../../platform/role-grant.ts'

/** An account of an institution with all its grants. */
export interface AccountRow {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly login: string
  readonly isAccepted: boolean
  readonly disabledAt: Date | null
  readonly invitationUntil: Date | null
  readonly lastSignIn: Date | null
  readonly grants: readonly RoleGrant[]
}

/** The accounts of one institution by login; of one person, when asked. */
export async function accountsOf(
  tx: Tx,
  institution: string,
  person?: string,
): Promise<readonly AccountRow[]> {
  let query = tx
    .selectFrom('account')
    .select(['id', 'personId', 'name', 'login', 'passwordHash', 'disabledAt', 'invitationUntil'])
    .select((account) =>
      account
        .selectFrom('signInAttempt')
        .select((attempt) => attempt.fn.max('at').as('at'))
        .whereRef('signInAttempt.login', '=', 'account.login')
        // Choosing a password through a link signs in as well.
        .where('outcome', 'in', ['signed-in', 'password-changed', 'set-up'])
        .as('lastSignIn'),
    )
    .where('institutionId', '=', institution)
  if (person !== undefined) query = query.where('personId', '=', person)
  const rows = await query.orderBy('login').execute()
  const grants = await grantsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ passwordHash, ...row }) => ({
    ...row,
    isAccepted: passwordHash !== null,
    grants: grants.get(row.id) ?? [],
  }))
}

/** Disables an account or lets it be used again. */
export async function setDisabled(
  tx: Tx,
  institution: string,
  account: string,
  at: Date | null,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ disabledAt: at, ...(at && { invitationHash: null, invitationUntil: null }) })
    .where('institutionId', '=', institution)
    .where('id', '=', account)
    .execute()
}
