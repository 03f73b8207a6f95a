import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { outcomeWords } from './campaign.ts'
import type { CampaignLineWire, StockLineWire } from './campaign.wire.ts'
import type { SleepingLineWire } from './sleeping.wire.ts'

const listIn = (lang: Lang) => (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
const states = { open: { zh: '进行中', en: 'Running' }, closed: { zh: '已结束', en: 'Closed' } }

/** The campaigns as a sheet. */
export function campaignColumns(lang: Lang): Column<CampaignLineWire>[] {
  const { text, day, number } = columnsIn<CampaignLineWire>(lang)
  return [
    text('名称', 'Name', ({ name }) => name),
    day('盘点基准日', 'Taken on', ({ takenOn }) => takenOn),
    day('自评截止', 'Answers until', ({ dueOn }) => dueOn),
    text('负责人', 'Led by', ({ leadName }) => leadName),
    text('状态', 'State', ({ state }) => states[state][lang]),
    number('项数', 'Items', ({ lines }) => lines),
    number('已自评', 'Answered', ({ answered }) => answered),
    number('已定去向', 'Disposed', ({ disposed }) => disposed),
  ]
}

/** The result of a campaign, line by line. */
export function lineColumns(lang: Lang): Column<StockLineWire>[] {
  const { text, day, money } = columnsIn<StockLineWire>(lang)
  const list = listIn(lang)
  const name = (outcome: StockLineWire['outcome']) => outcome && outcomeWords[outcome][lang]
  return [
    text('登记编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('科室', 'Department', ({ department }) => department),
    text('发明人', 'Inventors', ({ inventors }) => list(inventors)),
    day('授权日', 'Granted', ({ frozen }) => frozen.grantedOn),
    day('最近一次转化或授权日', 'Idle since', ({ frozen }) => frozen.idleSince),
    money('已缴费用', 'Paid so far', ({ frozen }) => frozen.paidFen),
    money('下次年费', 'Next fee', ({ frozen }) => frozen.nextFeeFen),
    text('自评得分', 'Scores', ({ said }) => list(said.map((one) => `${one.score}/${one.most}`))),
    text('发明人意愿', 'Wishes', ({ said }) =>
      list(said.map((one) => `${one.name} ${outcomeWords[one.wish][lang]}`)),
    ),
    text('自评说明', 'Words', ({ said }) => list(said.flatMap(({ words }) => words ?? []))),
    text('上次去向', 'Before', ({ outcomeBefore }) => name(outcomeBefore)),
    text('去向', 'Disposition', ({ outcome }) => name(outcome)),
    text('理由', 'Reasons', ({ reason }) => reason),
    text('决定人', 'Decided by', ({ decidedBy }) => decidedBy),
    day('决定日', 'Decided on', ({ decidedOn }) => decidedOn),
    text('办理项目', 'Case', ({ followCase }) => followCase?.number),
  ]
}

/** The patents that lie idle as a sheet. */
export function sleepingColumns(lang: Lang): Column<SleepingLineWire>[] {
  const { text, day, number, money } = columnsIn<SleepingLineWire>(lang)
  const list = listIn(lang)
  return [
    text('编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('科室', 'Departments', ({ departments }) => list(departments)),
    text('发明人', 'Inventors', ({ inventors }) => list(inventors)),
    day('授权日', 'Granted', ({ grantedOn }) => grantedOn),
    day('最近一次转化或授权日', 'Idle since', ({ idleSince }) => idleSince),
    money('已缴费用', 'Paid so far', ({ paidFen }) => paidFen),
    number('下次年费年度', 'Next fee of year', ({ nextFeeYear }) => nextFeeYear),
    day('下次应缴日', 'Next fee due', ({ nextFeeOn }) => nextFeeOn),
    money('下次年费', 'Next fee', ({ nextFeeFen }) => nextFeeFen),
  ]
}
