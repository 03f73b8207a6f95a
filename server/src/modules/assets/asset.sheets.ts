import type { Lang } from '@yizhuan/kit'
import { yuanCell } from '../../platform/csv.ts'
import type { SheetColumn } from '../../platform/sheet.ts'
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

function columnIn<Row>(lang: Lang) {
  return (
    zh: string,
    en: string,
    value: SheetColumn<Row>['value'],
    isAmount = false,
  ): SheetColumn<Row> => ({ heading: lang === 'zh' ? zh : en, value, isAmount })
}

/** The ledger as a sheet: the list of the institution's achievements for finance and state assets. */
export function assetColumns(lang: Lang): readonly SheetColumn<AssetLineWire>[] {
  const column = columnIn<AssetLineWire>(lang)
  return [
    column('成果编号', 'Number', ({ number }) => number),
    column('成果名称', 'Title', ({ title }) => title),
    column('科室', 'Department', ({ department }) => department),
    column('登记日', 'Entered on', ({ enteredOn }) => enteredOn),
    column('资金来源', 'Money', ({ fundingKind }) => wordOf(fundingWords, fundingKind, lang)),
    column('属性', 'Attribute', ({ attribute }) => attributeWords[attribute][lang]),
    column('阶段', 'Stage', ({ stage }) => stageWords[stage][lang]),
    column('转化状态', 'Transfer', ({ conversion }) => conversionWords[conversion][lang]),
    column('转化频次', 'Times', ({ count }) => count),
    column('支出（元）', 'Spent, yuan', ({ spentFen }) => yuanCell(spentFen), true),
    column('已费用化（元）', 'Expensed, yuan', ({ expensedFen }) => yuanCell(expensedFen), true),
    column('归集中（元）', 'Collected, yuan', ({ collectedFen }) => yuanCell(collectedFen), true),
    column('账面价值（元）', 'On the books, yuan', ({ bookFen }) => yuanCell(bookFen), true),
  ]
}

/** What finance is proposed to book, as a sheet. */
export function proposalColumns(lang: Lang): readonly SheetColumn<ProposalWire>[] {
  const column = columnIn<ProposalWire>(lang)
  return [
    column('成果编号', 'Number', ({ number }) => number),
    column('成果名称', 'Title', ({ title }) => title),
    column('建议处理', 'Proposed', ({ treatment }) => wordOf(treatmentWords, treatment, lang)),
    column('金额（元）', 'Amount, yuan', ({ amountFen }) => yuanCell(amountFen), true),
    column('笔数', 'Costs', ({ costs }) => costs.length),
    column('最早支出', 'From', ({ from }) => from),
    column('最晚支出', 'To', ({ to }) => to),
    column('依据', 'Article', ({ article }) => article),
    column('退回理由', 'Given back because', ({ returned }) => returned?.reason),
  ]
}

/** One row of the report as a sheet. */
interface ReportRow {
  readonly of: string
  readonly opening: string | number
  readonly came: string | number
  readonly went: string | number
  readonly closing: string | number
}

export function reportColumns(lang: Lang): readonly SheetColumn<ReportRow>[] {
  const column = columnIn<ReportRow>(lang)
  return [
    column('项目', 'Item', ({ of }) => of),
    column('期初', 'Opening', ({ opening }) => opening),
    column('本期增加', 'Came', ({ came }) => came),
    column('本期减少', 'Went', ({ went }) => went),
    column('期末', 'Closing', ({ closing }) => closing),
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
