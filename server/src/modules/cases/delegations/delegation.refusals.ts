import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../../platform/problem.ts'
import type { DelegationRefusals } from './delegation.ts'

/** What a person reads for every no about delegations. */
export function toProblem(refusal: Refusal<DelegationRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-case':
      return badField('#/caseId', 'known-case', {
        zh: '没有这个转化项目，请重新选择。',
        en: 'There is no such case; choose again.',
      })
    case 'no-such-delegation':
      return notFound({ zh: '没有这项委托。', en: 'There is no such delegation.' })
    case 'letter-not-stored':
      return badField('#/letter', 'stored-before', {
        zh: `委托书“${refusal.facts.name}”尚未上传，或与上传的不一致。`,
        en: `The letter “${refusal.facts.name}” was not uploaded, or differs from what was.`,
      })
    case 'ends-before-it-begins':
      return badField('#/until', 'not-before-from', {
        zh: '最后一日不得早于开始日。',
        en: 'Its last day does not lie before its first.',
      })
    case 'withdrawn-already':
      return conflict('withdrawn-already', {
        zh: '这项委托已经撤回。',
        en: 'This delegation is withdrawn already.',
      })
  }
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'withdrawn-already': {
    status: 409,
    title: { zh: '委托已撤回', en: 'The delegation is withdrawn' },
    meaning: {
      zh: '这项委托先前已被撤回，没有作任何改动。',
      en: 'It was withdrawn before; nothing was changed.',
    },
    todo: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
}
