import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { LineOf } from '../../platform/export.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import type { allTrusteeships } from './trusteeship.queries.ts'
import { type Power, powers, stateOn, stateWords } from './trusteeship.ts'

type Row = LineOf<ReturnType<typeof allTrusteeships>>

/** The register as a sheet, in one language. */
export function trusteeshipColumns(lang: Lang, today: string): Column<Row>[] {
  const { text, day, money } = columnsIn<Row>(lang)
  const { trustees, powers: labels } = institutionLists().trusteeships
  const list = (names: readonly string[]) => names.join(lang === 'zh' ? '、' : '; ')
  const holders = (power: Power) => (row: Row) =>
    list(
      row.parties
        .filter((one) => one.power === power)
        .map(({ name, share }) => (share === null ? name : `${name} ${share}`)),
    )
  return [
    text('协议编号', 'Number', ({ number }) => number),
    text('协议名称', 'Title', ({ title }) => title),
    text('状态', 'State', (row) => stateWords[stateOn(row, today)][lang]),
    text('托管方', 'Trustee', ({ trustee }) => trustee),
    text('托管方类型', 'Kind', ({ trusteeKind }) => trustees[trusteeKind]?.[lang] ?? trusteeKind),
    text('统一社会信用代码', 'Credit code', ({ trusteeUscc }) => trusteeUscc),
    text('托管标的', 'Subjects', ({ subjects }) =>
      list(subjects.map(({ number, title }) => `${number ?? ''} ${title}`.trim())),
    ),
    ...powers.map((power) => text(labels[power].zh, labels[power].en, holders(power))),
    text('未来收益支付方', 'Payer of the income', ({ payer }) => payer && payerWords[payer][lang]),
    day('开始日', 'From', ({ fromDay }) => fromDay),
    day('届满日', 'To', ({ toDay }) => toDay),
    text('托管方职责', 'Duties', ({ duties }) => duties),
    money('托管费', 'Fee', ({ feeFen }) => feeFen),
    text('费用约定', 'Fee, in words', ({ feeWords }) => feeWords),
    text('批准机构', 'Approved by', ({ approvedBy }) => approvedBy),
    day('批准日', 'Approved on', ({ approvedOn }) => approvedOn),
    text('仍要登记的理由', 'Entered despite', ({ despite }) => despite),
    day('终止日', 'Ended on', ({ endedOn }) => endedOn),
    text('终止原因', 'Why it ended', ({ endReason }) => endReason),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}

const payerWords = {
  third_party: { zh: '托管方', en: 'The trustee' },
  institution: { zh: '本单位', en: 'The institution' },
} as const
