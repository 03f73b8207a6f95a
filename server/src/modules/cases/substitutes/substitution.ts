import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { type Colleague, canBeOfficer } from '../officers/officer.ts'

/** Where a substitution stands. */
export type SubstitutionState = 'named' | 'approved' | 'refused' | 'ended'

/** Somebody acts for somebody else who is away. */
export interface Substitution {
  readonly id: string
  readonly person: string
  readonly substitute: string
  readonly roles: readonly string[]
  /** Every case, or only those that the absent person is an officer of. */
  readonly scope: 'all' | 'own'
  readonly from: string
  /** The last day on which it runs. */
  readonly until: string
  readonly reason: string
  readonly namedBy: string
  readonly state: SubstitutionState
}

/** A no about substitutes. */
export type SubstitutionRefusals = {
  'no-such-person': { pointer: string }
  'no-such-substitution': Record<string, never>
  'cannot-substitute': { name: string }
  'only-for-oneself': Record<string, never>
  'role-not-held': { role: string; name: string }
  'role-not-lent': { role: string }
  'for-oneself': Record<string, never>
  'over-already': { today: string }
  'not-to-be-decided': Record<string, never>
  'not-by-a-party': Record<string, never>
  'not-running': Record<string, never>
  'not-yours-to-end': Record<string, never>
}

type Answer<Value> = Outcome<Value, SubstitutionRefusals>

/** Roles whose holder looks on or rules over accounts; nobody lends them. */
const notLent: readonly string[] = ['admin', 'auditor', 'policy_officer', 'health_prov']

/** Who names a substitute, for whom, and what for. */
export interface Naming {
  readonly person: string
  readonly substitute: string
  readonly roles: readonly string[]
  readonly from: string
  readonly until: string
}

/** Whether somebody may be named; `mayNameOthers` is for those who run the house. */
export function checkNaming(
  staff: readonly Colleague[],
  by: { readonly person: string; readonly mayNameOthers: boolean },
  { person, substitute, roles, from, until }: Naming,
  today: string,
): Answer<{ readonly absent: Colleague; readonly substitute: Colleague }> {
  if (person !== by.person && !by.mayNameOthers) return refuse('only-for-oneself', {})
  if (person === substitute) return refuse('for-oneself', {})
  const absent = staff.find((one) => one.person === person)
  if (!absent) return refuse('no-such-person', { pointer: '#/person' })
  const other = staff.find((one) => one.person === substitute)
  if (!other) return refuse('no-such-person', { pointer: '#/substitute' })
  if (!canBeOfficer(other)) return refuse('cannot-substitute', { name: other.name })
  if (until < today || until < from) return refuse('over-already', { today })
  for (const role of roles) {
    if (notLent.includes(role)) return refuse('role-not-lent', { role })
    if (!absent.roles.includes(role)) return refuse('role-not-held', { role, name: absent.name })
  }
  return accept({ absent, substitute: other })
}

/** Whether an administrator may decide about it: neither side does so for themselves. */
export function checkDeciding(
  { person, substitute, state }: Substitution,
  by: string,
): Answer<undefined> {
  if (state !== 'named') return refuse('not-to-be-decided', {})
  if (by === person || by === substitute) return refuse('not-by-a-party', {})
  return accept(undefined)
}

/** Whether somebody may end it: both sides, and those who run the house. */
export function checkEnding(
  { person, substitute, state, until }: Substitution,
  by: { readonly person: string; readonly mayNameOthers: boolean },
  today: string,
): Answer<undefined> {
  if (!['named', 'approved'].includes(state) || until < today) return refuse('not-running', {})
  const isParty = by.person === person || by.person === substitute
  return isParty || by.mayNameOthers ? accept(undefined) : refuse('not-yours-to-end', {})
}

/** Whether it runs on a day. */
export function isRunning({ state, from, until }: Substitution, today: string): boolean {
  return state === 'approved' && from <= today && today <= until
}

/** The roles in which a substitute acts: those lent that the absent person still holds and may use. */
export function lentRoles(
  { roles }: Pick<Substitution, 'roles'>,
  absent: (Pick<Colleague, 'roles'> & Partial<Pick<Colleague, 'isDisabled'>>) | undefined,
): readonly string[] {
  // With an account its roles end, also where they were lent.
  if (absent?.isDisabled) return []
  return roles.filter((role) => absent?.roles.includes(role))
}
