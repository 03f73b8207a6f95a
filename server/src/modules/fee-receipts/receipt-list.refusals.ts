import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { ReceiptRefusals } from './receipt-list.commands.ts'

/** What a person reads for every no about lists of receipts. */
export function toProblem(refusal: Refusal<ReceiptRefusals>): Problem {
  switch (refusal.code) {
    case 'nothing-to-take':
      return badField('#/file', 'nothing-to-take', {
        zh:
          refusal.facts.differing === '0'
            ? '没有一行与已批准批次的待缴年费相符；没有登记任何回执。'
            : `没有一行金额相符（${refusal.facts.differing} 行金额不符）；核对后可选择“金额不符的也登记”。没有登记任何回执。`,
        en:
          refusal.facts.differing === '0'
            ? 'No line fits an open fee of an approved batch; no receipt was recorded.'
            : `No line has the amount of its fee (${refusal.facts.differing} differ); once you have compared them, choose to record those too. No receipt was recorded.`,
      })
    case 'no-such-receipt-list':
      return notFound({ zh: '没有这份回执清单。', en: 'There is no such list of receipts.' })
    case 'receipts-undone':
      return conflict('receipts-undone', {
        zh: '这份回执清单已经撤销；请刷新后查看。',
        en: 'This list of receipts was taken back already; look at it again.',
      })
    case 'receipts-rested-on':
      return conflict('receipts-rested-on', {
        zh: `“${refusal.facts.title}”其后第 ${refusal.facts.year} 年度年费已登记缴纳，这份清单不能整份撤销；请先在该权利的时间线上划去后面的缴费，或只划去有误的一条。`,
        en: `Year ${refusal.facts.year} of “${refusal.facts.title}” was paid after this list, so the list is not taken back whole; strike the later payment first, or strike the wrong one alone in the timeline of its right.`,
      })
  }
}

export const notStored = (name: string) =>
  badField('#/file', 'stored-before', {
    zh: `文件“${name}”尚未上传，或与上传的不一致。`,
    en: `The file “${name}” was not uploaded, or differs from what was.`,
  })

export const noColumns = () =>
  badField('#/file', 'receipt-columns', {
    zh: '没有找到“申请号、金额、收据号、缴费日”四列；请核对表头，或在缴费清单中填写回执号和缴费日后上传。',
    en: 'The columns Number, Amount, Receipt and Paid on were not found; check the headings, or fill in receipt and day in the pay file and upload that.',
  })

export const noLines = () =>
  badField('#/file', 'receipt-lines', {
    zh: '没有一行写有申请号和收据号。',
    en: 'No line has a number and a receipt.',
  })

/** The public pages of lists of receipts. */
export const problems: ProblemPages = {
  'receipts-undone': conflictPage(
    ['回执清单已撤销', '一份回执清单只能撤销一次。', '刷新后查看；要重新登记的，再次上传文件。'],
    [
      'The receipts were taken back',
      'A list of receipts is taken back once.',
      'Look at it again; to record them anew, upload the file once more.',
    ],
  ),
  'receipts-rested-on': conflictPage(
    [
      '后面的年费已经缴纳',
      '后一年度年费的缴纳以前面各年度已缴清为前提，不能整份撤销前面的回执。',
      '先划去后面的缴费，再撤销清单；或只在时间线上划去有误的一条。',
    ],
    [
      'A later fee rests on it',
      'Who paid a later year says that the earlier ones are paid; the receipts of those are not taken back whole.',
      'Strike the later payment first, or strike the wrong payment alone in the timeline of its right.',
    ],
  ),
}
