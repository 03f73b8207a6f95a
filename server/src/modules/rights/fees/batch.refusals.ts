import { type Refusal, yuanText } from '@yizhuan/kit'
import { toDayProblem } from '../../../platform/passed-day.refusals.ts'
import { conflictPage, type ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { BatchRefusals } from './batch.commands.ts'

/** What a person reads for every no of the batches. */
export function toBatchProblem(refusal: Refusal<BatchRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-batch':
      return notFound({ zh: '没有这个缴费批次。', en: 'There is no such batch.' })
    case 'no-such-fee':
      return badField('#/lines', 'no-such-fee', {
        zh: `所选的一项（${feeIn(refusal.facts).zh}）没有待缴的费用；可能已经缴纳。`,
        en: `Of one that was chosen (${feeIn(refusal.facts).en}) no fee waits to be paid; it may be paid already.`,
      })
    case 'fee-in-batch':
      return conflict('fee-in-batch', {
        zh: `“${refusal.facts.title}”${feeIn(refusal.facts).zh}已在另一批次中，不能重复缴纳。`,
        en: `For “${refusal.facts.title}”, ${feeIn(refusal.facts).en} stands in another batch; nothing is paid twice.`,
      })
    case 'fee-unknown':
      return badField('#/lines', 'fee-unknown', {
        zh: `“${refusal.facts.title}”的这项费用金额不明，不能编入批次；缴纳后请直接登记事件。`,
        en: `What this fee of “${refusal.facts.title}” comes to is not known, so it comes into no batch; record it as an event once it is paid.`,
      })
    case 'fee-let-go':
      return conflict('fee-let-go', {
        zh: `“${refusal.facts.title}”已由${refusal.facts.by}决定放弃，不再缴纳第 ${refusal.facts.year} 年度年费；要缴纳须先改为维持。`,
        en: `${refusal.facts.by} decided to let “${refusal.facts.title}” go, so year ${refusal.facts.year} is not paid; decide to keep it first.`,
      })
    case 'fee-not-reviewed':
      return badField('#/keepReason', 'fee-not-reviewed', {
        zh: `“${refusal.facts.title}”第 ${refusal.facts.year} 年度尚未决定是否维持；请写明维持的理由，或从批次中去掉。`,
        en: `Nobody decided yet to keep “${refusal.facts.title}” for year ${refusal.facts.year}; say why it is kept, or take it out.`,
      })
    case 'fee-beyond-grace':
      return badField('#/payOn', 'fee-beyond-grace', {
        zh: `“${refusal.facts.title}”${feeIn(refusal.facts).zh}最迟 ${refusal.facts.until} 缴纳；请提前缴费日或从批次中去掉。`,
        en: `For “${refusal.facts.title}”, ${feeIn(refusal.facts).en} can be paid until ${refusal.facts.until}; choose an earlier day or take it out.`,
      })
    case 'pay-day-past':
      return badField('#/payOn', 'pay-day-past', {
        zh: `缴费日不得早于今天（${refusal.facts.today}）。`,
        en: `The day of payment may not lie before today (${refusal.facts.today}).`,
      })
    case 'batch-not-open':
      return conflict('batch-not-open', {
        zh: '这个批次已经处理过；请刷新后查看。',
        en: 'This batch was decided already; look at it again.',
      })
    case 'approver-made-batch':
      return forbidden({
        zh: '批次须由提出人以外的人审批。',
        en: 'A batch is approved by somebody other than who put it together.',
      })
    case 'over-budget': {
      const { batch, ofYear, year } = refusal.facts
      const [zh, en] = [
        [
          batch && `本批次预算 ${yuanText(BigInt(batch))} 元`,
          ofYear && `${year} 年度官费预算 ${yuanText(BigInt(ofYear))} 元`,
        ],
        [
          batch && `the budget of the batch by ${yuanText(BigInt(batch))} yuan`,
          ofYear && `the budget of fees of ${year} by ${yuanText(BigInt(ofYear))} yuan`,
        ],
      ].map((parts) => parts.filter(Boolean))
      return badField('#/overReason', 'over-budget', {
        zh: `超出${zh?.join('、超出')}；仍要批准的，请写明理由。`,
        en: `It goes beyond ${en?.join(' and ')}; to approve it all the same, give the reason.`,
      })
    }
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新选择；一张回执都没有登记。`,
        en: `The file “${refusal.facts.name}” was not uploaded; choose it again. No receipt was recorded.`,
      })
    case 'batch-not-approved':
      return conflict('batch-not-approved', {
        zh: '批次批准后才能导出缴费清单、登记回执。',
        en: 'The pay file and the receipts come after the approval.',
      })
    case 'line-not-open':
      return badField('#/receipts', 'line-not-open', {
        zh: `回执中的一项（${feeIn(refusal.facts).zh}）不在本批次待缴之列，或已登记过回执；一张都没有登记。`,
        en: `One receipt (${feeIn(refusal.facts).en}) belongs to no open fee of this batch, or came before; none was recorded.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'receipt-differs': {
      const { at, asked, paid } = refusal.facts
      const [due, given] = [yuanText(BigInt(asked)), yuanText(BigInt(paid))]
      return badField(`#/receipts/${at}/fen`, 'receipt-differs', {
        zh: `批次中为 ${due} 元，回执为 ${given} 元；请核对。确属如此的，请确认后再登记。`,
        en: `The batch has ${due} yuan, the receipt ${given}; check it. If it is so, confirm it and record it.`,
      })
    }
    case 'paid-in-future':
      return badField(`#/receipts/${refusal.facts.at}/paidOn`, 'paid-in-future', {
        zh: `缴费日不得晚于今天（${refusal.facts.today}）；一张都没有登记。`,
        en: `A fee cannot be paid after today (${refusal.facts.today}); none was recorded.`,
      })
    case 'earlier-fees-open':
      return conflict('earlier-fees-open', {
        zh: `“${refusal.facts.title}”第 ${refusal.facts.earlier} 年度年费尚未缴清，不能单独缴纳第 ${refusal.facts.year} 年度；请一并加入或先登记其缴费。`,
        en: `Year ${refusal.facts.earlier} of “${refusal.facts.title}” is still open, so year ${refusal.facts.year} is not taken alone; add it too, or record its payment first.`,
      })
    case 'batch-out-of-date':
      return conflict('batch-out-of-date', {
        zh: `“${refusal.facts.title}”${feeIn(refusal.facts).zh}已缴纳、不再需要缴纳或金额有变；请撤回本批次后重新提出；部分已缴的，撤回只放弃其余各项，已缴的不受影响。`,
        en: `For “${refusal.facts.title}”, ${feeIn(refusal.facts).en} is paid, no longer due, or costs something else by now; cancel the batch and make it anew. Where part of it is paid, cancelling gives up the rest alone; what is paid stays.`,
      })
  }
}

