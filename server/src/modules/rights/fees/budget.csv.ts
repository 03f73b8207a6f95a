import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../../platform/csv.ts'
import type { BudgetsWire, DepartmentBudgetsWire } from './batch.wire.ts'

type Stated = BudgetsWire['items'][number]

/** Every budget that was stated, as a sheet. */
export function budgetColumns(lang: Lang): readonly Column<Stated>[] {
  const { text, day, number, money } = columnsIn<Stated>(lang)
  const whole = lang === 'zh' ? '全单位' : 'the whole institution'
  return [
    number('年度', 'Year', ({ year }) => year),
    text('科室', 'Department', ({ department }) => department ?? whole),
    money('预算', 'Budget', ({ fen }) => fen),
    text('依据', 'Document', ({ document }) => document),
    day('登记日', 'Stated on', ({ statedOn }) => statedOn),
    text('登记人', 'Stated by', ({ statedName }) => statedName),
  ]
}

type OfDepartment = DepartmentBudgetsWire['items'][number]

/** What departments may spend on fees in a year, and what their rights come to. */
export function departmentBudgetColumns(lang: Lang): readonly Column<OfDepartment>[] {
  const { text, money } = columnsIn<OfDepartment>(lang)
  return [
    text('科室', 'Department', ({ department }) => department),
    money('预算', 'Budget', ({ budgetFen }) => budgetFen),
    money('待缴', 'To be paid', ({ plannedFen }) => plannedFen),
    money('已批', 'In approved batches', ({ committedFen }) => committedFen),
  ]
}
