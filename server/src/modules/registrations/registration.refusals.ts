import { type Refusal, yuan } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import type { FieldError, Problem } from '../../platform/problem.ts'
import { badField, conflict, malformed, notFound } from '../../platform/problem.ts'
import { certificateOfAnother } from '../contracts/index.ts'
import {
  type FormRefusals,
  type RegistrationState,
  type StepRefusals,
  stateWords,
  type VerificationState,
  verificationWords,
} from './registration.ts'

type None = Record<string, never>

/** Why something about the registration of a contract is not written. */
export interface RegistrationRefusals extends FormRefusals, StepRefusals {
  'no-such-contract': None
  'no-such-registration': None
  'no-such-verification': None
  'attempt-open': { readonly state: RegistrationState }
  'attempt-followed': { readonly attempt: string }
  'form-handed-in': { readonly state: RegistrationState }
  'recorded-in-case': { readonly case: string }
  'step-in-future': { readonly today: string }
  'step-before-last': { readonly on: string }
  'step-before-signing': { readonly on: string }
  /** The fields, with commas between. */
  'registration-incomplete': { readonly fields: string }
  'number-missing': None
  'certificate-of-another': { readonly title: string }
  /** The amount of the contract, in fen. */
  'recognised-above-amount': { readonly amount: string }
  'words-missing': None
  'file-not-stored': { readonly name: string }
  'contract-not-registered': { readonly state: RegistrationState }
  'receipt-of-another': { readonly at: string }
  'verified-already': { readonly at: string }
  'verified-above-received': { readonly at: string; readonly left: string }
  'verified-above-refunds': { readonly left: string; readonly waiting: string }
  'income-drawn': None
  'rewards-above-income': { readonly amount: string }
  'nothing-to-approve': { readonly state: VerificationState }
  'approved-by-drawer': None
  'approval-missing': None
  'verification-done': { readonly state: VerificationState }
  'verified-in-future': { readonly today: string }
  'verified-before-drawn': { readonly on: string }
}

/** What a person reads for every no about registrations. */
export function toProblem(refusal: Refusal<RegistrationRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-contract':
      return notFound({ zh: '没有这份合同。', en: 'There is no such contract.' })
    case 'no-such-registration':
      return notFound({ zh: '没有这次认定登记。', en: 'There is no such registration.' })
    case 'no-such-verification':
      return notFound({ zh: '没有这张核定单。', en: 'There is no such list of income.' })
    default:
      return ofForm(refusal) ?? ofLines(refusal) ?? ofState(refusal)
  }
}

/** What is wrong with a form or with what was said of a step. */
function ofForm(refusal: Refusal<RegistrationRefusals>): Problem | undefined {
  const at = (pointer: string, zh: string, en: string) =>
    badField(`#/${pointer}`, refusal.code, { zh, en })
  switch (refusal.code) {
    case 'unknown-code':
      return at(
        `form/${refusal.facts.field}`,
        '请从列表中选择；这个代码不在现行代码表中。',
        'Choose from the list; that code is not on it.',
      )
    case 'party-twice':
      return at(
        `form/${refusal.facts.field}`,
        '这一方已经列出，请勿重复。',
        'This party is named already.',
      )
    case 'unknown-country':
      return at(
        `form/${refusal.facts.field}`,
        '没有这个国别代码，如中国为 CHN。',
        'There is no such country; China is CHN.',
      )
    case 'unknown-region':
      return at(
        `form/${refusal.facts.field}`,
        '没有这个行政区划代码：前两位为省级代码，如广州市为 440100。',
        'There is no such region: the first two digits are the province, as in 440100 for Guangzhou.',
      )
    case 'credit-code-wrong':
      return at(
        `form/${refusal.facts.field}`,
        '统一社会信用代码的校验码不对，请与营业执照核对。',
        'The last character of the credit code does not fit the others; compare it with the licence.',
      )
    case 'signed-in-future':
      return at(
        'form/signedOn',
        `签订日期不得晚于今天（${refusal.facts.today}）。`,
        `It was signed today (${refusal.facts.today}) or before.`,
      )
    case 'technology-above-amount':
      return at(
        'form/technologyFen',
        `技术交易额不得超过合同成交额（${yuan(BigInt(refusal.facts.amount))}）。`,
        `What is for technology is no more than the contract (${yuan(BigInt(refusal.facts.amount))}).`,
      )
    case 'registration-term-ends-before':
      return at(
        'form/termTo',
        '有效期届满日不得早于开始日。',
        'The term does not end before it begins.',
      )
    case 'registration-incomplete':
      return malformed(refusal.facts.fields.split(',').map(lackingField))
    case 'step-in-future':
      return at(
        'on',
        `日期不得晚于今天（${refusal.facts.today}）。`,
        `It was today (${refusal.facts.today}) or before.`,
      )
    case 'step-before-last':
      return at(
        'on',
        `日期不得早于上一步（${refusal.facts.on}）。`,
        `It was not before the step before it (${refusal.facts.on}).`,
      )
    case 'step-before-signing':
      return at(
        'on',
        `日期不得早于登记表上的合同签订日（${refusal.facts.on}）。`,
        `It was not before the contract was signed, as the form says (${refusal.facts.on}).`,
      )
    case 'number-missing':
      return at('number', '请填写登记证明上的编号。', 'Give the number on the certificate.')
    case 'certificate-of-another':
      return badField('#/number', refusal.code, certificateOfAnother(refusal.facts))
    case 'recognised-above-amount':
      return at(
        'recognisedFen',
        `认定技术交易额不得超过登记表上的合同成交额（${yuan(BigInt(refusal.facts.amount))}）。`,
        `What was recognised is no more than the contract on the form (${yuan(BigInt(refusal.facts.amount))}).`,
      )
    case 'words-missing':
      return at('words', '请写明原因。', 'Say why.')
    case 'file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    default:
      return undefined
  }
}

