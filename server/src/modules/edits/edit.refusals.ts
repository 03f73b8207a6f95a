import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import { mostRecords } from './edit.ts'

/** A no about edits of several records, or about putting one back. */
export interface EditRefusals {
  'no-such-kind': Record<string, never>
  'not-yours-to-edit': Record<string, never>
  'no-such-record': Record<string, never>
  'no-such-run': Record<string, never>
  'other-order': Record<string, never>
  'nothing-chosen': Record<string, never>
  'too-many-records': Record<string, never>
  'nothing-to-restore': Record<string, never>
  'fixed-by-act': { readonly field: string }
  'not-by-hand': { readonly field: string }
  'still-running': Record<string, never>
  'changed-since': { readonly names: string }
}

/** What a person reads for every no. */
export function toProblem(refusal: Refusal<EditRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-kind':
      return notFound({
        zh: '这个登记簿没有批量更正。',
        en: 'This register is not edited this way.',
      })
    case 'not-yours-to-edit':
      return forbidden({
        zh: '您的角色不能更正这个登记簿的记录。',
        en: 'Your roles do not edit the records of this register.',
      })
    case 'no-such-record':
      return notFound({ zh: '没有这条记录。', en: 'There is no such record.' })
    case 'no-such-run':
      return notFound({ zh: '没有这次批量更正。', en: 'There is no such run of edits.' })
    case 'nothing-chosen':
      return badField('#/ids', 'chosen', {
        zh: '没有符合条件的记录，请重新选择。',
        en: 'No record fits; choose again.',
      })
    case 'too-many-records':
      return badField('#/filter', 'most-records', {
        zh: `符合条件的记录超过 ${mostRecords} 条，请缩小筛选范围后分批更正。`,
        en: `More than ${mostRecords} records fit; narrow the filter and edit them in parts.`,
      })
    case 'fixed-by-act':
      return badField('#/fields', 'fixed-by-act', {
        zh: `“${refusal.facts.field}”是办理事项时写入的，不能恢复；如有错误，请在相应事项中更正。`,
        en: `"${refusal.facts.field}" was written by an act and is not put back; correct the act instead.`,
      })
    case 'not-by-hand':
      return badField('#/fields', 'not-by-hand', {
        zh: `“${refusal.facts.field}”不能在这里恢复。`,
        en: `"${refusal.facts.field}" cannot be put back here.`,
      })
    default:
      return conflicting(refusal)
  }
}

function conflicting(refusal: Refusal<EditRefusals>): Problem {
  switch (refusal.code) {
    case 'other-order':
      return conflict('other-edit', {
        zh: '这个编号已用于另一次批量更正；没有写入任何内容。',
        en: 'The id belongs to another run of edits; nothing was written.',
      })
    case 'still-running':
      return conflict('edits-running', {
        zh: '这次批量更正还在进行，完成后才能撤销。',
        en: 'The edits are still being made; take them back when they are done.',
      })
    case 'changed-since':
      return conflict('changed-since', {
        zh: `有记录在这次更正之后又有变更（${refusal.facts.names}），不能一并撤销；请逐条恢复。`,
        en: `Some records were changed after these edits (${refusal.facts.names}); put them back one by one.`,
      })
    default:
      return conflict('nothing-to-restore', {
        zh: '记录现在就是那时的样子，没有可恢复的内容。',
        en: 'The record is as it was then; there is nothing to put back.',
      })
  }
}

/** The public pages of these codes. */
export const problems: ProblemPages = {
  'other-edit': {
    status: 409,
    title: { zh: '编号已被使用', en: 'The id is taken' },
    meaning: {
      zh: '同一编号的批量更正只执行一次；这次提交的内容与先前的不同，没有写入任何内容。',
      en: 'A run of edits is made once; what was sent now differs from it, and nothing was written.',
    },
    todo: { zh: '以新的编号重新提交。', en: 'Send it again under a new id.' },
  },
  'edits-running': {
    status: 409,
    title: { zh: '批量更正尚未完成', en: 'The edits are not done' },
    meaning: {
      zh: '更正逐条写入；全部写完之前不能撤销。',
      en: 'Records are edited one after the other; until all are done nothing is taken back.',
    },
    todo: { zh: '稍候再试。', en: 'Try again in a moment.' },
  },
  'changed-since': {
    status: 409,
    title: { zh: '记录已有新的变更', en: 'Records were changed since' },
    meaning: {
      zh: '一并撤销会覆盖之后的变更，因此不办理；没有写入任何内容。',
      en: 'To take all back would overwrite what came later; nothing was written.',
    },
    todo: { zh: '在各记录的历史中逐条恢复。', en: 'Put records back one by one in their history.' },
  },
  'nothing-to-restore': {
    status: 409,
    title: { zh: '没有可恢复的内容', en: 'There is nothing to put back' },
    meaning: {
      zh: '所选的内容与现在相同，没有写入任何内容。',
      en: 'What was chosen is as it is now; nothing was written.',
    },
    todo: { zh: '选择更早的一条历史。', en: 'Choose an earlier entry of the history.' },
  },
}
