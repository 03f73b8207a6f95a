import { type Lang, yuan } from '@yizhuan/kit'
import {
  type AnyTableReading,
  acceptedRows,
  type LedgerReading,
  type NotData,
  notDataLabels,
  type Problem,
  rangesOf,
  tableLabels,
} from '@yizhuan/ledger'

/** A preview in plain lines: what each column is, which rows would go in, and every problem. */
export function previewLines(file: string, reading: LedgerReading, lang: Lang): readonly string[] {
  const say = sayIn(lang)
  const errors = reading.problems.filter(({ severity }) => severity === 'error').length
  const warnings = reading.problems.length - errors
  return [
    say(`${file}，截至 ${reading.asOf}`, `${file}, as of ${reading.asOf}`),
    ...reading.tables.flatMap((table) => ['', ...tableLines(reading, table, lang)]),
    '',
    say(
      `问题 ${reading.problems.length} 项：错误 ${errors}，提示 ${warnings}`,
      `${reading.problems.length} problems: ${errors} errors, ${warnings} warnings`,
    ),
    ...reading.problems.map((problem) => problemLine(problem, lang)),
    ...otherLines(reading, lang),
    '',
    say('这是预览，没有写入任何数据。', 'This is a preview; nothing has been written.'),
  ]
}

function tableLines(reading: LedgerReading, table: AnyTableReading, lang: Lang): readonly string[] {
  const say = sayIn(lang)
  const { counts, headerRows, firstDataRow, lastDataRow } = table
  const label = tableLabels[table.table][lang]
  const accepted = acceptedRows(reading, table)
  const header = rangesOf(headerRows)
  return [
    say(
      `【${table.sheet}】${label}：表头第 ${header} 行，数据第 ${firstDataRow}-${lastDataRow} 行`,
      `[${table.sheet}] ${label}: header row ${header}, data rows ${firstDataRow}-${lastDataRow}`,
    ),
    ...table.columns.map((column) => columnLine(column, lang)),
    say(
      `  数据 ${counts.dataRows} 行：可导入 ${accepted.length}（其中有提示 ${counts.recordsWithWarningsOnly}），待处理 ${counts.recordsWithErrors}，重复不导入 ${counts.exactDuplicates}`,
      `  ${counts.dataRows} data rows: ${accepted.length} may go in (${counts.recordsWithWarningsOnly} with warnings), ${counts.recordsWithErrors} wait for a decision, ${counts.exactDuplicates} duplicates left out`,
    ),
    say(`  可导入的行：${rangesOf(accepted)}`, `  rows that may go in: ${rangesOf(accepted)}`),
    ...notDataLine(counts.notData, lang),
    ...sumLines(table, lang),
  ]
}

type Column = AnyTableReading['columns'][number]

function columnLine({ column, header, field, unit, hidden }: Column, lang: Lang): string {
  const say = sayIn(lang)
  const notes = [unit, hidden && say('隐藏列', 'hidden')].filter((note) => note)
  const aim = field ?? say('（不导入）', '(not imported)')
  return `  ${column}  ${header} → ${aim}${notes.length > 0 ? `  [${notes.join(say('，', ', '))}]` : ''}`
}

function notDataLine(notData: AnyTableReading['counts']['notData'], lang: Lang): readonly string[] {
  const reasons = Object.entries(notData).map(
    ([why, count]) => `${notDataLabels[why as NotData][lang]} ${count}`,
  )
  if (reasons.length === 0) return []
  const say = sayIn(lang)
  return [say(`  跳过的行：${reasons.join('，')}`, `  rows skipped: ${reasons.join(', ')}`)]
}

function sumLines({ sumsFen, columns }: AnyTableReading, lang: Lang): readonly string[] {
  const say = sayIn(lang)
  return Object.entries(sumsFen).map(([field, { all, withoutErrors }]) => {
    const header = columns.find((column) => column.field === field)?.header ?? field
    return say(
      `  ${header} 合计 ${yuan(all, lang)}，其中可导入 ${yuan(withoutErrors, lang)}`,
      `  ${header} adds up to ${yuan(all, lang)}, of which ${yuan(withoutErrors, lang)} may go in`,
    )
  })
}

function problemLine(problem: Problem, lang: Lang): string {
  const { sheet, row, column, header, severity, code, message } = problem
  if (lang === 'en')
    return `${severity}  ${sheet}!${column}${row}  ${header}: ${message.en} [${code}]`
  const grade = severity === 'error' ? '错误' : '提示'
  return `${grade}  ${sheet} 第 ${row} 行 ${column} 列 ${header}：${message.zh} [${code}]`
}

function otherLines({ ignoredSheets, comments }: LedgerReading, lang: Lang): readonly string[] {
  const say = sayIn(lang)
  const names = ignoredSheets.map(({ name }) => name).join(say('、', ', '))
  return [
    ...(names === '' ? [] : ['', say(`未导入的工作表：${names}`, `sheets not imported: ${names}`)]),
    ...comments.map(({ sheet, cell, text }) =>
      say(`批注  ${sheet} ${cell}：${text}`, `note  ${sheet}!${cell}: ${text}`),
    ),
  ]
}

const sayIn = (lang: Lang) => (zh: string, en: string) => (lang === 'zh' ? zh : en)
