import { accept, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { batchPayments } from './awards/batch-payment.queries.ts'
import { type Answer, changeBatch } from './batch.commands.ts'
import { lockBatch, standingOfBatch } from './batch.queries.ts'
import { numberIn } from './payout.ts'

// What is withheld for tax is a figure of the payroll, entered or imported payment by payment. Nothing here
// works it out: a person's tax of the year is settled by them and the tax authority.

/** Tax withheld from payments, and the paper of the payroll that says so. */
export interface Withheld {
  readonly document: string
  readonly lines: readonly { readonly reference: string; readonly withheldFen: string }[]
}

/**
 * Notes what is withheld from the payments of a batch of which nothing was sent yet; whole or not at all. Said
 * again, it replaces; the same said again is nothing new. Where the batch was approved, other sums would reach
 * people than were: it is approved anew. @returns how many lines say something new.
 */
export async function noteWithheld(
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
  if (state !== 'made' && state !== 'approved') return refuse('tax-not-open', { state })
  const { sent, through } = await standingOfBatch(tx, institution, batchId)
  if (sent + through > 0) return refuse('tax-not-open', { state })
  const [first] = await unsentFaults(tx, institution, batchId, lines)
  if (first) return refuse('tax-unfit', { line: `${first.at + 1}`, fault: first.fault })
  const known = new Map(
    (await unsent(tx, institution, batchId)).map((one) => [one.number, one.withheldFen]),
  )
  const noted = lines.flatMap(({ reference, withheldFen }) => {
    const number = numberIn(batchId, reference) ?? 0
    return sameFen(known.get(number), withheldFen) ? [] : [{ number, withheld_fen: withheldFen }]
  })
  if (noted.length === 0) return accept({ lines: 0 })

  // From here on it is noted.
  for (const table of ['payment_order', 'award_order']) {
    await sql`
      update ${sql.table(table)} as one set withheld_fen = noted.withheld_fen,
        withheld_by = ${by.person}
      from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb)
        as noted (number int, withheld_fen bigint)
      where one.institution_id = ${institution} and one.batch_id = ${batchId}
        and one.number = noted.number
    `.execute(tx)
  }
  const sum = noted.reduce((all, one) => all + BigInt(one.withheld_fen), 0n)
  const told = { taxDocument: document, lines: noted.length, withheldFen: `${sum}` }
  await changeBatch(tx, clock, by, batchId, state === 'approved' ? undecided : {}, told)
  return accept({ lines: noted.length })
}

const sameFen = (stands: string | null | undefined, said: string): boolean =>
  stands !== null && stands !== undefined && BigInt(stands) === BigInt(said)

const nobody = { decidedBy: null, decidedName: null, decidedOn: null }
const undecided = { state: 'made', ...nobody, remark: null }

/** A line that is not taken, by its place. */
export interface TaxFault {
  readonly at: number
  readonly fault: string
}

/** What is wrong with lines, each looked at: its reference is no payment, it stands twice, or its figure is no tax. */
export function faultsIn<Order>(
  lines: Withheld['lines'],
  batch: string,
  orders: ReadonlyMap<number, Order>,
  faultOf: (order: Order | undefined, withheldFen: string) => string | undefined,
): readonly TaxFault[] {
  const seen = new Set<number>()
  return lines.flatMap(({ reference, withheldFen }, at): TaxFault[] => {
    const number = numberIn(batch, reference)
    const isTwice = number !== undefined && seen.has(number)
    if (number !== undefined) seen.add(number)
    const order = number === undefined ? undefined : orders.get(number)
    const fault = isTwice ? 'twice' : faultOf(order, withheldFen)
    return fault === undefined ? [] : [{ at, fault }]
  })
}

/** What is wrong with the tax of payments that are not sent yet. */
export async function unsentFaults(
  tx: Tx,
  institution: string,
  batchId: string,
  lines: Withheld['lines'],
): Promise<readonly TaxFault[]> {
  const orders = (await unsent(tx, institution, batchId)).map((one) => [one.number, one] as const)
  return faultsIn(lines, batchId, new Map(orders), faultOf)
}

interface Unsent {
  readonly number: number
  readonly amountFen: string
  readonly withheldFen: string | null
  readonly isOpen: boolean
}

function faultOf(order: Unsent | undefined, withheldFen: string): string | undefined {
  if (!order) return 'unknown'
  if (!order.isOpen) return 'not-open'
  const withheld = BigInt(withheldFen)
  return withheld < 0n || withheld > BigInt(order.amountFen) ? 'other-tax' : undefined
}

/** The payments of a batch, and whether their tax can still be said before they are sent. */
async function unsent(tx: Tx, institution: string, batch: string): Promise<readonly Unsent[]> {
  const { rows } = await sql<Unsent>`
    select number, amount_fen, withheld_fen,
      state = 'ordered' and told is null and way <> 'equity' as is_open
    from ${batchPayments} as one
    where institution_id = ${institution} and batch_id = ${batch}`.execute(tx)
  return rows
}
