import type { Lang } from '@yizhuan/kit'
import { type Column, columnsIn } from '../../platform/csv.ts'
import type { ListExport } from '../../platform/export.ts'
import type { ImportProblemWire, ProblemFilterWire } from './import.wire.ts'
import { allProblems } from './row.queries.ts'

/** The problems of an import as a list to hand to whoever keeps the ledger: it tells what cells hold. */
export const problemList: Pick<
  ListExport<ProblemFilterWire & { readonly import: string }, ImportProblemWire>,
  'columns' | 'lines' | 'name' | 'isPersonal'
> = {
  name: { zh: '导入的问题', en: 'problems of an import' },
  isPersonal: true,
  columns: problemColumns,
  lines: (tx, { institution }, { import: id, ...filter }) =>
    allProblems(tx, institution, id, filter),
}

function problemColumns(lang: Lang): Column<ImportProblemWire>[] {
  const { text, number } = columnsIn<ImportProblemWire>(lang)
  return [
    text('工作表', 'Sheet', ({ sheet }) => sheet),
    text('单元格', 'Cell', ({ column, row }) => `${column}${row}`),
    number('行', 'Row', ({ row }) => row),
    text('列', 'Column', ({ column }) => column),
    text('表头', 'Heading', ({ header }) => header),
    text('原值', 'Value', ({ raw }) => raw),
    text('程度', 'Severity', ({ severity }) => severityWords[severity][lang]),
    text('问题', 'Problem', ({ message }) => message[lang]),
    number('相关行', 'Other row', ({ otherRow }) => otherRow),
    text('处理', 'Settled by', ({ settled }) => settled?.by),
    text('代码', 'Code', ({ code }) => code),
  ]
}

const severityWords = {
  error: { zh: '须处理', en: 'To be settled' },
  warning: { zh: '提示', en: 'Note' },
}
