import type { Departments } from './field.ts'
import { type Grid, shown } from './grid.ts'
import { headerWord } from './header-word.ts'
import { plainText, saysNothing, tightText } from './text.ts'

const standardHeader =
  /^(科室|部门)?标准(科室|部门)?(名称?)?$|^(科室|部门)标准名称?$|^规范(科室|部门)?名称$/
const otherHeader = /别名|曾用名|别称|俗称|简称|其[他它]名称/

/** The list of departments that a workbook carries, often on a hidden sheet. */
export interface DepartmentList {
  /** The sheets it was found on. */
  readonly sheets: ReadonlySet<string>
  readonly find: Departments
}

/** Finds the list of departments; without one, every department is taken as it is written. */
export function departmentsOf(grids: readonly Grid[]): DepartmentList {
  const standard = new Map<string, string>()
  const sheets = new Set<string>()
  for (const grid of grids) {
    const place = headersIn(grid)
    if (!place) continue
    sheets.add(grid.sheet.name)
    for (const { row } of grid.sheet.rows) if (row > place.row) addRow(grid, row, place, standard)
  }
  if (standard.size === 0) return { sheets, find: plainText }
  return { sheets, find: (name) => standard.get(keyOf(name)) }
}

interface Headers {
  readonly row: number
  readonly standard: number
  readonly others: number
}

function headersIn(grid: Grid): Headers | undefined {
  for (const { row, cells } of grid.sheet.rows.slice(0, 10)) {
    const words = cells.map((cell) => headerWord(cell?.text ?? ''))
    const standard = words.findIndex((word) => standardHeader.test(word))
    const others = words.findIndex((word) => otherHeader.test(word))
    if (standard >= 0 && others >= 0) return { row, standard, others }
  }
  return undefined
}

function addRow(grid: Grid, row: number, place: Headers, standard: Map<string, string>): void {
  const name = plainText(shown(grid.filledDown(row, place.standard)))
  if (name === '') return
  standard.set(keyOf(name), name)
  const others = shown(grid.at(row, place.others))
  if (saysNothing(others)) return
  for (const other of others.split(/[、，,;；/\n\r]+/)) {
    // A name of its own stays its own, whatever another line claims.
    const key = keyOf(other)
    if (key !== '' && !standard.has(key)) standard.set(key, name)
  }
}

const keyOf = (name: string) => tightText(name).toUpperCase()
