import type { TableName } from '../reading.ts'
import { type Row, type TableData, tell } from '../table-data.ts'
import { checkAchievements } from './achievements.ts'
import {
  checkContracts,
  checkReceipts,
  checkServiceContracts,
  compareReceipts,
  type Registers,
} from './contracts.ts'
import { checkRunTogether } from './names.ts'
import { checkPeople, checkPosts, checkUnits } from './people.ts'
import { checkEntries, checkProjects } from './projects.ts'
import { checkMarks, checkPatents, checkPreparations, checkSoftware } from './rights.ts'
import { checkCarriers, checkCredentials, checkInternalRules } from './standing.ts'
import { namesIn, textIn } from './values.ts'

const checks: Readonly<Record<TableName, (rows: readonly Row[]) => void>> = {
  achievements: checkAchievements,
  patents: checkPatents,
  software: checkSoftware,
  preparations: checkPreparations,
  trademarks: checkMarks,
  layouts: checkMarks,
  varieties: checkMarks,
  knowHow: checkMarks,
  contracts: checkContracts,
  receipts: checkReceipts,
  serviceContracts: checkServiceContracts,
  units: checkUnits,
  people: checkPeople,
  posts: checkPosts,
  projects: checkProjects,
  projectEntries: checkEntries,
  costs: () => undefined,
  carriers: checkCarriers,
  credentials: checkCredentials,
  trusteeships: () => undefined,
  internalRules: checkInternalRules,
  spinOffs: () => undefined,
  interests: () => undefined,
  evaluations: () => undefined,
  stockAnswers: () => undefined,
}

/** The tables of rights, each of which may name its achievement. */
const withAchievements = [
  ...(['patents', 'software', 'preparations'] as const),
  ...(['trademarks', 'layouts', 'varieties', 'knowHow'] as const),
] as const

/** Checks every row alone, then across the tables of the workbook; not those left out. */
export function checkRows(tables: readonly TableData[]): void {
  const rowsOf = (name: TableName) =>
    tables
      .filter(({ found }) => found.table.name === name)
      .flatMap(({ rows }) => rows.filter((row) => !row.duplicateOf))
  checkRunTogether([...rowsOf('achievements'), ...rowsOf('patents'), ...rowsOf('software')])
  for (const [name, check] of Object.entries(checks)) check(rowsOf(name as TableName))
  const registers: Registers = {
    achievements: byNumber(rowsOf('achievements'), 'code'),
    contracts: byNumber(rowsOf('contracts'), 'contractNo'),
  }
  for (const name of withAchievements)
    for (const row of rowsOf(name)) checkCodes(row, 'achievementCode', registers)
  for (const row of rowsOf('contracts')) checkCodes(row, 'achievementCodes', registers)
  checkConversions(rowsOf('contracts'), registers)
  compareReceipts(rowsOf('receipts'), registers)
}

/** The first row of every number. */
function byNumber(rows: readonly Row[], field: string): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const number = textIn(row, field)
    if (number !== undefined && !found.has(number)) found.set(number, row)
  }
  return found
}

/** A code must be in the ledger of achievements, where the workbook has one. */
function checkCodes(row: Row, field: string, { achievements }: Registers): void {
  if (achievements.size === 0) return
  const own = textIn(row, field)
  const codes = own === undefined ? namesIn(row, field) : [own]
  const unknown = codes.filter((code) => !achievements.has(code))
  if (unknown.length > 0) tell(row, field, 'achievement_unknown', { facts: [unknown.join('、')] })
}

/** An achievement a contract refers to is not unconverted. */
function checkConversions(contracts: readonly Row[], { achievements }: Registers): void {
  const told = new Set<Row>()
  for (const contract of contracts)
    for (const code of namesIn(contract, 'achievementCodes')) {
      const row = achievements.get(code)
      if (!row || told.has(row) || row.values['conversion'] !== 'none' || !isMarked(row)) continue
      told.add(row)
      const facts = [textIn(contract, 'contractNo') ?? '']
      tell(row, 'conversion', 'conversion_conflict', { facts })
    }
}

/** Whether the ledger says so, and does not merely leave the state open. */
function isMarked({ table, row }: Row): boolean {
  const column = table.columnOf.get('conversion')
  const text = column && table.grid.filledDown(row, column.column)?.text.trim()
  return text !== undefined && text !== ''
}
