import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import { createAccount, renewInvitation } from '../../platform/account.ts'
import type { Clock } from '../../platform/clock.ts'
import type { SignInLimits } from '../../platform/config.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import type { Author } from '../../platform/register.ts'
import { endGrant, insertGrants, type NewGrant } from '../../platform/role-grant.ts'
import { endOtherSessions } from '../../platform/session.ts'
import { type AccountRow, accountsOf, setDisabled } from './account.queries.ts'
import {
  type AccountRefusals,
  disable,
  enable,
  firstGrants,
  grantRole,
  type Holder,
  leave,
  revokeRole,
  type Situation,
} from './account.ts'
import { personOf } from './person.queries.ts'

/** The register of accounts: one chain for the institution, so that two administrators take turns. */
export const accountRegister = 'accounts'

/** What writing accounts needs: the clock, and how long an invitation is good. */
export interface AccountDesk {
  readonly clock: Clock
  readonly config: { readonly signIn: Pick<SignInLimits, 'invitationDays'> }
}

/** The secret of a new link, for the one who hands it on. */
export interface Invitation {
  readonly account: string
  readonly token: string
  readonly until: Date
}

type Answer<Value> = Outcome<Value, AccountRefusals>

/** Gives a person an account; its holder chooses the password through a link that works once. */
export async function invite(
  tx: Tx,
  { clock, config }: AccountDesk,
  by: Author,
  person: string,
  order: {
    readonly login: string
    readonly lang: 'zh' | 'en'
    readonly grants: readonly NewGrant[]
  },
): Promise<Answer<Invitation>> {
  const situation = await situationOf(tx, clock, by)
  const found = await personOf(tx, by.institution, person)
  if (!found) return refuse('no-such-person', {})
  const today = clock.today()
  if (found.leftOn !== null && found.leftOn <= today) {
    return refuse('person-left', { name: found.name })
  }
  const own = situation.accounts.find(({ personId }) => personId === person)
  if (own) return refuse('has-account', { login: own.login })
  const first = firstGrants(person, order.grants, situation)
  if (first.kind === 'refused') return first

  // From here on the account exists, unless the login is taken.
  const { login, lang, grants } = order
  const grantor = { person: by.person, name: by.name, at: clock.now() }
  const { id, invitation = '' } = await createAccount(tx, clock, config.signIn, {
    login,
    lang,
    institution: by.institution,
    person,
    name: found.name,
    roles: [],
    grants: { list: grants, by: grantor },
  })
  const until = new Date(clock.now().getTime() + config.signIn.invitationDays * 86_400_000)
  await record(tx, clock, by, person, 'account.invited', {
    holder: found.name,
    login: login.toLowerCase(),
    grants: grants.map(told),
    ...(person === by.person && { isOwn: true }),
  })
  return accept({ account: id, token: invitation, until })
}

/** A new link for an account that was not accepted in time, or whose holder lost the password. */
export async function inviteAgain(
  tx: Tx,
  { clock, config }: AccountDesk,
  by: Author,
  account: string,
): Promise<Answer<Invitation>> {
  const { accounts } = await situationOf(tx, clock, by)
  const row = accounts.find(({ id }) => id === account)
  if (!row) return refuse('no-such-account', {})
  if (row.disabledAt !== null) return refuse('already-disabled', {})

  // From here on there is a new link, and the one before no longer works.
  const { token, until } = await renewInvitation(tx, clock, config.signIn, account)
  const action = row.isAccepted ? 'account.passwordResetOffered' : 'account.invitedAgain'
  await record(tx, clock, by, row.personId, action, { holder: row.name, login: row.login })
  return accept({ account, token, until })
}

/** Grants one more role. */
export async function grant(
  tx: Tx,
  { clock }: AccountDesk,
  by: Author,
  account: string,
  wanted: NewGrant,
): Promise<Answer<{ id: string }>> {
  const situation = await situationOf(tx, clock, by)
  const holder = situation.holders.find(({ id }) => id === account)
  if (!holder) return refuse('no-such-account', {})
  const decision = grantRole(holder, wanted, situation)
  if (decision.kind === 'refused') return decision

  // From here on the role is granted.
  const grantor = { person: by.person, name: by.name, at: clock.now() }
  await insertGrants(tx, account, [wanted], grantor, situation.today)
  await record(tx, clock, by, holder.person, 'account.roleGranted', {
    holder: holder.name,
    ...told(wanted),
    ...(holder.person === by.person && { isOwn: true }),
  })
  return accept({ id: account })
}

