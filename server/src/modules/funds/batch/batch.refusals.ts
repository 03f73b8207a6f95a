import { type Refusal, yuan } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../../platform/problem.ts'
import { toPayoutProblem } from '../../payouts/index.ts'
import type { AwardBatchRefusals } from './batch.commands.ts'

/** What a person reads where bonuses and awards are not paid by a batch. */
export function toBatchProblem(refusal: Refusal<AwardBatchRefusals>): Problem {
  switch (refusal.code) {
    case 'no-award-to-pay':
      return conflict('no-award-to-pay', {
        zh: '所选奖金和奖励没有可由批次支付的款项：须已审批，已指明收款人是人员库中的哪一位，并且不在其他批次中。',
        en: 'Nothing of these bonuses and awards can be paid by a batch: they are approved, say which person of the register is paid, and are in no other batch.',
      })
    case 'purse-short': {
      const free = BigInt(refusal.facts.free)
      return conflict('purse-short', {
        zh: `专职人员部分已经不足（${yuan(free, 'zh')}）：有分配被冲回。请先撤回相应的奖励。`,
        en: `The staff part does not suffice (${yuan(free, 'en')}): a distribution was reversed. Withdraw awards first.`,
      })
    }
    default:
      return toPayoutProblem(refusal)
  }
}

/** The public pages of batches of bonuses and awards. */
export const batchProblems: ProblemPages = {
  'no-award-to-pay': conflictPage(
    [
      '没有可由批次支付的奖金或奖励',
      '只有已审批、已指明收款人是人员库中的哪一位、且不在其他批次中的款项可以列入批次。没有写入任何内容。',
      '查看奖金或奖励的状态；培养费用和只写姓名的奖金另行登记发放。',
    ],
    [
      'No bonus or award to pay by a batch',
      'A batch pays what is approved, says which person of the register it goes to and is in no other batch. Nothing was written.',
      'Look at how they stand; training, and bonuses that tell a name alone, are entered as paid by hand.',
    ],
  ),
  'purse-short': conflictPage(
    [
      '专职人员部分不足',
      '分配被冲回后，已批准的奖励超过了专职人员部分。没有发出任何付款。',
      '先撤回相应的奖励，或者待新的分配到账。',
    ],
    [
      'The staff part does not suffice',
      'A distribution was reversed, and more is awarded than there is. Nothing was sent.',
      'Withdraw awards, or wait for another distribution.',
    ],
  ),
}
