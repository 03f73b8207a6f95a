import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn, yuanCell } from '../../platform/csv.ts'
import type { AssetLineWire } from './asset.wire.ts'
import {
  attributeWords,
  conversionWords,
  fundingWords,
  stageWords,
  treatmentWords,
  wordOf,
} from './asset-words.ts'
import type { ProposalWire } from './proposal.wire.ts'
import type { ReportWire } from './report.wire.ts'

/** The ledger as a sheet: the list of the institution's achievements for finance and state assets. */
export function assetColumns(lang: Lang): readonly Column<AssetLineWire>[] {
  const { text, day, number, money } = columnsIn<AssetLineWire>(lang)
  return [
    text('成果编号', 'Number', ({ number: given }) => given),
    text('成果名称', 'Title', ({ title }) => title),
    text('科室', 'Department', ({ department }) => department),
    day('登记日', 'Entered on', ({ enteredOn }) => enteredOn),
    text('资金来源', 'Money', ({ fundingKind }) => wordOf(fundingWords, fundingKind, lang)),
    text('属性', 'Attribute', ({ attribute }) => attributeWords[attribute][lang]),
    text('阶段', 'Stage', ({ stage }) => stageWords[stage][lang]),
    text('转化状态', 'Transfer', ({ conversion }) => conversionWords[conversion][lang]),
    number('转化频次', 'Times', ({ count }) => count),
    money('累计支出', 'Spent', ({ spentFen }) => spentFen),
    money('已费用化', 'Expensed', ({ expensedFen }) => expensedFen),
    money('归集中', 'Collected', ({ collectedFen }) => collectedFen),
    money('账面价值', 'On the books', ({ bookFen }) => bookFen),
  ]
}

/** How the filters of the ledger are called in a sheet. */
export const assetFilterWords = {
  attribute: { name: { zh: '属性', en: 'Attribute' }, values: attributeWords },
  stage: { name: { zh: '阶段', en: 'Stage' }, values: stageWords },
  conversion: { name: { zh: '转化状态', en: 'Transfer' }, values: conversionWords },
  funding: { name: { zh: '资金来源', en: 'Money' }, values: fundingWords },
  on: { name: { zh: '截至', en: 'As of' } },
} as const

/** What finance is proposed to book, as a sheet. */
export function proposalColumns(lang: Lang): readonly Column<ProposalWire>[] {
  const { text, day, number, money } = columnsIn<ProposalWire>(lang)
  return [
    text('成果编号', 'Number', ({ number: given }) => given),
    text('成果名称', 'Title', ({ title }) => title),
    text('建议处理', 'Proposed', ({ treatment }) => wordOf(treatmentWords, treatment, lang)),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    number('笔数', 'Costs', ({ costs }) => costs.length),
    day('最早支出', 'From', ({ from }) => from),
    day('最晚支出', 'To', ({ to }) => to),
    text('依据', 'Article', ({ article }) => article),
    text('退回理由', 'Given back because', ({ returned }) => returned?.reason),
  ]
}

/** One row of the report as a sheet: how many, or yuan. */
interface ReportRow {
  readonly of: string
  readonly opening: string | number
  readonly came: string | number
  readonly went: string | number
  readonly closing: string | number
}

export function reportColumns(lang: Lang): readonly Column<ReportRow>[] {
  const { text, number } = columnsIn<ReportRow>(lang)
  return [
    text('项目', 'Item', ({ of }) => of),
    number('期初', 'Opening', ({ opening }) => opening),
    number('本期增加', 'Came', ({ came }) => came),
    number('本期减少', 'Went', ({ went }) => went),
    number('期末', 'Closing', ({ closing }) => closing),
  ]
}

const tagWords = { attribute: attributeWords, stage: stageWords, conversion: conversionWords }

/** The report row by row: how many bear each tag, then what is on the books. */
export function reportRows(report: ReportWire, lang: Lang): readonly ReportRow[] {
  const { opening, entered, closing, movements, money } = report
  const words = {
    all: { zh: '成果（项）', en: 'Achievements' },
    book: { zh: '无形资产账面价值（元）', en: 'Assets on the books, yuan' },
  }
  return [
    { of: words.all[lang], opening, came: entered, went: 0, closing },
    ...movements.map(({ tag, value, ...row }) => ({
      of: wordOf(tagWords[tag], value, lang),
      ...row,
    })),
    {
      of: words.book[lang],
      opening: yuanCell(money.openingFen),
      came: yuanCell(money.addedFen),
      went: yuanCell(money.derecognisedFen),
      closing: yuanCell(money.closingFen),
    },
  ]
}
