// What a plan takes of the receipts and costs that wait. Without a word on it, all of them; else the parts
// it names, and the rest waits for a later plan. A fen is shared out once, and a cost deducted once, ever.
import type { OutOfOrder } from '../procedure/order.ts'
import type { ActData } from './acts.ts'
import {
  type CaseState,
  type Cost,
  leftOf,
  type PlanState,
  pendingCosts,
  pendingReceipts,
  type Receipt,
} from './state.ts'

type Plan = Pick<ActData<'planDrafted'>, 'takesReceipts' | 'takesCosts'>

/** A line of money, or a piece of one. */
type Piece = Receipt | Cost

/** What is taken of a line: the line itself where it is taken whole, else a piece of it. */
export interface Taken {
  readonly receipts: readonly Receipt[]
  readonly costs: readonly Cost[]
}

/** Whether a plan names the parts it takes, so that what comes later does not overtake it. */
export const namesParts = (plan: Plan | undefined): boolean =>
  (plan?.takesReceipts ?? []).length > 0

/**
 * What the plan takes of what waits; all of it while there is no plan.
 *
 * @param until  the act after which its payments were ordered: what came later is not of it.
 */
export function takenBy(
  state: CaseState,
  plan: PlanState | undefined,
  until = Number.POSITIVE_INFINITY,
): Taken {
  const wasThere = ({ seq }: Piece) => seq <= until
  const receipts = pendingReceipts(state).filter(wasThere)
  const costs = pendingCosts(state).filter(wasThere)
  const { takesReceipts = [], takesCosts = [] } = plan?.data ?? {}
  if (plan === undefined || takesReceipts.length === 0) return { receipts, costs }
  // What came after the plan is not what it names, though it bear the same voucher.
  const isKnown = ({ seq }: Piece) => seq < plan.seq
  return {
    receipts: receipts
      .filter(isKnown)
      .flatMap((line) => pieceOf(line, amountOf(takesReceipts, line))),
    costs: costs.filter(isKnown).flatMap((line) => pieceOf(line, amountOf(takesCosts, line))),
  }
}

/** The lines after a payout: what the plan took is of that distribution, what is left waits on. */
export function settled(
  state: CaseState,
  plan: PlanState,
  distribution: number,
  until?: number,
): Taken {
  const taken = takenBy(state, plan, until)
  return {
    receipts: state.receipts.flatMap((line) => divided(line, taken.receipts, distribution)),
    costs: state.costs.flatMap((line) => divided(line, taken.costs, distribution)),
  }
}

/** The lines after a reversal: the pieces of that distribution wait again, each line whole as it was. */
export function freed<Line extends Piece>(lines: readonly Line[], distribution: number): Line[] {
  const free = lines.map((line): Line => {
    const { distribution: at, ...rest } = line
    return at === distribution ? (rest as Line) : line
  })
  const whole: Line[] = []
  for (const line of free) {
    const at = whole.findIndex((one) => one.seq === line.seq && isWaiting(one))
    const before = whole[at]
    if (before !== undefined && isWaiting(line)) whole[at] = joined(before, line)
    else whole.push(line)
  }
  return whole
}

/** Which kinds of cost weigh against receipts; all of them where no law is at hand. */
export type Weighs = (kind: string) => boolean

const all: Weighs = () => true

/** Whether costs came after a plan that names its parts, and what it leaves does not cover them any more. */
export function isOutweighed(state: CaseState, weighs: Weighs = all): boolean {
  const plan = state.plan?.data ?? {}
  return namesParts(plan) && wrongBalance(state, plan, weighs) !== undefined
}

/** What is wrong with the parts a plan names. */
export function wrongTaking(state: CaseState | undefined, plan: Plan): OutOfOrder | undefined {
  const { takesReceipts = [], takesCosts = [] } = plan
  if (!state) return undefined
  if (takesCosts.length > 0 && takesReceipts.length === 0) return costsAlone
  const named = [...takesReceipts, ...takesCosts].map((one) => ({ ...one, key: keyOf(one) }))
  if (new Set(named.map(({ key }) => key)).size < named.length) return takenTwice
  const waiting = [...pendingReceipts(state), ...pendingCosts(state)]
  const lines = named.map(({ key }) => waiting.filter((line) => keyOf(line.data) === key))
  if (lines.some(({ length }) => length > 1)) return ambiguous
  const isMore = ({ amount }: Named, line: Piece | undefined) =>
    line === undefined || BigInt(amount) > leftOf(line) || BigInt(amount) === 0n
  return named.some((one, at) => isMore(one, lines[at]?.[0])) ? moreThanWaits : undefined
}

/**
 * No net income is below nothing, so costs that outweigh the receipts they stand beside would be lost, and
 * all distributions together would come to more than what the deal brought (the reading of what is carried
 * forward, `gd.net.carried` and its like).
 */
