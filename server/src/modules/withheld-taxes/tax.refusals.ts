import { type Refusal, type Words, yuanText } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import { taxWords } from '../payouts/index.ts'
import type { TaxRefusals } from './remittance.commands.ts'

/** What a person reads for every no about tax withheld. */
export function toTaxProblem(refusal: Refusal<TaxRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-remittance':
      return notFound({ zh: '没有这笔税款缴纳记录。', en: 'There is no such payment of tax.' })
    case 'month-ahead':
      return badField('#/month', 'month-ahead', {
        zh: `${refusal.facts.month} 还没有开始，没有代扣税款。`,
        en: `${refusal.facts.month} has not begun: nothing was withheld in it.`,
      })
    case 'more-than-stands':
      return badField(
        '#/amountFen',
        'more-than-stands',
        most(refusal.facts.most, {
          zh: `${refusal.facts.month} 待缴的代扣税款（不含已在办理的）`,
          en: `What stands of ${refusal.facts.month} to be paid over, less what is under way, is `,
        }),
      )
    case 'more-than-claimed':
      return badField(
        '#/amountFen',
        'more-than-claimed',
        most(refusal.facts.most, {
          zh: `${refusal.facts.month} 多缴、可以申请退还的税款`,
          en: `What was paid over too much of ${refusal.facts.month} and can be asked back is `,
        }),
      )
    case 'remittance-not-open':
      return conflict('remittance-not-open', {
        zh: '这笔记录已经处理过，现在不能这样办理；请刷新后查看。',
        en: 'It was dealt with already, or is not that far; look at it again.',
      })
    case 'own-remittance':
      return forbidden({
        zh: '税款缴纳须由制单人以外的人审批和冲回，当月税额的补登人也不得审批；请另一人办理。',
        en: 'Tax is approved and reversed by somebody other than who made it, and not approved by who entered tax of its month late: ask another.',
      })
    case 'settled-in-future':
      return badField('#/on', 'settled-in-future', {
        zh: `缴纳或退还日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The day may not lie after today (${refusal.facts.today}).`,
      })
    case 'settled-before-approval':
      return badField('#/on', 'settled-before-approval', {
        zh: `缴纳或退还日期不得早于批准之日（${refusal.facts.approved}）。`,
        en: `The day may not lie before it was approved (${refusal.facts.approved}).`,
      })
    case 'remittance-without-paper':
      return badField('#/files', 'remittance-without-paper', {
        zh: '日期早于今天的，须附完税凭证或者银行回单。',
        en: 'For a day before today attach the certificate of the tax office, or the slip of the bank.',
      })
    case 'tax-file-not-stored':
      return badField('#/files', 'stored-before', {
        zh: `文件“${refusal.facts.name}”尚未上传，或与上传的不一致。`,
        en: `The file “${refusal.facts.name}” was not uploaded, or differs from what was.`,
      })
    case 'no-such-set-off':
      return notFound({ zh: '没有这笔税款抵回记录。', en: 'There is no such set-off of tax.' })
    case 'set-off-not-open':
      return conflict('set-off-not-open', {
        zh: '这笔抵回已经处理过，现在不能这样办理；请刷新后查看。',
        en: 'This set-off was dealt with already, or is not that far; look at it again.',
      })
    case 'own-set-off':
      return forbidden({
        zh: '税款抵回须由制单人以外的人审批和撤回，当月税额的补登人也不得审批；请另一人办理。',
        en: 'A set-off is approved and taken back by somebody other than who ordered it, and not approved by who entered tax of its month late: ask another.',
      })
    case 'set-off-came-back':
      return conflict('set-off-came-back', {
        zh: '这笔付款已由银行退回，退回时已按抵回后的税额冲减，抵回不能再撤回。',
        en: 'The bank returned this payment, with its tax less what was set off: the set-off cannot be taken back any more.',
      })
    case 'nothing-to-set-off':
      return conflict('nothing-to-set-off', {
        zh: '这笔付款没有可以抵回的代扣税款：没有代扣、已经抵回，或者收款人没有应退回的多发款。',
        en: 'Nothing of this payment can be set off: no tax was withheld, it is set off already, or the payee has nothing to give back.',
      })
    case 'no-such-hand-payment':
      return notFound({ zh: '没有这笔付款。', en: 'There is no such payment.' })
    case 'tax-above-payment':
      return badField(
        '#/withheldFen',
        'tax-above-payment',
        most(refusal.facts.most, {
          zh: '这笔付款的代扣税额',
          en: 'What can be withheld from this payment is ',
        }),
      )
    case 'tax-is-all-left': {
      const left = BigInt(refusal.facts.left)
      return badField('#/withheldFen', 'tax-is-all-left', {
        zh: `这笔付款退回后只剩 ${yuanText(left)} 元，不能全是税款：没有实际付到的款项。整笔都退回的，请在项目中把剩下的 ${yuanText(left)} 元也登记退回，重新付款时另行登记税额。`,
        en: `Of this payment ${yuanText(left)} yuan did not come back, which cannot all be tax: nothing would be left that was really paid. Where all of it came back, record in its case that these ${yuanText(left)} yuan did too; what is paid instead has a tax of its own.`,
      })
    }
    case 'tax-unchanged':
      return badField('#/withheldFen', 'tax-unchanged', {
        zh: '与已登记的代扣税额相同，无须更改。',
        en: 'That is what stands already; nothing changes.',
      })
    case 'tax-proved': {
      const why = taxWords[refusal.facts.fault]
      return badField('#/withheldFen', 'tax-proved', {
        zh: `这笔款项由发放批次支付：${why?.zh ?? ''}`,
        en: `A batch made this payment: ${why?.en ?? ''}`,
      })
    }
    case 'more-than-to-set-off':
      return badField(
        '#/amountFen',
        'more-than-to-set-off',
        most(refusal.facts.most, {
          zh: '这笔付款可以抵回的税款',
          en: 'What can be set off of this payment is ',
        }),
      )
  }
}

