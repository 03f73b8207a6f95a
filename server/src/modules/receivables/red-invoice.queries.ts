import { mul, ratio } from '@yizhuan/kit'
import { nearest } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { invoicedOf, receivablesOf } from './terms.queries.ts'
import './receivables.table.ts'

/** Whoever gives an invoice a number is the only one to give this one until they are done. */
export async function holdInvoiceNumber(tx: Tx, institution: string, number: string) {
  await sql`select pg_advisory_xact_lock(hashtext('yizhuan invoice'),
    hashtext(${institution} || ' ' || ${number}))`.execute(tx)
}

/** Whether an invoice has a number. That of one that was entered by mistake is free again, of a void one never. */
export async function isNumberUsed(tx: Tx, institution: string, number: string): Promise<boolean> {
  const same = await tx
    .selectFrom('invoice')
    .select('id')
    .where('institutionId', '=', institution)
    .where('number', '=', number)
    .where(({ or, eb }) => or([eb('state', '<>', 'void'), eb('voidGround', '=', 'invoice')]))
    .executeTakeFirst()
  return same !== undefined
}

/** The red-letter invoices that take one back and stand. */
export function redsOf(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('invoice')
    .select(['id', 'number', 'vatFen', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('redOf', '=', id)
    .where('state', '<>', 'void')
    .orderBy('id')
    .execute()
}

/** What an invoice asks for by receivable, whole and less what red-letter ones took back. */
export async function leftOfInvoice(tx: Tx, institution: string, id: string) {
  const reds = (await redsOf(tx, institution, id)).map((one) => one.id)
  const lines = await linesOf(tx, institution, [id, ...reds])
  return lines
    .filter(({ invoiceId }) => invoiceId === id)
    .map(({ receivableId, fen, minor }) => {
      const taken = lines.filter((one) => one.invoiceId !== id && one.receivableId === receivableId)
      const left = (sum: bigint, part: string | null) => sum + BigInt(part ?? '0')
      return {
        receivable: receivableId,
        whole: { fen: BigInt(fen), minor: minor === null ? null : BigInt(minor) },
        fen: taken.reduce((sum, one) => left(sum, one.fen), BigInt(fen)),
        minor:
          minor === null ? null : taken.reduce((sum, one) => left(sum, one.minor), BigInt(minor)),
      }
    })
}

/** Whether more would be asked for than is owed, now that terms may have changed, if a red-letter invoice were void. */
export async function isInvoicedAgain(
  tx: Tx,
  institution: string,
  red: { readonly id: string; readonly contractId: string },
): Promise<boolean> {
  const rows = await receivablesOf(tx, institution, red.contractId)
  const asked = await invoicedOf(tx, institution, red.contractId)
  const taken = await linesOf(tx, institution, [red.id])
  return taken.some(({ receivableId, fen, minor }) => {
    const row = rows.find(({ id }) => id === receivableId)
    if (!row || row.minor === null) return false
    // What is owed no more would be asked for again.
    if (row.isCancelled) return true
    const whole = BigInt(row.minor)
    const own = asked.filter((one) => one.receivableId === receivableId)
    if (row.currency !== 'CNY') {
      const sum = own.reduce((all, one) => all + BigInt(one.minor ?? whole), 0n)
      return sum - BigInt(minor ?? '0') > whole
    }
    const worth = nearest(mul(ratio(whole), ratio(BigInt(row.planN), BigInt(row.planD))))
    return own.reduce((all, one) => all + BigInt(one.fen), 0n) - BigInt(fen) > worth
  })
}

function linesOf(tx: Tx, institution: string, invoices: readonly string[]) {
  return (
    tx
      .selectFrom('invoiceLine')
      .innerJoin('receivable', (join) =>
        join
          .onRef('receivable.institutionId', '=', 'invoiceLine.institutionId')
          .onRef('receivable.id', '=', 'invoiceLine.receivableId'),
      )
      .select(['invoiceLine.invoiceId', 'invoiceLine.receivableId', 'invoiceLine.fen'])
      // A foreign line that does not say how much asks for all of it.
      .select(
        sql<string | null>`case when receivable.currency <> 'CNY'
        then coalesce(invoice_line.minor, receivable.minor) end`.as('minor'),
      )
      .where('invoiceLine.institutionId', '=', institution)
      .where('invoiceLine.invoiceId', 'in', invoices)
      .orderBy('invoiceLine.receivableId')
      .execute()
  )
}
