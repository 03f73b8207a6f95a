import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { SubstitutionRefusals } from './substitution.ts'

/** What a person reads for every no about substitutes. */
export function toProblem(refusal: Refusal<SubstitutionRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-person':
      return badField(refusal.facts.pointer, 'known-colleague', {
        zh: '本机构没有此人的账号，请重新选择。',
        en: 'Nobody here has such an account; choose again.',
      })
    case 'no-such-substitution':
      return notFound({ zh: '没有这项代理。', en: 'There is no such substitution.' })
    case 'cannot-substitute':
      return badField('#/substitute', 'can-act', {
        zh: `${refusal.facts.name}的账号已停用，或没有可办理业务的角色，不能代理。`,
        en: `The account of ${refusal.facts.name} is disabled or holds no role that does work.`,
      })
    case 'only-for-oneself':
      return forbidden({
        zh: '只能为自己指定代理人；为他人指定须由管理员或领导班子办理。',
        en: 'You name substitutes for yourself; for others an administrator or the leadership does.',
      })
    case 'role-not-held':
      return badField('#/roles', 'held-by-the-absent', {
        zh: `${refusal.facts.name}没有这个角色，不能由他人代理。`,
        en: `${refusal.facts.name} does not hold this role and cannot lend it.`,
      })
    case 'role-not-lent':
      return badField('#/roles', 'can-be-lent', {
        zh: '账号管理、审计和政策专员的角色不能代理。',
        en: 'The say over accounts, audit and policy work is not lent.',
      })
    case 'for-oneself':
      return badField('#/substitute', 'another-person', {
        zh: '请指定另一人代理。',
        en: 'Name somebody else.',
      })
    case 'over-already':
      return badField('#/until', 'not-over', {
        zh: `代理的最后一日不得早于开始日和今天（${refusal.facts.today}）。`,
        en: `The last day lies neither before the first nor before today (${refusal.facts.today}).`,
      })
    case 'not-to-be-decided':
      return conflict('not-to-be-decided', {
        zh: '这项代理已有结论，或已经结束。',
        en: 'This substitution is decided or over.',
      })
    case 'not-by-a-party':
      return forbidden({
        zh: '须由当事双方以外的管理员批准。',
        en: 'An administrator who is neither of the two has to decide.',
      })
    case 'not-running':
      return conflict('not-running', {
        zh: '这项代理已经结束。',
        en: 'This substitution is over.',
      })
    case 'not-yours-to-end':
      return forbidden({
        zh: '只有当事双方、管理员或领导班子可以结束代理。',
        en: 'Only the two, an administrator or the leadership may end it.',
      })
  }
}

/** Somebody acts for another without being named for it today. */
export function notNamed(): Problem {
  return forbidden({
    zh: '您今天不能代此人办理这个项目：没有生效的代理，或不在代理范围内。',
    en: 'You may not act for this person in this case today: no substitution runs that covers it.',
  })
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'not-to-be-decided': {
    status: 409,
    title: { zh: '代理已有结论', en: 'The substitution is decided' },
    meaning: {
      zh: '这项代理已被批准、驳回或结束，没有作任何改动。',
      en: 'It was approved, refused or ended already; nothing was changed.',
    },
    todo: { zh: '刷新后查看现状；需要时重新指定代理人。', en: 'Look again; name anew if needed.' },
  },
  'not-running': {
    status: 409,
    title: { zh: '代理已结束', en: 'The substitution is over' },
    meaning: {
      zh: '这项代理已过最后一日，或已被结束。',
      en: 'Its last day has passed, or somebody ended it.',
    },
    todo: { zh: '无需处理。', en: 'There is nothing to do.' },
  },
}