const lackingField = (field: string): FieldError => ({
  pointer: `#/form/${field}`,
  rule: 'registration-incomplete',
  detail: { zh: '提交前须填写。', en: 'Fill it in before the form is handed in.' },
})

/** What is wrong with the lines or the days of what was earned. */
function ofLines(refusal: Refusal<RegistrationRefusals>): Problem | undefined {
  const at = (pointer: string, zh: string, en: string) =>
    badField(`#/${pointer}`, refusal.code, { zh, en })
  switch (refusal.code) {
    case 'receipt-of-another':
      return at(
        `lines/${refusal.facts.at}`,
        '这笔到账不属于本合同；请重新选择。',
        'That receipt is of another contract; choose again.',
      )
    case 'verified-already':
      return at(
        `lines/${refusal.facts.at}`,
        '这笔到账已在另一张核定单上；一笔到账只核定一次。',
        'That receipt stands on another list; a receipt is verified once.',
      )
    case 'verified-above-received':
      return at(
        `lines/${refusal.facts.at}/fen`,
        `核定金额不得超过实际到账（${yuan(BigInt(refusal.facts.left))}，已扣除退款）。`,
        `No more can be verified than arrived and stayed (${yuan(BigInt(refusal.facts.left))}).`,
      )
    case 'verified-above-refunds':
      return at(
        'lines',
        `本合同有退款（${yuan(BigInt(refusal.facts.waiting))}）还未关联到账，合计最多可核定 ${yuan(BigInt(refusal.facts.left))}；请先关联退款，或减少核定金额。`,
        `Refunds of this contract (${yuan(BigInt(refusal.facts.waiting))}) are not linked with receipts yet: verify ${yuan(BigInt(refusal.facts.left))} at most, or link them first.`,
      )
    case 'rewards-above-income':
      return at(
        'rewards',
        `奖酬金合计不得超过核定的技术性收入（${yuan(BigInt(refusal.facts.amount))}）。`,
        `The rewards are no more than the income verified (${yuan(BigInt(refusal.facts.amount))}).`,
      )
    case 'verified-in-future':
      return at(
        'on',
        `核定日不得晚于今天（${refusal.facts.today}）。`,
        `It was verified today (${refusal.facts.today}) or before.`,
      )
    case 'verified-before-drawn':
      return at(
        'on',
        `核定日不得早于填制日（${refusal.facts.on}）。`,
        `It was not verified before it was drawn up (${refusal.facts.on}).`,
      )
    default:
      return undefined
  }
}

