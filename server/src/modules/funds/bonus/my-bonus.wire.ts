import { z } from 'zod'
import { bases, bonusKinds, paymentEnds, states } from './bonus.ts'

/** What travels of somebody's own bonuses at grant; nothing of those who share them. */

const Words = z.object({ zh: z.string(), en: z.string() })
const right = {
  rightId: z.string(),
  rightNumber: z.string().nullable(),
  rightTitle: z.string(),
  grantedOn: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
}

export const MyBonusesWire = z.object({
  /** Somebody else of the house bears the same name: nothing can be told apart. */
  isNameShared: z.boolean(),
  paidFen: z.string(),
  openFen: z.string(),
  items: z.array(
    z.object({
      ...right,
      id: z.string(),
      rightKind: z.enum(bonusKinds),
      state: z.enum(states),
      /** The own share. */
      fen: z.string(),
      isPaid: z.boolean(),
      basis: z.enum(bases),
      rule: z.string().nullable(),
      payments: z.array(
        z.object({
          kind: z.enum(['paid', ...paymentEnds]),
          onDay: z.string(),
          reference: z.string(),
        }),
      ),
      findings: z.array(
        z.object({
          norm: z.string(),
          title: Words,
          status: z.string(),
          articles: z.array(z.object({ source: z.string(), at: z.string(), label: Words })),
        }),
      ),
    }),
  ),
  /** Granted patents of theirs for which nobody has proposed a bonus. */
  owed: z.array(z.object(right)),
})
export type MyBonusesWire = z.infer<typeof MyBonusesWire>
