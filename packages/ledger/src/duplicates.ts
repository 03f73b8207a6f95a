import type { Values } from './field.ts'
import { type Row, type TableData, tell } from './table-data.ts'
import { bareTitle } from './text.ts'

/** Finds rows that say the same as an earlier one, in all tables of one kind together. */
export function findDuplicates(tables: readonly TableData[]): void {
  const rows = tables.flatMap((table) => table.rows)
  markExact(rows)
  tellNear(rows.filter((row) => !row.duplicateOf))
}

/** Exact: every value the same. The later row is left out, so nothing else is told about it. */
function markExact(rows: readonly Row[]): void {
  for (const alike of withSameName(rows)) {
    const first = new Map<string, Row>()
    for (const row of alike) {
      const other = seenBefore(first, contentOf(row), row)
      if (!other) continue
      row.duplicateOf = other
      row.problems.length = 0
      tell(row, 'seq', 'duplicate_exact', { other })
    }
  }
}

/** Only rows with one number and one title can be the same; most have their own. */
function withSameName(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const { number, names } = row.table.found.table
    const key = `${row.values[number]}\n${row.values[names]}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}

function contentOf({ values, table, row, problems }: Row): string {
  const unread = problems.filter(({ code }) => code !== 'row_struck_out').map(({ raw }) => raw)
  const kept = unkeptTexts(table, row)
  return JSON.stringify([{ ...values, row: 0 }, unread, kept], (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
}

/** What stands in known columns that are not kept, the serial number aside. */
function unkeptTexts({ columnOf, grid }: TableData, row: number): readonly string[] {
  return [...columnOf.values()]
    .filter(({ field }) => field && !field.read && field.name !== 'seq')
    .map(({ column }) => grid.filledDown(row, column)?.text.trim() ?? '')
}

/** Near: the same number, or the same lead, with the same title but for signs and blanks. */
function tellNear(rows: readonly Row[]): void {
  const byNumber = new Map<string, Row>()
  const byLead = new Map<string, Row>()
  for (const row of rows) {
    const { number, lead, tellNearAt } = row.table.found.table
    if (tellNearAt === undefined) return
    const title = titleOf(row.values)
    const sameNumber = seenBefore(byNumber, numberIn(row, number), row)
    const leadText = lead === undefined ? '' : textOf(row.values[lead])
    const isNamed = leadText !== '' && title !== ''
    const sameLead = seenBefore(byLead, isNamed ? `${leadText} ${title}` : '', row)
    if (sameNumber && titleOf(sameNumber.values) !== title)
      tell(row, number, 'duplicate_number_conflict', { other: sameNumber })
    else {
      const other = sameNumber ?? sameLead
      if (other) tell(row, tellNearAt, 'duplicate_near', { other })
    }
  }
}

/** The parts of one patent in several countries bear one number: it is another one in each. */
function numberIn({ values }: Row, field: string): string {
  const number = textOf(values[field])
  return number === '' ? '' : `${textOf(values['country'])} ${number}`
}

/** The first row with this key; remembers a new one. Nothing is like nothing. */
function seenBefore(rows: Map<string, Row>, key: string, row: Row): Row | undefined {
  if (key === '') return undefined
  const first = rows.get(key)
  if (!first) rows.set(key, row)
  return first
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const titleOf = (values: Values) => bareTitle(textOf(values['title']))
