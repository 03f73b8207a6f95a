import type { Refusal } from '@yizhuan/kit'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { AchievementRefusals, AmendRefusals } from './achievement.commands.ts'

/** What a person reads for every no of this register. */
export function toProblem(refusal: Refusal<AchievementRefusals & AmendRefusals>): Problem {
  switch (refusal.code) {
    case 'shares-must-total-one':
      return badField('#/inventors', 'shares-must-total-one', {
        zh: `完成人贡献份额合计须恰为 100%，现为 ${refusal.facts.sum}。`,
        en: `The inventors' shares must make exactly 100%; they make ${refusal.facts.sum}.`,
      })
    case 'disclosed-in-future':
      return badField('#/disclosedOn', 'not-in-future', {
        zh: `报备日不得晚于今天（${refusal.facts.today}）。`,
        en: `The day of disclosure may not lie after today (${refusal.facts.today}).`,
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新添加。`,
        en: `The file "${refusal.facts.name}" has not been stored; add it again.`,
      })
    case 'no-such-achievement':
      return notFound({ zh: '没有这项成果。', en: 'There is no such achievement.' })
  }
}
