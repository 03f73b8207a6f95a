import type { TableName } from '@yizhuan/ledger'
import type { Role } from '../../platform/access.ts'
import { type RegisterName, registerOf } from './table-row.ts'

/** The transfer office keeps the registers; an administrator may fill them when a hospital begins. */
const office = ['tto_negotiator', 'tto_reviewer'] as const
const officeAndAdmin = [...office, 'admin'] as const

/** Who may import into a register: who may write there at all. */
const writersOf: Readonly<Record<RegisterName, readonly Role[]>> = {
  unit: ['admin'],
  person: ['admin'],
  post: ['admin'],
  achievement: officeAndAdmin,
  right: officeAndAdmin,
  contract: officeAndAdmin,
  receipt: officeAndAdmin,
  project: office,
  projectEntry: office,
  cost: [...office, 'finance'],
  carrier: officeAndAdmin,
  credential: ['admin', 'tto_reviewer'],
  trusteeship: office,
  internalRule: ['admin', 'tto_reviewer'],
  'spin-off': office,
  interest: ['tto_reviewer', 'discipline'],
  evaluation: office,
  stockAnswer: office,
}

/** Everybody who may import something. */
export const writers: readonly Role[] = [...new Set(Object.values(writersOf).flat())]

/** Whether somebody with these roles may import rows of a table; the command line may all of them. */
export function mayWrite(roles: readonly string[], table: string): boolean {
  if (roles.includes('system')) return true
  const register = registerOf[table as TableName]
  return writersOf[register]?.some((role) => roles.includes(role)) ?? false
}

/** What was spent, who did what, who holds what in trust, and what companies there are: told to those who keep it, pay or check, as in its own register. */
const closed: ReadonlySet<RegisterName> = new Set<RegisterName>([
  ...(['project', 'projectEntry', 'cost', 'trusteeship', 'spin-off', 'evaluation'] as const),
])
const readersOfClosed: readonly Role[] = [...office, 'finance', 'discipline', 'auditor']

/** What people declared of themselves and their relatives. */
const readersOfInterests: readonly Role[] = [...office, 'discipline', 'auditor']

/** What inventors said of what is held, as in the stock-taking itself. */
const readersOfAnswers: readonly Role[] = [...office, 'leaders', 'finance', 'auditor']

/**
 * What somebody may not look at among the rows of these tables: whoever may not read a register sees none of it here.
 * Nothing where they may look at all.
 */
export function closedTo(
  roles: readonly string[],
  tables: readonly string[],
): 'interests' | 'answers' | 'ledgers' | undefined {
  if (roles.includes('system')) return undefined
  const registers = new Set(tables.map((table) => registerOf[table as TableName]))
  const isOneOf = (some: readonly Role[]) => some.some((role) => roles.includes(role))
  if (registers.has('interest') && !isOneOf(readersOfInterests)) return 'interests'
  if (registers.has('stockAnswer') && !isOneOf(readersOfAnswers)) return 'answers'
  const isClosed = [...registers].some((register) => closed.has(register))
  return isClosed && !isOneOf(readersOfClosed) ? 'ledgers' : undefined
}
