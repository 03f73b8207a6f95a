import { accept, add, div, mul, type Outcome, ratio, refuse, yuanText } from '@yizhuan/kit'
import { vatRatesOn } from '@yizhuan/law'
import { type Currency, inFen, nearest } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { taxPositions } from '../policies/index.ts'
import { bookClaims } from './booking.commands.ts'
import type { IssueWire, NewInvoiceWire, VoidWire } from './invoice.wire.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import type { VoidGround } from './receivables.table.ts'
import { holdInvoiceNumber, isInvoicedAgain, isNumberUsed, redsOf } from './red-invoice.queries.ts'
import { taxArose } from './tax-point.queries.ts'
import { lockedContract, tell } from './terms.commands.ts'
import { contractFor, invoicedOf, receivablesOf } from './terms.queries.ts'
import { isKnownRate, unlikeRatesOf, vatPart } from './vat.ts'

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>

/** Prepares an invoice for receivables of a contract; tax is within its amount. */
export async function draftInvoice(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: z.output<typeof NewInvoiceWire>,
): Done<{ id: string }> {
  const { institution } = by
  const contract = await lockedContract(tx, by, id)
  if (!contract) return refuse('no-such-contract', {})
  const rows = await receivablesOf(tx, institution, id)
  const asked = await invoicedOf(tx, institution, id)
  const foreign = new Map<string, bigint>()
  for (const [at, { receivable, fen, minor }] of given.lines.entries()) {
    const row = rows.find((one) => one.id === receivable && !one.isCancelled)
    if (!row || row.minor === null) return refuse('unknown-line', { at: `${at}` })
    const known = asked.filter(({ receivableId }) => receivableId === receivable)
    const before = known.reduce((sum, one) => sum + BigInt(one.fen), 0n)
    if (row.currency !== 'CNY') {
      const whole = BigInt(row.minor)
      const left = known.reduce((rest, one) => rest - BigInt(one.minor ?? whole), whole)
      const wanted = minor === null ? left : BigInt(minor)
      if (wanted <= 0n || wanted > left) {
        return refuse('invoiced-above-foreign', {
          ...{ at: `${at}`, left: inCurrency(left > 0n ? left : 0n, row.currency) },
        })
      }
      foreign.set(receivable, wanted)
    }
    const worth = nearest(
      mul(ratio(BigInt(row.minor)), ratio(BigInt(row.planN), BigInt(row.planD))),
    )
    // A foreign receivable is invoiced at the rate of its day: its limit is in its own currency.
    if (row.currency === 'CNY' && before + BigInt(fen) > worth) {
      return refuse('invoiced-above', { at: `${at}`, left: `${worth - before}` })
    }
  }
  if (new Set(given.lines.map(({ receivable }) => receivable)).size < given.lines.length) {
    return refuse('unknown-line', { at: '0' })
  }
  const amount = given.lines.reduce((sum, { fen }) => sum + BigInt(fen), 0n)
  const rate = vatPart(given.vatRate)
  if (rate.n < 0n || rate.n >= rate.d) return refuse('vat-rate', {})
  if (given.vatReason === null && !isKnownRate(taxPositions(), given.vatRate)) {
    const rates = vatRatesOn(taxPositions(), clock.today())
    return refuse('vat-rate-unusual', { on: clock.today(), rates: rates.join('、') })
  }
  const vat = taxIn(amount, given.vatRate)

  // From here on it is prepared.
  const invoice = newId()
  const buyer = given.buyer ?? contract.counterparty ?? contract.title
  await tx
    .insertInto('invoice')
    .values({
      ...{ institutionId: institution, id: invoice, contractId: id, state: 'draft', buyer },
      ...{ amountFen: `${amount}`, vatRate: given.vatRate, vatFen: `${vat}`, number: null },
      vatReason: given.vatReason,
      ...{ issuedOn: null, files: '[]', voidReason: null, remark: given.remark },
    })
    .execute()
  await tx
    .insertInto('invoiceLine')
    .values(
      given.lines.map(({ receivable, fen }) => ({
        ...{ institutionId: institution, invoiceId: invoice, receivableId: receivable, fen },
        minor: foreign.get(receivable)?.toString() ?? null,
      })),
    )
    .execute()
  await tell(tx, clock, by, id, 'invoiceDrafted', {
    ...{ invoice, buyer, invoicedFen: `${amount}`, vatRate: given.vatRate, vatFen: `${vat}` },
    vatReason: given.vatReason,
  })
  return accept({ id: invoice })
}

