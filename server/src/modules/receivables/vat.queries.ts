import { groupBy } from '@yizhuan/kit'
import { type TaxedInvoice, taxParts } from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import './receivables.table.ts'
import { taxDay } from './tax-point.queries.ts'
import type { ClaimTax } from './vat-booking.ts'

interface Line {
  readonly invoiceId: string
  readonly redOf: string | null
  readonly vatFen: string
  readonly issuedOn: string
  readonly receivableId: string
  readonly fen: string
  /** In the currency of a foreign receivable, else in fen. */
  readonly minor: string
  readonly arose: string | null
}

/**
 * The tax of the invoices of a contract that stand, by receivable. An invoice that came late bears tax of the day on
 * which it fell due or money for it arrived (cn-vat-law#a28); a red letter takes back on its own day.
 */
export async function taxesOf(
  tx: Tx,
  institution: string,
  contract: string,
): Promise<ReadonlyMap<string, ClaimTax>> {
  const { rows } = await sql<Line>`
    select invoice.id as invoice_id, invoice.red_of, invoice.vat_fen, invoice.issued_on,
      line.receivable_id, line.fen,
      case when receivable.currency = 'CNY' then line.fen
        else coalesce(line.minor, receivable.minor) end as minor,
      ${taxDay} as arose
    from invoice
    join invoice_line as line on line.institution_id = invoice.institution_id
      and line.invoice_id = invoice.id
    join receivable on receivable.institution_id = line.institution_id
      and receivable.id = line.receivable_id
    where invoice.institution_id = ${institution} and invoice.contract_id = ${contract}
      and invoice.state = 'issued'
    order by invoice.issued_on, invoice.red_of nulls first, invoice.id, line.receivable_id`.execute(
    tx,
  )
  const invoices = [...groupBy(rows, ({ invoiceId }) => invoiceId)].map(([id, lines]) =>
    invoiceOf(id, lines),
  )
  const parts = groupBy(taxParts(invoices), ({ receivable }) => receivable)
  const asked = groupBy(rows, ({ receivableId }) => receivableId)
  return new Map(
    [...asked].map(([id, lines]) => [
      id,
      {
        parts: parts.get(id) ?? [],
        invoiced: lines.reduce((sum, { minor }) => sum + BigInt(minor), 0n),
      },
    ]),
  )
}

function invoiceOf(id: string, lines: readonly Line[]): TaxedInvoice {
  const [first] = lines
  const isRed = first?.redOf != null
  return {
    of: first?.redOf ?? id,
    vat: BigInt(first?.vatFen ?? '0'),
    lines: lines.map(({ receivableId: receivable, fen, issuedOn, arose }) => ({
      ...{ receivable, fen: BigInt(fen) },
      on: !isRed && arose !== null && arose < issuedOn ? arose : issuedOn,
    })),
  }
}
