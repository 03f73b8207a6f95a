import type { Accounts } from '@yizhuan/procedures'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import './case.table.ts'

/** The acts, beside payouts, that change how persons stand with the house. */
export const movesBalances: ReadonlySet<string> = new Set([
  'distributionReversed',
  'recoveryRecorded',
  'taxSetOffTakenBack',
  'paymentReturned',
  'paymentRepeated',
  'fallenPlanTakenIn',
])

/** Writes how persons stand by the payouts of some cases, as their records say now. */
export async function projectBalances(
  tx: Tx,
  institution: string,
  cases: readonly { readonly case: string; readonly accounts: Accounts }[],
): Promise<void> {
  const ids = cases.map((one) => one.case)
  await sql`delete from payee_balance where institution_id = ${institution}
    and case_id = any(${ids}::uuid[])`.execute(tx)
  await insertMany(
    tx,
    'payeeBalance',
    cases.flatMap(({ case: caseId, accounts: { now } }) => {
      return now.map(({ amount: balanceFen, ...whose }) => {
        return { institutionId: institution, caseId, ...whose, balanceFen }
      })
    }),
  )
}