/** Ends a role on a day; from then on its holder's open sessions do without it. */
export async function revoke(
  tx: Tx,
  { clock }: AccountDesk,
  by: Author,
  account: string,
  id: string,
  { on, reason }: { readonly on: Day; readonly reason: string },
): Promise<Answer<{ id: string }>> {
  const situation = await situationOf(tx, clock, by)
  const holder = situation.holders.find((one) => one.id === account)
  if (!holder) return refuse('no-such-account', {})
  const decision = revokeRole(holder, id, on, situation)
  if (decision.kind === 'refused') return decision

  // From here on the role is ended.
  const { role, from } = decision.value
  const grantor = { person: by.person, name: by.name, at: clock.now() }
  await endGrant(tx, account, id, on, grantor, situation.today)
  await record(tx, clock, by, holder.person, 'account.roleRevoked', {
    holder: holder.name,
    role,
    from,
    to: on,
    reason,
  })
  return accept({ id: account })
}

/** Ends every role of a person who leaves, on that day; there may be no account at all. */
export async function endRolesOf(
  tx: Tx,
  { clock }: AccountDesk,
  by: Author,
  person: string,
  leftOn: Day,
): Promise<Answer<{ ended: number }>> {
  const situation = await situationOf(tx, clock, by)
  const { today } = situation
  const on = leftOn < today ? today : leftOn
  const holder = situation.holders.find((one) => one.person === person)
  if (!holder) return accept({ ended: 0 })
  const decision = leave(holder, on, situation)
  if (decision.kind === 'refused') return decision

  // From here on the roles are ended.
  const grantor = { person: by.person, name: by.name, at: clock.now() }
  for (const { id } of decision.value) await endGrant(tx, holder.id, id, on, grantor, today)
  const roles = decision.value.map(({ role }) => role)
  if (roles.length > 0) {
    await record(tx, clock, by, person, 'account.rolesEndedByLeaving', {
      holder: holder.name,
      roles,
      to: on,
    })
  }
  return accept({ ended: roles.length })
}

/** Disables an account and ends its sessions, or lets it be used again. */
export async function switchAccount(
  tx: Tx,
  { clock }: AccountDesk,
  by: Author,
  account: string,
  to: 'disabled' | 'enabled',
  reason: string,
): Promise<Answer<{ id: string }>> {
  const situation = await situationOf(tx, clock, by)
  const holder = situation.holders.find(({ id }) => id === account)
  if (!holder) return refuse('no-such-account', {})
  const decision = to === 'disabled' ? disable(holder, situation) : enable(holder)
  if (decision.kind === 'refused') return decision

  // From here on the account is switched.
  await setDisabled(tx, by.institution, account, to === 'disabled' ? clock.now() : null)
  if (to === 'disabled') await endOtherSessions(tx, clock, account)
  await record(tx, clock, by, holder.person, `account.${to}`, { holder: holder.name, reason })
  return accept({ id: account })
}

/** The register's lock comes first: of two administrators the second decides on what the first did. */
async function situationOf(
  tx: Tx,
  clock: Clock,
  by: Author,
): Promise<Situation & { readonly accounts: readonly AccountRow[] }> {
  await lockChain(tx, { institution: by.institution, name: accountRegister })
  const accounts = await accountsOf(tx, by.institution)
  return { accounts, holders: accounts.map(toHolder), actor: by.person, today: clock.today() }
}

function toHolder({ id, personId, name, isAccepted, disabledAt, grants }: AccountRow): Holder {
  return { id, person: personId, name, isAccepted, isDisabled: disabledAt !== null, grants }
}

const told = ({ role, from, to, reason }: NewGrant) => ({
  role,
  from,
  to,
  ...(reason && { reason }),
})

async function record(
  tx: Tx,
  clock: Clock,
  by: Author,
  person: string,
  action: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const change = { action, subject: person, data, at: clock.now(), by }
  await recordChange(tx, accountRegister, change)
}
