import type { Kind } from './notification.ts'

/** What reaches a person by mail. In the application everything reaches them. */
export interface Reach {
  /** At which hour of a working day the digest is sent; null for none. */
  readonly digestHour: number | null
  readonly atOnce: readonly Kind[]
}

/** What holds for somebody who chose nothing: a digest in the morning, and what cannot wait. */
export const usualReach: Reach = { digestHour: 8, atOnce: ['objection', 'tip', 'late'] }

/** Nothing by mail any more. */
export const noMail: Reach = { digestHour: null, atOnce: [] }
