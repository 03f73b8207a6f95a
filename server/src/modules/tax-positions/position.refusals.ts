import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, notFound, type Problem, unlawful } from '../../platform/problem.ts'

type None = Record<string, never>

/** Why something about a position on tax is not written. */
export interface PositionRefusals {
  'no-such-position': None
  'not-asked': None
  'known-by-notice': None
  'notice-without-paper': None
  'not-an-answer': None
  'answered-in-future': { readonly today: string }
  'file-not-stored': { readonly name: string }
  'gates-open': { readonly zh: string; readonly en: string }
}

/** What a person reads for every no about positions on tax. */
export function toProblem(refusal: Refusal<PositionRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-position':
      return notFound({
        zh: '没有这份合同，或它不涉及这项税收优惠。',
        en: 'There is no such contract, or that relief is not about it.',
      })
    case 'not-asked':
      return badField('#/fact', 'not-asked', {
        zh: '这项优惠不需要回答这个问题。',
        en: 'That relief does not ask this.',
      })
    case 'known-by-notice':
      return badField('#/fact', 'known-by-notice', {
        zh: '本平台公示过这份合同的分配方案，公示起止日按该公示计算，不另填写。',
        en: 'The rewards of this contract were shown here: the days are those of that notice, and nobody types them.',
      })
    case 'notice-without-paper':
      return badField('#/files', 'notice-without-paper', {
        zh: '公示不是在本平台进行的，请附上公示材料。',
        en: 'The notice was not shown here: add the paper that shows it.',
      })
    case 'not-an-answer':
      return badField('#/value', 'not-an-answer', {
        zh: '请按问题选择或填写；日期写作 2026-03-05。',
        en: 'Choose or fill in what is asked; a day is written 2026-03-05.',
      })
    case 'answered-in-future':
      return badField('#/value', 'answered-in-future', {
        zh: `日期不得晚于今天（${refusal.facts.today}）。`,
        en: `It was today (${refusal.facts.today}) or before.`,
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
    case 'gates-open':
      return unlawful('gates-open', {
        zh: `以下条件尚未满足或不明，不能适用：${refusal.facts.zh}。`,
        en: `It cannot be claimed while these gates are open or unknown: ${refusal.facts.en}.`,
      })
    default:
      throw new TypeError('There is no sentence for this refusal.')
  }
}

/** The public page of positions on tax. */
export const problems: ProblemPages = {
  'gates-open': {
    status: 422,
    title: { zh: '优惠条件未齐', en: 'Gates of the relief are open' },
    meaning: {
      zh: '税收优惠的每项条件都须满足并有证据；不明的视为未满足。',
      en: 'Every gate of a relief is met with its evidence; what is unknown is not met.',
    },
    todo: {
      zh: '在税收页补齐条件，再决定是否适用。',
      en: 'Complete the gates on the page of taxes, then decide.',
    },
  },
}
