import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { AchievementRefusals, AmendRefusals } from './achievement.commands.ts'
import type { TitleRefusals } from './title.ts'

/** The public pages of what this register refuses. */
export const problems: ProblemPages = {
  'merged-into-another': {
    status: 409,
    title: { zh: '成果已并入另一项', en: 'The achievement was merged into another' },
    meaning: {
      zh: '这项成果是重复报备，已并入另一项；原编号仍然有效，并指向保留的那一项。',
      en: 'It had been disclosed twice; its number still leads to the one that was kept.',
    },
    todo: {
      zh: '请在保留的那一项上办理；如合并有误，先撤销合并。',
      en: 'Go on with the one that was kept; if the merger was wrong, undo it first.',
    },
  },
}

/** What a person reads for every no of this register. */
export function toProblem(
  refusal: Refusal<AchievementRefusals & AmendRefusals & TitleRefusals>,
): Problem {
  switch (refusal.code) {
    case 'shares-must-total-one':
      return badField('#/inventors', 'shares-must-total-one', {
        zh: `完成人贡献份额合计须恰为 100%，现为 ${refusal.facts.sum}。`,
        en: `The inventors' shares must make exactly 100%; they make ${refusal.facts.sum}.`,
      })
    case 'inventor-not-in-register':
      return badField(`#/inventors/${refusal.facts.at}/person`, 'inventor-not-in-register', {
        zh: `人员库中没有与“${refusal.facts.name}”相符的人员，请重新选择；院外人员只填姓名。`,
        en: `Nobody of the register of people fits “${refusal.facts.name}”: choose again, or name somebody outside by name only.`,
      })
    case 'inventor-named-twice':
      return badField(`#/inventors/${refusal.facts.at}/name`, 'inventor-named-twice', {
        zh: `“${refusal.facts.name}”在团队中列了两次（同一人员或同一工号），请合为一行。`,
        en: `“${refusal.facts.name}” stands in the team twice, by person or staff number; make it one line.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新添加。`,
        en: `The file "${refusal.facts.name}" has not been stored; add it again.`,
      })
    case 'unknown-code':
      return badField(`#/${refusal.facts.field}`, 'unknown-code', {
        zh: `“${refusal.facts.code}”不在代码表中；可选：${refusal.facts.known}。`,
        en: `“${refusal.facts.code}” is not in the list; there are: ${refusal.facts.known}.`,
      })
    case 'level-without-scale':
      return badField('#/maturityScale', 'level-without-scale', {
        zh: '填了成熟度等级，请同时选择所用的分级表。',
        en: 'A level of maturity needs the scale it is counted by.',
      })
    case 'level-not-on-scale':
      return badField('#/maturityLevel', 'level-not-on-scale', {
        zh: `分级表“${refusal.facts.scale}”没有第 ${refusal.facts.level} 级。`,
        en: `The scale “${refusal.facts.scale}” has no level ${refusal.facts.level}.`,
      })
    case 'level-without-evidence':
      return badField('#/files', 'level-without-evidence', {
        zh: `成熟度第 ${refusal.facts.level} 级须有证明：请添加一份标为“成熟度证明”的文件，或清空等级。`,
        en: `Level ${refusal.facts.level} needs evidence: add a file marked as evidence of maturity, or leave the level empty.`,
      })
    case 'publications-contradict':
      return badField('#/publications', 'publications-contradict', {
        zh:
          refusal.facts.publicity === 'no'
            ? '已选“未公开”，就不能再列公开情况；请改选“已公开或将公开”，或删去所列。'
            : '列了公开情况，请同时选“已公开或将公开”。',
        en:
          refusal.facts.publicity === 'no'
            ? 'It is said not to be public, yet publications are listed; change one of the two.'
            : 'Publications are listed: say as well that it is or will be public.',
      })
    case 'publications-missing':
      return badField('#/publications', 'publications-missing', {
        zh: '选了“已公开或将公开”，请至少列一次公开：方式、日期和去处；新颖性期限从它起算。',
        en: 'It is or will be public: list at least one publication with its day; the time to file runs from it.',
      })
    case 'third-party-untold':
      return badField(`#/thirdParties/${refusal.facts.topic}`, 'third-party-untold', {
        zh: '选了“有”，请写明是谁、什么权利。',
        en: 'Say who it is and what rights they have.',
      })
    case 'merged-into-another':
      return conflict('merged-into-another', {
        zh: '这项成果已并入另一项，请在保留的那一项上更正。',
        en: 'This achievement was merged into another; correct the one that was kept.',
      })
    case 'holders-must-total-one':
      return badField(`#/holdings/${refusal.facts.at}/holders`, 'holders-must-total-one', {
        zh: `各权利人份额合计须恰为 100%，现为 ${refusal.facts.sum}。`,
        en: `The holders' shares must make exactly 100%; they make ${refusal.facts.sum}.`,
      })
    case 'holder-named-twice':
      return badField(`#/holdings/${refusal.facts.at}/holders`, 'holder-named-twice', {
        zh: `“${refusal.facts.name}”列了两次，请合为一行。`,
        en: `“${refusal.facts.name}” stands there twice; make it one line.`,
      })
    case 'holdings-out-of-order':
      return badField(`#/holdings/${refusal.facts.at}/from`, 'holdings-out-of-order', {
        zh: '每次变动的起始日须晚于前一次。',
        en: 'Each holding must begin after the one before.',
      })
    case 'holding-in-future':
      return badField(`#/holdings/${refusal.facts.at}/from`, 'not-in-future', {
        zh: `起始日不得晚于今天（${refusal.facts.today}）。`,
        en: `It may not begin after today (${refusal.facts.today}).`,
      })
    case 'holding-without-evidence':
      return badField(`#/holdings/${refusal.facts.at}/files`, 'holding-without-evidence', {
        zh: '权属须有证明文件，请上传。',
        en: 'Title needs evidence; add a file.',
      })
    case 'dispute-in-future': {
      const { at, end, today } = refusal.facts
      return badField(`#/disputes/${at}/${end}`, 'not-in-future', {
        zh: `争议的开始日和结束日都不得晚于今天（${today}）。`,
        en: `A dispute neither begins nor ends after today (${today}).`,
      })
    }
    case 'dispute-ends-before-it-begins':
      return badField(`#/disputes/${refusal.facts.at}/to`, 'dispute-ends-before-it-begins', {
        zh: '争议结束日不得早于开始日。',
        en: 'A dispute may not end before it began.',
      })
    case 'dispute-ended-without-outcome':
      return badField(`#/disputes/${refusal.facts.at}/outcome`, 'dispute-ended-without-outcome', {
        zh: '争议已结束，请写明结果。',
        en: 'The dispute ended: say how.',
      })
    case 'no-such-achievement':
      return notFound({ zh: '没有这项成果。', en: 'There is no such achievement.' })
  }
}