/** Which fee it is: what has no year is no annual one. */
const feeIn = ({ year }: { readonly year: string }) =>
  year === '0'
    ? { zh: '其他官费', en: 'a fee that is no annual one' }
    : { zh: `第 ${year} 年度年费`, en: `the fee of year ${year}` }

/** The public pages of the batches. */
export const batchProblems: ProblemPages = {
  'fee-let-go': conflictPage(
    ['已决定放弃', '这项权利已决定放弃，不再缴纳年费。', '要缴纳的，先登记维持的决定和理由。'],
    [
      'It is to be let go',
      'It was decided to let the right go, so its fee is not paid.',
      'To pay it, take down first that it is kept, and why.',
    ],
  ),
  'batch-not-open': conflictPage(
    ['批次已处理', '批次已批准、退回、撤回或结清。', '刷新后查看；需要时另建批次。'],
    [
      'The batch was decided',
      'The batch was approved, refused, cancelled or settled already.',
      'Look at it again; make another one if need be.',
    ],
  ),
  'batch-not-approved': conflictPage(
    ['批次尚未批准', '缴费清单和回执以批准为前提。', '请审批人先批准。'],
    [
      'The batch is not approved',
      'The pay file and the receipts come after the approval.',
      'Have it approved first.',
    ],
  ),
  'batch-out-of-date': conflictPage(
    [
      '批次已过时',
      '批次中有年费已缴纳、不再需要缴纳，或金额有变。',
      '撤回批次后重新提出；部分已缴的批次，撤回其余各项后结清，未缴的另组批次。',
    ],
    [
      'The batch is out of date',
      'A fee of the batch is paid, no longer due, or costs something else by now.',
      'Cancel the batch and make it anew; one that is partly paid is settled by cancelling the rest, which comes into another batch.',
    ],
  ),
}
