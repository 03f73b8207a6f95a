import type { ActData } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import type { After, Entry } from './procedure.ts'

/** Writes what an act says about contract and money into the tables that lists and sums read. */
export async function projectMoney(
  tx: Tx,
  institution: string,
  entry: Entry,
  _after: After,
): Promise<void> {
  const key = { institutionId: institution, caseId: entry.case, seq: entry.seq }
  switch (entry.type) {
    case 'signed': {
      const { price } = entry.data as ActData<'signed'>
      const row = { ...key, signedOn: entry.on, priceFen: price }
      await tx
        .insertInto('contract')
        .values({ ...row, registration: null, registeredOn: null })
        .onConflict((on) => on.columns(['institutionId', 'caseId']).doUpdateSet(row))
        .execute()
      return
    }
    case 'contractRegistered': {
      const { outcome } = entry.data as ActData<'contractRegistered'>
      await tx
        .updateTable('contract')
        .set({ registration: outcome, registeredOn: entry.on })
        .where('institutionId', '=', institution)
        .where('caseId', '=', entry.case)
        .execute()
      return
    }
    case 'receiptRecorded': {
      const { amount } = entry.data as ActData<'receiptRecorded'>
      const row = { ...key, receivedOn: entry.on, amountFen: amount, payer: null }
      await tx.insertInto('receipt').values(row).execute()
      return
    }
    case 'costRecorded': {
      const { kind, amount, remark } = entry.data as ActData<'costRecorded'>
      const row = { ...key, incurredOn: entry.on, kind, amountFen: amount, label: remark ?? null }
      await tx.insertInto('cost').values(row).execute()
      return
    }
    case 'planDrafted':
      await tx
        .insertInto('planLine')
        .values(
          planLines(entry.data as ActData<'planDrafted'>).map((line) => ({ ...key, ...line })),
        )
        .execute()
      return
    case 'paid': {
      const { lines } = entry.data as ActData<'paid'>
      const amountFen = `${lines.reduce((total, { amount }) => total + BigInt(amount), 0n)}`
      await tx
        .insertInto('payout')
        .values({ ...key, paidOn: entry.on, amountFen })
        .execute()
      return
    }
    default:
      return
  }
}

function planLines({ lines, toTto, toInstitution }: ActData<'planDrafted'>) {
  return [
    ...lines.map(({ name, amount }) => ({ party: 'person' as const, who: name, amount })),
    { party: 'tto' as const, who: null, amount: toTto },
    { party: 'institution' as const, who: null, amount: toInstitution },
  ].map(({ amount, ...line }, index) => ({ ...line, line: index + 1, amountFen: amount }))
}
