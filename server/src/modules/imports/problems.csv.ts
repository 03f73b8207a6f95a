import type { Lang } from '@yizhuan/kit'
import { type Column, csvOf } from '../../platform/csv.ts'
import type { ImportProblemWire } from './import.wire.ts'

/** The problems of an import as a list to hand to whoever keeps the ledger, in one language. */
export function problemsCsv(problems: readonly ImportProblemWire[], lang: Lang): string {
  const column = (
    zh: string,
    en: string,
    value: Column<ImportProblemWire>['value'],
  ): Column<ImportProblemWire> => ({ heading: lang === 'zh' ? zh : en, value })
  return csvOf(
    [
      column('工作表', 'Sheet', ({ sheet }) => sheet),
      column('单元格', 'Cell', ({ column, row }) => `${column}${row}`),
      column('行', 'Row', ({ row }) => row),
      column('列', 'Column', ({ column }) => column),
      column('表头', 'Heading', ({ header }) => header),
      column('原值', 'Value', ({ raw }) => raw),
      column('程度', 'Severity', ({ severity }) => severityWords[severity][lang]),
      column('问题', 'Problem', ({ message }) => message[lang]),
      column('相关行', 'Other row', ({ otherRow }) => otherRow),
      column('处理', 'Settled by', ({ settled }) => settled?.by),
      column('代码', 'Code', ({ code }) => code),
    ],
    problems,
  )
}

const severityWords = {
  error: { zh: '须处理', en: 'To be settled' },
  warning: { zh: '提示', en: 'Note' },
}
