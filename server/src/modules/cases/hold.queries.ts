import type { Words } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Tx } from '../../platform/database.ts'
import './case.table.ts'

// A module to the right holds a case for some acts while something is under way outside its record that
// those acts would upset. The case itself asks nobody: it reads here whether it is held.

/** Acts that a case may be held for; no other asks whether it is. */
export const holdable: ReadonlySet<string> = new Set([
  'planDrafted',
  'planNoticePublished',
  'costRecorded',
  'costWithdrawn',
  'receiptRefunded',
  'reimbursementTakenBack',
  'paid',
  'distributionReversed',
  'recoveryRecorded',
  'taxSetOffTakenBack',
  'paymentRepeated',
  'fallenPlanTakenIn',
  'netSettled',
  'rewardPlanned',
  'rewardPlanTakenBack',
  'rewardPaid',
  'rewardReversed',
])

/** Why a case is held for some acts, and by what. */
export interface Hold {
  readonly holder: string
  readonly acts: readonly string[]
  readonly reason: Words
}

/** Holds cases; one that is held by the same already is held so from now on. */
export async function holdCases(
  tx: Tx,
  institution: string,
  holds: readonly (Hold & { readonly case: string })[],
): Promise<void> {
  const [first] = holds
  if (!first) return
  await releaseCases(
    tx,
    institution,
    first.holder,
    holds.map((one) => one.case),
  )
  await insertMany(
    tx,
    'caseHold',
    holds.map(({ case: caseId, holder, acts, reason }) => ({
      institutionId: institution,
      caseId,
      holder,
      acts,
      reason,
    })),
  )
}

/** Lets cases go. */
export async function releaseCases(
  tx: Tx,
  institution: string,
  holder: string,
  cases: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('caseHold')
    .where('institutionId', '=', institution)
    .where('holder', '=', holder)
    .where('caseId', '=', sql<string>`any(${[...cases]}::uuid[])`)
    .execute()
}

/** What holds any of some cases for an act, by the case; what the holder itself does is not held. */
export async function holdsOn(
  tx: Tx,
  institution: string,
  cases: readonly string[],
  act: string,
  except = '',
): Promise<ReadonlyMap<string, Words>> {
  if (!holdable.has(act)) return new Map()
  const rows = await tx
    .selectFrom('caseHold')
    .select(['caseId', 'reason'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', sql<string>`any(${[...cases]}::uuid[])`)
    .where('holder', '!=', except)
    .where(sql<boolean>`${act} = any(acts)`)
    .execute()
  return new Map(rows.map(({ caseId, reason }) => [caseId, reason]))
}