/** What the state of a registration or of a list does not allow. */
function ofState(refusal: Refusal<RegistrationRefusals>): Problem {
  const words = (state: RegistrationState) => stateWords[state]
  switch (refusal.code) {
    case 'attempt-open': {
      const { zh, en } = words(refusal.facts.state)
      return conflict('attempt-open', {
        zh: `本合同已有一次认定登记（${zh}）；不予登记、认定为非技术合同或被撤销后才能再次申请。`,
        en: `There is an attempt already (${en}); another one follows once it was refused, found to be no technology contract, or revoked.`,
      })
    }
    case 'attempt-followed':
      return conflict('attempt-followed', {
        zh: `此后已有第 ${refusal.facts.attempt} 次申请，这一次的结果不再更正；请在最近一次申请中登记实际结果。`,
        en: `Attempt ${refusal.facts.attempt} followed, so the outcome of this one stays; record what is true in the latest attempt.`,
      })
    case 'form-handed-in': {
      const { zh, en } = words(refusal.facts.state)
      return conflict('form-handed-in', {
        zh: `登记表已经提交（${zh}），不能再改；被退回后可以修改。`,
        en: `The form was handed in (${en}) and stays as it is; it can be changed once returned.`,
      })
    }
    case 'step-out-of-order': {
      const { zh, en } = words(refusal.facts.state)
      return conflict('step-out-of-order', {
        zh: `目前是“${zh}”，不能办理这一步；请刷新页面。`,
        en: `It is “${en}” now, and that step does not follow; reload the page.`,
      })
    }
    case 'recorded-in-case':
      return conflict('recorded-in-case', {
        zh: '合同由转化项目办理；请在项目中登记结果，此处随之更新。',
        en: 'A case performs this contract; record the outcome there, and it stands here.',
      })
    case 'contract-not-registered': {
      const { zh, en } = words(refusal.facts.state)
      return conflict('contract-not-registered', {
        zh: `合同没有有效的认定登记（${zh}），不能核定技术性收入。`,
        en: `The contract is not registered (${en}); its income cannot be verified.`,
      })
    }
    case 'income-drawn':
      return conflict('income-drawn', {
        zh: '已按这次登记填制核定单；请先作废核定单，再更正登记结果。',
        en: 'Income was drawn up by this registration; make those lists void, then correct the outcome.',
      })
    case 'nothing-to-approve':
      return conflict('nothing-to-approve', {
        zh: '这张核定单不需要复核，或已经复核。',
        en: 'This list needs no approval, or has it already.',
      })
    case 'approved-by-drawer':
      return conflict('approved-by-drawer', {
        zh: '填制人不能复核自己填制的核定单；请由另一人复核。',
        en: 'Whoever drew the list up does not approve it; another person does.',
      })
    case 'approval-missing':
      return conflict('approval-missing', {
        zh: '达到规定金额的核定单须先由第二人复核。',
        en: 'From that amount on a second person approves the list first.',
      })
    case 'verification-done': {
      const { zh, en } = verificationWords[refusal.facts.state]
      return conflict('verification-done', {
        zh: `这张核定单${zh}，不能再改；有误时作废后另填。`,
        en: `This list is “${en}” and stays; make it void and draw up another one.`,
      })
    }
    default:
      throw new TypeError(`There is no sentence for ${refusal.code}.`)
  }
}

/** The public pages of registrations. */
export const problems: ProblemPages = {
  'attempt-open': conflictPage(
    ['已有认定登记', '一份合同同时只办理一次认定登记。', '打开已有的登记继续办理。'],
    [
      'There is an attempt already',
      'A contract has one registration under way at a time.',
      'Open the one there is.',
    ],
  ),
  'form-handed-in': conflictPage(
    ['登记表已提交', '提交后登记表保持原样，被退回后可以修改。', '如需修改，请登记“退回”后再改。'],
    [
      'The form was handed in',
      'A form that was handed in stays as it is until it is returned.',
      'Record that it was returned, then change it.',
    ],
  ),
  'step-out-of-order': conflictPage(
    ['步骤顺序不符', '这一步不能接在目前的状态之后。', '刷新页面，按列出的步骤办理。'],
    [
      'The step does not follow',
      'That step does not follow where the registration stands.',
      'Reload the page and choose from the steps it lists.',
    ],
  ),
  'recorded-in-case': conflictPage(
    ['由项目登记', '合同由转化项目办理，登记结果是项目的一步。', '打开项目，登记认定登记结果。'],
    [
      'Recorded in its case',
      'A case performs this contract; the outcome is an act of the case.',
      'Open the case and record it there.',
    ],
  ),
  'contract-not-registered': conflictPage(
    ['没有有效登记', '技术性收入核定以有效的认定登记为前提。', '先完成认定登记。'],
    [
      'Not registered',
      'Income is verified of contracts that are registered.',
      'Complete the registration first.',
    ],
  ),
  'attempt-followed': conflictPage(
    ['此后已有申请', '此后又提出了申请，这一次的结果不再更正。', '在最近一次申请中登记实际结果。'],
    [
      'Another attempt followed',
      'Another attempt followed, so the outcome of this one stays.',
      'Record what is true in the latest attempt.',
    ],
  ),
  'income-drawn': conflictPage(
    ['已填制核定单', '核定单以这次登记为依据，登记结果不能更正。', '作废核定单后再更正。'],
    [
      'Income was drawn up',
      'Lists of income rest on this registration, so its outcome stays.',
      'Make the lists void, then correct the outcome.',
    ],
  ),
  'nothing-to-approve': conflictPage(
    ['无需复核', '这张核定单不需要复核，或已经复核。', '查看复核人。'],
    ['Nothing to approve', 'This list needs no approval, or has it.', 'Look who approved it.'],
  ),
  'approved-by-drawer': conflictPage(
    ['须由另一人复核', '填制人与复核人须为两人。', '请财务、成果转化审核或单位领导复核。'],
    [
      'Another person approves',
      'Whoever drew the list up does not approve it.',
      'Ask finance, the reviewer or the leaders.',
    ],
  ),
  'approval-missing': conflictPage(
    ['尚未复核', '达到规定金额的核定单须由第二人复核。', '请第二人复核后再登记核定结果。'],
    [
      'Not approved yet',
      'From an amount on a second person approves the list.',
      'Have it approved, then record what the registrar verified.',
    ],
  ),
  'verification-done': conflictPage(
    ['核定单已办结', '已核定或作废的核定单保持原样。', '有误时作废后另填一张。'],
    [
      'The list is settled',
      'A list that was verified or made void stays as it is.',
      'Make it void and draw up another one.',
    ],
  ),
}
