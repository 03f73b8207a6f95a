import { type Refusal, type Words, yuanText } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { VatRefusals } from './vat.commands.ts'
import type { VatKind } from './vat.ts'

/** What a person reads for every no about value added tax. */
export function toVatProblem(refusal: Refusal<VatRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-settlement':
      return notFound({ zh: '没有这笔增值税记录。', en: 'There is no such record of VAT.' })
    case 'vat-month-ahead':
      return badField('#/month', 'vat-month-ahead', {
        zh: `${refusal.facts.month} 还没有开始，没有应交增值税。`,
        en: `${refusal.facts.month} has not begun: no VAT is owed for it.`,
      })
    case 'vat-in-future':
      return badField('#/on', 'vat-in-future', {
        zh: `日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The day may not lie after today (${refusal.facts.today}).`,
      })
    case 'more-vat-than-owed': {
      const { month, kind, most } = refusal.facts
      const { zh, en } = mostOf(kind, month)
      const yuan = yuanText(BigInt(most))
      return badField('#/amountFen', 'more-vat-than-owed', {
        zh: `${zh}为 ${yuan} 元，金额不得超过它。`,
        en: `${en} ${yuan} yuan; the amount may not exceed it.`,
      })
    }
    case 'settlement-reversed':
      return conflict('settlement-reversed', {
        zh: '这笔记录已经冲回；请刷新后查看。',
        en: 'It was reversed already; look at it again.',
      })
    case 'own-settlement':
      return forbidden({
        zh: '增值税记录须由登记人以外的人冲回；请另一人办理。',
        en: 'A record of VAT is reversed by somebody other than who made it: ask another.',
      })
  }
}

function mostOf(kind: VatKind, month: string): Words {
  if (kind === 'given_back') {
    return {
      zh: `截至 ${month} 多缴、可以退还的增值税`,
      en: `What was settled too much through ${month} and can be given back is`,
    }
  }
  if (kind === 'costed') {
    return {
      zh: `截至 ${month} 应交、且案件费用中尚未登记的税费`,
      en: `What is owed through ${month}, and stands as tax in costs of deals that is not recorded yet, is`,
    }
  }
  return { zh: `截至 ${month} 应交的增值税`, en: `What is owed through ${month} is` }
}

/** What came of it; asked within the transaction, so that a no takes back what was written before it. */
export function acceptedVat<Value>(
  outcome: { kind: 'accepted'; value: Value } | { kind: 'refused'; refusal: Refusal<VatRefusals> },
): Value {
  if (outcome.kind === 'refused') throw toVatProblem(outcome.refusal)
  return outcome.value
}

/** The public pages of the codes of value added tax. */
export const problems: ProblemPages = {
  'settlement-reversed': {
    status: 409,
    title: { zh: '增值税记录已经冲回', en: 'The record of VAT was reversed' },
    meaning: {
      zh: '一笔记录只冲回一次。没有写入任何内容。',
      en: 'A record is reversed once. Nothing was written.',
    },
    todo: { zh: '刷新后查看它现在的状态。', en: 'Look at it as it stands now.' },
  },
}
