import { type Lang, type Words, yuanText } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { matterWords, partWords } from './holding.words.ts'
import type { DividendLine, EventLine, FilingLine } from './life.ts'

/** What befell the equity, as a sheet. */
export function eventColumns(lang: Lang): Column<EventLine>[] {
  const { text, day, money } = columnsIn<EventLine>(lang)
  return [
    text('项目编号', 'Number', ({ number }) => number),
    text('被投资公司', 'Company', ({ company }) => company),
    day('日期', 'Day', ({ event }) => event.on),
    text('事项', 'Matter', ({ event }) => matterWords[event.matter]?.[lang] ?? event.matter),
    text('主要内容', 'Main terms', ({ event }) => event.terms),
    text('对方', 'Counterparty', ({ event }) => event.counterparty),
    text('融资轮次', 'Round', ({ event }) => event.round?.name),
    money('投前估值', 'Value before the money', ({ event }) => event.round?.preMoney),
    money('投入金额', 'Money put in', ({ event }) => event.round?.money),
    text('原股东比例乘数', 'Parts of before times', ({ event }) => event.round?.dilution),
    money('成交或收回金额', 'Price or recovered', ({ event }) => event.result?.price),
    money('处置费用和税费', 'Costs and taxes', ({ event }) => event.result?.costs),
    money('处置净收入', 'Net income', ({ event }) => event.result?.net),
    money('对应成本', 'What it had cost', ({ event }) => event.result?.basis),
    money('收益（负数为损失）', 'Gain; a loss is negative', ({ event }) => event.result?.result),
    money('减值', 'Written down', ({ event }) => event.impairment),
    money('无偿划转的成本', 'Allocated free, at cost', ({ event }) => event.allocated),
    text('损失拟不纳入考核', 'Loss to be left out', ({ event }) => yes(event.lossExcluded, lang)),
    text('尽责情况已记录齐全', 'Diligence on record', ({ event }) =>
      event.diligent === null ? null : yes(event.diligent, lang),
    ),
    text('净收入分配', 'Where the net income goes', ({ event }) =>
      event.distribution
        .map(({ to, name, fen, paid }) =>
          [partWords[to]?.[lang] ?? to, name, yuanText(BigInt(fen)), paidText(paid, lang)]
            .filter(Boolean)
            .join(' '),
        )
        .join(lang === 'zh' ? '；' : '; '),
    ),
  ]
}

/** What of a part was paid out, as the page says it beside the part; nothing of parts that nobody is paid. */
function paidText(paid: string | null | undefined, lang: Lang): string | null {
  if (paid === null || paid === undefined) return null
  return `${lang === 'zh' ? '已发放' : 'paid out'} ${yuanText(BigInt(paid))}`
}

/** What companies paid out and what of it came, as a sheet. */
export function dividendColumns(lang: Lang): Column<DividendLine>[] {
  const { text, day, money } = columnsIn<DividendLine>(lang)
  const kinds = {
    decided: { zh: '分红决议', en: 'Decided' },
    received: { zh: '分红到账', en: 'Received' },
  }
  return [
    text('项目编号', 'Number', ({ number }) => number),
    text('被投资公司', 'Company', ({ company }) => company),
    text('记录', 'Entry', ({ what }) => kinds[what][lang]),
    day('日期', 'Day', ({ on }) => on),
    text('所属年度', 'Year', ({ year }) => year),
    text('股东会决议', 'Resolution of the holders', ({ resolution }) => resolution),
    money('公司分红总额', 'Of the company', ({ total }) => total),
    money('本方应得', 'Own part', ({ own }) => own),
    money('未到账', 'Open', ({ open }) => open),
    money('已到账', 'Received', ({ received }) => received),
  ]
}

function yes(is: boolean, lang: Lang): string {
  if (lang === 'zh') return is ? '是' : '否'
  return is ? 'yes' : 'no'
}

/** How the tax on awarded equity stands, as a sheet: what is filed with the tax office, and by when. */
export function filingColumns(lang: Lang): Column<FilingLine>[] {
  const { text, day, money } = columnsIn<FilingLine>(lang)
  return [
    text('项目编号', 'Number', ({ number }) => number),
    text('被投资公司', 'Company', ({ company }) => company),
    text('统一社会信用代码', 'Credit code', ({ uscc }) => uscc),
    text('投入的科技成果', 'Achievement', ({ achievement }) => achievement),
    text('转化项目编号', 'Transfer case', ({ transferCase }) => transferCase),
    day('登记日期', 'Formed on', ({ formedOn }) => formedOn),
    text('获得股权的人员', 'Who was awarded equity', ({ filing }) => filing.name),
    text('税收选择', 'Choice of tax', ({ filing }) => taxWords[filing.option]?.[lang]),
    money('取得股权的公允价值', 'Worth when awarded', ({ filing }) => filing.valueFen),
    money('技术成果原值和合理税费', 'Original value and taxes', ({ filing }) => filing.costFen),
    text('递延条件成立', 'Conditions hold', ({ filing }) =>
      filing.holds === null ? null : yes(filing.holds, lang),
    ),
    day('最后备案日', 'File by', ({ filing, lastDay }) =>
      filing.option === 'at_once' ? null : lastDay,
    ),
    day('备案日', 'Filed on', ({ filing }) => filing.filedOn),
    text('备案回执号', 'Receipt', ({ filing }) => filing.receipt),
    day('缴清日', 'Tax paid on', ({ filing }) => filing.settledOn),
  ]
}

const taxWords: Readonly<Record<string, Words>> = {
  tax_deferred: { zh: '递延纳税', en: 'Tax deferred' },
  at_once: { zh: '当期纳税', en: 'Taxed at once' },
  undecided: { zh: '尚未确定', en: 'Not chosen yet' },
}
