import type { Tx } from '../../platform/database.ts'
import './case.table.ts'

/** What somebody was paid without a batch, and what of it was withheld; null where nobody said. */
export async function handPaymentsTo(tx: Tx, institution: string, person: string) {
  return await tx
    .selectFrom('handPayment')
    .select(['source', 'recordId', 'seq', 'title', 'amountFen', 'paidOn', 'proof'])
    .select(['backFen', 'backOn', 'withheldFen'])
    .where('institutionId', '=', institution)
    .where('personId', '=', person)
    .orderBy('paidOn', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('line')
    .execute()
}
export type OwnHandPayment = Awaited<ReturnType<typeof handPaymentsTo>>[number]
