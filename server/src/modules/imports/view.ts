import type { Words } from '@yizhuan/kit'
import type { LedgerReading, Problem } from '@yizhuan/ledger'
import { masked } from '../../platform/crypto.ts'
import { answersTo } from './answers.ts'
import { inJson, type ReadRow } from './candidates.ts'
import type { Decided } from './decision.ts'
import type { Entry } from './entry.ts'
import type { Counts, Mapping, Settled } from './import.table.ts'
import { isWritten, type Verdict } from './plan.ts'

// What is kept of a draft for people to look at: no identity number, sealed or not, is in it.

/** A row as read and what is done with it. */
export type PlannedRow = ReadRow & Verdict

export type ShownRow = ReturnType<typeof shownRow>
export type ShownProblem = ReturnType<typeof shownProblem>

/** Everything people see of a workbook before they confirm it. */
export function previewOf(
  reading: LedgerReading,
  planned: readonly PlannedRow[],
  decided: Decided,
): {
  readonly rows: readonly ShownRow[]
  readonly problems: readonly ShownProblem[]
  readonly mapping: Mapping
  readonly counts: Counts
} {
  const problems = reading.problems.map((problem) => shownProblem(problem, decided))
  const byRow = countByRow(problems)
  return {
    rows: planned.map((row) => shownRow(row, byRow)),
    problems,
    mapping: mappingOf(reading),
    counts: countsOf(reading, planned, problems),
  }
}

function shownRow(planned: PlannedRow, problems: ReturnType<typeof countByRow>) {
  const { place, entry, key, state, accepted, reason, changes, recordId, record } = planned
  const { errors = 0, warnings = 0 } = problems.get(`${place.sheet}\n${place.row}`) ?? {}
  return {
    sheet: place.sheet,
    tableName: place.table,
    row: place.row,
    key,
    title: titleOf(entry),
    state,
    accepted,
    reason: reason ?? null,
    changes,
    record: withoutIdNumber(inJson(record)),
    recordId: recordId ?? null,
    errors,
    warnings,
  }
}

function titleOf(entry: Entry): string | null {
  if (entry.to !== 'receipt') return entry.fields.title
  const { contractNumber, instalment, payer } = entry.fields
  return [contractNumber, instalment, payer].filter((part) => part !== null).join(' · ') || null
}

function withoutIdNumber(record: Readonly<Record<string, unknown>>) {
  const { idNumber } = record
  return typeof idNumber === 'string' ? { ...record, idNumber: masked(idNumber) } : record
}

function shownProblem(problem: Problem, decided: Decided) {
  const { sheet, table, row, column, header, field, code, severity, raw, otherRow, message } =
    problem
  const settled = settledBy(problem, decided)
  return {
    sheet,
    tableName: table as string,
    row,
    columnLetter: column,
    header,
    field,
    code: code as string,
    severity,
    ...(field === 'idNumber' ? hidden(raw, message) : { raw, message }),
    otherRow: otherRow ?? null,
    answers: answersTo(problem),
    settled,
  }
}

/** What is told of an identity number: that something is wrong with it, not what it is. */
function hidden(raw: string, message: Words) {
  const said = (words: string) => (raw === '' ? words : words.replaceAll(raw, masked(raw)))
  return {
    raw: raw === '' ? '' : masked(raw),
    message: { zh: said(message.zh), en: said(message.en) },
  }
}

/** A problem is settled when a person answered it or decided about its row. */
function settledBy(problem: Problem, decided: Decided): Settled | null {
  const decision = decided.problem(problem) ?? decided.row(problem.sheet, problem.row)
  return decision ? { by: decision.by, at: decision.at } : null
}

function countByRow(problems: readonly ShownProblem[]) {
  const counts = new Map<string, { errors: number; warnings: number }>()
  for (const { sheet, row, severity } of problems) {
    const place = `${sheet}\n${row}`
    const count = counts.get(place) ?? { errors: 0, warnings: 0 }
    if (severity === 'error') count.errors += 1
    else count.warnings += 1
    counts.set(place, count)
  }
  return counts
}

function mappingOf({ tables, ignoredSheets, comments }: LedgerReading): Mapping {
  return {
    tables: tables.map((table) => ({
      sheet: table.sheet,
      table: table.table,
      headerRows: table.headerRows,
      firstDataRow: table.firstDataRow,
      lastDataRow: table.lastDataRow,
      columns: table.columns,
      notData: { ...table.counts.notData },
      sumsFen: Object.fromEntries(
        Object.entries(table.sumsFen).map(([field, { all, withoutErrors }]) => [
          field,
          { all: String(all), withoutErrors: String(withoutErrors) },
        ]),
      ),
    })),
    ignoredSheets,
    comments,
  }
}

function countsOf(
  { tables }: LedgerReading,
  planned: readonly PlannedRow[],
  problems: readonly ShownProblem[],
): Counts {
  const names = [...new Set(tables.map(({ table }) => table))]
  const byTable = names.map((table) => {
    const rows = planned.filter(({ place }) => place.table === table)
    const states: Record<string, number> = {}
    for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
    return { table, states, written: rows.filter(isWritten).length }
  })
  const codes = new Map<string, { severity: 'error' | 'warning'; count: number; open: number }>()
  for (const { code, severity, settled } of problems) {
    const count = codes.get(code) ?? { severity, count: 0, open: 0 }
    count.count += 1
    if (settled === null) count.open += 1
    codes.set(code, count)
  }
  return {
    tables: byTable,
    written: byTable.reduce((sum, { written }) => sum + written, 0),
    problems: [...codes].map(([code, count]) => ({ code, ...count })),
  }
}
