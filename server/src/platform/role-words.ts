import type { Words } from '@yizhuan/kit'
import type { Role } from './access.ts'

/** What each role is called, in tables and in refusals. */
export const roleWords: Readonly<Record<Role, Words>> = {
  inventor: { zh: '成果完成人', en: 'Inventor' },
  team_rep: { zh: '团队代表', en: 'Team representative' },
  tto_negotiator: { zh: '转化部门（谈判）', en: 'Transfer office (negotiation)' },
  tto_reviewer: { zh: '转化部门（审核）', en: 'Transfer office (review)' },
  finance: { zh: '财务', en: 'Finance' },
  leaders: { zh: '领导班子', en: 'Leadership' },
  legal: { zh: '法务', en: 'Legal' },
  discipline: { zh: '纪检', en: 'Discipline inspection' },
  auditor: { zh: '审计', en: 'Audit' },
  admin: { zh: '管理员', en: 'Administrator' },
  policy_officer: { zh: '政策专员', en: 'Policy officer' },
  health_prov: { zh: '省级卫健部门', en: 'Provincial health authority' },
  platform_company: { zh: '平台公司', en: 'Platform company' },
}

/** Several roles as one would name them in a sentence. */
export function namesOf(roles: readonly Role[]): Words {
  const names = roles.map((role) => roleWords[role])
  return {
    zh: names.map(({ zh }) => zh).join('、'),
    en: names.map(({ en }) => en.toLowerCase()).join(', '),
  }
}
