import { accept, div, mul, type Outcome, ratio, refuse } from '@yizhuan/kit'
import { nearest } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { bookClaims } from './booking.commands.ts'
import { lockedInvoice } from './invoice.commands.ts'
import type { RedWire } from './invoice.wire.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { holdInvoiceNumber, isNumberUsed, leftOfInvoice, redsOf } from './red-invoice.queries.ts'
import { foreignBack } from './red-part.ts'
import { tell } from './terms.commands.ts'

interface Sum {
  readonly fen: bigint
  /** In the currency of a foreign receivable. */
  readonly minor: bigint | null
}
interface Left extends Sum {
  readonly receivable: string
  readonly whole: Sum
}

/**
 * Records a red-letter invoice: what it takes back of another one can be invoiced again. The other one stays as it
 * was issued.
 */
export async function takeBackInvoice(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: z.output<typeof RedWire>,
): Promise<Outcome<{ id: string }, ReceivableRefusals>> {
  const { institution } = by
  const { number, issuedOn, reason, files } = given
  const invoice = await lockedInvoice(tx, by, id)
  if (!invoice) return refuse('no-such-invoice', {})
  if (invoice.state !== 'issued' || invoice.redOf !== null) return refuse('red-not-issued', {})
  const left: readonly Left[] = await leftOfInvoice(tx, institution, id)
  if (left.every(({ fen }) => fen <= 0n)) return refuse('red-nothing-left', {})
  const wrong = aboveLeft(left, given.lines)
  if (wrong) return refuse('red-above-left', wrong)
  const today = clock.today()
  if (issuedOn > today) return refuse('issued-in-future', { today })
  const first = invoice.issuedOn ?? ''
  if (issuedOn < first) return refuse('red-before', { on: first })
  await holdInvoiceNumber(tx, institution, number)
  if (await isNumberUsed(tx, institution, number)) return refuse('invoice-number-used', { number })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it takes the other one back.
  const taken = takenOf(left, given.lines)
  const amount = taken.reduce((sum, { fen }) => sum + fen, 0n)
  const vat = taxBack(invoice, await redsOf(tx, institution, id), amount)
  const red = newId()
  await tx
    .insertInto('invoice')
    .values({
      ...{ institutionId: institution, id: red, contractId: invoice.contractId, state: 'issued' },
      ...{ buyer: invoice.buyer, amountFen: `${-amount}`, vatRate: invoice.vatRate },
      ...{ vatFen: `${-vat}`, number, issuedOn, files: JSON.stringify(files) },
      ...{ voidReason: null, remark: reason, redOf: id },
    })
    .execute()
  await tx
    .insertInto('invoiceLine')
    .values(
      taken.map(({ receivable, fen, minor }) => ({
        ...{ institutionId: institution, invoiceId: red, receivableId: receivable },
        ...{ fen: `${-fen}`, minor: minor === null ? null : `${-minor}` },
      })),
    )
    .execute()
  await tell(tx, clock, by, invoice.contractId, 'invoiceTakenBack', {
    ...{ invoice: red, invoiceNumber: number, takesBack: invoice.number, issuedOn, reason },
    ...{ invoicedFen: `${-amount}`, vatFen: `${-vat}`, files: files.map(({ sha256 }) => sha256) },
  })
  await bookClaims(tx, clock, institution, invoice.contractId, issuedOn)
  return accept({ id: red })
}

interface Sums {
  readonly amountFen: string
  readonly vatFen: string
}

/**
 * The tax of what is taken back now: what all of it bears so far, less what the ones before took, so that of an invoice
 * that is gone no fen of tax is left and none is taken twice.
 */
function taxBack(invoice: Sums, reds: readonly Sums[], amount: bigint): bigint {
  const [whole, tax] = [BigInt(invoice.amountFen), BigInt(invoice.vatFen)]
  const before = reds.reduce((sum, { amountFen }) => sum - BigInt(amountFen), 0n)
  const taken = reds.reduce((sum, { vatFen }) => sum - BigInt(vatFen), 0n)
  const due = nearest(div(mul(ratio(tax), ratio(before + amount)), ratio(whole))) - taken
  return due > 0n ? due : 0n
}

type Line = z.output<typeof RedWire>['lines'][number]

/** Where more would be taken back than is left, or the same twice; lines that all say nought take back nothing. */
function aboveLeft(left: readonly Left[], lines: readonly Line[]) {
  if (lines.length > 0 && lines.every(({ fen }) => fen === '0')) {
    const first = left.find(({ receivable }) => receivable === lines[0]?.receivable)
    return { at: '0', left: `${first?.fen ?? 0n}` }
  }
  for (const [at, { receivable, fen }] of lines.entries()) {
    const has = left.find((one) => one.receivable === receivable)?.fen ?? 0n
    const isTwice = lines.findIndex((one) => one.receivable === receivable) < at
    if (BigInt(fen) > has || isTwice) {
      return { at: `${at}`, left: `${isTwice || has < 0n ? 0n : has}` }
    }
  }
  return undefined
}

/** What is taken back: what was told, or all that is left. */
function takenOf(left: readonly Left[], lines: readonly Line[]) {
  const some = lines.filter(({ fen }) => fen !== '0')
  const told = new Map(some.map(({ receivable, fen }) => [receivable, BigInt(fen)]))
  return left
    .filter(({ receivable, fen }) => (told.size === 0 ? fen > 0n : told.has(receivable)))
    .map((one) => {
      const fen = told.get(one.receivable) ?? one.fen
      return { receivable: one.receivable, fen, minor: foreignBack(one, fen) }
    })
}
