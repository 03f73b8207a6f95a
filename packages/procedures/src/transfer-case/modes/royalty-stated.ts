// A licensee states the sales of a period once it is over, and once; a later statement of it corrects.
import type { Day } from '@yizhuan/kit'
import { type ActsState, readers } from '../../procedure/acts-state.ts'
import { label } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { type ModeData, modeData } from './mode-data.ts'

const { all } = readers(modeData)

const reversed: OutOfOrder = {
  code: 'royalty-period-reversed',
  detail: label(
    '结算期的止日早于起日，请核对。',
    'The period ends before it begins; check its days.',
  ),
}
const running: OutOfOrder = {
  code: 'royalty-period-running',
  detail: label(
    '结算期尚未结束；请在结算期满后，按收到结算单的日期登记。',
    'The period is not over yet. Record its statement once it has ended, on the day it came.',
  ),
}
const stated: OutOfOrder = {
  code: 'royalty-stated-already',
  detail: label(
    '这一结算期或其中一段已登记结算单；确为更正的，请勾选更正，起止日与原结算单一致。',
    'This period, or a part of it, is stated already. If it corrects that statement, say so, with the same first and last day.',
  ),
}

/** What recording a royalty statement may be told. */
export const royaltyWrongs = [reversed, running, stated] as const

/** Why a royalty statement is not recorded so. */
export function wrongRoyalty(
  state: ActsState | undefined,
  { from, to, corrects }: ModeData<'royaltyReported'>,
  on: Day | undefined,
): OutOfOrder | undefined {
  if (to < from) return reversed
  if (on !== undefined && to >= on) return running
  const known = state ? all(state, 'royaltyReported') : []
  const alike = known.filter(({ data }) => data.from <= to && from <= data.to)
  const isSame = alike.every(({ data }) => data.from === from && data.to === to)
  return alike.length > 0 && !(corrects === true && isSame) ? stated : undefined
}
