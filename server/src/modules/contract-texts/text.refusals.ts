import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { NamingRefusals } from './naming.commands.ts'
import type { ContentRefusals } from './standard.checks.ts'
import { textProblem } from './standard.refusals.ts'
import type { TextRefusals } from './text.commands.ts'

/** What a person reads for every no about contract texts. */
export function toTextProblem(refusal: Refusal<TextRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-text':
      return noSuchText()
    case 'no-such-deal':
      return badField(`#/${refusal.facts.field}`, 'known-deal', {
        zh: '没有这个项目或合同。',
        en: 'There is no such case or contract.',
      })
    case 'no-such-template':
      return badField('#/template', 'known-template', {
        zh: '条款库中没有使用中的这个范本，请重新选择。',
        en: 'The library has no such model contract in use; choose again.',
      })
    case 'text-changed-meanwhile':
      return conflict('text-changed-meanwhile', {
        zh: `${refusal.facts.by}已保存第 ${refusal.facts.version} 版；请重新打开后再修改。`,
        en: `${refusal.facts.by} saved version ${refusal.facts.version} meanwhile; open it again first.`,
      })
    case 'input-unknown':
      return badField('#/inputs', 'known-input', {
        zh: `没有这个填写项：${refusal.facts.name}。`,
        en: `There is nothing to fill in of that name: ${refusal.facts.name}.`,
      })
    case 'slot-unknown':
      return badField(`#/parts/${refusal.facts.at}/slot`, 'known-slot', {
        zh: '范本中没有这个位置，或同一位置出现两次。',
        en: 'The model contract has no such place, or it stands here twice.',
      })
    case 'slot-missing':
      return badField('#/parts', 'every-slot', {
        zh: `缺少范本中的位置：${refusal.facts.slot}；不采用的条款也须列出。`,
        en: `A place of the model contract is missing: ${refusal.facts.slot}; what is left out is said, too.`,
      })
    case 'clause-not-of-slot':
      return badField(`#/parts/${refusal.facts.at}/clause`, 'clause-of-slot', {
        zh: '范本的这个位置没有所选的条款。',
        en: 'This place of the model contract has no such clause.',
      })
    case 'clause-gone':
      return badField(`#/parts/${refusal.facts.at}/clause`, 'clause-in-use', {
        zh: '所选条款未启用或已停用，请重新选择。',
        en: 'This clause is not in use; choose another.',
      })
    case 'edit-unexplained':
      return badField(`#/parts/${refusal.facts.at}/reason`, 'why-it-differs', {
        zh: '与条款库不同的，请写明理由。',
        en: 'Say why it differs from the library.',
      })
    default:
      return textProblem(refusal as Refusal<ContentRefusals>, (field) => `#/${field}`)
  }
}

export const noSuchText = () =>
  notFound({ zh: '没有这份合同文稿。', en: 'There is no such contract text.' })

/** What a person reads where a version cannot be the one to be signed. */
export function toNamingProblem(refusal: Refusal<NamingRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-text':
      return noSuchText()
    case 'text-has-gaps':
      return conflict('text-has-gaps', {
        zh: `尚有空缺：${refusal.facts.names}。补齐并保存新一版后再定稿。`,
        en: `Blanks are left: ${refusal.facts.names}. Fill them and save another version first.`,
      })
    case 'text-out-of-date':
      return conflict('text-out-of-date', {
        zh: `登记的内容已变更：${refusal.facts.names}。请按最新内容保存新一版后再定稿。`,
        en: `The registers say otherwise by now: ${refusal.facts.names}. Save a version with what they say first.`,
      })
    case 'text-undecided':
      return conflict('text-undecided', {
        zh: `下列条款尚未选定，或与本次交易不符：${refusal.facts.names}。请选用、更换，或写明不采用的理由。`,
        en: `These clauses are undecided or do not fit the deal: ${refusal.facts.names}. Choose, change, or say why they are left out.`,
      })
    case 'sums-differ':
      return conflict('text-sums-differ', {
        zh: '合同金额与登记的付款条款合计不一致，请先更正其中一项。',
        en: 'The amount of the contract and its recorded payments do not add up; correct one of them first.',
      })
    case 'named-already':
      return conflict('text-named-already', {
        zh: `第 ${refusal.facts.version} 版已是定稿。`,
        en: `Version ${refusal.facts.version} is the one to be signed already.`,
      })
    case 'nothing-named':
      return conflict('no-text-named', {
        zh: '没有定稿，无需取消。',
        en: 'No version is named, so there is nothing to take back.',
      })
  }
}

/** The public pages of the problem codes of contract texts. */
export const textProblems: ProblemPages = {
  'text-changed-meanwhile': conflictPage(
    [
      '文稿已被他人修改',
      '您打开之后，他人保存了新的一版；本次没有写入。',
      '重新打开，比对后再修改。',
    ],
    [
      'Somebody changed the text meanwhile',
      'A further version was saved after you opened it; nothing of yours was written.',
      'Open it again, compare, then make yours.',
    ],
  ),
  'text-has-gaps': conflictPage(
    [
      '文稿尚有空缺',
      '定稿不得留有空缺；签约时才确定的编号和日期除外。',
      '补齐后保存新一版，再定稿。',
    ],
    [
      'The text has blanks',
      'A text to be signed has none, but for its number and day, which come with the signature.',
      'Fill them, save another version, then name it.',
    ],
  ),
  'text-out-of-date': conflictPage(
    [
      '文稿与登记内容不一致',
      '保存之后，金额、付款条款或其他登记内容已变更。',
      '保存新一版，使文稿采用最新内容。',
    ],
    [
      'The text is out of date',
      'After it was saved, amounts, payments or other facts became others in the registers.',
      'Save another version, which takes what the registers say now.',
    ],
  ),
  'text-undecided': conflictPage(
    [
      '条款尚未选定或不符',
      '范本中必须处理的位置没有选定条款，或所选条款的适用条件与交易不符。',
      '选用或更换条款；不采用的写明理由。',
    ],
    [
      'Clauses are undecided or do not fit',
      'A place of the model contract stands empty without a reason, or its clause is for another deal.',
      'Choose or change the clause, or say why it is left out.',
    ],
  ),
  'text-sums-differ': conflictPage(
    [
      '金额与付款合计不一致',
      '合同登记的金额与各笔付款之和不同，写入合同会自相矛盾。',
      '更正合同金额或付款条款。',
    ],
    [
      'Amount and payments do not add up',
      'The amount of the contract and the sum of its payments differ; the text would contradict itself.',
      'Correct the amount or the payments.',
    ],
  ),
  'text-named-already': conflictPage(
    ['已是定稿', '这一版已被确定为定稿。', '无需办理。'],
    ['Named already', 'This version is the one to be signed.', 'Nothing is to be done.'],
  ),
  'no-text-named': conflictPage(
    ['没有定稿', '这份文稿没有确定定稿，或定稿已取消。', '无需办理。'],
    ['None is named', 'No version is named, or that was taken back.', 'Nothing is to be done.'],
  ),
}
