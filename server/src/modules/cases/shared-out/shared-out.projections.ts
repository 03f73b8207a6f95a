import { type EarlierDistribution, earlierVoucher, type TakenOver } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Author } from '../../../platform/register.ts'
import {
  blankReceipt,
  enterToldReceipts,
  leaveToldReceipts,
  type ReceiptFields,
  withdrawToldReceipts,
} from '../../proceeds/index.ts'
import type { Entry } from '../procedure.ts'
import { conflictOf, receiptsBeside, receiptsInUse } from './shared-out.queries.ts'
import { comparedWith, noLongerTold } from './shared-out.ts'

// What a takeover tells as shared out before stands in the register of receipts, as if a ledger had brought it.

/** A takeover, and what it tells. */
interface TakeoverTold {
  readonly by: Author
  readonly case: string
  readonly caseNumber: string
  readonly contract: string
  readonly earlier: readonly EarlierDistribution[]
}

/** Enters what the register does not show; told anew, what is not told any more leaves it. */
export async function projectSharedOut(tx: Tx, clock: Clock, of: TakeoverTold): Promise<void> {
  const { by, contract, earlier } = of
  const receipts = await receiptsBeside(tx, by.institution, contract)
  const own = receipts.filter(({ toldBy }) => toldBy === of.case)
  const { gone, added } = noLongerTold(comparedWith(earlier, receipts).fresh, own)
  const reason = `接手 ${of.caseNumber}`
  await withdrawToldReceipts(
    tx,
    clock,
    by,
    gone.map(({ id }) => id),
    reason,
  )
  const fields = added.map(({ told }) => fieldsOf(told, contract))
  await enterToldReceipts(tx, clock, by, { case: of.case, fields, source: reason })
}

/** A takeover that was given up tells nothing: what rests on it by now stays in the register. */
export async function projectSharedOutGivenUp(
  tx: Tx,
  clock: Clock,
  of: Omit<TakeoverTold, 'earlier'> & { readonly reason: string },
): Promise<void> {
  const { by, contract, reason } = of
  const receipts = await receiptsBeside(tx, by.institution, contract)
  const own = receipts.filter(({ toldBy }) => toldBy === of.case)
  const used = await receiptsInUse(tx, by.institution, own)
  const free = own.flatMap(({ id }) => (used.includes(id) ? [] : [id]))
  await leaveToldReceipts(tx, by.institution, used)
  await withdrawToldReceipts(tx, clock, by, free, reason)
}

function fieldsOf(told: EarlierDistribution, contractId: string): ReceiptFields {
  const { income, net, receivedOn = null, paidOn, document } = told
  return {
    ...{ ...blankReceipt, contractId, receivedOn, paidOn, amountFen: income, netFen: net },
    ...{ costFen: `${BigInt(income) - BigInt(net)}`, rewardFen: told.toContributors },
    ...{ ttoFen: told.toTto, institutionFen: told.toInstitution },
    ...{ voucher: earlierVoucher(told), remark: `接手前的分配，依据：${document}` },
  }
}

/**
 * What takeovers told before the register had a place for it. Run again, it enters nothing twice; what another case
 * recorded as well stays out, for somebody to put right.
 */
export async function fillSharedOut(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const { rows } = await sql<{ entry: Entry; contract: string; number: string }>`
    select distinct on (act.case_id) act.entry, contract.id as contract, deal.number
    from contract
    join transfer_case as deal on deal.institution_id = ${institution} and deal.id = contract.case_id
    join act on act.institution_id = ${institution} and act.case_id = contract.case_id
      and act.type = 'contractTakenOver'
    where contract.institution_id = ${institution}
    order by act.case_id, act.seq desc`.execute(tx)
  for (const { entry, contract, number } of rows) {
    const { earlier = [] } = entry.data as Pick<TakenOver, 'earlier'>
    const free: EarlierDistribution[] = []
    for (const one of earlier) {
      if (!(await conflictOf(tx, institution, entry.case, one))) free.push(one)
    }
    const by = { institution, person: entry.by.person, name: entry.by.name }
    const of = { by, case: entry.case, caseNumber: number, contract, earlier: free }
    await projectSharedOut(tx, clock, of)
  }
}