const most = (fen: string, { zh, en }: Words): Words => ({
  zh: `${zh}为 ${yuanText(BigInt(fen))} 元，金额不得超过它。`,
  en: `${en}${yuanText(BigInt(fen))} yuan; the amount may not exceed it.`,
})

const nothing = { zh: '没有写入任何内容。', en: 'Nothing was written.' }

/** What came of it; asked within the transaction, so that a no takes back what was written before it. */
export function acceptedTax<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: Refusal<TaxRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toTaxProblem(outcome.refusal)
  return outcome.value
}

/** The public pages of the codes of tax withheld. */
export const problems: ProblemPages = {
  'remittance-not-open': {
    status: 409,
    title: { zh: '税款缴纳记录不在待处理状态', en: 'The payment of tax is not open' },
    meaning: {
      zh: `记录已审批、撤回、办结或者冲回，或者还没有到这一步。${nothing.zh}`,
      en: `It was decided, cancelled, settled or reversed, or is not that far. ${nothing.en}`,
    },
    todo: { zh: '刷新后查看它现在的状态。', en: 'Look at it as it stands now.' },
  },
  'set-off-not-open': {
    status: 409,
    title: { zh: '税款抵回不在待处理状态', en: 'The set-off is not open' },
    meaning: {
      zh: `抵回已审批、撤回，或者还没有到这一步。${nothing.zh}`,
      en: `It was decided, cancelled or taken back, or is not that far. ${nothing.en}`,
    },
    todo: { zh: '刷新后查看它现在的状态。', en: 'Look at it as it stands now.' },
  },
  'set-off-came-back': {
    status: 409,
    title: { zh: '付款已退回，抵回不能撤回', en: 'The payment came back' },
    meaning: {
      zh: `付款退回时，税款按抵回后的余额冲减，抵回的部分已经了结。${nothing.zh}`,
      en: `When a payment comes back its tax does as well, less what was set off, and that part is settled. ${nothing.en}`,
    },
    todo: {
      zh: '无需撤回；补付时重新登记税额。',
      en: 'Nothing is to be taken back; where it is paid again its tax is entered anew.',
    },
  },
  'nothing-to-set-off': {
    status: 409,
    title: { zh: '没有可以抵回的代扣税款', en: 'No tax to set off' },
    meaning: {
      zh: `分配冲回后收款人有多发款、付款时代扣过税款且没有抵回的，才能抵回。${nothing.zh}`,
      en: `Tax is set off where a distribution was reversed, the payee has too much of it, and tax was withheld that is not set off yet. ${nothing.en}`,
    },
    todo: {
      zh: '在“代扣税款”页查看可以抵回的付款。',
      en: 'See on the page of tax withheld which payments it can be set off of.',
    },
  },
}
