import type { Refusal } from '@yizhuan/kit'
import { type Words, yuan } from '@yizhuan/kit'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import { type AuditRefusals, auditConflicts, auditFields } from './audit.refusals.ts'
import { type HandRefusals, handConflicts, handFields } from './hand.refusals.ts'
import { conflicts } from './receivable-conflicts.refusals.ts'

type None = Record<string, never>

/** Why something about the money of a contract is not written. */
export interface ReceivableRefusals extends HandRefusals, AuditRefusals {
  'no-such-contract': None
  'no-such-receivable': None
  'no-such-receipt': None
  'no-such-invoice': None
  'no-such-match': None
  'no-such-milestone': None
  'no-such-royalty': None
  'no-such-period': None
  'no-such-letter': None
  'no-such-audit': None
  'letter-struck': None
  'letter-named': { readonly on: string }
  'no-earlier-letter': { readonly needed: string; readonly found: string }
  'nothing-overdue': None
  'written-in-future': { readonly today: string }
  'pay-by-before': None
  'file-not-stored': { readonly name: string }
  'terms-ended': { readonly on: string }
  'reason-missing': None
  'currency-lasts': { readonly is: string }
  'effective-before': { readonly on: string }
  'effective-before-signing': { readonly on: string }
  'royalty-measure-lasts': { readonly term: string }
  'reached-in-future': { readonly today: string }
  'reached-already': None
  'milestone-in-use': None
  'not-ended': None
  'ended-in-case': { readonly case: string }
  'end-in-use': None
  'stated-in-future': { readonly today: string }
  'period-not-over': { readonly to: string }
  'stated-before': { readonly on: string }
  'royalty-period-settled': None
  'later-period-stated': None
  'earlier-period-unstated': { readonly from: string }
  'nothing-to-match': None
  'cannot-match': { readonly why: string; readonly at: string }
  'taken-back-already': None
  'receipt-used': None
  'rate-differs': { readonly gives: string; readonly booked: string }
  'no-refund': None
  'refund-linked': None
  'no-such-link': None
  'linked-by-act': { readonly case: string }
  'has-contract': None
  'has-no-contract': None
  'receipt-in-use': None
  'income-in-case': { readonly case: string }
  'refund-above-left': { readonly left: string }
  'written-off-in-case': { readonly case: string }
  'no-such-write-off': None
  'no-such-proposal': None
  'write-off-unproved': None
  'write-off-waiting': None
  'write-off-of-own': None
  'write-off-taken-back': None
  'written-off-before': { readonly on: string }
  'written-off-in-future': { readonly today: string }
  'write-off-above-open': { readonly open: string }
  'unknown-line': { readonly at: string }
  'invoiced-above': { readonly at: string; readonly left: string }
  'invoiced-above-foreign': { readonly at: string; readonly left: string }
  'vat-rate': None
  'vat-rate-unusual': { readonly on: string; readonly rates: string }
  'invoice-not-draft': { readonly state: string }
  'issued-in-future': { readonly today: string }
  'invoice-number-used': { readonly number: string }
  'invoice-void': None
  'issued-before-contract': { readonly on: string }
  'red-nothing-left': None
  'red-above-left': { readonly at: string; readonly left: string }
  'red-before': { readonly on: string }
  'red-not-issued': None
  'has-red': { readonly number: string }
  'red-invoiced-again': None
}

type Missing = Extract<keyof ReceivableRefusals, `no-such-${string}`>

const missing: Readonly<Record<Missing, readonly [string, string]>> = {
  'no-such-contract': ['没有这份合同。', 'There is no such contract.'],
  'no-such-receivable': ['没有这笔应收款。', 'There is no such receivable.'],
  'no-such-receipt': ['没有这笔到账。', 'There is no such receipt.'],
  'no-such-invoice': ['没有这张发票。', 'There is no such invoice.'],
  'no-such-write-off': ['没有这笔核销。', 'There is no such write-off.'],
  'no-such-proposal': [
    '没有这笔待确认的核销，可能已经办结；请刷新页面。',
    'No such write-off waits; it may be done already, reload the page.',
  ],
  'no-such-match': ['没有这笔核对。', 'There is no such match.'],
  'no-such-link': [
    '这笔退款没有关联到这笔到账；请刷新页面。',
    'This refund is not linked with that receipt; reload the page.',
  ],
  'no-such-milestone': [
    '现行付款条款中没有这个里程碑。',
    'The terms in force have no such milestone.',
  ],
  'no-such-audit': ['没有这次审计。', 'There is no such audit.'],
  'no-such-letter': ['没有这封催款函。', 'There is no such letter.'],
  'no-such-royalty': ['付款条款中没有这项提成。', 'The terms have no such royalty.'],
  'no-such-period': [
    '提成约定中没有这一期，或合同已于此前终止。',
    'The royalty has no such period, or the contract ended before it.',
  ],
}

