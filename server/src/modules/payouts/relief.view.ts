import type { Day } from '@yizhuan/kit'
import { type Dated, type ReliefByDays, reliefByDays } from '@yizhuan/procedures'
import { nationsLaw } from '../tax-positions/index.ts'

/**
 * How the cash of a plan stands to the window of the relief, by the days of its payments.
 *
 * @param payments  what was paid by now; none where it is foreseen for today.
 */
export function reliefOn(
  plan:
    | {
        readonly lines: readonly { readonly award: string; readonly amount: string }[]
        readonly receipts: readonly Dated[]
      }
    | undefined,
  today: Day,
  payments: readonly Dated[] = [],
): ReliefByDays | undefined {
  if (!plan) return undefined
  const cash = plan.lines.filter(({ award }) => award === 'cash')
  const foreseen = cash.map(({ amount }) => ({ on: today, amount: BigInt(amount) }))
  return reliefByDays(nationsLaw(), plan.receipts, payments.length > 0 ? payments : foreseen)
}
