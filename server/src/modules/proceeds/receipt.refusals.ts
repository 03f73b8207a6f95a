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

/** The public pages of the register of receipts. */
export const problems: ProblemPages = {
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
