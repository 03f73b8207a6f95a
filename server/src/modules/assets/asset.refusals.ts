import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { BookingRefusals } from './booking.commands.ts'
import type { CostRefusals } from './cost.commands.ts'

/** What a person reads for every no about costs. */
export function toCostProblem(refusal: Refusal<CostRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-asset':
      return notFound({
        zh: '台账中没有这项成果；披露受理后才进入台账。',
        en: 'The ledger has no such achievement; it is entered once its disclosure is accepted.',
      })
    case 'no-such-cost':
      return notFound({ zh: '没有这笔费用。', en: 'There is no such cost.' })
    case 'unknown-cost-kind':
      return badField('#/kind', 'unknown-cost-kind', {
        zh: `没有这种费用；可选：${refusal.facts.known}。`,
        en: `There is no such kind of cost; there are: ${refusal.facts.known}.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'voucher-used':
      return badField('#/voucher', 'voucher-used', {
        zh: `凭证 ${refusal.facts.voucher} 的同一笔费用已经登记；同一凭证下的另一笔，费用种类或金额应不同。`,
        en: `This cost of voucher ${refusal.facts.voucher} is recorded already; another one of it differs in kind or amount.`,
      })
    case 'voucher-taken': {
      const { at, rule, zh, en } = refusal.facts
      const field = { voucher: 'voucher', voucherAmount: 'voucherFen', amount: 'amountFen' }[at]
      return badField(`#/${field}`, rule, { zh, en })
    }
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
    case 'cost-reversed-already':
      return conflict('cost-reversed-already', {
        zh: '这笔费用已经冲回；不能冲回两次。',
        en: 'This cost was taken back already; that happens once.',
      })
    case 'cost-is-reversal':
      return conflict('cost-is-reversal', {
        zh: '冲回的记录本身不能再冲回；请重新登记正确的费用。',
        en: 'What takes a cost back is not taken back itself; record the right cost anew.',
      })
  }
}

/** What a person reads for every no of finance's decisions. */
export function toBookingProblem(refusal: Refusal<BookingRefusals>): Problem {
  switch (refusal.code) {
    case 'period-ahead':
      return badField('#/period', 'period-ahead', {
        zh: `这个月份还没有开始（今天 ${refusal.facts.today}）。`,
        en: `This month has not begun (today is ${refusal.facts.today}).`,
      })
    case 'proposal-changed':
      return conflict('proposal-changed', {
        zh: `“${refusal.facts.title}”的建议已经变化；没有入账，请刷新后重新核对。`,
        en: `What is proposed about “${refusal.facts.title}” changed; nothing was booked. Look at it again.`,
      })
    case 'proposal-undecided':
      return conflict('proposal-undecided', {
        zh: `“${refusal.facts.title}”退回研究阶段而没有登记开发结果，归集的费用如何处理没有规定；请先在台账案件中登记开发结束。`,
        en: `“${refusal.facts.title}” went back to research and nobody recorded what development came to; no text says what becomes of its collected costs. Record the end of development in its case first.`,
      })
    case 'voucher-missing':
      return badField('#/voucher', 'voucher-missing', {
        zh: '入账须填写凭证号。',
        en: 'What is booked needs the number of its voucher.',
      })
    case 'reason-missing':
      return badField('#/reason', 'reason-missing', {
        zh: '退回须说明理由。',
        en: 'What is given back needs a reason.',
      })
  }
}

/** The public pages of the ledger of assets. */
export const assetProblems: ProblemPages = {
  'cost-reversed-already': conflictPage(
    ['费用已冲回', '这笔费用已由另一条记录冲回。', '刷新后查看；需要时重新登记。'],
    [
      'The cost was taken back',
      'Another line took this cost back already.',
      'Look at it again; record it anew if need be.',
    ],
  ),
  'cost-is-reversal': conflictPage(
    ['这是一条冲回记录', '冲回的记录不能再冲回。', '重新登记正确的费用。'],
    [
      'This line takes another back',
      'What takes a cost back is not taken back itself.',
      'Record the right cost anew.',
    ],
  ),
  'proposal-changed': conflictPage(
    ['入账建议已变化', '查看之后，费用或成果阶段有了变化。', '刷新后重新核对，再入账或退回。'],
    [
      'The proposal changed',
      'A cost came or the stage moved after it was looked at.',
      'Look at it again, then book it or give it back.',
    ],
  ),
  'proposal-undecided': conflictPage(
    ['处理方式待确认', '归集的费用没有对应的处理规定。', '先在台账案件中登记开发结束。'],
    [
      'What becomes of it is undecided',
      'No text says what becomes of these collected costs.',
      'Record the end of development in the case of the ledger first.',
    ],
  ),
}
