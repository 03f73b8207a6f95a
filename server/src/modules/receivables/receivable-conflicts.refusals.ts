import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'

type Facts = Readonly<Record<string, string>>

/** What the state of a contract's money does not allow. */
export const conflicts: Partial<Record<string, (facts: Facts) => Problem>> = {
  'terms-ended': (facts) =>
    conflict('terms-ended', {
      zh: `合同已于 ${facts['on']} 终止，付款条款不再变更。`,
      en: `The contract ended on ${facts['on']}; its terms change no more.`,
    }),
  'letter-named': (facts) =>
    conflict('letter-named', {
      zh: `${facts['on']} 的催款函说明了这封函；请先撤销那一封。`,
      en: `The letter of ${facts['on']} names this one; strike that one first.`,
    }),
  'letter-struck': () =>
    conflict('letter-struck', {
      zh: '这封催款函已经撤销。',
      en: 'This letter is struck already.',
    }),
  'reached-already': () =>
    conflict('reached-already', {
      zh: '这个里程碑已登记达成。',
      en: 'This milestone is reached already.',
    }),
  'milestone-in-use': () =>
    conflict('milestone-in-use', {
      zh: '这笔里程碑款项已开票、收款或核销；请先作废发票、撤回核对或核销。',
      en: 'The payment of this milestone was invoiced, paid or written off; take that back first.',
    }),
  'not-ended': () =>
    conflict('not-ended', {
      zh: '合同没有终止，无可撤回。',
      en: 'The contract has not ended; there is nothing to take back.',
    }),
  'ended-in-case': () =>
    conflict('ended-in-case', {
      zh: '合同由转化项目终止，不能在此撤回。',
      en: 'The case ended this contract; that is not taken back here.',
    }),
  'end-in-use': () =>
    conflict('end-in-use', {
      zh: '终止截断的结算期已登记结算单，恢复后期间不同，不能撤回终止。',
      en: 'A period that the end broke off was stated since; it would be of other days, so the end stays.',
    }),
  'royalty-period-settled': () =>
    conflict('royalty-period-settled', {
      zh: '这一期已开票、收款或核销；请先作废发票或撤回核对，再登记结算单。',
      en: 'The period was invoiced, paid or written off; void the invoice or take the payment back first.',
    }),
  'nothing-to-match': () =>
    conflict('nothing-to-match', {
      zh: '这笔到账没有可核对的金额。',
      en: 'Nothing was received that could pay a receivable.',
    }),
  'taken-back-already': () =>
    conflict('taken-back-already', {
      zh: '这笔核对已经撤回。',
      en: 'This match was taken back already.',
    }),
  'receipt-used': () =>
    conflict('receipt-used', {
      zh: '这笔到账已核对或退款；请先撤回，再改外币金额。',
      en: 'The receipt is used already; take that back before its currency changes.',
    }),
  'refund-linked': () =>
    conflict('refund-linked', {
      zh: '这笔退款已经关联到账。',
      en: 'This refund belongs to a receipt already.',
    }),
  'linked-by-act': () =>
    conflict('linked-by-act', {
      zh: '项目记录已写明退的是哪一笔到账，不能在此撤回；记录有误的，请在项目中更正。',
      en: 'The record of the case says which receipt it gave back; if that is wrong, correct it there.',
    }),
  'has-contract': () =>
    conflict('has-contract', {
      zh: '这笔到账已有合同；请刷新页面。',
      en: 'This receipt has its contract already; reload the page.',
    }),
  'has-no-contract': () =>
    conflict('has-no-contract', {
      zh: '这笔到账没有关联这份合同；请刷新页面。',
      en: 'This receipt is of no such contract; reload the page.',
    }),
  'receipt-in-use': () =>
    conflict('receipt-in-use', {
      zh: '这笔到账已核对应收款、关联退款或列入核定单；请先撤回核对和退款关联、作废核定单，再撤回合同关联。',
      en: 'This receipt paid a receivable, is linked with a refund, or stands on a list of income; take those back and make the list void first.',
    }),
  'income-in-case': () =>
    conflict('income-in-case', {
      zh: '合同由转化项目办理，到账须在项目中登记；请打开项目登记到账。',
      en: 'A case performs this contract, and its income is recorded there; open the case.',
    }),
  'written-off-in-case': () =>
    conflict('written-off-in-case', {
      zh: '合同由转化项目履行；请在项目中核销，此处随之更新。',
      en: 'A case performs this contract; write it off there, and it is written off here.',
    }),
  'write-off-waiting': () =>
    conflict('write-off-waiting', {
      zh: '这笔应收款已有核销等待确认；请先确认或撤销那一笔。',
      en: 'A write-off of this receivable waits already; confirm it or give it up first.',
    }),
  'write-off-of-own': () =>
    conflict('write-off-of-own', {
      zh: '核销由您提出，须由另一人核对后确认。',
      en: 'You proposed this write-off; somebody else checks and confirms it.',
    }),
  'write-off-taken-back': () =>
    conflict('write-off-taken-back', {
      zh: '这笔核销已经撤回。',
      en: 'This write-off was taken back already.',
    }),
  'invoice-not-draft': () =>
    conflict('invoice-not-draft', {
      zh: '发票不是草稿；已开具的可以作废后另开。',
      en: 'The invoice is no draft; one that was issued can be made void and made anew.',
    }),
  'invoice-void': () =>
    conflict('invoice-void', {
      zh: '发票已经作废。',
      en: 'The invoice is void already.',
    }),
  'red-not-issued': () =>
    conflict('red-not-issued', {
      zh: '只有已开具的蓝字发票可以红冲；草稿请作废。',
      en: 'Only an invoice that was issued is taken back by a red-letter one; a draft is made void.',
    }),
  'red-nothing-left': () =>
    conflict('red-nothing-left', {
      zh: '这张发票已全部红冲。',
      en: 'All of this invoice was taken back already.',
    }),
  'has-red': (facts) =>
    conflict('has-red', {
      zh: `这张发票有红字发票 ${facts['number']}；请先作废红字发票。`,
      en: `The red-letter invoice ${facts['number']} takes it back; make that one void first.`,
    }),
  'red-invoiced-again': () =>
    conflict('red-invoiced-again', {
      zh: '红冲的款项已另行开票或已取消，作废红字发票会多开；请先作废后开的发票，或者恢复付款条款。',
      en: 'What was taken back was invoiced again, or is owed no more: more would be invoiced than is owed. Make the later invoice void first, or bring the terms back.',
    }),
}