/** The tax in an amount that includes it, to the nearest fen. */
export function taxIn(amount: bigint, vatRate: string): bigint {
  const rate = vatPart(vatRate)
  return nearest(div(mul(ratio(amount), rate), add(ratio(1), rate)))
}

/** An amount in smallest units as people read it: `USD 1,000.00`. */
export const inCurrency = (minor: bigint, currency: string) =>
  `${currency} ${yuanText(inFen({ currency: currency as Currency, minor }, ratio(1)))}`

/** Issues an invoice: it has its number and its day from here on. */
export async function issueInvoice(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { number, issuedOn, files, vatReason: told }: z.output<typeof IssueWire>,
): Done<{ id: string }> {
  const { institution } = by
  const invoice = await lockedInvoice(tx, by, id)
  if (!invoice) return refuse('no-such-invoice', {})
  if (invoice.state !== 'draft') return refuse('invoice-not-draft', { state: invoice.state })
  const today = clock.today()
  if (issuedOn > today) return refuse('issued-in-future', { today })
  const signedOn = (await contractFor(tx, institution, invoice.contractId))?.signedOn
  if (signedOn && issuedOn < signedOn) return refuse('issued-before-contract', { on: signedOn })
  const vatReason = told ?? invoice.vatReason
  const arose = await taxArose(tx, institution, id)
  const unlike = unlikeRatesOf(taxPositions(), { ...invoice, vatReason }, issuedOn, arose)
  if (unlike) {
    return refuse('vat-rate-unusual', { on: unlike.on, rates: unlike.rates.join('、') })
  }
  await holdInvoiceNumber(tx, institution, number)
  if (await isNumberUsed(tx, institution, number)) return refuse('invoice-number-used', { number })
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is issued.
  await set(tx, institution, id, {
    state: 'issued',
    ...{ number, issuedOn, vatReason },
    files: JSON.stringify(files),
  })
  await tell(tx, clock, by, invoice.contractId, 'invoiceIssued', {
    ...{ invoice: id, invoiceNumber: number, issuedOn, invoicedFen: invoice.amountFen },
    ...(told !== null && { vatReason: told }),
    files: files.map(({ sha256 }) => sha256),
  })
  await bookClaims(tx, clock, institution, invoice.contractId, issuedOn)
  return accept({ id })
}

/** Makes an invoice void; its receivables can be invoiced again. */
export async function voidInvoice(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { reason, ground }: z.output<typeof VoidWire>,
): Done<{ id: string }> {
  const invoice = await lockedInvoice(tx, by, id)
  if (!invoice) return refuse('no-such-invoice', {})
  if (invoice.state === 'void') return refuse('invoice-void', {})
  const [red] = await redsOf(tx, by.institution, id)
  if (red) return refuse('has-red', { number: red.number ?? '' })
  if (invoice.redOf !== null && (await isInvoicedAgain(tx, by.institution, invoice))) {
    return refuse('red-invoiced-again', {})
  }

  // From here on it is void.
  const voidGround = invoice.number === null ? null : ground
  await set(tx, by.institution, id, { state: 'void', voidReason: reason, voidGround })
  await tell(tx, clock, by, invoice.contractId, 'invoiceVoided', {
    ...{ invoice: id, invoiceNumber: invoice.number, reason },
    ...(voidGround !== null && { voidGround }),
  })
  await bookClaims(tx, clock, by.institution, invoice.contractId)
  return accept({ id })
}

export async function lockedInvoice(tx: Tx, by: Caller, id: string) {
  const read = () =>
    tx
      .selectFrom('invoice')
      .select([
        ...['id', 'contractId', 'state', 'number', 'amountFen', 'issuedOn'],
        ...['redOf', 'buyer', 'vatRate', 'vatReason', 'vatFen'],
      ] as const)
      .where('institutionId', '=', by.institution)
      .where('id', '=', id)
      .executeTakeFirst()
  const found = await read()
  if (!found || !(await contractFor(tx, by.institution, found.contractId))) return undefined
  await lockedContract(tx, by, found.contractId)
  return read()
}

async function set(
  tx: Tx,
  institution: string,
  id: string,
  given: {
    readonly state: 'issued' | 'void'
    readonly number?: string
    readonly issuedOn?: string
    readonly files?: string
    readonly vatReason?: string | null
    readonly voidReason?: string
    readonly voidGround?: VoidGround | null
  },
): Promise<void> {
  await tx
    .updateTable('invoice')
    .set(given)
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}
