import type { Lang, Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { MovementWire, RewardWire } from './statement.wire.ts'

const yesNo = { zh: { yes: '是', no: '否' }, en: { yes: 'Yes', no: 'No' } } as const

/** A statement as a sheet: one line for each payout. */
export function statementColumns(lang: Lang): readonly Column<RewardWire>[] {
  const { text, day, money } = columnsIn<RewardWire>(lang)
  const layer = (id: string) => (one: RewardWire) =>
    one.layers.find((part) => part.id === id)?.amountFen
  const cites = (one: RewardWire) =>
    [...one.lines, ...one.layers].flatMap(({ cite }) => (cite ? `${cite.source}#${cite.at}` : []))
  return [
    day('发放日', 'Paid on', ({ on }) => on),
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    text('项目名称', 'Title', ({ title }) => title),
    money('到账', 'Received', ({ grossFen }) => grossFen),
    money('扣除', 'Deducted', ({ grossFen, netFen }) => `${BigInt(grossFen) - BigInt(netFen)}`),
    money('净收入', 'Net income', ({ netFen }) => netFen),
    money('奖励贡献人员', 'To contributors', layer('contributors')),
    money('转化部门', 'To the office', layer('tto')),
    money('留归单位', 'Kept', layer('institution')),
    money('本人所得', 'Own part', ({ shareFen }) => shareFen),
    money('其中股权', 'Of it in shares', ({ inSharesFen }) => inSharesFen),
    money('已领抵扣', 'Had before', ({ hadFen }) => hadFen),
    money('实发（税前）', 'Paid before tax', ({ paidFen }) => paidFen),
    money(
      '代扣个税（空白为未登记）',
      'Tax withheld (blank: not recorded)',
      (one) => one.withheldFen,
    ),
    money(
      '税后（空白为税额未登记）',
      'After tax (blank: tax not recorded)',
      (one) => one.arrivedFen,
    ),
    text('减按计税', 'Reduced taxation', ({ tax }) =>
      tax.relief === null ? null : yesNo[lang][tax.relief ? 'yes' : 'no'],
    ),
    day('减按计税截止日', 'Relief closes on', ({ tax }) => tax.window?.lastDay ?? null),
    money('计入工资薪金', 'Counted as wages', ({ tax }) => tax.countedFen),
    text('付款凭证', 'Proof', ({ proof }) => proof),
    day('冲回日', 'Reversed on', ({ reversedOn }) => reversedOn),
    text('依据', 'Articles', (one) => [...new Set(cites(one))].join(' ')),
  ]
}

/** What each movement is called; on paper as well. */
export const movementKinds: Readonly<Record<MovementWire['kind'], Words>> = {
  paid: { zh: '发放', en: 'Paid' },
  bonus: { zh: '专利授权奖金', en: 'Bonus at grant' },
  staffReward: { zh: '转化人员奖励', en: 'Reward of transfer staff' },
  repeated: { zh: '退回后补付', en: 'Paid again' },
  taken_in: { zh: '方案被推翻前已付，转入抵扣', en: 'Paid under a plan that fell' },
  returned: { zh: '付款退回', en: 'Payment came back' },
  bonusReturned: { zh: '奖金退回', en: 'Bonus came back' },
  staffRewardReturned: { zh: '转化人员奖励退回', en: 'Reward of transfer staff came back' },
  proceeds: { zh: '股权处置净收入', en: 'Proceeds of equity' },
  proceedsReturned: { zh: '股权处置净收入退回', en: 'Proceeds came back' },
  repaid: { zh: '本人退回', en: 'Given back' },
}

/** What moved in a year, line by line: its columns sum to the year. */
export function movementColumns(lang: Lang): readonly Column<MovementWire>[] {
  const { text, day, money } = columnsIn<MovementWire>(lang)
  return [
    day('日期', 'Day', ({ on }) => on),
    text('事项', 'What', ({ kind }) => movementKinds[kind][lang]),
    text('项目编号', 'Case', ({ caseNumber }) => caseNumber),
    text('项目名称', 'Title', ({ title }) => title),
    money('实发（税前）', 'Paid before tax', ({ paidFen }) => paidFen),
    money(
      '代扣个税（空白为未登记）',
      'Tax withheld (blank: not recorded)',
      (one) => one.withheldFen,
    ),
    money('其中税额未登记', 'Of it with tax not recorded', ({ taxUnknownFen }) => taxUnknownFen),
    money('退回单位', 'Given back', ({ backFen }) => backFen),
    text('凭证', 'Proof', ({ proof }) => proof),
    text('依据', 'Articles', ({ cites }) =>
      cites.map(({ source, at }) => `${source}#${at}`).join(' '),
    ),
  ]
}
