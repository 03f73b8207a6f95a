import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { InternalRuleRefusals } from './internal-rule.commands.ts'

/** What a person reads for every no about the rules an institution made. */
export function toProblem(refusal: Refusal<InternalRuleRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-rule':
      return notFound({ zh: '没有这项制度。', en: 'There is no such rule.' })
    case 'topic-unknown':
      return badField('#/topic', 'known-topic', {
        zh: `没有这个主题，请选择：${refusal.facts.topics}。`,
        en: `There is no such topic; choose one of: ${refusal.facts.topics}.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'ends-before-it-begins':
      return badField(`#/${refusal.facts.field}`, 'after-first-day', {
        zh: `不能早于施行日（${refusal.facts.from}）。`,
        en: `It cannot lie before the first day in force (${refusal.facts.from}).`,
      })
    case 'file-not-stored':
      return badField('#/file', 'stored-file', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新上传。`,
        en: `The file “${refusal.facts.name}” was not stored; upload it again.`,
      })
  }
}
