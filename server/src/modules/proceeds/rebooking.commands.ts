import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { type Author, amendRecord, chainOf } from '../../platform/register.ts'
import { post, takeBack } from '../journal/index.ts'
import { receiptsToPost } from './posting.queries.ts'
import { isOfService, receiptPostings } from './posting.ts'
import { holdReceipt } from './receipt.commands.ts'
import { receiptRegister } from './receipt.table.ts'

const reason = '合同类型更正，收入改记相应科目'

/**
 * Books the receipts of a contract by the kind it is of now: income of a transfer and of commissioned work stand
 * on different accounts. Done again, it changes nothing.
 */
export async function rebookReceipts(
  tx: Tx,
  clock: Clock,
  by: Author,
  contract: string,
): Promise<void> {
  const receipts = await tx
    .selectFrom('receipt')
    .select('id')
    .where('institutionId', '=', by.institution)
    .where('contractId', '=', contract)
    .where('caseId', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id } of receipts) await rebook(tx, clock, by, id)
}

async function rebook(tx: Tx, clock: Clock, by: Author, id: string): Promise<void> {
  const { institution } = by
  await holdReceipt(tx, institution, id)
  await lockKnownChain(tx, { institution, name: chainOf(receiptRegister, id) })
  const [now] = await receiptsToPost(tx, institution, [id])
  const kinds = await standingKinds(tx, institution, id)
  if (!now || kinds.every((kind) => isOfService(kind) === now.isService)) return

  // From here on it is booked anew, on the day of the correction.
  const [from, to] = now.isService ? ['成果转化', '三技合同'] : ['三技合同', '成果转化']
  const told = { fields: {}, beside: [{ field: 'contractKind', from, to }], reason }
  const amended = await amendRecord(tx, receiptRegister, clock, by, id, told)
  const of = { id, seq: amended?.seq ?? 0, on: clock.today(), isService: now.isService }
  const back = { source: 'receipt' as const, id, seq: of.seq, record: id }
  await takeBack(tx, clock, institution, of.on, [{ ...back, subject: '', reference: reason }])
  await post(tx, clock, institution, receiptPostings(of, now))
}

/** The kinds of the entries of a receipt that nothing took back. */
async function standingKinds(tx: Tx, institution: string, id: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('journalEntry')
    .select('kind')
    .where('institutionId', '=', institution)
    .where('source', '=', 'receipt')
    .where('sourceId', '=', id)
    .where('reverses', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journalEntry as later')
            .select('later.id')
            .whereRef('later.institutionId', '=', 'journalEntry.institutionId')
            .whereRef('later.reverses', '=', 'journalEntry.id'),
        ),
      ),
    )
    .execute()
  return rows.map(({ kind }) => kind)
}
