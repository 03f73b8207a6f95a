import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'

type None = Record<string, never>

/** Why a message is not settled as asked. */
export interface LetterRefusals {
  'no-such-letter': None
  'no-such-record': None
  'letter-settled': None
  'not-filed': None
  'not-yours': None
  'file-not-stored': { readonly name: string }
}

/** What a person reads for every no about mail. */
export function toProblem(refusal: Refusal<LetterRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-letter':
      return notFound({ zh: '没有这封来信。', en: 'There is no such message.' })
    case 'no-such-record':
      return badField('#/id', 'no-such-record', {
        zh: '没有这条记录，或您不能查看它；请另选。',
        en: 'There is no such record, or you do not read it; choose another.',
      })
    case 'letter-settled':
      return conflict('letter-settled', {
        zh: '这封来信已经处理；请先撤回归档，再另行处理。',
        en: 'The message was dealt with already; take it back first.',
      })
    case 'not-filed':
      return conflict('letter-waits', {
        zh: '这封来信尚未处理，无须撤回。',
        en: 'The message waits still; there is nothing to take back.',
      })
    case 'not-yours':
      return conflict('letter-of-others', {
        zh: '只有处理这封来信的人或管理员可以撤回。',
        en: 'Only whoever dealt with the message, or an administrator, takes it back.',
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”未上传成功，或您不能查看；请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored, or you do not read it; upload it again.`,
      })
    default:
      throw new TypeError('There is no sentence for this refusal.')
  }
}

/** The public pages of mail that is brought in. */
export const problems: ProblemPages = {
  'letter-settled': conflictPage(
    ['来信已处理', '一封来信只归入一条记录，或作一次处理。', '撤回原来的归档后再处理。'],
    [
      'The message was dealt with',
      'A message is filed with one record, or dealt with once.',
      'Take back what was done with it, then go on.',
    ],
  ),
  'letter-waits': conflictPage(
    ['来信尚未处理', '只有处理过的来信可以撤回。', '直接处理这封来信。'],
    [
      'The message waits',
      'Only what was done with a message is taken back.',
      'Deal with the message as it is.',
    ],
  ),
  'letter-of-others': conflictPage(
    ['由他人处理', '撤回由处理来信的人或管理员进行。', '请处理人或管理员撤回。'],
    [
      'Others dealt with it',
      'Whoever dealt with a message takes it back, or an administrator.',
      'Ask one of them.',
    ],
  ),
}
