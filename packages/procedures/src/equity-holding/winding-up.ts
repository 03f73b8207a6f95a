// How a company ends, step by step: what a court or the liquidators have done is done once, and is not undone by
// what came before it.
import type { Day } from '@yizhuan/kit'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { actData } from './acts.ts'

const { all } = readers(actData)

/** How far each step is: a liquidation may become a bankruptcy or the other way round, its end and what follows not. */
const depth: Readonly<Record<string, number>> = {
  bankruptcy_accepted: 0,
  liquidation_begun: 0,
  liquidation_ended: 1,
  deregistered: 2,
}

const beforeItsStep: OutOfOrder = {
  code: 'winding-up-out-of-order',
  detail: label(
    '与已登记的进展先后不符：受理破产、开始清算在前，清算终结在后，注销最后。请核对日期和进展；原登记有误的，先更正原记录。',
    'That does not fit what is recorded: a bankruptcy or a liquidation begins, then ends, and the company is deregistered last. Check the day and the step; where an entry is wrong, strike it first.',
  ),
}
const stepBefore: OutOfOrder = {
  code: 'winding-up-recorded',
  detail: label(
    '这份文书的这一进展已登记；登记有误的，先更正原记录。',
    'This step is recorded with this document already; where it is wrong, strike that entry first.',
  ),
}

/** Whether the company is struck off the register by a day; by any day where none is named. */
export const isDeregistered = (state: ActsState, on?: Day): boolean =>
  all(state, 'windingUp').some(
    (one) => one.data.stage === 'deregistered' && (on === undefined || one.on <= on),
  )

export const windingUpWrongs = [beforeItsStep, stepBefore] as const

/** What is wrong with a step of a winding-up on a day, beside those recorded before. */
export function wrongWindingUp(
  state: ActsState,
  data: Readonly<Record<string, unknown>>,
  on: Day,
): OutOfOrder | undefined {
  const known = all(state, 'windingUp')
  const isSame = known.some(
    (one) => one.data.stage === data['stage'] && one.data.document === data['document'],
  )
  if (isSame) return stepBefore
  const own = depth[String(data['stage'])] ?? 0
  const isAgainst = known.some((one) => {
    const other = depth[one.data.stage] ?? 0
    return (other < own && one.on > on) || (other > own && one.on < on)
  })
  // Within a day the later step is recorded last.
  const isBehind = known.some((one) => (depth[one.data.stage] ?? 0) > own && one.on === on)
  return isAgainst || isBehind ? beforeItsStep : undefined
}
