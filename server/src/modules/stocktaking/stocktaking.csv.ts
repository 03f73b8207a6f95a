import type { Lang } from '@yizhuan/kit'
import { type CsvColumn, csvOf, yuanCell } from '../../platform/csv.ts'
import { outcomeWords } from './campaign.ts'
import type { CampaignLineWire, StockLineWire } from './campaign.wire.ts'
import type { SleepingLineWire } from './sleeping.wire.ts'

type Row<Line> = (zh: string, en: string, value: CsvColumn<Line>['value']) => CsvColumn<Line>

const columnsIn =
  <Line>(lang: Lang): Row<Line> =>
  (zh, en, value) => ({ heading: lang === 'zh' ? zh : en, value })

const listIn = (lang: Lang) => (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')

/** The campaigns as a sheet. */
export function campaignsCsv(rows: readonly CampaignLineWire[], lang: Lang): string {
  const column = columnsIn<CampaignLineWire>(lang)
  const states = { open: { zh: '进行中', en: 'Running' }, closed: { zh: '已结束', en: 'Closed' } }
  return csvOf(
    [
      column('名称', 'Name', ({ name }) => name),
      column('盘点基准日', 'Taken on', ({ takenOn }) => takenOn),
      column('自评截止', 'Answers until', ({ dueOn }) => dueOn),
      column('负责人', 'Led by', ({ leadName }) => leadName),
      column('状态', 'State', ({ state }) => states[state][lang]),
      column('项数', 'Items', ({ lines }) => lines),
      column('已自评', 'Answered', ({ answered }) => answered),
      column('已定去向', 'Disposed', ({ disposed }) => disposed),
    ],
    rows,
  )
}

/** The result of a campaign, line by line. */
export function linesCsv(rows: readonly StockLineWire[], lang: Lang): string {
  const column = columnsIn<StockLineWire>(lang)
  const list = listIn(lang)
  const name = (outcome: StockLineWire['outcome']) => outcome && outcomeWords[outcome][lang]
  return csvOf(
    [
      column('登记编号', 'Number', ({ number }) => number),
      column('名称', 'Title', ({ title }) => title),
      column('科室', 'Department', ({ department }) => department),
      column('发明人', 'Inventors', ({ inventors }) => list(inventors)),
      column('授权日', 'Granted', ({ frozen }) => frozen.grantedOn),
      column('最近一次转化或授权日', 'Idle since', ({ frozen }) => frozen.idleSince),
      column('已缴费用（元）', 'Paid so far', ({ frozen }) => yuanCell(frozen.paidFen)),
      column('下次年费（元）', 'Next fee', ({ frozen }) => yuanCell(frozen.nextFeeFen)),
      column('自评得分', 'Scores', ({ said }) =>
        list(said.map((one) => `${one.score}/${one.most}`)),
      ),
      column('发明人意愿', 'Wishes', ({ said }) =>
        list(said.map((one) => `${one.name} ${outcomeWords[one.wish][lang]}`)),
      ),
      column('自评说明', 'Words', ({ said }) => list(said.flatMap(({ words }) => words ?? []))),
      column('上次去向', 'Before', ({ outcomeBefore }) => name(outcomeBefore)),
      column('去向', 'Disposition', ({ outcome }) => name(outcome)),
      column('理由', 'Reasons', ({ reason }) => reason),
      column('决定人', 'Decided by', ({ decidedBy }) => decidedBy),
      column('决定日', 'Decided on', ({ decidedOn }) => decidedOn),
      column('办理项目', 'Case', ({ followCase }) => followCase?.number),
    ],
    rows,
  )
}

/** The patents that lie idle as a sheet. */
export function sleepingCsv(rows: readonly SleepingLineWire[], lang: Lang): string {
  const column = columnsIn<SleepingLineWire>(lang)
  const list = listIn(lang)
  return csvOf(
    [
      column('编号', 'Number', ({ number }) => number),
      column('名称', 'Title', ({ title }) => title),
      column('科室', 'Departments', ({ departments }) => list(departments)),
      column('发明人', 'Inventors', ({ inventors }) => list(inventors)),
      column('授权日', 'Granted', ({ grantedOn }) => grantedOn),
      column('最近一次转化或授权日', 'Idle since', ({ idleSince }) => idleSince),
      column('已缴费用（元）', 'Paid so far', ({ paidFen }) => yuanCell(paidFen)),
      column('下次年费年度', 'Next fee of year', ({ nextFeeYear }) => nextFeeYear),
      column('下次应缴日', 'Next fee due', ({ nextFeeOn }) => nextFeeOn),
      column('下次年费（元）', 'Next fee', ({ nextFeeFen }) => yuanCell(nextFeeFen)),
    ],
    rows,
  )
}
