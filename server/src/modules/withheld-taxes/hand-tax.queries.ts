import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type HandTax, handTaxPosting } from '../cases/index.ts'
import type { Posting } from '../journal/index.ts'
import type { HandPaymentQueryWire, HandPaymentWire } from './hand-tax.wire.ts'

/** Payments without a batch, the newest first. */
export async function handPayments(
  tx: Tx,
  institution: string,
  { month, unknown }: HandPaymentQueryWire,
): Promise<readonly HandPaymentWire[]> {
  const isOf = month
    ? sql`paid_on >= ${`${month}-01`}::date and paid_on < ${`${month}-01`}::date + interval '1 month'`
    : sql`true`
  const isAsked =
    unknown === 'true' ? sql`withheld_fen is null and back_fen < amount_fen` : sql`true`
  const { rows } = await sql<HandPaymentWire>`
    select id, source, record_id, title, name, paid_on, amount_fen, back_fen, withheld_fen, proof
    from hand_payment
    where institution_id = ${institution} and ${isOf} and ${isAsked}
    order by paid_on desc, title, line, id
  `.execute(tx)
  return rows
}

/** A payment without a batch, held until the transaction ends. */
export async function lockedHandPayment(tx: Tx, institution: string, id: string) {
  return await tx
    .selectFrom('handPayment')
    .select(['id', 'source', 'recordId', 'caseId', 'title', 'name', 'paidOn', 'amountFen'])
    .select(['backFen', 'withheldFen', 'postings'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Everything that was said of their tax, as far as it moves money: what the journal is made of anew. */
export async function handTaxMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<HandTax>`
    select one.id, one.source, one.record_id, one.case_id, one.title, one.name, said.posting,
      said.from_fen, said.to_fen, said.on_day as "on", said.document
    from hand_payment_tax as said
    join hand_payment as one on one.institution_id = said.institution_id
      and one.id = said.payment_id
    where said.institution_id = ${institution}
    order by said.payment_id, said.posting
  `.execute(tx)
  return rows.map(handTaxPosting)
}
