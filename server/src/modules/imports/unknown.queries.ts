import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type RegisterName, registerOf } from './table-row.ts'

/** Where the numbers stand by which records of a register are found; the others are told apart by more. */
const numbered: Partial<Record<RegisterName, string>> = {
  achievement: 'achievement',
  right: 'ip_right',
}

/** The rows of a draft for a register that knows none of them. */
export interface Unknown {
  readonly all: number
  readonly fresh: number
}

/**
 * Counts the rows of a draft for one register, if it knew nothing of any of them when they were read and
 * knows nothing now: then each is still what it was found to be. Undefined where it knows something, and
 * for registers whose rows are told apart by more than a number: there every row is to be looked at.
 *
 * The first import of a large ledger is such a one.
 */
export async function countUnknown(
  tx: Tx,
  institution: string,
  id: string,
  register: RegisterName,
): Promise<Unknown | undefined> {
  const numbers = numbered[register]
  if (numbers === undefined) return undefined
  const tables = Object.entries(registerOf).flatMap(([table, to]) => (to === register ? table : []))
  const mine = sql`institution_id = ${institution} and import_id = ${id}
    and table_name = any(${tables}::text[])`
  const { rows } = await sql<Unknown & { known: boolean }>`
    with mine as materialized (
      -- The key of a right abroad has its country before the number: any right of that number is a known one.
      select key, fingerprint, state, coalesce(substring(key from '^[A-Z]{2}:(.+)$'), key) as number
      from import_row where ${mine})
    select count(*)::int as all, count(*) filter (where state = 'new')::int as fresh,
      coalesce(bool_or(state in ('changed', 'present')), false)
        or exists (select from mine join ${sql.table(numbers)} as record
          on record.institution_id = ${institution} and record.number = mine.number)
        or exists (select from mine join import_origin as origin
          on origin.institution_id = ${institution} and origin.register = ${register}
            and origin.key = mine.key)
        or exists (select from mine join import_origin as origin
          on origin.institution_id = ${institution} and origin.register = ${register}
            and origin.fingerprint = mine.fingerprint) as known
    from mine
  `.execute(tx)
  const [{ all, fresh, known } = { all: 0, fresh: 0, known: true }] = rows
  return known ? undefined : { all, fresh }
}
