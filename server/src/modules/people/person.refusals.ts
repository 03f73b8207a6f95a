import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { PersonRefusals } from './person.commands.ts'
import type { PostRefusals } from './post.commands.ts'

/** What a person reads for every no about persons, posts and units. */
export function toProblem(refusal: Refusal<PersonRefusals & PostRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-person':
      return notFound({ zh: '没有这个人员。', en: 'There is no such person.' })
    case 'no-such-post':
      return notFound({ zh: '没有这项任职。', en: 'There is no such post.' })
    case 'no-such-unit':
      return badField('#/unitId', 'known-unit', {
        zh: '本机构没有这个部门。',
        en: 'The institution has no such unit.',
      })
    case 'no-such-parent':
      return badField('#/parentId', 'known-unit', {
        zh: '本机构没有这个上级部门。',
        en: 'The institution has no such unit above it.',
      })
    case 'unit-below-itself':
      return badField('#/parentId', 'not-below-itself', {
        zh: `“${refusal.facts.name}”就是本部门或在其之下，不能作为上级，请另选。`,
        en: `“${refusal.facts.name}” is the unit itself or stands below it; choose another.`,
      })
    case 'unit-closed':
      return badField('#/unitId', 'open-unit', {
        zh: `部门“${refusal.facts.name}”已撤销，请另选。`,
        en: `The unit “${refusal.facts.name}” is closed; choose another.`,
      })
    case 'unit-name-taken':
      return taken('name', {
        zh: `已有名为“${refusal.facts.name}”的部门。`,
        en: `There is a unit named “${refusal.facts.name}” already.`,
      })
    case 'unit-code-taken':
      return taken('code', {
        zh: `该编码已属于“${refusal.facts.name}”。`,
        en: `The code belongs to “${refusal.facts.name}”.`,
      })
    case 'staff-number-taken':
      return taken('staffNumber', {
        zh: `工号已属于${refusal.facts.name}。`,
        en: `The staff number belongs to ${refusal.facts.name}.`,
      })
    case 'identity-number-wrong':
      return badField('#/idCard', 'identity-number', {
        zh: '身份证号须为18位且校验位正确，请核对。',
        en: 'An identity number has 18 characters and its last one checks the others; look again.',
      })
    case 'identity-number-taken':
      return taken('idCard', {
        zh: `该身份证号已登记在${refusal.facts.name}名下，可能是同一个人。`,
        en: `This identity number is ${refusal.facts.name}'s; it may be the same person.`,
      })
    case 'occupation-unknown':
      return badField('#/occupation', 'known-code', {
        zh: `请从下列选项中选择：${refusal.facts.occupations}。`,
        en: `Choose one of: ${refusal.facts.occupations}.`,
      })
    case 'nothing-sealed':
      return conflict('nothing-sealed', {
        zh: '此项尚未登记。',
        en: 'Nothing was entered here yet.',
      })
    case 'ends-before-it-begins':
      return badField('#/to', 'after-from', {
        zh: '离任日须晚于任职日。',
        en: 'A post ends after it begins.',
      })
    case 'chief-of-a-department':
      return badField('#/kind', 'chief-of-legal-person', {
        zh: `“正职领导”指本机构或其所属独立法人单位的正职；“${refusal.facts.unit}”是内设部门，请选“中层干部”。`,
        en: `A chief heads the institution or a legal-person unit of it; “${refusal.facts.unit}” is a department: choose a middle post.`,
      })
    case 'post-held-already':
      return conflict('post-held-already', {
        zh: `此人自 ${refusal.facts.from} 起已任“${refusal.facts.title}”，请先登记离任。`,
        en: `The person holds “${refusal.facts.title}” since ${refusal.facts.from}; end it first.`,
      })
    case 'post-ended':
      return conflict('post-ended', {
        zh: `该任职已于 ${refusal.facts.to} 结束，不能再改；登记有误的请作废后重新登记。`,
        en: `This post ended on ${refusal.facts.to} and stays so; annul it if it was entered in error.`,
      })
  }
}

function taken(field: string, detail: { zh: string; en: string }): Problem {
  return conflict('already-exists', detail, {
    errors: [{ pointer: `#/${field}`, rule: 'unique', detail }],
  })
}

/** What the public page of each code says. */
export const problems: ProblemPages = {
  'nothing-sealed': {
    status: 409,
    title: { zh: '尚未登记', en: 'Nothing was entered' },
    meaning: {
      zh: '此人的这一项没有登记，无从查看。',
      en: 'This field of the person is empty; there is nothing to open.',
    },
    todo: {
      zh: '请本人或管理员先登记。',
      en: 'Have the person or an administrator enter it first.',
    },
  },
  'post-held-already': {
    status: 409,
    title: { zh: '任职重复', en: 'The post is held already' },
    meaning: {
      zh: '同一职务在同一时间内已有登记。',
      en: 'The same post is entered for the same time already.',
    },
    todo: {
      zh: '先结束原任职，或更正起止日期。',
      en: 'End the post there is, or correct the days.',
    },
  },
  'post-ended': {
    status: 409,
    title: { zh: '任职已结束', en: 'The post has ended' },
    meaning: {
      zh: '已结束的任职可能写入了办理记录，不能改动。',
      en: 'A post that ended may stand in the record of a case and stays as it is.',
    },
    todo: {
      zh: '登记有误的，作废后重新登记。',
      en: 'Annul it if it was entered in error, and enter it anew.',
    },
  },
}
