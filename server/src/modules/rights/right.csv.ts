import type { Lang } from '@yizhuan/kit'
import { type CsvColumn, csvOf } from '../../platform/csv.ts'
import type { allRights } from './right.queries.ts'
import { rightKindWords, rightStatusWords } from './right.ts'

type Row = Awaited<ReturnType<typeof allRights>>[number]

/** The register as a sheet, in one language. */
export function rightsCsv(rows: readonly Row[], lang: Lang): string {
  const column = (zh: string, en: string, value: CsvColumn<Row>['value']): CsvColumn<Row> => ({
    heading: lang === 'zh' ? zh : en,
    value,
  })
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return csvOf(
    [
      column('类型', 'Kind', ({ kind }) => rightKindWords[kind][lang]),
      column('编号', 'Number', ({ number }) => number),
      column('名称', 'Title', ({ title }) => title),
      column('状态', 'Status', ({ status }) => status && rightStatusWords[status][lang]),
      column('公开（公告）号', 'Publication number', ({ publicationNo }) => publicationNo),
      column('申请日', 'Filed', ({ filedOn }) => filedOn),
      column('授权（登记、批准）日', 'Granted', ({ grantedOn }) => grantedOn),
      column('有效期至', 'Valid to', ({ validTo }) => validTo),
      column('发明人', 'Inventors', ({ inventors }) => list(inventors)),
      column('共有权利人', 'Co-owners', ({ coOwners }) => list(coOwners)),
      column('科室', 'Departments', ({ departments }) => list(departments)),
      column('年费缴费日', 'Fee due', ({ feeDueOn }) => feeDueOn),
      column('年费已缴至（年度）', 'Fee paid for year', ({ feePaidYear }) => feePaidYear),
      column('代理机构', 'Agency', ({ agency }) => agency),
      column('成果编号', 'Achievement', ({ achievementNumber }) => achievementNumber),
      column('备注', 'Remark', ({ remark }) => remark),
    ],
    rows,
  )
}
