import type { Tx } from '../../../platform/database.ts'
import { judgePlaced, placeStatement, toReceivableProblem } from '../../receivables/index.ts'
import { type Answer, type Asked, isFen } from '../gathering.ts'

const no = (field: string, rule: string, zh: string, en: string): Answer => ({
  errors: [{ pointer: `#/data/${field}`, rule, detail: { zh, en } }],
})

/**
 * A royalty statement is of a period that the payment terms of its contract agreed, where they agree on a royalty,
 * and of none that was stated: on the page of the contract, or here.
 */
export async function royaltyPeriod(
  tx: Tx,
  { institution, data, on, past }: Asked,
): Promise<Answer> {
  const { from, to, sales, royalty, corrects } = data
  const id = past[0]?.case
  // What is not said as it must be is refused with the rest of the form.
  if (id === undefined || !isFen(sales) || !isFen(royalty)) return { data }
  if (typeof from !== 'string' || typeof to !== 'string' || to < from || to >= on) return { data }
  const said = { sales, royalty, from, to, corrects: corrects === true }
  const placed = await placeStatement(tx, { institution, case: id, ...said, on })
  if (placed.is === 'loose') return { data }
  if (placed.is === 'foreign') return foreign
  if (placed.is === 'several') return several
  if (placed.is === 'pieces') return pieces
  if (placed.is === 'unknown') return otherPeriod(placed.periods)
  const judged = await judgePlaced(tx, institution, on, placed.period)
  if (judged.kind === 'accepted') return { data }
  const problem = toReceivableProblem(judged.refusal)
  const detail = problem.parts.errors?.[0]?.detail ?? problem.detail
  const field = judged.refusal.code === 'stated-before' ? 'corrects' : 'from'
  return { errors: [{ pointer: `#/data/${field}`, rule: judged.refusal.code, detail }] }
}

const foreign = no(
  'sales',
  'stated-in-currency',
  '合同以外币计价，请在合同页面按原币登记结算单。',
  'The contract is in a foreign currency; record the statement on the page of the contract, in that currency.',
)

// Taken for the first of them, the second would stand in its place.
const several = no(
  'from',
  'stated-by-term',
  '付款条款有多项许可费约定了这一结算期，请在合同页面按条款分别登记结算单。',
  'Several royalties of the payment terms run over this period; record each statement on the page of the contract, under its term.',
)

const pieces = no(
  'sales',
  'stated-by-piece',
  '付款条款约定按件计提，请在合同页面按件数登记结算单。',
  'The payment terms count pieces; record the statement on the page of the contract, by their number.',
)

function otherPeriod(periods: readonly string[]): Answer {
  const some = periods.slice(0, 4).join(', ')
  return no(
    'from',
    'period-of-terms',
    `付款条款约定的结算期没有这一期，请按约定的起止日填写，例如：${some}。`,
    `The payment terms have no such period; state one of theirs, for example: ${some}.`,
  )
}
