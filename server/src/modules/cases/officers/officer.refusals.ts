import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { OfficerRefusals } from './officer.ts'

/** What a person reads for every no about officers and hand-overs. */
export function toProblem(refusal: Refusal<OfficerRefusals>): Problem {
  switch (refusal.code) {
    case 'case-not-found':
      return notFound({ zh: '没有这个转化项目。', en: 'There is no such case.' })
    case 'no-such-officer':
      return badField(refusal.facts.pointer, 'known-colleague', {
        zh: '本机构没有此人的账号，请重新选择。',
        en: 'Nobody here has such an account; choose again.',
      })
    case 'cannot-be-officer':
      return badField(refusal.facts.pointer, 'can-be-officer', {
        zh: `${refusal.facts.name}的账号已停用，或没有可办理业务的角色，请选择他人。`,
        en: `The account of ${refusal.facts.name} is disabled or holds no role that does work; choose somebody else.`,
      })
    case 'leads-and-helps':
      return badField('#/support', 'another-person', {
        zh: '主办人不能同时是协办人。',
        en: 'The officer in charge does not help as well.',
      })
    case 'handed-to-same':
      return badField('#/to', 'another-person', {
        zh: '请选择另一人接手。',
        en: 'Choose somebody else to take over.',
      })
    case 'nothing-to-hand-over':
      return conflict('nothing-to-hand-over', {
        zh: '其中有的项目已不由此人负责，或已结束。请重新打开后再交接。',
        en: 'Some of the cases are no longer with this person, or are over. Open the list again.',
      })
    case 'not-yours-to-give':
      return forbidden({
        zh: '项目由现主办人移交，或由院领导、管理员指定；请联系其中一人办理。',
        en: 'A case is given by who has it, or assigned by a leader or an administrator: ask one of them.',
      })
    case 'taken-by-oneself':
      return badField(refusal.facts.pointer, 'not-oneself', {
        zh: '不能把他人负责的项目指定给自己，请由现主办人移交，或由另一位院领导、管理员指定。',
        en: 'Nobody assigns a case of others to themselves: who has it gives it, or another leader or administrator assigns it.',
      })
    case 'closed-to-officer': {
      const { pointer, name, cases } = refusal.facts
      return badField(pointer, 'may-read', {
        zh: `${cases} 不公开，${name}不在可查阅人员之列，请选择他人。`,
        en: `${cases.replaceAll('、', ', ')}: closed to ${name}, who may not read it; choose somebody else.`,
      })
    }
  }
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'nothing-to-hand-over': {
    status: 409,
    title: { zh: '没有可交接的项目', en: 'There is nothing to hand over' },
    meaning: {
      zh: '所选项目不再由此人主办或协办，或已经结案、终止；没有作任何改动。',
      en: 'The chosen cases are no longer with this person, or are over; nothing was changed.',
    },
    todo: {
      zh: '重新打开交接页面，核对此人名下的项目后再提交。',
      en: 'Open the page of hand-overs again and look at what the person carries now.',
    },
  },
}
