// Who may sign in, in which roles, from when to when. Nobody locks everybody out, and nobody gives
// themselves a say in cases without somebody else's knowledge.
import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Role } from '../../platform/access.ts'
import type { NewGrant, RoleGrant } from '../../platform/role-grant.ts'

/** Roles in which somebody records acts that decide something: not given to oneself. */
export const decisionRoles: readonly Role[] = [
  'tto_negotiator',
  'tto_reviewer',
  'finance',
  'leaders',
  'legal',
  'discipline',
  'platform_company',
  'health_prov',
  'policy_officer',
]

/** An account as decisions see it. */
export interface Holder {
  readonly id: string
  readonly person: string
  readonly name: string
  /** Whether its holder has chosen a password. */
  readonly isAccepted: boolean
  readonly isDisabled: boolean
  readonly grants: readonly RoleGrant[]
}

/** Why an account stays as it is. */
export interface AccountRefusals {
  'no-such-person': Record<string, never>
  'no-such-account': Record<string, never>
  'no-such-grant': Record<string, never>
  'has-account': { readonly login: string }
  'person-left': { readonly name: string }
  'last-administrator': Record<string, never>
  'own-grant': { readonly role: string }
  'own-grant-needs-reason': { readonly role: string }
  'own-account': Record<string, never>
  'held-already': { readonly role: string; readonly from: string }
  'begins-in-the-past': { readonly today: string }
  'ends-before-it-begins': Record<string, never>
  'already-disabled': Record<string, never>
  'not-disabled': Record<string, never>
  'grant-ended': Record<string, never>
}

type Answer<Value> = Outcome<Value, AccountRefusals>

/** All accounts of an institution, who acts, and what day it is. */
export interface Situation {
  readonly holders: readonly Holder[]
  readonly actor: string
  readonly today: Day
}

/** Whether an account administers for good: it is used, and its role has no end. */
export function administers(holder: Holder, today: Day): boolean {
  return (
    holder.isAccepted &&
    !holder.isDisabled &&
    holder.grants.some(({ role, from, to }) => role === 'admin' && from <= today && to === null)
  )
}

/** Whether somebody would still administer if one account were as given. */
function isStillRun({ holders, today }: Situation, changed: Holder): boolean {
  return holders
    .map((holder) => (holder.id === changed.id ? changed : holder))
    .some((holder) => administers(holder, today))
}

/** Decides whether roles may be granted to an account. */
export function grantRole(holder: Holder, grant: NewGrant, situation: Situation): Answer<NewGrant> {
  const { today } = situation
  const formed = formedGrant(grant, today)
  if (formed) return formed
  const held = holder.grants.find((one) => one.role === grant.role && overlaps(one, grant))
  if (held) return refuse('held-already', { role: grant.role, from: held.from })
  const own = ownGrant(holder.person, grant, situation)
  return own ?? accept(grant)
}

/** Decides whether the first grants of an invited person stand. */
export function firstGrants(
  person: string,
  grants: readonly NewGrant[],
  situation: Situation,
): Answer<readonly NewGrant[]> {
  for (const grant of grants) {
    const no = formedGrant(grant, situation.today) ?? ownGrant(person, grant, situation)
    if (no) return no
  }
  return accept(grants)
}

function formedGrant({ from, to }: NewGrant, today: Day) {
  if (from < today) return refuse('begins-in-the-past', { today })
  if (to !== null && to <= from) return refuse('ends-before-it-begins', {})
  return undefined
}

/**
 * An administrator does not give themselves a say in cases: another one does it. Where there is no
 * other, it is possible with a reason, and stands in the register for everybody who audits it.
 */
function ownGrant(person: string, { role, reason }: NewGrant, situation: Situation) {
  const { actor, holders, today } = situation
  if (person !== actor || !decisionRoles.includes(role)) return undefined
  const others = holders.filter((holder) => holder.person !== actor && administers(holder, today))
  if (others.length > 0) return refuse('own-grant', { role })
  if (reason === null) return refuse('own-grant-needs-reason', { role })
  return undefined
}

/** Decides whether a grant may be ended. */
export function revokeRole(
  holder: Holder,
  id: string,
  to: Day,
  situation: Situation,
): Answer<RoleGrant> {
  const { today } = situation
  const grant = holder.grants.find((one) => one.id === id)
  if (!grant) return refuse('no-such-grant', {})
  if (grant.to !== null && grant.to <= today) return refuse('grant-ended', {})
  if (to < today) return refuse('begins-in-the-past', { today })
  const rest = holder.grants.map((one) => (one.id === id ? { ...one, to } : one))
  const ends = administers(holder, today) && grant.role === 'admin'
  if (ends && !isStillRun(situation, { ...holder, grants: rest })) {
    return refuse('last-administrator', {})
  }
  return accept(grant)
}

/** Decides which grants end when a person leaves: all that reach beyond the day. */
export function leave(holder: Holder, on: Day, situation: Situation): Answer<readonly RoleGrant[]> {
  const ends = holder.grants.filter(({ to }) => to === null || to > on)
  const rest = holder.grants.map((one) => (ends.includes(one) ? { ...one, to: on } : one))
  if (administers(holder, situation.today) && !isStillRun(situation, { ...holder, grants: rest })) {
    return refuse('last-administrator', {})
  }
  return accept(ends)
}

/** Decides whether an account may be disabled: not one's own, and not the last administrator's. */
export function disable(holder: Holder, situation: Situation): Answer<Holder> {
  if (holder.isDisabled) return refuse('already-disabled', {})
  const disabled = { ...holder, isDisabled: true }
  if (administers(holder, situation.today) && !isStillRun(situation, disabled)) {
    return refuse('last-administrator', {})
  }
  if (holder.person === situation.actor) return refuse('own-account', {})
  return accept(holder)
}

/** Decides whether a disabled account may be used again. */
export function enable(holder: Holder): Answer<Holder> {
  return holder.isDisabled ? accept(holder) : refuse('not-disabled', {})
}

function overlaps(held: RoleGrant, { from, to }: NewGrant): boolean {
  return (to === null || held.from < to) && (held.to === null || from < held.to)
}
