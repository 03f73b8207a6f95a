import type { FileRef } from '../procedure.ts'

/** What others may do in the institution's name. */
export const tasks = ['title', 'negotiation', 'registration', 'signing'] as const
export type Task = (typeof tasks)[number]

/** A task that somebody else does, by which letter, from when until which last day. */
export interface Delegation {
  readonly id: string
  readonly task: Task
  readonly delegate: string
  /** To the platform company, or to a person. */
  readonly isCompany: boolean
  /** For one case; null for all of them. */
  readonly caseId: string | null
  readonly letterNumber: string
  readonly letter: FileRef
  readonly from: string
  readonly until: string | null
  /** From this day on it no longer holds. */
  readonly withdrawnOn: string | null
}

/** A no about delegations. */
export type DelegationRefusals = {
  'no-such-case': Record<string, never>
  'no-such-delegation': Record<string, never>
  'letter-not-stored': { name: string }
  'ends-before-it-begins': Record<string, never>
  'withdrawn-already': Record<string, never>
}

type Data = Readonly<Record<string, unknown>>

/** Whether it holds on a day. */
export function holdsOn(
  { from, until, withdrawnOn }: Pick<Delegation, 'from' | 'until' | 'withdrawnOn'>,
  day: string,
): boolean {
  return (
    from <= day && (until === null || day <= until) && (withdrawnOn === null || day < withdrawnOn)
  )
}

/** Whether an act is the company's doing for the institution, and so rests on a letter. */
export function restsOnLetter(type: string, data: Data, roles: readonly string[]): boolean {
  if (type === 'titleRegistered') return roles.includes('platform_company')
  return type === 'signed' && data['byPlatformCompany'] === true
}

/**
 * What an act says of a delegation, filled in from the register; what was typed stays.
 *
 * @param inForce  the delegations that hold on the day of the act.
 * @returns the data, and the letter it rests on.
 */
export function delegated(
  type: string,
  data: Data,
  inForce: readonly Delegation[],
): { readonly data: Data; readonly letter?: FileRef } {
  const held = (task: Task) => inForce.find((one) => one.task === task && one.isCompany)
  const title = type === 'titleRegistered' ? held('title') : undefined
  if (title && !data['delegation']) {
    return { data: { ...data, delegation: title.letterNumber }, letter: title.letter }
  }
  const signing = type === 'signed' ? held('signing') : undefined
  if (signing && data['authorised'] === undefined) {
    return { data: { ...data, authorised: true }, letter: signing.letter }
  }
  return { data }
}
