import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { LineOf } from '../../../platform/export.ts'
import type { allFunds, entriesOf } from './fund.queries.ts'
import { kindWords, movementWords } from './fund.ts'

const yesNo = { zh: ['否', '是'], en: ['No', 'Yes'] } as const

type Row = LineOf<ReturnType<typeof allFunds>>
type Entry = Awaited<ReturnType<typeof entriesOf>>[number]

/** The register as a sheet, in one language. */
export function fundSheet(lang: Lang): Column<Row>[] {
  const { text, day, money, number } = columnsIn<Row>(lang)
  return [
    text('编号', 'Number', (row) => row.number),
    text('名称', 'Name', ({ name }) => name),
    text('类型', 'Kind', ({ kind }) => kindWords[kind][lang]),
    day('设立日', 'Founded on', ({ foundedOn }) => foundedOn),
    text('批准机构', 'Approved by', ({ approvedBy }) => approvedBy),
    text('管理办法', 'Rule', ({ rule }) => rule),
    text(
      '按里程碑拨付',
      'Drawn by milestones',
      ({ byMilestone }) => yesNo[lang][Number(byMilestone)],
    ),
    money('余额', 'Balance', ({ cashFen }) => cashFen),
    money('已承诺未拨付', 'Promised', ({ reservedFen }) => reservedFen),
    number('支持项目', 'Projects', ({ projects }) => projects),
    text('备注', 'Remark', ({ remark }) => remark),
  ]
}

/** The ledger of a fund as a sheet. */
export function ledgerSheet(lang: Lang): Column<Entry>[] {
  const { text, day, money, number } = columnsIn<Entry>(lang)
  return [
    number('序号', 'Line', ({ seq }) => seq),
    day('日期', 'Day', ({ onDay }) => onDay),
    text('事项', 'What', ({ kind }) => movementWords[kind][lang]),
    text('项目', 'Project', ({ project }) => project),
    text('对方', 'Party', ({ party }) => party),
    money('金额', 'Amount', ({ amountFen }) => amountFen),
    money('余额', 'Balance', ({ cashFen }) => cashFen),
    money('已承诺未拨付', 'Promised', ({ reservedFen }) => reservedFen),
    text('凭证或更正理由', 'Reference or reason', ({ reference }) => reference),
    number('更正第几行', 'Corrects line', ({ corrects }) => corrects),
    text('登记人', 'Entered by', ({ madeName }) => madeName),
  ]
}
