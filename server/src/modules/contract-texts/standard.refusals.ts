import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { ContentRefusals } from './standard.checks.ts'
import type { StandardRefusals } from './standard.commands.ts'

/** What a person reads for every no about clauses and model contracts; `under` is where its content stands. */
export function toProblem(refusal: Refusal<StandardRefusals>, under = '#'): Problem {
  switch (refusal.code) {
    case 'no-such-standard':
      return notFound({ zh: '条款库中没有这一项。', en: 'The library has no such text.' })
    case 'no-such-proposal':
      return notFound({ zh: '没有这一版待审批的文本。', en: 'There is no such proposal.' })
    case 'form-differs':
      return badField('#/name', 'same-form', {
        zh: '条款的新版本仍须是条款，范本的新版本仍须是范本。',
        en: 'A version of a clause is a clause, one of a model contract a model contract.',
      })
    case 'nothing-new':
      return badField(`${under}/name`, 'says-something-new', {
        zh: '内容与使用中的版本相同，无需提交新版本。',
        en: 'It says what the version in use says; no further version is needed.',
      })
    case 'words-missing':
      return badField('#/words', 'words', {
        zh: '不同意的，请写明理由。',
        en: 'Say why you refuse it.',
      })
    case 'standard-changed-meanwhile':
      return conflict('standard-changed-meanwhile', {
        zh: `他人已提交第 ${refusal.facts.version} 版；请重新打开后再修改。`,
        en: `Somebody proposed version ${refusal.facts.version} meanwhile; open it again first.`,
      })
    case 'proposal-waits':
      return conflict('proposal-waits', {
        zh: `第 ${refusal.facts.version} 版尚待审批；审批或撤回后再提交新版本。`,
        en: `Version ${refusal.facts.version} awaits a decision; propose the next one after it.`,
      })
    case 'decided-already':
      return conflict('standard-decided-already', {
        zh: `“${refusal.facts.name}”的这一版已有处理结果。`,
        en: `This version of “${refusal.facts.name}” was decided on already.`,
      })
    case 'own-proposal':
      return conflict('own-standard-proposal', {
        zh: `“${refusal.facts.name}”由您提交，须由另一人审批。`,
        en: `You proposed “${refusal.facts.name}”; somebody else decides on it.`,
      })
    case 'not-own-proposal':
      return conflict('proposal-of-another', {
        zh: '这一版由他人提交，只有提交人可以撤回；审批人可以不同意。',
        en: 'Somebody else proposed this version; only they take it back. Whoever decides may refuse it.',
      })
    case 'retired-already':
      return conflict('standard-retired-already', {
        zh: '这一项已经停用。',
        en: 'It is retired already.',
      })
    case 'not-retired':
      return conflict('standard-not-retired', {
        zh: '这一项没有停用，无需恢复。',
        en: 'It is not retired, so there is nothing to restore.',
      })
    default:
      return contentProblem(refusal as Refusal<ContentRefusals>, under)
  }
}

function contentProblem(refusal: Refusal<ContentRefusals>, under: string): Problem {
  const clause = `${under}/clause`
  const slot = (at: string) => `${under}/template/slots/${at}`
  switch (refusal.code) {
    case 'norm-unknown':
      return badField(`${clause}/norms/${refusal.facts.at}`, 'known-norm', {
        zh: `适用于本单位的规则中没有“${refusal.facts.norm}”，请从列表中选择。`,
        en: `The law of the house has no norm “${refusal.facts.norm}”; choose one of the list.`,
      })
    case 'slot-twice':
      return badField(`${slot(refusal.facts.at)}/key`, 'one-key', {
        zh: '位置编号重复。',
        en: 'This key stands here twice.',
      })
    case 'clause-unknown':
      return badField(`${slot(refusal.facts.at)}/clauses`, 'known-clause', {
        zh: '条款库中没有所选的条款，请重新选择。',
        en: 'The library has no such clause; choose again.',
      })
    case 'clause-twice':
      return badField(`${slot(refusal.facts.at)}/clauses`, 'clause-once', {
        zh: `“${refusal.facts.name}”在范本中出现了两次。`,
        en: `“${refusal.facts.name}” stands in the model contract twice.`,
      })
    case 'clause-of-other-contracts':
      return badField(`${slot(refusal.facts.at)}/clauses`, 'clause-of-type', {
        zh: `“${refusal.facts.name}”不适用于范本所列的合同类型。`,
        en: `“${refusal.facts.name}” is not for the contracts of this model.`,
      })
    default:
      return textProblem(refusal as Refusal<ContentRefusals>, (field) => `${clause}/${field}`)
  }
}

