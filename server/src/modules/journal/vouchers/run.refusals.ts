import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, type Problem } from '../../../platform/problem.ts'
import type { RunRefusals } from './run.commands.ts'

/** What a person reads for every no about vouchers. */
export function toRunProblem(refusal: Refusal<RunRefusals>): Problem {
  const { from, to } = refusal.facts
  switch (refusal.code) {
    case 'days-reversed':
      return badField('#/to', 'days-reversed', {
        zh: `止期（${to}）不得早于起期（${from}）。`,
        en: `The period cannot end (${to}) before it begins (${from}).`,
      })
    case 'nothing-to-send':
      return conflict('nothing-to-send', {
        zh: `${from} 至 ${to} 没有尚未导出的分录；如需再次导出，请勾选“包括已导出的”。`,
        en: `Nothing of ${from} to ${to} is left to go out; to send it once more, include what went out before.`,
      })
  }
}

/** The public pages of the problem codes of vouchers. */
export const voucherProblems: ProblemPages = {
  'nothing-to-send': {
    status: 409,
    title: { zh: '没有可导出的分录', en: 'Nothing is left to go out' },
    meaning: {
      zh: '所选期间没有分录，或者全部已经导出。',
      en: 'The period has no entries, or all of them went out.',
    },
    todo: {
      zh: '更换期间；需要重复导出时，勾选“包括已导出的”。',
      en: 'Choose another period, or ask for what went out before as well.',
    },
  },
}
