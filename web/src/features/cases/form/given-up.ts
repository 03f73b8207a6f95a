import type { Values } from './filled.ts'

/** What the register knows of a right that is to be given up. */
export interface KnownRight {
  readonly id: string
  readonly title: string
  readonly number: string | null
  readonly status: string | null
  readonly inventors: readonly string[]
  readonly feeDueOn: string | null
  readonly achievementId: string | null
}

/** The proposal to give a right up, as far as the register knows it; the act says later which right ends. */
export function prefillGivenUp(one: KnownRight, title: string): Values {
  const { id, number, status, inventors, feeDueOn, achievementId } = one
  return {
    title,
    right: one.title,
    // The form does not show it; by it the docket hears that the right was given up.
    rightId: id,
    ...(achievementId !== null && { achievementId }),
    ...(number !== null && { number }),
    ...(status !== null && { kind: status.startsWith('pending') ? 'applied' : 'granted' }),
    ...(feeDueOn?.length === 10 && { feeDueOn }),
    ...(inventors.length > 0 && { completers: [...inventors] }),
  }
}
