import { chineseDay, type Day, yuanText } from '@yizhuan/kit'
import { institutionName } from '../../platform/export.ts'
import { factsBlock, headingBlock, listPaper, rowsBlock } from '../../platform/list-paper.ts'
import { type PrintableList, refuseTooLong } from '../../platform/printable.ts'
import { assetColumns, assetFilterWords, reportColumns, reportRows } from './asset.csv.ts'
import { readers } from './asset.routes.ts'
import { tagValues } from './asset.ts'
import { dayAsked, toWire } from './asset.view.ts'
import { AssetFilterWire } from './asset.wire.ts'
import { attributeWords, conversionWords, stageWords, wordOf } from './asset-words.ts'
import { type LineTotals, linesOf, totalsOf } from './line.queries.ts'
import { periodReport } from './report.queries.ts'
import { ReportQueryWire } from './report.wire.ts'

// The ledger and its report on paper, for the signatures of who keeps, books and answers for it.

const signs = ['编制人', '审核人', '财务部门负责人', '国有资产管理部门负责人', '单位负责人']

/** The ledger of a day, as it is filtered. */
const ledger: PrintableList<AssetFilterWire> = {
  path: '/assets',
  tag: 'assets',
  access: readers,
  filter: AssetFilterWire,
  name: { zh: '成果资产台账', en: 'Ledger of assets' },
  composed: async (tx, caller, { on, ...filter }, clock) => {
    const today = clock.today()
    const asked = { ...filter, day: dayAsked(on, today) }
    const totals = await totalsOf(tx, caller.institution, asked)
    refuseTooLong(totals.lines)
    const [lines, institution] = await Promise.all([
      linesOf(tx, caller.institution, asked),
      institutionName(tx, caller.institution),
    ])
    const columns = assetColumns('zh')
    const paper = listPaper({
      ...{ id: 'asset-ledger', title: '成果资产台账', institution, today, by: caller.name },
      facts: [['截至', chineseDay(asked.day as Day)]],
      ...{ filter, words: assetFilterWords, signs, isWide: true },
      blocks: [
        headingBlock('汇总'),
        factsBlock(totalFacts(totals)),
        headingBlock('明细'),
        rowsBlock(columns, lines.map(toWire), {
          '累计支出（元）': yuanText(totals.spentFen),
          '已费用化（元）': yuanText(totals.expensedFen),
          '归集中（元）': yuanText(totals.collectedFen),
          '账面价值（元）': yuanText(totals.bookFen),
        }),
      ],
    })
    return { paper, rows: lines.length }
  },
}

const tagNames = [
  ['attribute', '属性', attributeWords],
  ['stage', '阶段', stageWords],
  ['conversion', '转化状态', conversionWords],
] as const

function totalFacts({ lines, counts }: LineTotals): (readonly [string, string])[] {
  const byTag = tagNames.map(([tag, name, words]) => {
    const of = counts[tag] as Readonly<Record<string, number>>
    const said = tagValues[tag].map((value) => `${wordOf(words, value, 'zh')} ${of[value] ?? 0} 项`)
    return [name, said.join('；')] as const
  })
  return [['成果', `${lines} 项`], ...byTag]
}

/** The periodic report (sh-pilot-ledger#1-2/a12.p1). */
const report: PrintableList<ReportQueryWire> = {
  path: '/asset-report',
  tag: 'assets',
  access: readers,
  filter: ReportQueryWire,
  name: { zh: '资产台账报告', en: 'Report of assets' },
  composed: async (tx, caller, query, clock) => {
    const today = clock.today()
    const [found, institution] = await Promise.all([
      periodReport(tx, caller.institution, query, today),
      institutionName(tx, caller.institution),
    ])
    const { from, to, lapsed, money } = found
    const rows = reportRows(found, 'zh')
    const yuan = (fen: string) => `${yuanText(BigInt(fen))} 元`
    const paper = listPaper({
      ...{ id: 'asset-report', title: '成果资产台账报告', institution, today, by: caller.name },
      facts: [['期间', `${chineseDay(from as Day)}至${chineseDay(to as Day)}`]],
      ...{ filter: {}, words: {}, signs },
      blocks: [
        headingBlock('变动'),
        rowsBlock(reportColumns('zh'), rows),
        headingBlock('支出'),
        factsBlock([
          ['本期支出', yuan(money.spentFen)],
          ['本期费用化', yuan(money.expensedFen)],
          ['期末归集中', yuan(money.collectedFen)],
          ['期末账面价值', yuan(money.closingFen)],
          ['本期权利全部丧失', `${lapsed} 项`],
        ]),
      ],
    })
    return { paper, rows: rows.length }
  },
}

// biome-ignore lint/suspicious/noExplicitAny: each list has a filter of its own, which its route parses.
export const assetPapers: readonly PrintableList<any>[] = [ledger, report]
