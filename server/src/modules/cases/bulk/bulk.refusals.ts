import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { BulkRefusals } from './bulk.commands.ts'

/** What a person reads for every no about acts of several cases. */
export function toProblem(refusal: Refusal<BulkRefusals>): Problem {
  switch (refusal.code) {
    case 'not-in-bulk':
      return badField('#/act', 'in-bulk', {
        zh: '这一步须在每个项目中分别办理。',
        en: 'This step is taken in each case for itself.',
      })
    case 'no-such-case':
      return badField('#/cases', 'known-cases', {
        zh: `所选项目中有一个不存在（${refusal.facts.id}），请重新选择。`,
        en: `One of the chosen cases is not there (${refusal.facts.id}); choose again.`,
      })
    case 'no-such-run':
      return notFound({ zh: '没有这次批量办理。', en: 'There is no such run.' })
    case 'other-order':
      return conflict('other-order', {
        zh: '这个编号已用于另一次批量办理；没有写入任何内容。',
        en: 'The id belongs to another run already; nothing was written.',
      })
    case 'not-your-run':
      return forbidden({
        zh: '只有下达者本人或管理员可以取消。',
        en: 'Only who ordered it or an administrator may give it up.',
      })
  }
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'other-procedure': {
    status: 409,
    title: { zh: '程序不同', en: 'Another procedure' },
    meaning: {
      zh: '批量办理只对同一种程序的项目；这个项目属于另一种程序，没有写入任何内容。',
      en: 'A run is for cases of one procedure; this case is of another, and nothing was written.',
    },
    todo: { zh: '在这个项目的页面办理。', en: 'Act on the page of the case itself.' },
  },
  'other-order': {
    status: 409,
    title: { zh: '编号已被使用', en: 'The id is taken' },
    meaning: {
      zh: '同一编号的批量办理只执行一次；这次提交的内容与先前的不同，没有写入任何内容。',
      en: 'A run of one id is carried out once; what was sent now differs from it, and nothing was written.',
    },
    todo: { zh: '以新的编号重新提交。', en: 'Send it again under a new id.' },
  },
}
