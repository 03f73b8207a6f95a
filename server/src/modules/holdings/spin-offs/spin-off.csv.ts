import { type Lang, parseRatio, percent } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { LineOf } from '../../../platform/export.ts'
import { institutionLists } from '../../../platform/institution-lists.ts'
import type { allSpinOffs } from './spin-off.queries.ts'

type Row = LineOf<ReturnType<typeof allSpinOffs>>

/** The register as a sheet, in one language. */
export function spinOffColumns(lang: Lang): Column<Row>[] {
  const { text, day, money } = columnsIn<Row>(lang)
  const { companyStates, roles, ways } = institutionLists().equity
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  return [
    text('企业名称', 'Company', ({ name }) => name),
    text('统一社会信用代码', 'Credit code', ({ uscc }) => uscc),
    text('状态', 'State', ({ state }) => companyStates[state]?.[lang] ?? state),
    day('状态起始日', 'Since', ({ stateSince }) => stateSince),
    day('成立日期', 'Founded on', ({ foundedOn }) => foundedOn),
    text('主营业务', 'Business', ({ business }) => business),
    money('注册资本', 'Capital', ({ capitalFen }) => capitalFen),
    text('股权项目编号', 'Number of the holding', ({ heldNumber }) => heldNumber),
    text('本单位持股', 'Share of the house', ({ ownShare }) =>
      ownShare === null ? null : percent(parseRatio(ownShare)),
    ),
    text('成果、项目和合同', 'Achievements, cases, contracts', ({ links }) =>
      list(links.flatMap(({ number, title }) => (title ? `${number ?? ''} ${title}`.trim() : []))),
    ),
    text('任职人员', 'People', ({ people }) =>
      list(
        people.map(({ name, role, way, fromDay, toDay }) =>
          [
            name,
            roles[role]?.[lang] ?? role,
            ways[way]?.[lang] ?? way,
            `${fromDay}–${toDay ?? ''}`,
          ].join(' '),
        ),
      ),
    ),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}
