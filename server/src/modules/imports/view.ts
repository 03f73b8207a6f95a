import type { Words } from '@yizhuan/kit'
import { isPersonal, type Problem, type TableName } from '@yizhuan/ledger'
import { type FieldKeys, masked } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import { maskedName } from '../interests/index.ts'
import { answersTo } from './answers.ts'
import type { ReadRow } from './candidates.ts'
import { columnsRead } from './columns-read.ts'
import type { Decided } from './decision.ts'
import type { Entry } from './entry.ts'
import type { Counts, Mapping, Settled } from './import.table.ts'
import { isWritten, type RowState, type Verdict } from './plan.ts'
import type { Understood } from './reading.ts'
import { inJson } from './table-row.ts'

// What is kept of a draft for people to look at, and for writing once it is confirmed: an identity
// number stands in it sealed only.

/** A row as read and what is done with it. */
export type PlannedRow = ReadRow & Verdict

export type ShownRow = ReturnType<typeof shownRow>
export type ShownProblem = ReturnType<typeof shownProblem>

/** Under which name the identity number of a row is sealed. */
export function idPlace(importId: string, n: number): string {
  return `import:row:${importId}:${n}`
}

/** A row as it is kept and shown. */
export function shownRow(planned: PlannedRow, keys: FieldKeys, importId: string, n: number) {
  const { place, entry, key, state, accepted, reason, changes, recordId, record } = planned
  const { fingerprint, openErrors, errors, warnings } = planned
  const secret = secretOf(entry)
  return {
    n,
    sheet: place.sheet,
    tableName: place.table as string,
    row: place.row,
    key,
    title: titleOf(entry),
    state,
    accepted,
    reason: reason ?? null,
    changes,
    record: withoutSecret(inJson(record)),
    recordId: recordId ?? idOfNew(state),
    errors,
    warnings,
    fingerprint,
    openErrors,
    idSealed: secret === null ? null : keys.seal(secret, idPlace(importId, n)),
  }
}

/** What of a row is sealed: an identity number, or the name of a relative. */
function secretOf(entry: Entry): string | null {
  if (entry.to === 'achievement') return entry.leadIdNumber
  return entry.to === 'interest' ? entry.holder : null
}

/**
 * The id that the record of a new row will have: known from the beginning, a row is written once. Nobody
 * sees it before the record is there.
 */
export function idOfNew(state: RowState): string | null {
  return state === 'new' ? newId() : null
}

function titleOf(entry: Entry): string | null {
  switch (entry.to) {
    case 'receipt': {
      const { contractNumber, instalment, payer, voucher, receivedOn } = entry.fields
      // One of no contract and nobody is known by its paper, or its day.
      return joined(contractNumber, instalment, payer) ?? voucher ?? receivedOn
    }
    case 'unit':
      return entry.fields.unitName
    case 'person':
      return joined(entry.fields.staffNo, entry.fields.personName)
    case 'post':
      return joined(entry.fields.staffNo, entry.fields.personName, entry.fields.postTitle)
    case 'project':
      return joined(entry.fields.projectNumber, entry.fields.projectTitle)
    case 'projectEntry':
      return joined(entry.fields.projectNumber, entry.fields.personName, entry.fields.entryWords)
    case 'trusteeship':
      return joined(entry.fields.trustNumber, entry.fields.trustTitle)
    case 'internalRule':
      return joined(entry.fields.ruleNumber, entry.fields.ruleTitle)
    case 'spin-off':
      return entry.fields.companyName
    case 'evaluation':
      return joined(entry.fields.evalAchievement, entry.fields.evaluator, entry.fields.evalDay)
    case 'stockAnswer':
      return joined(entry.fields.stockNumber, entry.fields.answerer, entry.fields.stockName)
    case 'interest':
      return joined(entry.fields.staffNo, entry.fields.personName, entry.fields.tieEnterprise)
    case 'carrier':
      return entry.fields.carrierName
    case 'credential':
      return joined(entry.fields.staffNo, entry.fields.personName, entry.fields.credentialTitle)
    case 'cost':
      return joined(entry.fields.costAchievement, entry.fields.costVoucher)
    default:
      return entry.fields.title
  }
}

