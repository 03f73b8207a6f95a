import { accept, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { lockHeads } from '../cases/index.ts'
import { post } from '../journal/index.ts'
import { type Answer, changeBatch } from './batch.commands.ts'
import { lockBatch } from './batch.queries.ts'
import { type LateOrder, nextPostings, throughOrders } from './late-tax.queries.ts'
import { numberIn } from './payout.ts'
import { latePostings } from './posting.ts'
import { faultsIn, type TaxFault, type Withheld } from './withheld.commands.ts'

// Where the bank only said that everything arrived, a payment stands in the books gross until the payroll says
// what was withheld. It may say so later: an entry of its own takes the tax off what left the bank and off what
// was paid, and owes it to the tax office. Said wrongly, it is said again, and the difference is an entry too.

/** Notes what was withheld from payments that are through; whole or not at all. */
export async function noteLateTax(
  tx: Tx,
  clock: Clock,
  by: Author,
  batchId: string,
  { document, lines }: Withheld,
): Promise<Answer<{ lines: number }>> {
  const { institution } = by
  const batch = await lockBatch(tx, institution, batchId)
  if (!batch) return refuse('no-such-batch', {})
  const { state } = batch
  if (state !== 'approved' && state !== 'settled') return refuse('tax-not-open', { state })
  await lockHeads(tx, institution, await casesOf(tx, institution, batchId))
  const [first] = await lateFaults(tx, institution, batchId, lines)
  if (first) return refuse('tax-unfit', { line: `${first.at + 1}`, fault: first.fault })
  const known = new Map(
    (await throughOrders(tx, institution, batchId)).map((one) => [one.number, one]),
  )
  const noted = lines.flatMap(({ reference, withheldFen: toFen }) => {
    const order = known.get(numberIn(batchId, reference) ?? 0)
    return order ? [{ ...order, toFen }] : []
  })

  // From here on it is noted.
  const today = clock.today()
  const plans = await nextPostings(
    tx,
    institution,
    [...new Set(noted.map(({ planId }) => planId))].toSorted(),
  )
  const rows = noted.map(({ caseId, planSeq, line, attempt, planId, withheldFen, toFen }) => ({
    ...{ institutionId: institution, caseId, planSeq, line, attempt, planId },
    ...{ posting: plans.get(planId) ?? 0, fromFen: withheldFen, toFen, onDay: today, document },
    ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
  }))
  await insertMany(tx, 'payoutLateTax', rows)
  await sql`
    update payment_order as one set withheld_fen = noted.to_fen, withheld_by = ${by.person}, taxed_late = true
    from jsonb_to_recordset(${JSON.stringify(noted.map(({ number, toFen }) => ({ number, to_fen: toFen })))}::jsonb)
      as noted (number int, to_fen bigint)
    where one.institution_id = ${institution} and one.batch_id = ${batchId}
      and one.number = noted.number
  `.execute(tx)
  const turned = noted.map(({ withheldFen, ...one }) => ({
    ...{ ...one, fromFen: withheldFen, on: today, posting: plans.get(one.planId) ?? 0 },
  }))
  await post(tx, clock, institution, latePostings(turned, document))
  const sum = noted.reduce((all, { toFen }) => all + BigInt(toFen), 0n)
  const told = { lateTaxDocument: document, lines: noted.length, withheldFen: `${sum}` }
  await changeBatch(tx, clock, by, batchId, {}, told)
  return accept({ lines: noted.length })
}

/** What is wrong with the tax of payments that are through. */
export async function lateFaults(
  tx: Tx,
  institution: string,
  batchId: string,
  lines: Withheld['lines'],
): Promise<readonly TaxFault[]> {
  const orders = (await throughOrders(tx, institution, batchId)).map(
    (one) => [one.number, one] as const,
  )
  return faultsIn(lines, batchId, new Map(orders), faultOf)
}

/** Why a figure is not taken: what the payment was proved by stays so. */
function faultOf(order: LateOrder | undefined, toFen: string): string | undefined {
  if (!order) return 'unknown'
  const withheld = BigInt(toFen)
  if (withheld < 0n || withheld > BigInt(order.amountFen)) return 'other-tax'
  if (order.withheldFen !== null && BigInt(order.withheldFen) === withheld) return 'unchanged'
  if (!order.isThrough) return 'not-through'
  if (order.withheldFen !== null && !order.isTaxedLate) return 'known-before'
  if (withheld < BigInt(order.setOffFen)) return 'set-off'
  // The bank's own line shows that all of it went to the person.
  if (withheld > 0n && order.way === 'bank' && order.toldFen === order.amountFen) {
    return 'gross-proved'
  }
  return undefined
}

async function casesOf(tx: Tx, institution: string, batch: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('paymentOrder')
    .select('caseId')
    .distinct()
    .where('institutionId', '=', institution)
    .where('batchId', '=', batch)
    .where('state', '=', 'paid')
    .execute()
  return rows.map(({ caseId }) => caseId)
}
