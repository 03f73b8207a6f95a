import { type Lang, parseRatio, percent, type Words } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { CapTableLine } from './cap-table.ts'
import type { HoldingLineWire, PortfolioGroupWire } from './holding.wire.ts'

export const stageWords = {
  before_market: { zh: '产品未进入市场', en: 'Product not on the market' },
  on_market: { zh: '产品已进入市场', en: 'Product on the market' },
  left: { zh: '已退出', en: 'Exited' },
  wound_up: { zh: '公司已清算', en: 'Company wound up' },
} as const satisfies Record<string, Words>

const heldByWords = {
  institution: { zh: '本单位', en: 'The institution' },
  platform_company: { zh: '平台公司', en: 'The platform company' },
  both: { zh: '本单位和平台公司', en: 'Both' },
  nobody: { zh: '不再持有', en: 'Nobody any more' },
} as const satisfies Record<string, Words>

const kindWords: Readonly<Record<string, Words>> = {
  institution: { zh: '本单位', en: 'The institution' },
  platform_company: { zh: '平台公司', en: 'The platform company' },
  contributor: { zh: '奖励人员', en: 'Rewarded contributor' },
  partner: { zh: '其他股东', en: 'Another holder' },
}

/** The single list as a sheet. */
export function holdingColumns(lang: Lang): Column<HoldingLineWire>[] {
  const { text, day, money } = columnsIn<HoldingLineWire>(lang)
  return [
    text('项目编号', 'Number', ({ number }) => number),
    text('被投资公司', 'Company', ({ company }) => company),
    text('投入的科技成果', 'Achievement', ({ achievement }) => achievement),
    text('单列清单编号', 'Entry on the list', ({ listEntry }) => listEntry),
    text('阶段', 'Stage', ({ stage }) => stageWords[stage][lang]),
    text('持股主体', 'Held by', ({ heldBy }) => heldByWords[heldBy][lang]),
    day('登记日期', 'Formed on', ({ formedOn }) => formedOn),
    money('作价金额', 'Agreed value', ({ valueFen }) => valueFen),
    money('本单位部分的成本', 'Cost of the own part', ({ ownCostFen }) => ownCostFen),
    text('现持股比例', 'Share now', ({ ownShare }) => percent(parseRatio(ownShare))),
    text('现持股比例（精确）', 'Share now, exact', ({ ownShare }) => ownShare),
    money('最近评估值', 'Latest appraisal', ({ worthFen }) => worthFen),
    day('评估有效期已止于', 'The appraisal lapsed on', ({ worthLapsedOn }) => worthLapsedOn),
    money('累计分红', 'Dividends so far', ({ dividendsFen }) => dividendsFen),
    day('产品进入市场日', 'On the market since', ({ marketOn }) => marketOn),
    day('退出日', 'Exited on', ({ leftOn }) => leftOn),
    day('下一期限', 'Next day', ({ clock }) => clock?.day),
    text('期限事项', 'What comes up', ({ clock }) => clock?.title[lang]),
    text('依据', 'Article', ({ clock }) =>
      clock?.article ? `${clock.article.source}#${clock.article.at}` : null,
    ),
  ]
}

/** Who held what from which day on, as a sheet. */
export function capTableColumns(lang: Lang): Column<CapTableLine>[] {
  const { text, day, money } = columnsIn<CapTableLine>(lang)
  return [
    text('项目编号', 'Number', ({ number }) => number),
    text('被投资公司', 'Company', ({ company }) => company),
    day('自', 'Since', ({ since }) => since),
    day('至', 'Until', ({ until }) => until),
    text('股东', 'Holder', ({ name }) => name),
    text('持股主体', 'Kind', ({ kind }) => kindWords[kind]?.[lang] ?? kind),
    text('持股比例', 'Share', ({ share }) => percent(parseRatio(share))),
    text('持股比例（精确）', 'Share, exact', ({ share }) => share),
    money('分红应得', 'Of dividends', ({ dividendFen }) => dividendFen),
  ]
}

/** The holdings as a whole, as a sheet. */
export function portfolioColumns(lang: Lang): Column<PortfolioGroupWire>[] {
  const { text, number, money } = columnsIn<PortfolioGroupWire>(lang)
  return [
    text('持股主体', 'Held by', ({ heldBy }) => heldByWords[heldBy][lang]),
    text('阶段', 'Stage', ({ stage }) => stageWords[stage][lang]),
    number('项数', 'Number', ({ count }) => count),
    number('本期新增', 'Formed in the period', ({ formed }) => formed),
    money('作价金额', 'Agreed value', ({ value }) => value),
    money('本单位部分的成本', 'Cost of the own part', ({ cost }) => cost),
    money('最近评估值', 'Latest appraisal', ({ worth }) => worth),
    number('未评估项数', 'Not appraised', ({ unappraised }) => unappraised),
    number('评估已过有效期项数', 'With a lapsed appraisal', ({ lapsed }) => lapsed),
    money('本期分红', 'Dividends', ({ dividends }) => dividends),
    money('本期处置净收入', 'Net of what was given up', ({ net }) => net),
    money('本期收益', 'Gains', ({ gains }) => gains),
    money('本期损失', 'Losses', ({ losses }) => losses),
    money('不纳入考核的损失', 'Losses left out', ({ lossesExcluded }) => lossesExcluded),
    money('无偿划转的成本', 'Allocated free of charge, at cost', ({ allocated }) => allocated),
  ]
}
