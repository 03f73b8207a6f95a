// A payout that finance records by hand says of the relief on cash rewards what its days allow, and no more: the
// months of the law begin with the income that it shares out (cn-cash-reward-2018#h5).
import type { Day } from '@yizhuan/kit'
import {
  type CaseState,
  datedIncome,
  reliefByDays,
  replay,
  takenBy,
  transferCase,
} from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import type { FieldError } from '../../platform/problem.ts'
import { lawOf } from '../policies/index.ts'
import type { Entry } from './procedure.ts'

type Data = Readonly<Record<string, unknown>>

/** Refused where it claims the relief for what is paid too late. */
export async function reliefInTime(
  _tx: Tx,
  { data, on, past }: { readonly data: Data; readonly on: Day; readonly past: readonly Entry[] },
): Promise<{ readonly data: Data } | { readonly errors: readonly FieldError[] }> {
  if (data['taxRelief'] !== true) return { data }
  const state = replay(transferCase, past) as CaseState | undefined
  if (!state?.plan) return { data }
  const cash = state.plan.data.lines.filter(({ award }) => award === 'cash')
  const byDays = reliefByDays(
    lawOf(['cn']),
    datedIncome(takenBy(state, state.plan).receipts),
    cash.map(({ amount }) => ({ on, amount: BigInt(amount) })),
  )
  if (byDays?.state === 'late') return { errors: [tooLate(byDays.lastClose)] }
  if (byDays?.state !== 'mixed') return { data }
  // Of what is paid too late nothing is left out of the wages.
  const { countedForTax: told } = data
  if (told === undefined) return { data: { ...data, countedForTax: `${byDays.counted}` } }
  const isFen = typeof told === 'string' && /^\d{1,18}$/.test(told)
  return !isFen || BigInt(told) >= byDays.counted ? { data } : { errors: [tooLittle(byDays)] }
}

const tooLate = (closed: Day): FieldError => ({
  ...{ pointer: '#/data/taxRelief', rule: 'relief-window-closed' },
  detail: {
    zh: `取得收入后的优惠期已于${closed}届满，本次发放不能减按计税。`,
    en: `The window of the relief closed on ${closed}: what is paid now is counted in full.`,
  },
})

const tooLittle = ({ firstClose, counted }: { firstClose: Day; counted: bigint }): FieldError => ({
  ...{ pointer: '#/data/countedForTax', rule: 'counted-too-little' },
  detail: {
    zh: `部分到账的优惠期已于${firstClose}届满，计入工资薪金的金额至少为${Number(counted) / 100}元。`,
    en: `For some of the receipts the window closed on ${firstClose}: at least ${Number(counted) / 100} yuan count as wages.`,
  },
})
