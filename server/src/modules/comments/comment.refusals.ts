import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import { minutesToReword } from './comment.ts'

/** A no about comments. */
export interface CommentRefusals {
  'no-such-record': Record<string, never>
  'no-such-comment': Record<string, never>
  'cannot-see': { readonly name: string }
  'personal-number': { readonly field: 'body' | 'files' }
  'file-not-stored': { readonly name: string }
  'not-yours': Record<string, never>
  'too-late-to-reword': Record<string, never>
  'struck-already': Record<string, never>
}

/** What a person reads for every no. */
export function toProblem(refusal: Refusal<CommentRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-record':
      return notFound({
        zh: '没有这条记录，或者它的讨论不向您公开。',
        en: 'There is no such record, or what is said of it is not for you.',
      })
    case 'no-such-comment':
      return notFound({ zh: '没有这条留言。', en: 'There is no such comment.' })
    case 'cannot-see':
      return badField('#/mentions', 'cannot-see', {
        zh: `${refusal.facts.name}不能查看这条记录，不能在此提及；请换一位同事。`,
        en: `${refusal.facts.name} may not see this record and cannot be mentioned; choose somebody else.`,
      })
    case 'personal-number':
      return badField(`#/${refusal.facts.field}`, 'personal-number', {
        zh: `${refusal.facts.field === 'files' ? '文件名' : '留言'}中似有身份证号或银行账号；请删去，这类号码只登记在加密的栏目中。`,
        en: `There seems to be an identity or account number in ${refusal.facts.field === 'files' ? 'the name of a file' : 'it'}; take it out, such numbers belong in sealed fields.`,
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”未上传成功，请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
    case 'not-yours':
      return forbidden({
        zh: '只有留言人本人可以改写；划去可由本人或管理员进行。',
        en: 'Only its author rewords a comment; the author or an administrator strikes it out.',
      })
    case 'too-late-to-reword':
      return conflict('too-late-to-reword', {
        zh: `留言超过 ${minutesToReword} 分钟后不能改写；可以划去后另写一条。`,
        en: `After ${minutesToReword} minutes a comment is not reworded; strike it out and write another.`,
      })
    case 'struck-already':
      return conflict('struck-already', {
        zh: '这条留言已被划去。',
        en: 'The comment is struck out already.',
      })
  }
}

/** The public pages of these codes. */
export const problems: ProblemPages = {
  'too-late-to-reword': {
    status: 409,
    title: { zh: '不能再改写', en: 'It is too late to reword it' },
    meaning: {
      zh: '他人可能已据此行事，所以留言只能在发出后的短时间内改写。',
      en: 'Others may have relied on it, so a comment is reworded only shortly after it was written.',
    },
    todo: { zh: '划去后另写一条。', en: 'Strike it out and write another.' },
  },
  'struck-already': {
    status: 409,
    title: { zh: '已被划去', en: 'It is struck out' },
    meaning: {
      zh: '划去的留言仍可查阅，但不再更改。',
      en: 'What is struck out stays readable and is not changed any more.',
    },
    todo: { zh: '另写一条。', en: 'Write another.' },
  },
}
