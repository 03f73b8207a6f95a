import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { AccountRefusals } from './account.ts'

/** What a person reads for every no about accounts. */
export function toProblem(refusal: Refusal<AccountRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-person':
      return notFound({ zh: '没有这个人员。', en: 'There is no such person.' })
    case 'no-such-account':
      return notFound({ zh: '没有这个账号。', en: 'There is no such account.' })
    case 'no-such-grant':
      return notFound({ zh: '没有这项授权。', en: 'There is no such grant.' })
    case 'has-account':
      return conflict('has-account', {
        zh: `此人已有账号“${refusal.facts.login}”。`,
        en: `The person has the account “${refusal.facts.login}” already.`,
      })
    case 'person-left':
      return conflict('person-left', {
        zh: `${refusal.facts.name}已离职，不能开通账号。`,
        en: `${refusal.facts.name} has left and gets no account.`,
      })
    case 'last-administrator':
      return conflict('last-administrator', {
        zh: '这是最后一名长期有效的管理员，请先授予另一人管理员角色。',
        en: 'This is the last administrator without an end; make somebody else one first.',
      })
    case 'own-grant':
      return forbidden({
        zh: '管理员不能给自己授予办理业务的角色，请由另一名管理员授予。',
        en: 'An administrator does not grant themselves a say in cases; another administrator has to.',
      })
    case 'own-grant-needs-reason':
      return badField('#/reason', 'own-grant-needs-reason', {
        zh: '您是唯一的管理员：给自己授予办理业务的角色须说明理由，并将永久留痕。',
        en: 'You are the only administrator: granting yourself a say in cases needs a reason and stays on record.',
      })
    case 'own-account':
      return forbidden({
        zh: '不能停用自己的账号，请由另一名管理员停用。',
        en: 'You cannot disable your own account; another administrator has to.',
      })
    case 'held-already':
      return conflict('held-already', {
        zh: `这段时间内已持有该角色（自 ${refusal.facts.from}）。`,
        en: `The role is held in that time already (since ${refusal.facts.from}).`,
      })
    case 'begins-in-the-past':
      return badField('#/from', 'not-dated-back', {
        zh: `授权与撤销不溯及既往，最早为今天（${refusal.facts.today}）。`,
        en: `Granting and revoking do not reach back; today at the earliest (${refusal.facts.today}).`,
      })
    case 'ends-before-it-begins':
      return badField('#/to', 'after-from', {
        zh: '结束日须晚于开始日。',
        en: 'It ends after it begins.',
      })
    case 'already-disabled':
      return conflict('already-disabled', {
        zh: '账号已停用。',
        en: 'The account is disabled.',
      })
    case 'not-disabled':
      return conflict('not-disabled', {
        zh: '账号并未停用。',
        en: 'The account is not disabled.',
      })
    case 'grant-ended':
      return conflict('grant-ended', {
        zh: '这项授权已经结束。',
        en: 'This grant has ended already.',
      })
  }
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'has-account': {
    status: 409,
    title: { zh: '此人已有账号', en: 'The person has an account' },
    meaning: {
      zh: '一个人在本机构只有一个账号。',
      en: 'A person has one account in the institution.',
    },
    todo: {
      zh: '在人员页查看已有账号；需要新链接的，重新发出邀请。',
      en: 'Look at the account on the page of the person; invite again for a new link.',
    },
  },
  'person-left': {
    status: 409,
    title: { zh: '人员已离职', en: 'The person has left' },
    meaning: {
      zh: '离职人员不能开通账号。',
      en: 'Somebody who has left gets no account.',
    },
    todo: {
      zh: '如离职登记有误，请先更正人员资料。',
      en: 'If the person is here, correct the day on which they left.',
    },
  },
  'last-administrator': {
    status: 409,
    title: { zh: '最后一名管理员', en: 'The last administrator' },
    meaning: {
      zh: '撤销、停用或离职后，将没有长期有效且已启用的管理员。',
      en: 'After this nobody would administer the institution for good.',
    },
    todo: {
      zh: '先授予另一人无结束日的管理员角色，并等其启用账号。',
      en: 'Make somebody else an administrator without an end first, and wait until they use the account.',
    },
  },
  'held-already': {
    status: 409,
    title: { zh: '已持有该角色', en: 'The role is held already' },
    meaning: {
      zh: '同一时间内重复授予同一角色。',
      en: 'The same role would be granted twice for the same time.',
    },
    todo: {
      zh: '无须操作；要改变期限的，先结束原授权。',
      en: 'Nothing needs doing; to change its days, end the grant there is.',
    },
  },
  'already-disabled': {
    status: 409,
    title: { zh: '账号已停用', en: 'The account is disabled' },
    meaning: {
      zh: '停用的账号不能登录，也不能再次邀请。',
      en: 'A disabled account is neither used nor invited.',
    },
    todo: {
      zh: '需要恢复使用的，先重新启用。',
      en: 'Enable it first to use it again.',
    },
  },
  'not-disabled': {
    status: 409,
    title: { zh: '账号并未停用', en: 'The account is not disabled' },
    meaning: {
      zh: '账号可以正常使用。',
      en: 'The account can be used.',
    },
    todo: {
      zh: '无须操作。',
      en: 'Nothing needs doing.',
    },
  },
  'grant-ended': {
    status: 409,
    title: { zh: '授权已结束', en: 'The grant has ended' },
    meaning: {
      zh: '这项授权已经过了结束日。',
      en: 'The last day of this grant has passed.',
    },
    todo: {
      zh: '无须操作；需要时重新授予。',
      en: 'Nothing needs doing; grant the role anew when it is needed.',
    },
  },
}