/** What is wrong with a text of a clause, at its field. */
export function textProblem(
  refusal: Refusal<ContentRefusals>,
  pointerOf: (field: string) => string,
): Problem {
  switch (refusal.code) {
    case 'placeholder-unknown':
      return badField(pointerOf(refusal.facts.field), 'known-placeholder', {
        zh: `没有这些占位符：${refusal.facts.names}。请从占位符清单中选择。`,
        en: `There are no such placeholders: ${refusal.facts.names}. Choose them from the list.`,
      })
    case 'braces-torn':
      return badField(pointerOf(refusal.facts.field), 'whole-placeholder', {
        zh: '占位符的大括号不成对，应写作 {{名称}}。',
        en: 'The braces of a placeholder do not match; write {{name}}.',
      })
    case 'amount-in-text':
      return badField(pointerOf(refusal.facts.field), 'money-by-terms', {
        zh: `价款条款中不得直接写“${refusal.facts.amount}”；金额和比例由登记的付款条款生成，请使用占位符。`,
        en: `A clause on payment does not write “${refusal.facts.amount}” itself: amounts and rates come from the recorded terms by a placeholder.`,
      })
    case 'english-halved':
      return badField(pointerOf(refusal.facts.field), 'english-whole', {
        zh: '英文标题和英文正文须同时填写，或同时留空。',
        en: 'Give both the heading and the text in English, or neither.',
      })
    default:
      throw new TypeError(`No text is refused for ${refusal.code}.`)
  }
}

/** The public pages of the problem codes of the library. */
export const standardProblems: ProblemPages = {
  'standard-changed-meanwhile': conflictPage(
    [
      '条款或范本已被他人修改',
      '您打开之后，他人提交了新的一版；本次没有写入。',
      '重新打开，核对新的一版后再修改。',
    ],
    [
      'Somebody changed the text meanwhile',
      'A further version was proposed after you opened it; nothing of yours was written.',
      'Open it again, look at the new version, then make yours.',
    ],
  ),
  'proposal-waits': conflictPage(
    ['前一版尚待审批', '一项条款或范本同时只有一版待审批。', '先审批或撤回前一版。'],
    [
      'An earlier version awaits a decision',
      'One version of a text awaits a decision at a time.',
      'Have it decided on, or taken back, first.',
    ],
  ),
  'standard-decided-already': conflictPage(
    ['已有处理结果', '这一版已被同意、不同意或撤回。', '重新打开，查看处理结果。'],
    [
      'Decided on already',
      'This version was approved, refused or taken back.',
      'Open it again to see what became of it.',
    ],
  ),
  'own-standard-proposal': conflictPage(
    ['须由另一人审批', '条款和范本由一人提交、另一人审批。', '请法务或单位负责人中的另一人审批。'],
    [
      'Somebody else decides',
      'Texts of the library are proposed by one person and approved by another.',
      'Ask another of the lawyers or leaders to decide.',
    ],
  ),
  'proposal-of-another': conflictPage(
    ['由他人提交', '只有提交人可以撤回待审批的版本。', '请提交人撤回，或由审批人不同意。'],
    [
      'Proposed by somebody else',
      'Only who proposed a version takes it back.',
      'Ask them to, or have it refused.',
    ],
  ),
  'standard-retired-already': conflictPage(
    ['已经停用', '这一项已停用，新的合同文稿不再使用。', '无需办理。'],
    ['Retired already', 'New drafts do not use it any more.', 'Nothing is to be done.'],
  ),
  'standard-not-retired': conflictPage(
    ['没有停用', '这一项没有停用。', '无需办理。'],
    ['Not retired', 'It was never retired, or was restored.', 'Nothing is to be done.'],
  ),
}