export function wrongBalance(
  state: CaseState,
  { takesReceipts = [], takesCosts = [] }: Plan,
  weighs: Weighs = all,
): OutOfOrder | undefined {
  const [receipts, costs] = [takesReceipts, takesCosts.filter(({ kind }) => weighs(kind))].map(
    sumOf,
  )
  const total = (lines: readonly Piece[]) => lines.reduce((sum, line) => sum + leftOf(line), 0n)
  const arrived = total(pendingReceipts(state))
  const booked = total(pendingCosts(state).filter(({ data }) => weighs(data.kind)))
  if (receipts === undefined || costs === undefined) return undefined
  if (costs > receipts) return costsOutweigh
  return booked - costs > arrived - receipts ? costsLeftOver : undefined
}

const reason = (code: string, zh: string, en: string): OutOfOrder => ({ code, detail: { zh, en } })

const costsAlone = reason(
  'costs-without-receipts',
  '写明本次扣除哪些费用的，也须写明本次分配哪些到账。',
  'Who names the costs to deduct names the receipts to share out as well.',
)
const takenTwice = reason(
  'taken-twice',
  '同一笔到账或费用在本方案中写了两次，请合并。',
  'A receipt or cost stands twice in the plan; join the lines.',
)
const moreThanWaits = reason(
  'more-than-waits',
  '没有这笔待分配的到账或费用，或者所写金额为零、超过其余额；请核对凭证号、种类和金额。',
  'No such receipt or cost waits, or the amount is nothing or more than is left of it; check voucher, kind and amount.',
)
const costsOutweigh = reason(
  'costs-outweigh',
  '本次扣除的费用超过本次分配的到账；超出部分请留待以后的方案扣除。',
  'The costs deducted now are more than the receipts shared out now; leave the rest to a later plan.',
)
const costsLeftOver = reason(
  'costs-left-over',
  '余下的到账不足以扣除余下的费用；请在本次多扣除费用，或者少分配到账。',
  'What is left of the receipts does not cover the costs that are left; deduct more now, or share out less.',
)
/** Costs came after the plan that its rest does not cover. */
export const overtaken = reason(
  'plan-overtaken',
  '方案提交后又登记了费用，余下的到账不足以扣除；请重新提交分配方案。',
  'Costs came after the plan, and what it leaves does not cover them; draft the plan afresh.',
)
const ambiguous = reason(
  'voucher-ambiguous',
  '有两笔待分配的到账用同一凭证号，不能只分配其中一部分；请合并分配。',
  'Two receipts that wait bear that voucher, so no part of one can be named; share them out together.',
)

interface Named {
  readonly voucher: string
  /** Costs have one, receipts none. */
  readonly kind?: string
  readonly amount: string
}

const sumOf = (named: readonly Named[]): bigint =>
  named.reduce((sum, { amount }) => sum + BigInt(amount), 0n)

const keyOf = ({ kind = '', voucher }: Omit<Named, 'amount'>): string => `${kind} ${voucher}`

function amountOf(named: readonly Named[], { data }: Piece): bigint {
  return BigInt(named.find((one) => keyOf(one) === keyOf(data))?.amount ?? 0)
}

const isWaiting = ({ distribution }: Piece): boolean => distribution === undefined

/** A part of a line that still waits; the line itself where nothing is left of it. */
function pieceOf<Line extends Piece>(line: Line, amount: bigint): Line[] {
  if (amount === 0n) return []
  return amount === leftOf(line) ? [line] : [withLeft(line, amount)]
}

function divided<Line extends Piece>(
  line: Line,
  taken: readonly Line[],
  distribution: number,
): Line[] {
  const piece = isWaiting(line) ? taken.find(({ seq }) => seq === line.seq) : undefined
  if (!piece) return [line]
  const rest = leftOf(line) - leftOf(piece)
  return [{ ...piece, distribution }, ...(rest > 0n ? [withLeft(line, rest)] : [])]
}

/** What went back of the line went back of the piece that waited then, so that one knows of all of it. */
function joined<Line extends Piece>(one: Line, other: Line): Line {
  const wiser = BigInt(refundedOf(other)) > BigInt(refundedOf(one)) ? other : one
  return withLeft(wiser, leftOf(one) + leftOf(other))
}

const refundedOf = (line: Piece): string => ('refunded' in line && line.refunded) || '0'

/** A line of which that much is left; the whole of it says nothing of a part. */
function withLeft<Line extends Piece>(line: Line, left: bigint): Line {
  const { part: _part, ...whole } = line
  return leftOf(whole as Line) === left ? (whole as Line) : { ...(whole as Line), part: `${left}` }
}