/** The public pages of receivables. */
export const receivableProblems: ProblemPages = {
  'terms-ended': conflictPage(
    ['合同已终止', '合同已终止，付款条款不再变更。', '查看终止的版本。'],
    [
      'The contract ended',
      'The contract ended; its terms change no more.',
      'Look at its last version.',
    ],
  ),
  'letter-named': conflictPage(
    [
      '后发的催款函说明了这封函',
      '后发的催款函依据记录写明了这封函；撤销它，后一封所说的就不实了。',
      '先撤销后发的催款函，再撤销这封。',
    ],
    [
      'A later letter names it',
      'A later letter says by the record that this one was sent; without it that would not be true.',
      'Strike the later letter first, then this one.',
    ],
  ),
  'letter-struck': conflictPage(
    ['催款函已撤销', '这封催款函已经撤销。', '需要催款的，另行发函。'],
    ['Struck already', 'This letter is struck already.', 'Write another where one is needed.'],
  ),
  'reached-already': conflictPage(
    ['里程碑已达成', '这个里程碑已登记达成。', '查看已登记的证明。'],
    ['Reached already', 'This milestone is reached already.', 'Look at its evidence.'],
  ),
  'milestone-in-use': conflictPage(
    [
      '里程碑款项已有往来',
      '这笔里程碑款项已开票、收款或核销；请先作废发票、撤回核对或核销。',
      '作废发票、撤回核对或核销后，再撤回达成。',
    ],
    [
      'The payment is in use',
      'The payment of this milestone was invoiced, paid or written off; take that back first.',
      'Void the invoice, or take the match or the write-off back, then take the milestone back.',
    ],
  ),
  'not-ended': conflictPage(
    ['合同没有终止', '合同没有终止，无可撤回。', '刷新页面，查看合同的状态。'],
    [
      'It has not ended',
      'The contract has not ended; there is nothing to take back.',
      'Reload the page and look at the state of the contract.',
    ],
  ),
  'ended-in-case': conflictPage(
    ['合同由项目终止', '合同由转化项目终止，不能在此撤回。', '在项目中查看终止的记录。'],
    [
      'Ended by its case',
      'The case ended this contract; that is not taken back here.',
      'Look at the record of the case.',
    ],
  ),
  'end-in-use': conflictPage(
    [
      '终止后已登记结算单',
      '终止截断的结算期已登记结算单，恢复后期间不同，不能撤回终止。',
      '保留终止，另行登记合同。',
    ],
    [
      'Stated since the end',
      'A period that the end broke off was stated since; it would be of other days, so the end stays.',
      'Leave the end as it is, and enter what was agreed anew as another contract.',
    ],
  ),
  'royalty-period-settled': conflictPage(
    [
      '这一期已有往来',
      '这一期已开票、收款或核销；请先作废发票或撤回核对，再登记结算单。',
      '作废发票或撤回核对后再登记。',
    ],
    [
      'The period is in use',
      'The period was invoiced, paid or written off; void the invoice or take the payment back first.',
      'Void the invoice or take the payment back, then state it.',
    ],
  ),
  'nothing-to-match': conflictPage(
    ['没有可核对的金额', '这笔到账没有可核对的金额。', '选择另一笔到账。'],
    [
      'Nothing to match',
      'Nothing was received that could pay a receivable.',
      'Choose another receipt.',
    ],
  ),
  'taken-back-already': conflictPage(
    ['已经撤回', '这笔核对已经撤回。', '查看撤回的理由。'],
    ['Taken back already', 'This match was taken back already.', 'Look at the reason.'],
  ),
  'receipt-used': conflictPage(
    ['到账已使用', '这笔到账已核对或退款；请先撤回，再改外币金额。', '先撤回核对。'],
    [
      'The receipt is used',
      'The receipt is used already; take that back before its currency changes.',
      'Take back what it paid first.',
    ],
  ),
  'refund-linked': conflictPage(
    ['退款已关联', '这笔退款已经关联到账。', '查看它所退的到账。'],
    [
      'The refund is linked',
      'This refund belongs to a receipt already.',
      'Look at the receipt it gave back.',
    ],
  ),
  'linked-by-act': conflictPage(
    [
      '由项目记录关联',
      '退款由项目登记，记录写明退的是哪一笔到账。',
      '记录有误的，请在项目中更正。',
    ],
    [
      'Linked by the record of a case',
      'The case recorded the refund and says which receipt it gave back.',
      'If that is wrong, correct it in the case.',
    ],
  ),
  'has-contract': conflictPage(
    ['到账已有合同', '这笔到账已经关联合同。', '刷新页面；关联有误的，在到账页撤回合同关联。'],
    [
      'The receipt has its contract',
      'This receipt belongs to a contract already.',
      'Reload the page; if it is the wrong one, take the link back on the page of the receipt.',
    ],
  ),
  'has-no-contract': conflictPage(
    ['到账没有关联合同', '这笔到账没有关联这份合同。', '刷新页面。'],
    ['No such contract', 'This receipt is of no such contract.', 'Reload the page.'],
  ),
  'receipt-in-use': conflictPage(
    [
      '到账已被使用',
      '这笔到账已核对应收款、关联退款或列入核定单，不能撤回合同关联。',
      '先撤回核对和退款关联、作废核定单。',
    ],
    [
      'The receipt is in use',
      'This receipt paid a receivable, is linked with a refund, or stands on a list of income.',
      'Take those back and make the list void first.',
    ],
  ),
  'income-in-case': conflictPage(
    ['到账由项目登记', '合同由转化项目办理，到账是项目的一步。', '打开项目，登记到账。'],
    [
      'Recorded in its case',
      'A case performs this contract; a receipt is an act of the case.',
      'Open the case and record the receipt there.',
    ],
  ),
  'written-off-in-case': conflictPage(
    ['由项目核销', '合同由转化项目履行；请在项目中核销，此处随之更新。', '打开项目，办理核销。'],
    [
      'Written off in its case',
      'A case performs this contract; write it off there, and it is written off here.',
      'Open the case and write it off there.',
    ],
  ),
  'write-off-waiting': conflictPage(
    [
      '核销等待确认',
      '这笔应收款已有核销等待确认；请先确认或撤销那一笔。',
      '在合同页面确认或撤销等待的核销。',
    ],
    [
      'A write-off waits',
      'A write-off of this receivable waits already; confirm it or give it up first.',
      'Confirm or give up the write-off that waits on the page of the contract.',
    ],
  ),
  'write-off-of-own': conflictPage(
    ['须由另一人确认', '核销由您提出，须由另一人核对后确认。', '请财务或领导班子中的另一人确认。'],
    [
      'Somebody else confirms it',
      'You proposed this write-off; somebody else checks and confirms it.',
      'Ask another person of finance or the leadership to confirm it.',
    ],
  ),
  'write-off-taken-back': conflictPage(
    ['核销已撤回', '这笔核销已经撤回，款项恢复未收。', '确需再次核销的，另行登记。'],
    [
      'Taken back already',
      'This write-off was taken back; what it wrote off is open again.',
      'Write it off anew where that is right.',
    ],
  ),
  'invoice-not-draft': conflictPage(
    ['发票不是草稿', '发票不是草稿；已开具的可以作废后另开。', '作废后另开。'],
    [
      'The invoice is no draft',
      'The invoice is no draft; one that was issued can be made void and made anew.',
      'Make it void, and draft another one.',
    ],
  ),
  'invoice-void': conflictPage(
    ['发票已作废', '发票已经作废。', '另开一张。'],
    ['The invoice is void', 'The invoice is void already.', 'Draft another one.'],
  ),
  'red-not-issued': conflictPage(
    ['不能红冲', '只有已开具的蓝字发票可以红冲。', '草稿请作废；红字发票有误的，作废后重新登记。'],
    [
      'It cannot be taken back',
      'Only an invoice that was issued is taken back by a red-letter one.',
      'Make a draft void; make a wrong red-letter invoice void and enter it anew.',
    ],
  ),
  'red-nothing-left': conflictPage(
    ['已全部红冲', '这张发票已全部红冲。', '查看已登记的红字发票。'],
    [
      'Nothing is left of it',
      'All of this invoice was taken back already.',
      'Look at its red-letter invoices.',
    ],
  ),
  'has-red': conflictPage(
    ['有红字发票', '这张发票已被红字发票冲减，不能作废。', '先作废红字发票。'],
    [
      'A red-letter invoice takes it back',
      'An invoice that a red-letter one takes back cannot be made void.',
      'Make the red-letter invoice void first.',
    ],
  ),
  'red-invoiced-again': conflictPage(
    [
      '款项已另行开票',
      '红冲的款项已另行开票或已取消；作废红字发票会多开。',
      '先作废后开的发票，或者恢复付款条款。',
    ],
    [
      'It was invoiced again',
      'What the red-letter invoice took back was invoiced again or is owed no more; without it more would be asked for than is owed.',
      'Make the later invoice void first, or bring the terms back.',
    ],
  ),
}
