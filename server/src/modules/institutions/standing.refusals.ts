import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { StandingRefusals } from './standing.commands.ts'

/** What a person reads for every no about what an institution was. */
export function toProblem(refusal: Refusal<StandingRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-standing':
      return notFound({ zh: '没有这条登记。', en: 'There is no such entry.' })
    case 'day-ahead':
      return badField('#/from', 'not-ahead', {
        zh: `起始日（${refusal.facts.from}）尚未到来（今天是 ${refusal.facts.today}），请在当日登记。`,
        en: `The day ${refusal.facts.from} lies ahead (today is ${refusal.facts.today}); enter it on the day.`,
      })
    case 'code-unknown':
      return badField('#/value', 'known-code', {
        zh: `请从下列选项中选择：${refusal.facts.codes}。`,
        en: `Choose one of: ${refusal.facts.codes}.`,
      })
    case 'standing-told': {
      const detail = {
        zh: `自 ${refusal.facts.from} 起已有登记；有误的请先作废，再重新登记。`,
        en: `There is an entry from ${refusal.facts.from} on; annul it first if it is wrong.`,
      }
      const errors = [{ pointer: '#/from', rule: 'told-once', detail }]
      return conflict('standing-told', detail, { errors })
    }
    case 'file-not-stored':
      return badField('#/file', 'stored-file', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新上传。`,
        en: `The file “${refusal.facts.name}” was not stored; upload it again.`,
      })
  }
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'standing-told': {
    status: 409,
    title: { zh: '当日已有登记', en: 'The day is told already' },
    meaning: {
      zh: '同一事项自同一天起已登记过一次。',
      en: 'The same matter is entered for the same first day already.',
    },
    todo: {
      zh: '登记有误的，先作废原登记，再重新登记。',
      en: 'Annul the entry if it is wrong, and enter it anew.',
    },
  },
}
