import { countryWords } from '@yizhuan/docket'
import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import type { allRights } from './right.queries.ts'
import { rightKindWords, rightStatusWords } from './right.ts'

type Row = LineOf<ReturnType<typeof allRights>>

/** The register as a sheet, in one language. */
export function rightColumns(lang: Lang): Column<Row>[] {
  const { text, day, number } = columnsIn<Row>(lang)
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return [
    text('类型', 'Kind', ({ kind }) => rightKindWords[kind][lang]),
    text('编号', 'Number', ({ number }) => number),
    text('名称', 'Title', ({ title }) => title),
    text('状态', 'Status', ({ status }) => status && rightStatusWords[status][lang]),
    text('国家（地区）', 'Country', ({ country }) => country && countryWords[country][lang]),
    text('公开（公告）号', 'Publication number', ({ publicationNo }) => publicationNo),
    text('证书号', 'Certificate number', ({ certificateNo }) => certificateNo),
    day('申请日', 'Filed', ({ filedOn }) => filedOn),
    day('授权（登记、批准）日', 'Granted', ({ grantedOn }) => grantedOn),
    day('有效期至', 'Valid to', ({ validTo }) => validTo),
    text('发明人', 'Inventors', ({ inventors }) => list(inventors)),
    text('共有权利人', 'Co-owners', ({ coOwners }) => list(coOwners)),
    text('科室', 'Departments', ({ departments }) => list(departments)),
    day('年费缴费日', 'Fee due', ({ feeDueOn }) => feeDueOn),
    number('年费已缴至（年度）', 'Fee paid for year', ({ feePaidYear }) => feePaidYear),
    text('代理机构', 'Agency', ({ agency }) => agency),
    text('成果编号', 'Achievement', ({ achievementNumber }) => achievementNumber),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}
