// Of what stock is taken.
import type { RightKind } from '@yizhuan/docket'

/** Rights and the achievements without one, or either alone. */
export const registers = ['all', 'rights', 'achievements'] as const

/** Which records a campaign lists. */
export interface Scope {
  readonly register: (typeof registers)[number]
  readonly kind?: RightKind | undefined
  readonly department?: string | undefined
  /** Only patents in force that have lain idle for so many years. */
  readonly idleYears?: number | undefined
}
