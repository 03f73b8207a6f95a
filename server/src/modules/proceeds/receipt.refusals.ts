import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, notFound, type Problem } from '../../platform/problem.ts'

/** Why a receipt is not corrected. */
export interface ReceiptRefusals {
  'no-such-receipt': Record<string, never>
  'receipt-of-a-case': Record<string, never>
}

/** What a person reads for every no about receipts. */
export function toProblem(refusal: Refusal<ReceiptRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-receipt':
      return notFound({ zh: '没有这笔到账。', en: 'There is no such receipt.' })
    case 'receipt-of-a-case':
      return conflict('receipt-of-a-case', {
        zh: '这笔到账由项目办理时登记，随项目记录；请在项目中办理更正。',
        en: 'A case recorded this receipt; correct it there.',
      })
  }
}

/** The amount of a receipt is not changed under what it has paid. */
export function receiptMatched(used: string): Problem {
  return conflict(
    'receipt-matched',
    {
      zh: '这笔到账已核销应收款或者已注明外币，金额不能改成所给的数；请先撤回核销。',
      en: 'This receipt has paid receivables, or came in another currency: it cannot become this amount. Take its matches back first.',
    },
    { facts: { usedFen: used } },
  )
}

/** The public pages of the register of receipts. */
export const problems: ProblemPages = {
  'receipt-matched': {
    status: 409,
    title: { zh: '到账已核销应收款', en: 'The receipt has paid receivables' },
    meaning: {
      zh: '到账金额不能低于已核销和已退回的金额；注明外币的到账，金额由外币金额和汇率得出。',
      en: 'A receipt is not less than what it paid and what went back of it; one in a foreign currency is what its amount and rate say.',
    },
    todo: {
      zh: '在到账的核销页面撤回核销，再更正金额。',
      en: 'Take the matches back on the page of the receipt, then correct the amount.',
    },
  },
  'receipt-of-a-case': {
    status: 409,
    title: { zh: '到账随项目记录', en: 'The receipt stands in its case' },
    meaning: {
      zh: '项目办理时登记的到账由项目的记录写入，不能在到账登记簿中更正。',
      en: 'What a case recorded is written by its record, and not corrected in the register.',
    },
    todo: { zh: '打开该项目，办理更正。', en: 'Open the case and correct it there.' },
  },
}
