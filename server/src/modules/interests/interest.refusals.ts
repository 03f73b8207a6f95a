import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { InterestRefusals } from './interest.commands.ts'

/** What a person reads for every no about declarations. */
export function toProblem(refusal: Refusal<InterestRefusals>): Problem {
  switch (refusal.code) {
    case 'not-in-register':
      return conflict('not-in-register', {
        zh: '人员库中没有您，请管理员先登记您的人员信息，再申报。',
        en: 'You are not in the register of persons; ask the administrator to enter you first.',
      })
    case 'no-such-item':
      return notFound({ zh: '没有这条申报。', en: 'There is no such line.' })
    case 'code-unknown':
      return badField(`#/items/${refusal.facts.line}/${refusal.facts.field}`, 'known-code', {
        zh: `请从下列选项中选择：${refusal.facts.codes}。`,
        en: `Choose one of: ${refusal.facts.codes}.`,
      })
    case 'holder-missing':
      return badField(`#/items/${refusal.facts.line}/holder`, 'holder', {
        zh: '通过亲属形成的，请填写亲属姓名（保存后加密）。',
        en: 'Name the relative through whom it is; the name is sealed when saved.',
      })
    case 'uscc-wrong':
      return badField(`#/items/${refusal.facts.line}/uscc`, 'uscc-check', {
        zh: '统一社会信用代码须为18位且校验位正确；不清楚的请留空。',
        en: 'A unified social credit code has 18 characters and its last one checks the others; leave it empty if in doubt.',
      })
  }
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'not-in-register': {
    status: 409,
    title: { zh: '人员库中没有此人', en: 'Not in the register' },
    meaning: {
      zh: '账号持有人尚未登记在人员库，无法以本人名义申报。',
      en: 'The holder of the account is not in the register of persons and cannot declare.',
    },
    todo: {
      zh: '请管理员先登记此人。',
      en: 'Ask the administrator to enter the person first.',
    },
  },
}
