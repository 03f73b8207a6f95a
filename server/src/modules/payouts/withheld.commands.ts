import { accept, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
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
 * again, it replaces. Where the batch was approved, other sums would reach people than were: it is approved anew.
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
  const open = new Map((await unsent(tx, institution, batchId)).map((one) => [one.number, one]))
  const seen = new Set<number>()
  const noted: { number: number; withheld_fen: string }[] = []
  for (const [at, { reference, withheldFen }] of lines.entries()) {
    const number = numberIn(batchId, reference)
    const fault = faultOf(number === undefined ? undefined : open.get(number), withheldFen)
    const isTwice = number !== undefined && seen.has(number)
    if (number === undefined || fault || isTwice) {
      return refuse('tax-unfit', { line: `${at + 1}`, fault: isTwice ? 'twice' : (fault ?? '') })
    }
    seen.add(number)
    noted.push({ number, withheld_fen: withheldFen })
  }

  // From here on it is noted.
  await sql`
    update payment_order as one set withheld_fen = noted.withheld_fen
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as noted (number int, withheld_fen bigint)
    where one.institution_id = ${institution} and one.batch_id = ${batchId}
      and one.number = noted.number
  `.execute(tx)
  const sum = lines.reduce((all, { withheldFen }) => all + BigInt(withheldFen), 0n)
  const told = { taxDocument: document, lines: lines.length, withheldFen: `${sum}` }
  await changeBatch(tx, clock, by, batchId, state === 'approved' ? undecided : {}, told)
  return accept({ lines: lines.length })
}

const nobody = { decidedBy: null, decidedName: null, decidedOn: null }
const undecided = { state: 'made', ...nobody, remark: null }

type Unsent = Awaited<ReturnType<typeof unsent>>[number]

function faultOf(order: Unsent | undefined, withheldFen: string): string | undefined {
  if (!order) return 'unknown'
  if (!order.isOpen) return 'not-open'
  const withheld = BigInt(withheldFen)
  return withheld < 0n || withheld > BigInt(order.amountFen) ? 'other-tax' : undefined
}

/** The payments of a batch, and whether their tax can still be said before they are sent. */
function unsent(tx: Tx, institution: string, batch: string) {
  return tx
    .selectFrom('paymentOrder')
    .select(['number', 'amountFen'])
    .select(sql<boolean>`state = 'ordered' and told is null and way <> 'equity'`.as('isOpen'))
    .where('institutionId', '=', institution)
    .where('batchId', '=', batch)
    .execute()
}
