import { type Day, groupBy, lastDayKnown, mul, parseRatio, ratio } from '@yizhuan/kit'
import {
  type Chart,
  type Claim,
  type MoneyEvent,
  nearest,
  type PaidPart,
  recognisedOn,
} from '@yizhuan/money'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import '../proceeds/index.ts'
import './receivables.table.ts'
import { type ReceivableRow, receivablesOf } from './terms.queries.ts'
import { taxesOf } from './vat.queries.ts'
import type { ClaimTax } from './vat-booking.ts'

/** The contract whose claims are booked. */
export function contractToBook(tx: Tx, institution: string, id: string) {
  return tx
    .selectFrom('contract')
    .select(['id', 'kind', 'number', 'title', 'caseId', 'others', 'claimOfCompany'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .executeTakeFirst()
}

export type BookedContract = NonNullable<Awaited<ReturnType<typeof contractToBook>>>

/** A receivable with the claim it comes to on a day. */
export interface ToBook {
  readonly id: string
  readonly label: string
  readonly bookedFen: string
  readonly claim: Claim
  /** Of the invoices that this house issued for it. */
  readonly tax: ClaimTax
}

/**
 * The claims of a contract as everything recorded of them says; of one that the platform company signed none
 * is of this house.
 */
export async function claimsOf(
  tx: Tx,
  institution: string,
  { id, others, claimOfCompany }: BookedContract,
  { claims: rules }: Chart,
  today: Day,
): Promise<readonly ToBook[]> {
  const rows = await receivablesOf(tx, institution, id)
  const paid = await paidPartsOf(tx, institution, id)
  const off = await writeOffsOf(tx, institution, id)
  const invoiced = await invoicedOn(tx, institution, id)
  const taxes = await taxesOf(tx, institution, id)
  const shares = others.map(({ holder, share }) => ({ holder, share: parseRatio(share) }))
  return rows.map((row) => {
    const days = { due: row.dueOn, invoiced: fullyInvoiced(row, invoiced.get(row.id) ?? []) }
    const isClaim = !claimOfCompany && !row.isCancelled && row.minor !== null
    return {
      ...{ id: row.id, label: row.label, bookedFen: row.bookedFen },
      claim: {
        open: BigInt(row.openMinor),
        worth: worthOf(row),
        recognisedOn: isClaim ? recognisedOn(rules, days, today) : null,
        paid: paid.get(row.id) ?? [],
        writtenOff: off.get(row.id) ?? [],
        others: shares,
      },
      tax: (claimOfCompany ? undefined : taxes.get(row.id)) ?? { parts: [], invoiced: 0n },
    }
  })
}

const worthOf = ({ planN, planD }: ReceivableRow) => ratio(BigInt(planN), BigInt(planD))

/** The day from which on invoices that stand ask for all of it; what a red-letter one takes back counts no more. */
function fullyInvoiced(
  row: ReceivableRow,
  lines: readonly {
    readonly issuedOn: string | null
    readonly fen: string
    readonly minor: string | null
  }[],
): string | null {
  // In yuan at the rate of its day an invoice may be more or less than the rate of the terms: what counts of a
  // foreign one is what it asks for in that currency.
  const isForeign = row.currency !== 'CNY'
  const minor = BigInt(row.minor ?? '0')
  const whole = isForeign ? minor : nearest(mul(ratio(minor), worthOf(row)))
  let sum = 0n
  let since: string | null = null
  for (const { issuedOn, fen, ...line } of lines) {
    sum += isForeign ? BigInt(line.minor ?? minor) : BigInt(fen)
    since = sum >= whole ? (since ?? issuedOn) : null
  }
  return since
}

async function paidPartsOf(tx: Tx, institution: string, contract: string) {
  const rows = await tx
    .selectFrom('receivableMatch as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .innerJoin('receipt', (join) =>
      join
        .onRef('receipt.institutionId', '=', 'one.institutionId')
        .onRef('receipt.id', '=', 'one.receiptId'),
    )
    .select(['one.id', 'one.receivableId', 'one.minor', 'one.fen', 'one.receiptId'])
    .select('receipt.receivedOn')
    .where('one.institutionId', '=', institution)
    .where('receivable.contractId', '=', contract)
    .execute()
  const parts = rows.map(
    ({ id: match, receivableId, receiptId: receipt, minor, fen, receivedOn }) => {
      // A receipt of which no day is known came before anything was owed.
      const on = receivedOn === null ? '' : lastDayKnown(receivedOn)
      return { receivableId, minor: BigInt(minor), fen: BigInt(fen), on, receipt, match }
    },
  )
  return groupBy(parts, ({ receivableId }) => receivableId) as ReadonlyMap<
    string,
    readonly PaidPart[]
  >
}

async function writeOffsOf(tx: Tx, institution: string, contract: string) {
  const rows = await tx
    .selectFrom('receivableWriteOff as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .select(['one.receivableId', 'one.minor', 'one.writtenOn'])
    .where('one.institutionId', '=', institution)
    .where('receivable.contractId', '=', contract)
    .execute()
  const parts = rows.map(({ receivableId, minor, writtenOn }) => {
    return { receivableId, minor: BigInt(minor), on: writtenOn }
  })
  return groupBy(parts, ({ receivableId }) => receivableId)
}

/** What invoices that were issued and stand ask for of each receivable, the first first. */
async function invoicedOn(tx: Tx, institution: string, contract: string) {
  const rows = await tx
    .selectFrom('invoiceLine')
    .innerJoin('invoice', (join) =>
      join
        .onRef('invoice.institutionId', '=', 'invoiceLine.institutionId')
        .onRef('invoice.id', '=', 'invoiceLine.invoiceId'),
    )
    .select(['invoiceLine.receivableId', 'invoiceLine.fen', 'invoice.issuedOn'])
    .select('invoiceLine.minor')
    .where('invoice.institutionId', '=', institution)
    .where('invoice.contractId', '=', contract)
    .where('invoice.state', '=', 'issued')
    .orderBy('invoice.issuedOn')
    .orderBy('invoice.id')
    .execute()
  return groupBy(rows, ({ receivableId }) => receivableId)
}

/**
 * The contracts that have a claim which is due by a day and not as it should be in the books, one there that is the
 * platform company's, or invoices whose tax is not there.
 */
export async function contractsToBook(
  tx: Tx,
  institution: string,
  today: Day,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('receivable')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receivable.institutionId')
        .onRef('contract.id', '=', 'receivable.contractId'),
    )
    .select('receivable.contractId')
    .distinct()
    .where('receivable.institutionId', '=', institution)
    .where(({ and, or, eb }) =>
      or([
        and([
          eb('contract.claimOfCompany', '=', false),
          eb('receivable.openMinor', '>', '0'),
          eb('receivable.dueOn', '<=', today),
          eb('receivable.openFen', '<>', eb.ref('receivable.bookedFen')),
        ]),
        and([eb('contract.claimOfCompany', '=', true), eb('receivable.bookedFen', '>', '0')]),
        taxIsLacking,
      ]),
    )
    .orderBy('receivable.contractId')
    .execute()
  return rows.map(({ contractId }) => contractId)
}

/** Whether the tax of the invoices of a contract is not what its receivables have in the books. */
const taxIsLacking = sql<boolean>`(select coalesce(sum(vat_fen), 0) from invoice
    where invoice.institution_id = contract.institution_id and invoice.contract_id = contract.id
      and invoice.state = 'issued' and not contract.claim_of_company)
  <> (select sum(booked_vat_fen) from receivable as each
    where each.institution_id = contract.institution_id and each.contract_id = contract.id)`

/** What was booked of some receivables, step by step; of a whole institution where none is named. */
export async function bookingsOf(tx: Tx, institution: string, receivables?: readonly string[]) {
  let query = tx
    .selectFrom('receivableBooking as one')
    .innerJoin('receivable', (join) =>
      join
        .onRef('receivable.institutionId', '=', 'one.institutionId')
        .onRef('receivable.id', '=', 'one.receivableId'),
    )
    .select(['one.receivableId', 'one.seq', 'one.events', 'receivable.contractId'])
    .select('receivable.label')
    .where('one.institutionId', '=', institution)
  if (receivables !== undefined) {
    query = query.where('one.receivableId', '=', sql<string>`any(${[...receivables]}::uuid[])`)
  }
  const rows = await query.orderBy('one.receivableId').orderBy('one.seq').execute()
  return rows.map(({ events, ...row }) => ({ ...row, events: events.map(readEvent) }))
}

/** An event of money as it is kept: amounts as digits. */
export interface WrittenEvent {
  readonly kind: MoneyEvent['kind']
  readonly on: string
  readonly parts: Readonly<
    Record<string, readonly { readonly fen: string; readonly person?: string }[]>
  >
}

const readEvent = ({ kind, on, parts }: WrittenEvent): MoneyEvent => ({
  ...{ kind, on },
  parts: Object.fromEntries(
    Object.entries(parts).map(([name, amounts]) => [
      name,
      amounts.map(({ fen, ...whose }) => ({ fen: BigInt(fen), ...whose })),
    ]),
  ),
})
