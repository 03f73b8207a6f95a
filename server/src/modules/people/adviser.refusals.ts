import type { Refusal } from '@yizhuan/kit'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { EngagementRefusals } from './adviser.commands.ts'

/** What a person reads for every no about engagements. */
export function toProblem(refusal: Refusal<EngagementRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-person':
      return notFound({ zh: '没有这个人员。', en: 'There is no such person.' })
    case 'no-such-engagement':
      return notFound({ zh: '没有这项外聘。', en: 'There is no such engagement.' })
    case 'no-such-unit':
      return badField('#/unitId', 'no-such-unit', {
        zh: '本机构没有这个部门，请重新选择。',
        en: 'The institution has no such department; choose another one.',
      })
    case 'ends-before-begin':
      return badField('#/untilDay', 'ends-before-begin', {
        zh: `届满日不得早于开始日（${refusal.facts.from}）。`,
        en: `It cannot end before it begins (${refusal.facts.from}).`,
      })
  }
}
