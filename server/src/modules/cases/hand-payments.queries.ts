import type { Tx } from '../../platform/database.ts'
import './case.table.ts'

/**
 * What somebody was paid without a batch, what of it came back each time, and what of it was withheld; null where
 * nobody said.
 */
export async function handPaymentsTo(tx: Tx, institution: string, person: string) {
  const rows = await tx
    .selectFrom('handPayment')
    .select(['id', 'source', 'recordId', 'seq', 'title', 'amountFen', 'paidOn', 'proof'])
    .select(['backFen', 'withheldFen'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .orderBy('paidOn', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('line')
    .execute()
  const returns = await tx
    .selectFrom('handPaymentReturn as back')
    .innerJoin('handPayment as one', (join) =>
      join
        .onRef('one.institutionId', '=', 'back.institutionId')
        .onRef('one.id', '=', 'back.paymentId'),
    )
    .select(['back.paymentId', 'back.seq', 'back.onDay', 'back.amountFen', 'back.proof'])
    .where('back.institutionId', '=', institution)
    .where('one.personId', '=', person)
    .orderBy('back.onDay')
    .orderBy('back.nth')
    .execute()
  return rows.map(({ id, ...one }) => ({
    ...one,
    returns: returns
      .filter(({ paymentId }) => paymentId === id)
      .map(({ seq, onDay: on, amountFen, proof }) => ({ seq, on, amountFen, proof })),
  }))
}
export type OwnHandPayment = Awaited<ReturnType<typeof handPaymentsTo>>[number]
