import { accept, refuse } from '@yizhuan/kit'
import type { PaymentWay } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { type Answer, changeBatch } from './batch.commands.ts'
import { lockBatch, standingOfBatch } from './batch.queries.ts'
import { numberIn } from './payout.ts'

// A batch has one way, and each of its payments may have another: one person wants it with the salary, another in
// the account of a project. What somebody approved to go one way goes no other: it is approved anew.

/** The way of a payment; to a project it names which. */
export interface WayOfPayment {
  readonly reference: string
  readonly way: Exclude<PaymentWay, 'equity'>
  readonly projectNumber: string | null
  readonly projectAccount: string | null
}

/** Says by which way payments of a batch go of which nothing was sent; whole or not at all. */
export async function sayWays(
  tx: Tx,
  clock: Clock,
  by: Author,
  batchId: string,
  { lines, reason }: { readonly lines: readonly WayOfPayment[]; readonly reason: string },
): Promise<Answer<{ lines: number }>> {
  const { institution } = by
  const batch = await lockBatch(tx, institution, batchId)
  if (!batch) return refuse('no-such-batch', {})
  const { state } = batch
  if (state !== 'made' && state !== 'approved') return refuse('ways-not-open', { state })
  const { sent, through } = await standingOfBatch(tx, institution, batchId)
  if (sent + through > 0) return refuse('ways-not-open', { state })
  const open = await openOrders(tx, institution, batchId)
  const faults = lines.map((line, at) => faultOf(line, lines, at, batchId, open))
  const wrong = faults.findIndex((fault) => fault !== undefined)
  if (wrong >= 0) return refuse('way-unfit', { line: `${wrong + 1}`, fault: faults[wrong] ?? '' })

  // From here on they are said.
  const said = lines.map(({ reference, way, projectNumber, projectAccount }) => ({
    ...{ number: numberIn(batchId, reference), way },
    ...(way === 'project'
      ? { project_number: projectNumber, project_account: projectAccount }
      : { project_number: null, project_account: null }),
  }))
  for (const table of ['payment_order', 'award_order']) {
    await sql`
      update ${sql.table(table)} as one set way = said.way, way_by = ${by.person},
        project_number = said.project_number, project_account = said.project_account
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
        as said (number int, way text, project_number text, project_account text)
      where one.institution_id = ${institution} and one.batch_id = ${batchId}
        and one.number = said.number
    `.execute(tx)
  }
  // Where the money goes is told whole: whoever approves, or audits, sees each account that was named.
  const ways = lines.map(({ reference, way, projectNumber, projectAccount }) => ({
    ...{ reference, way },
    ...(way === 'project' && { projectNumber, projectAccount }),
  }))
  const told = { ways, wayReason: reason }
  await changeBatch(tx, clock, by, batchId, state === 'approved' ? undecided : {}, told)
  return accept({ lines: lines.length })
}

const nobody = { decidedBy: null, decidedName: null, decidedOn: null }
const undecided = { state: 'made', ...nobody, remark: null }

function faultOf(
  { reference, way, projectNumber, projectAccount }: WayOfPayment,
  lines: readonly WayOfPayment[],
  at: number,
  batch: string,
  open: ReadonlyMap<number, boolean>,
): string | undefined {
  const number = numberIn(batch, reference)
  const isOpen = number === undefined ? undefined : open.get(number)
  if (isOpen === undefined) return 'unknown'
  if (lines.findIndex((one) => numberIn(batch, one.reference) === number) < at) return 'twice'
  if (!isOpen) return 'not-open'
  const isNamed = projectNumber !== null && projectAccount !== null
  return way === 'project' && !isNamed ? 'project-unsaid' : undefined
}

/** The payments of a batch by their places, and whether each is still to be sent in money. */
async function openOrders(tx: Tx, institution: string, batch: string) {
  const { rows } = await sql<{ readonly number: number; readonly isOpen: boolean }>`
    select number, state = 'ordered' and told is null and way <> 'equity' as is_open
    from ${batchPayments} as one
    where institution_id = ${institution} and batch_id = ${batch}`.execute(tx)
  return new Map(rows.map(({ number, isOpen }) => [number, isOpen]))
}