const isMissing = (code: string): code is Missing => code in missing

/** What a person reads for every no about receivables, receipts and invoices. */
export function toReceivableProblem(refusal: Refusal<ReceivableRefusals>): Problem {
  const { code } = refusal
  if (isMissing(code)) {
    const [zh, en] = missing[code]
    return notFound({ zh, en })
  }
  const facts = refusal.facts as Readonly<Record<string, string>>
  const told = fields[code] ?? handFields[code] ?? auditFields[code]
  if (told) {
    const [pointer, zh, en] = told
    const detail = { zh: filled(zh, facts, 'zh'), en: filled(en, facts, 'en') }
    const { see } = facts
    return badField(filled(pointer, facts, 'en'), code, detail, see === undefined ? {} : { see })
  }
  const state = (conflicts[code] ?? handConflicts[code] ?? auditConflicts[code])?.(facts)
  if (!state) throw new TypeError(`There is no sentence for ${code}.`)
  return state
}

/** `{name}` is a fact; `{name:fen}` one that is an amount. */
function filled(
  sentence: string,
  facts: Readonly<Record<string, string>>,
  lang: keyof Words,
): string {
  return sentence.replace(/\{(\w+)(:fen)?\}/g, (_all, name: string, isFen?: string) => {
    const fact = facts[name] ?? ''
    return isFen === undefined ? (whys[fact]?.[lang] ?? fact) : yuan(BigInt(fact))
  })
}

const whys: Readonly<Record<string, Words>> = {
  nothing: { zh: '金额须大于零', en: 'the amount is above zero' },
  twice: { zh: '同一应收款出现两次', en: 'the same receivable stands twice' },
  unknown: {
    zh: '该应收款已结清或不属于此合同',
    en: 'the receivable is settled, or of another contract',
  },
  'other-currency': {
    zh: '到账与应收款币种不同',
    en: 'the receipt and the receivable are in different currencies',
  },
  'several-contracts': {
    zh: '含三技合同的多份合同不能由一笔到账核对，请先按合同拆分登记',
    en: 'it is of several contracts, commissioned work among them; enter a receipt for each',
  },
  'above-receivable': { zh: '超过应收款未收金额', en: 'more than is open' },
  'above-receipt': { zh: '超过到账剩余金额', en: 'more than is left of the receipt' },
}

