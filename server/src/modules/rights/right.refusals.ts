import type { Refusal } from '@yizhuan/kit'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { AmendRefusals } from './right.commands.ts'

/** What a person reads for every no of this register. */
export function toProblem(refusal: Refusal<AmendRefusals>): Problem {
  switch (refusal.code) {
    case 'number-taken': {
      const { number, title } = refusal.facts
      const detail = {
        zh: `编号 ${number} 已登记在“${title}”名下；请核对编号，或更正已有的一条。`,
        en: `Number ${number} is registered for "${title}"; check it, or amend that record.`,
      }
      const errors = [{ pointer: '#/number', rule: 'number-taken', detail }]
      return conflict('number-taken', detail, { errors })
    }
    case 'granted-before-filed': {
      const { filedOn, grantedOn } = refusal.facts
      return badField('#/grantedOn', 'granted-before-filed', {
        zh: `授权日（${grantedOn}）不得早于申请日（${filedOn}）。`,
        en: `The day of grant (${grantedOn}) may not lie before the day of filing (${filedOn}).`,
      })
    }
    case 'no-such-achievement':
      return badField('#/achievementId', 'no-such-achievement', {
        zh: '没有这项成果，请重新选择。',
        en: 'There is no such achievement; choose another one.',
      })
    case 'no-such-right':
      return notFound({ zh: '没有这项知识产权。', en: 'There is no such right.' })
  }
}
