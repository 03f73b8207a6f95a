import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'

type None = Record<string, never>

/** Why a receipt is not entered by hand, or not taken back. */
export interface HandRefusals {
  'received-in-future': { readonly today: string }
  'receipt-amount': None
  'receipt-in-yuan': None
  'receipt-foreign-amount': None
  'receipt-rate-source': None
  'receipt-of-unknown-contract': None
  'receipt-of-case': { readonly see: string }
  'receipt-recorded': {
    readonly at: string
    readonly zh: string
    readonly en: string
    readonly see?: string
  }
  'given-back-in-future': { readonly today: string }
  'given-back-before': { readonly on: string }
  'given-back-beyond': { readonly left: string }
  'given-back-already': { readonly voucher: string; readonly see: string }
  'refund-of-no-contract': None
  'not-entered-by-hand': None
  'receipt-taken-back': None
  'receipt-rested-on': None
}

/** At which field each stands, and what it says. */
export const handFields: Partial<Record<string, readonly [string, string, string]>> = {
  'received-in-future': [
    '#/receivedOn',
    '到账日期不得晚于今天（{today}）。',
    'It was received today ({today}) or before.',
  ],
  'receipt-amount': [
    '#/amountFen',
    '请填写入账金额；外币到账填写汇率的，可由汇率得出。',
    'Give the amount that was booked; of another currency it may follow from the rate.',
  ],
  'receipt-in-yuan': [
    '#/currency',
    '人民币到账没有外币金额和汇率；请选择币种，或清空这些字段。',
    'A receipt in yuan has no other amount and no rate; choose its currency, or clear them.',
  ],
  'receipt-foreign-amount': ['#/minor', '请填写外币金额。', 'Give what arrived in that currency.'],
  'receipt-rate-source': [
    '#/rateSource',
    '请注明到账当日汇率的来源。',
    'Say who gives the rate of the day.',
  ],
  'receipt-of-unknown-contract': [
    '#/contract',
    '没有这份合同；请重新选择，或留待以后关联。',
    'There is no such contract; choose again, or leave it for later.',
  ],
  'receipt-of-case': [
    '#/contract',
    '合同由转化项目办理，到账须在项目中登记。',
    'A case performs this contract, and its income is recorded there.',
  ],
  'receipt-recorded': ['#/{at}', '{zh}', '{en}'],
  'given-back-in-future': [
    '#/on',
    '退款日期不得晚于今天（{today}）。',
    'It went back today ({today}) or before.',
  ],
  'given-back-before': [
    '#/on',
    '退款日期不得早于到账日期（{on}）。',
    'It went back on the day of the receipt ({on}) or later.',
  ],
  'given-back-beyond': [
    '#/amountFen',
    '退款超过到账剩余金额（{left:fen}）；已核对应收款的，请先撤回核对。',
    'That is more than is left of the receipt ({left:fen}); take back first what it paid.',
  ],
  'given-back-already': [
    '#/voucher',
    '同一账户凭证{voucher}的退款已经登记；一笔退款只登记一次。',
    'A refund under voucher {voucher} of this account is entered already, and it is entered once.',
  ],
}

/** What the state of a receipt does not allow. */
export const handConflicts: Partial<Record<string, () => Problem>> = {
  'refund-of-no-contract': () =>
    conflict('refund-of-no-contract', {
      zh: '这笔到账尚未关联合同；请先关联合同，再登记退款。',
      en: 'Nobody has said of which contract this receipt is; say so first, then enter what went back.',
    }),
  'not-entered-by-hand': () =>
    conflict('not-entered-by-hand', {
      zh: '这笔到账不是手工登记的；项目登记的在项目中更正，台账导入的撤销那次导入或更正台账。',
      en: 'Nobody entered this receipt by hand; what a case recorded is corrected there, what a ledger brought by that ledger.',
    }),
  'receipt-taken-back': () =>
    conflict('receipt-taken-back', {
      zh: '这笔到账的登记已经撤回。',
      en: 'This receipt was taken back already.',
    }),
  'receipt-rested-on': () =>
    conflict('receipt-rested-on', {
      zh: '这笔到账已核对应收款、关联退款或列入核定单；请先撤回核对和退款关联、作废核定单，再撤回登记。',
      en: 'This receipt paid a receivable, is linked with a refund, or stands on a list of income; take those back and make the list void first.',
    }),
}

/** The public pages of receipts that are entered by hand. */
export const handProblems: ProblemPages = {
  'refund-of-no-contract': conflictPage(
    [
      '到账尚未关联合同',
      '退款随到账记在合同上，这笔到账尚未关联合同。',
      '先关联合同，再登记退款。',
    ],
    [
      'The receipt has no contract yet',
      'What goes back is kept with its contract, and nobody has said of which contract this receipt is.',
      'Say of which contract it is, then enter what went back.',
    ],
  ),
  'not-entered-by-hand': conflictPage(
    [
      '不是手工登记的到账',
      '这笔到账由项目登记，或由台账导入；手工登记的才能在此撤回。',
      '项目登记的在项目中更正；台账导入的撤销那次导入，或更正台账后再导入。',
    ],
    [
      'Not entered by hand',
      'A case recorded this receipt, or a ledger brought it; only what was entered by hand is taken back here.',
      'Correct it in its case; or undo the import, or import the corrected ledger.',
    ],
  ),
  'receipt-taken-back': conflictPage(
    ['到账登记已撤回', '这笔到账的登记已经撤回。', '确有到账的，另行登记。'],
    [
      'Taken back already',
      'This receipt was taken back already.',
      'Enter another where money did arrive.',
    ],
  ),
  'receipt-rested-on': conflictPage(
    [
      '到账已有用途',
      '这笔到账已核对应收款、关联退款或列入核定单。',
      '先撤回核对和退款关联、作废核定单，再撤回登记。',
    ],
    [
      'Something rests on it',
      'This receipt paid a receivable, is linked with a refund, or stands on a list of income.',
      'Take the match and the link back and make the list void, then take it back.',
    ],
  ),
}
