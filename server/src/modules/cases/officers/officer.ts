import { accept, type Outcome, refuse } from '@yizhuan/kit'

/** Who answers for a case, and who helps. */
export type Part = 'lead' | 'support'

/** The officers of a case: persons by their ids. */
export interface Officers {
  /** Nobody where a case came from elsewhere and was not given to anybody yet. */
  readonly lead: string | undefined
  readonly support: readonly string[]
}

/** Somebody of the institution who has an account. */
export interface Colleague {
  readonly person: string
  readonly name: string
  /** Held today. */
  readonly roles: readonly string[]
  readonly isDisabled: boolean
}

/** A no about officers. */
export type OfficerRefusals = {
  'case-not-found': Record<string, never>
  'no-such-officer': { pointer: string }
  'cannot-be-officer': { pointer: string; name: string }
  'leads-and-helps': Record<string, never>
  'handed-to-same': Record<string, never>
  'nothing-to-hand-over': Record<string, never>
  'not-yours-to-give': Record<string, never>
  'taken-by-oneself': { pointer: string }
  'closed-to-officer': { pointer: string; name: string; cases: string }
}

/** Roles that look on, advise on texts or belong to another house: they carry no case. */
const onlookers: readonly string[] = ['auditor', 'health_prov', 'policy_officer']

/** Whether somebody can answer for a case: the account is open, and one of its roles does work. */
export function canBeOfficer({ roles, isDisabled }: Colleague): boolean {
  return !isDisabled && roles.some((role) => !onlookers.includes(role))
}

/** Who assigns work: they say who has a case, whoever had it before. */
const assigners: readonly string[] = ['leaders', 'admin']

/** The office, which takes up what nobody of it has yet. */
const office: readonly string[] = ['tto_negotiator', 'tto_reviewer']

/** Who only brings a result; a case in their hands waits for the office. */
const bringers: readonly string[] = [...onlookers, 'inventor', 'team_rep']

/**
 * Whether somebody may pass a case on: who has it gives it; who assigns work says who has it, but takes
 * none for themselves; the office takes up what nobody works on. A colleague's case is nobody's to take.
 */
export function checkGiving(
  staff: readonly Colleague[],
  by: { readonly person: string; readonly roles: readonly string[] },
  from: string | undefined,
  to: { readonly person: string; readonly pointer: string },
): Outcome<undefined, OfficerRefusals> {
  const holds = (roles: readonly string[]) => by.roles.some((role) => roles.includes(role))
  if (from === by.person) return accept(undefined)
  const holder = staff.find(({ person }) => person === from)
  const isWaiting = from === undefined || (holder && !worksOn(holder))
  if (isWaiting && holds([...office, ...assigners])) return accept(undefined)
  if (!holds(assigners)) return refuse('not-yours-to-give', {})
  const isTaken = to.person === by.person && to.person !== from
  return isTaken ? refuse('taken-by-oneself', { pointer: to.pointer }) : accept(undefined)
}

/** Whether somebody's roles, the account's end aside, are of those who work on cases. */
function worksOn({ roles, isDisabled }: Colleague): boolean {
  return isDisabled || roles.some((role) => !bringers.includes(role))
}

/** Whether cases can be given to a person. */
export function checkOfficer(
  staff: readonly Colleague[],
  person: string,
  pointer: string,
): Outcome<Colleague, OfficerRefusals> {
  const colleague = staff.find((one) => one.person === person)
  if (!colleague) return refuse('no-such-officer', { pointer })
  if (!canBeOfficer(colleague))
    return refuse('cannot-be-officer', { pointer, name: colleague.name })
  return accept(colleague)
}

/** Whether a case may have these officers; those it has already may stay until they are replaced. */
export function checkOfficers(
  staff: readonly Colleague[],
  before: Officers,
  wanted: { readonly lead: string; readonly support: readonly string[] },
): Outcome<Officers, OfficerRefusals> {
  if (wanted.support.includes(wanted.lead)) return refuse('leads-and-helps', {})
  const known = new Set([before.lead, ...before.support])
  const named = [
    { person: wanted.lead, pointer: '#/lead', stays: wanted.lead === before.lead },
    ...wanted.support.map((person, index) => ({
      person,
      pointer: `#/support/${index}`,
      stays: known.has(person),
    })),
  ]
  for (const { person, pointer, stays } of named) {
    const checked = stays ? accept(undefined) : checkOfficer(staff, person, pointer)
    if (checked.kind === 'refused') return checked
  }
  return accept({ lead: wanted.lead, support: [...new Set(wanted.support)] })
}

/** The officers after one of them gave the case to somebody else, who takes the better part. */
export function handedOver({ lead, support }: Officers, from: string, to: string): Officers {
  const others = support.filter((person) => person !== from && person !== to)
  if (lead === from) return { lead: to, support: others }
  return { lead, support: lead === to ? others : [...others, to] }
}

/** The part a person has in a case. */
export function partOf({ lead, support }: Officers, person: string): Part | undefined {
  if (lead === person) return 'lead'
  return support.includes(person) ? 'support' : undefined
}