function joined(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(' · ') || null
}

/** How each field is shown that is sealed. */
const maskOf: Readonly<Record<string, (text: string) => string>> = {
  idNumber: masked,
  tieHolder: maskedName,
}

function withoutSecret(record: Readonly<Record<string, unknown>>) {
  const shown = Object.entries(maskOf).flatMap(([field, mask]) => {
    const value = record[field]
    return typeof value === 'string' ? [[field, mask(value)] as const] : []
  })
  return shown.length === 0 ? record : { ...record, ...Object.fromEntries(shown) }
}

/** A decision as it is shown: what was typed into a cell of what is sealed, or is not read of people, is told as little. */
export function shownDecision<One extends Typed>(
  decision: One,
  { tables }: Pick<Mapping, 'tables'>,
): One {
  const { sheet, column, value } = decision
  if (value === null || column === null) return decision
  for (const table of tables.filter((one) => one.sheet === sheet)) {
    const field = table.columns.find((one) => one.column === column)?.field
    const mask = field ? maskOf[field] : undefined
    if (mask) return { ...decision, value: mask(value) }
    const isClosed = isPersonal(table.table as TableName) && !columnsRead(table).includes(column)
    if (isClosed) return { ...decision, value: '***' }
  }
  return decision
}

interface Typed {
  readonly sheet: string
  readonly column: string | null
  readonly value: string | null
}

/** A problem as it is kept and shown. */
export function shownProblem(problem: Problem, decided: Decided) {
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
    ...hidden(field, raw, message),
    otherRow: otherRow ?? null,
    answers: answersTo(problem),
    settled,
  }
}

/** What is told of what is sealed: that something is wrong with it, not what it is. */
function hidden(field: string, raw: string, message: Words) {
  const mask = maskOf[field]
  if (!mask) return { raw, message }
  const said = (words: string) => (raw === '' ? words : words.replaceAll(raw, mask(raw)))
  return {
    raw: raw === '' ? '' : mask(raw),
    message: { zh: said(message.zh), en: said(message.en) },
  }
}

/** A problem is settled when a person answered it or decided about its row. */
function settledBy(problem: Problem, decided: Decided): Settled | null {
  const decision = decided.problem(problem) ?? decided.row(problem.sheet, problem.row)
  return decision ? { by: decision.by, at: decision.at } : null
}

/** How a workbook was understood, as it is kept and shown. */
export function mappingOf({ tables, ignoredSheets, comments }: Understood): Mapping {
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
    comments: comments.filter((comment) => tables.every((table) => mayShow(comment, table))),
  }
}

/** What somebody noted at a column that is not read may say what must not lie about. */
function mayShow(
  { sheet, cell }: Understood['comments'][number],
  table: Understood['tables'][number],
): boolean {
  if (table.sheet !== sheet || !isPersonal(table.table)) return true
  return columnsRead(table).includes(cell.replace(/\d+$/, ''))
}

/** Counts rows and problems as they go by. */
export class Tally {
  readonly #tables = new Map<string, { states: Record<string, number>; written: number }>()
  readonly #codes = new Map<
    string,
    { severity: 'error' | 'warning'; count: number; open: number }
  >()

  /** @param tables  the names of the tables there are, in their order; one may have no rows. */
  constructor(tables: readonly string[]) {
    for (const table of tables) this.#tables.set(table, { states: {}, written: 0 })
  }

  addRow({ place, ...row }: PlannedRow): void {
    const table = this.#tables.get(place.table)
    if (!table) return
    table.states[row.state] = (table.states[row.state] ?? 0) + 1
    if (isWritten(row)) table.written += 1
  }

  addProblem({ code, severity, settled }: ShownProblem): void {
    const count = this.#codes.get(code) ?? { severity, count: 0, open: 0 }
    count.count += 1
    if (settled === null) count.open += 1
    this.#codes.set(code, count)
  }

  get counts(): Counts {
    const tables = [...this.#tables].map(([table, count]) => ({ table, ...count }))
    return {
      tables,
      written: tables.reduce((sum, { written }) => sum + written, 0),
      problems: [...this.#codes].map(([code, count]) => ({ code, ...count })),
    }
  }
}
