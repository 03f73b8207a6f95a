import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'

export const mailNotConfigured = (): Problem =>
  conflict('mail-not-configured', {
    zh: '本系统尚未设置邮件服务器，不能发送邮件。请联系运维人员设置 SMTP_URL 和 MAIL_FROM。',
    en: 'No mail server is set up, so no mail can be sent. Ask the operator to set SMTP_URL and MAIL_FROM.',
  })

export const noMailAddress = (): Problem =>
  conflict('no-mail-address', {
    zh: '人员库中没有您的邮箱。请管理员在“人员与账号”中填写。',
    en: 'The register of people has no address of yours. Ask an administrator to enter it.',
  })

export const reachProblems: ProblemPages = {
  'mail-not-configured': {
    status: 409,
    title: { zh: '当前状态不允许', en: 'The present state does not allow this' },
    meaning: {
      zh: '运维人员尚未设置邮件服务器。应用内的提醒和日历订阅不受影响。',
      en: 'The operator has set up no mail server. News in the application and calendars are not affected.',
    },
    todo: {
      zh: '请运维人员设置 SMTP_URL 和 MAIL_FROM 后重启。',
      en: 'Have the operator set SMTP_URL and MAIL_FROM and start again.',
    },
  },
  'no-mail-address': {
    status: 409,
    title: { zh: '当前状态不允许', en: 'The present state does not allow this' },
    meaning: {
      zh: '人员库中没有此人的邮箱。',
      en: 'The register of people has no mail address of this person.',
    },
    todo: { zh: '请管理员填写邮箱。', en: 'Have an administrator enter the address.' },
  },
}