const fields: Partial<Record<string, readonly [string, string, string]>> = {
  'file-not-stored': [
    '#/files',
    '文件“{name}”还没有上传完；请重新上传。',
    'The file “{name}” is not stored; upload it again.',
  ],
  'reason-missing': ['#/reason', '请写明变更的理由。', 'Say why the terms change.'],
  'currency-lasts': [
    '#/currency',
    '合同以 {is} 计价，币种不能变更；如确需变更，请终止后另立合同。',
    'The contract is in {is}, and its currency lasts; end it and make another one.',
  ],
  'royalty-measure-lasts': [
    '#/terms',
    '“{term}”已有结算单，不能改按销售额或另一种计量单位计提；请另立一项提成。',
    '“{term}” was stated already: it goes on counting what it counts. Agree on another royalty beside it.',
  ],
  'effective-before': [
    '#/effectiveOn',
    '生效日不得早于上一版付款条款的生效日（{on}）。',
    'The terms before hold from {on}; choose that day or a later one.',
  ],
  'effective-before-signing': [
    '#/reason',
    '生效日早于合同签订日（{on}）；双方约定溯及此前的，请写明依据。',
    'The contract was signed on {on}, after that day; say where it was agreed that they hold from before.',
  ],
  'reached-in-future': [
    '#/reachedOn',
    '达成日不得晚于今天（{today}）。',
    'It was reached today ({today}) or before.',
  ],
  'stated-in-future': [
    '#/receivedOn',
    '收到日不得晚于今天（{today}）。',
    'It was received today ({today}) or before.',
  ],
  'period-not-over': [
    '#/receivedOn',
    '这一期到 {to} 才结束；期满后收到的结算单方可登记。',
    'This period ends on {to}; only what came after its end is its statement.',
  ],
  'stated-before': [
    '#/corrects',
    '这一期已于 {on} 登记结算单；确为更正的，请注明更正。',
    'This period was stated on {on} already; if this corrects it, say so.',
  ],
  'earlier-period-unstated': [
    '#/periodFrom',
    '累计分档的提成须按期登记；自 {from} 起的一期尚无结算单，请先登记该期（没有销售的填 0）。',
    'Bands over the life of a contract are stated in order; the period from {from} is not stated yet. State it first, with 0 where nothing was sold.',
  ],
  'later-period-stated': [
    '#/periodFrom',
    '累计分档的提成须按期登记；此后已有结算单，请先更正后一期。',
    'Bands over the life of a contract are stated in order; a later period is stated already.',
  ],
  'cannot-match': ['#/lines/{at}', '不能核对：{why}。', 'It cannot be matched: {why}.'],
  'rate-differs': [
    '#/rate',
    '按此汇率为 {gives:fen}，入账为 {booked:fen}；请核对外币金额和汇率，或留空由两者得出。',
    'At this rate it is {gives:fen}, and {booked:fen} was booked; check both, or leave the rate open.',
  ],
  'no-refund': ['#/refund', '这笔到账不是退款。', 'That receipt is no refund.'],
  'refund-above-left': [
    '#/refund',
    '退款超过到账剩余金额（{left:fen}）；请先撤回它已核对的应收款。',
    'The refund is more than is left of the receipt ({left:fen}); take back what it paid first.',
  ],
  'written-in-future': [
    '#/writtenOn',
    '发函日期不得晚于今天（{today}）。',
    'It is written today ({today}) or before.',
  ],
  'pay-by-before': [
    '#/payBy',
    '要求付款日不得早于发函日期。',
    'It is to be paid on the day of the letter or after it.',
  ],
  'no-earlier-letter': [
    '#/stage',
    '这一级催款函要说明此前已发函催收（至少 {needed} 封），记录中只有 {found} 封针对这些款项。此前在系统外发出的，先按其发函日期登记；未发过的，请选前一级。',
    'A letter of this stage says that these payments were asked for before (at least {needed} letters); the record has {found}. Enter what was sent elsewhere by its own day first, or choose an earlier stage.',
  ],
  'nothing-overdue': [
    '#/writtenOn',
    '这一天合同没有逾期未付的款项，无需催款。',
    'Nothing of the contract is overdue on that day.',
  ],
  'written-off-before': [
    '#/writtenOn',
    '核销日不得早于款项产生之日（{on}）。',
    'It is written off on the day it came to be owed ({on}) or after it.',
  ],
  'written-off-in-future': [
    '#/writtenOn',
    '核销日不得晚于今天（{today}）。',
    'It is written off today ({today}) or before.',
  ],
  'write-off-unproved': [
    '#/files',
    '请附上证明款项无法收回的材料，例如判决、破产裁定或单位批准文件。',
    'Attach what shows that the payment will not come: a judgment, an insolvency, an approval of the institution.',
  ],
  'write-off-above-open': [
    '#/minor',
    '核销金额超过未收金额。',
    'More would be written off than is open.',
  ],
  'unknown-line': [
    '#/lines/{at}',
    '这笔应收款不属于此合同、尚无金额或重复；请重新选择。',
    'That receivable is of another contract, has no amount yet, or stands here twice.',
  ],
  'invoiced-above': [
    '#/lines/{at}/fen',
    '开票金额超过应收金额；还可开票 {left:fen}。',
    'More would be invoiced than is owed; {left:fen} can be invoiced.',
  ],
  'invoiced-above-foreign': [
    '#/lines/{at}/minor',
    '开票的原币金额须大于零且不超过应收金额；还可开票 {left}。',
    'What is asked for in that currency is above zero and no more than is owed; {left} can be invoiced.',
  ],
  'vat-rate': ['#/vatRate', '税率须在 0 至 100% 之间。', 'A tax rate is between 0 and 100%.'],
  'vat-rate-unusual': [
    '#/vatReason',
    '纳税义务发生日（{on}）的税率为 {rates}，与开票税率不一致，请说明依据；以应收款到期、收款和开票最早的一日为准。免税的请选“免税”。',
    'The rates of the day on which the tax arose ({on}) are {rates}; say why this one applies. It arose when the payment fell due, money came or the invoice was issued, whichever was first. A sale that bears no tax is “exempt”.',
  ],
  'issued-before-contract': [
    '#/issuedOn',
    '开票日不得早于合同签订日（{on}）。',
    'It is issued on the day the contract was signed ({on}) or after it.',
  ],
  'red-above-left': [
    '#/lines/{at}/fen',
    '红冲金额须大于零且不超过原发票未红冲的金额（{left:fen}）。',
    'What is taken back is above zero and no more than is left of the invoice ({left:fen}).',
  ],
  'red-before': [
    '#/issuedOn',
    '红字发票的开票日不得早于原发票的开票日（{on}）。',
    'A red-letter invoice is issued on the day of the one it takes back ({on}) or after it.',
  ],
  'issued-in-future': [
    '#/issuedOn',
    '开票日不得晚于今天（{today}）。',
    'It was issued today ({today}) or before.',
  ],
  'invoice-number-used': [
    '#/number',
    '发票号码 {number} 已登记（含已作废的发票）；请核对。',
    'There is an invoice {number} already, or there was one that is void; check the number.',
  ],
}
