// Technology managers (技术经理人): those who do the work of transfer, and whether they are certified.

/** Whether somebody has a certificate of a technology manager that is good. */
export const managerStates = ['valid', 'expired', 'none'] as const
export type ManagerState = (typeof managerStates)[number]

/** The kind of the certificate that makes somebody a technology manager. */
export const managerKind = 'technology_manager'

/** A certificate or a training as far as it is asked. */
export interface Learned {
  readonly kind: string
  readonly issuedOn: string
  readonly validUntil: string | null
  readonly hours: number | null
}

/** What somebody's certificates and trainings come to on a day. */
export function standingOf(learned: readonly Learned[], today: string) {
  const certificates = learned.filter(({ kind }) => kind === managerKind)
  // One without an end is good for longer than any with one.
  const isLater = (one: string | null, than: string | null) =>
    one === null || (than !== null && one > than)
  const [first, ...others] = certificates.map(({ validUntil }) => validUntil)
  const sum = (some: readonly Learned[]) => some.reduce((all, { hours }) => all + (hours ?? 0), 0)
  const hours = sum(learned)
  const hoursThisYear = sum(
    learned.filter(({ issuedOn }) => issuedOn.slice(0, 4) === today.slice(0, 4)),
  )
  if (first === undefined) {
    return { state: 'none' as const, validUntil: null, hours, hoursThisYear }
  }
  const validUntil = others.reduce((last, one) => (isLater(one, last) ? one : last), first)
  const state: ManagerState = validUntil === null || validUntil >= today ? 'valid' : 'expired'
  return { state, validUntil, hours, hoursThisYear }
}
