import type { WrongAddress } from '../../../platform/outgoing.ts'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../../platform/problem.ts'

/** Why an address cannot be told anything. */
export function addressProblem(wrong: WrongAddress): Problem {
  switch (wrong) {
    case 'malformed':
      return badField('#/url', 'address', {
        zh: '不是完整的网址，例如 https://…',
        en: 'This is no complete address such as https://…',
      })
    case 'not-https':
      return badField('#/url', 'https', {
        zh: '须以 https:// 开头。',
        en: 'It must begin with https://.',
      })
    case 'with-password':
      return badField('#/url', 'without-password', {
        zh: '网址中不能带用户名或密码。',
        en: 'It must carry neither user nor password.',
      })
    case 'inner':
      return badField('#/url', 'not-inner', {
        zh: '这是内部网络的地址，不能使用；确有需要的，由运维人员开启 WEBHOOKS_PRIVATE。',
        en: 'This is an address of an inner network. Where it is wanted, the operator allows it by WEBHOOKS_PRIVATE.',
      })
  }
}

export const noSuchWebhook = (): Problem =>
  notFound({ zh: '没有这个群机器人或接口。', en: 'There is no such webhook.' })

/** A hospital has few groups; who needs more has a service of its own. */
export const tooManyWebhooks = (most: number): Problem =>
  conflict('too-many-webhooks', {
    zh: `最多设置 ${most} 个。请先移除不再使用的。`,
    en: `There may be ${most} at most. Remove one that is not used any more.`,
  })

export const webhookProblems: ProblemPages = {
  'too-many-webhooks': {
    status: 409,
    title: { zh: '当前状态不允许', en: 'The present state does not allow this' },
    meaning: {
      zh: '本单位的群机器人和接口已达上限。',
      en: 'The institution has as many webhooks as there may be.',
    },
    todo: { zh: '移除不再使用的。', en: 'Remove one that is not used any more.' },
  },
}
