import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { sumKnown, unknownIn } from '../../platform/totals.ts'
import '../contracts/index.ts'
import '../proceeds/index.ts'
import './receivables.table.ts'
import { isLinked, refundablesOf, waitingRefunds } from './refund.queries.ts'
import { type Candidate, contractsFor, receiptsFor, type Suggestion } from './waiting.ts'
import type { WaitingLineWire, WaitingPageWire, WaitingQueryWire } from './waiting.wire.ts'

const used = sql`coalesce((select money.matched_fen + money.refunded_fen from receipt_money as money
  where money.institution_id = receipt.institution_id and money.receipt_id = receipt.id), 0)`

/**
 * A receipt without its contract, a refund without its receipt, or a receipt that paid nothing yet while something of
 * its contract is open. What is left of one that paid something waits for what is due: until then it is an advance.
 */
const waitsOn = (today: string): RawBuilder<boolean> => sql<boolean>`(receipt.contract_id is null
  and receipt.case_id is null and receipt.amount_fen is distinct from 0
  or receipt.contract_id is not null and receipt.amount_fen < 0 and not ${isLinked}
  or receipt.contract_id is not null and receipt.amount_fen > ${used} and exists (
    select from receivable where receivable.institution_id = receipt.institution_id
      and receivable.contract_id = receipt.contract_id and receivable.open_minor > 0
      and (${used} = 0 or receivable.dated_on <= ${today})))`

/** A page of what waits, the newest first; the first page says how many there are in all. */
export async function listWaiting(
  tx: Tx,
  institution: string,
  { cursor, limit }: WaitingQueryWire,
  today: string,
): Promise<WaitingPageWire> {
  let query = ordered(tx, institution, today)
  if (cursor !== undefined) query = query.where(isAfter('receipt', cursor))
  const rows = await query.limit(limit + 1).execute()
  const lines = await suggested(tx, institution, rows.slice(0, limit))
  const page = pageOf(rows, limit, ({ id }) => lines.get(id) as WaitingLineWire)
  return cursor === undefined ? { ...page, totals: await howMany(tx, institution, today) } : page
}

/** Everything that waits, for an export. */
export async function allWaiting(
  tx: Tx,
  institution: string,
  today: string,
): Promise<readonly WaitingLineWire[]> {
  const lines = await suggested(tx, institution, await ordered(tx, institution, today).execute())
  return [...lines.values()]
}

/** What one receipt or refund may belong to. */
export async function suggestionsFor(
  tx: Tx,
  institution: string,
  { id, today }: { readonly id: string; readonly today: string },
): Promise<readonly Suggestion[]> {
  const rows = await ordered(tx, institution, today).where('receipt.id', '=', id).execute()
  return (await suggested(tx, institution, rows)).get(id)?.suggestions ?? []
}

async function howMany(tx: Tx, institution: string, today: string) {
  return await tx
    .selectFrom('receipt')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sumKnown('receipt.amountFen').as('amountFen'),
      unknownIn({ amountFen: 'receipt.amountFen' }).as('unknown'),
    ])
    .where('institutionId', '=', institution)
    .where(waitsOn(today))
    .executeTakeFirstOrThrow()
}

function ordered(tx: Tx, institution: string, today: string) {
  return tx
    .selectFrom('receipt')
    .leftJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receipt.institutionId')
        .onRef('contract.id', '=', 'receipt.contractId'),
    )
    .select(['receipt.id', 'receipt.contractId', 'receipt.receivedOn', 'receipt.amountFen'])
    .select(['receipt.voucher', 'receipt.contractNumber', 'receipt.datedOn'])
    .select(['contract.number as ofNumber', 'contract.title as contractTitle'])
    .select(sql<string | null>`coalesce(receipt.payer, contract.counterparty)`.as('payer'))
    .where('receipt.institutionId', '=', institution)
    .where(waitsOn(today))
    .orderBy('receipt.datedOn', 'desc')
    .orderBy('receipt.id', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof ordered>['execute']>>[number]

async function suggested(
  tx: Tx,
  institution: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, WaitingLineWire>> {
  const gaveBack = rows.filter((row) => kindOf(row) === 'refund')
  const contracts = [...new Set(gaveBack.flatMap(({ contractId }) => contractId ?? []))]
  const strays = rows.filter(({ contractId }) => contractId === null)
  const [refunds, receipts, candidates] = await Promise.all([
    waitingRefunds(tx, institution, contracts),
    refundablesOf(tx, institution, contracts),
    candidatesFor(tx, institution, strays),
  ])
  const suggestionsOf = (row: Row): readonly Suggestion[] => {
    const refund = refunds.find(({ id }) => id === row.id)
    if (refund) return receiptsFor(refund, receipts)
    return row.contractId === null ? contractsFor(row, candidates) : []
  }
  return new Map(
    rows.map((row) => {
      const { datedOn: _place, ofNumber, contractNumber, ...line } = row
      const kind = kindOf(row)
      const suggestions = suggestionsOf(row).slice(0, MOST)
      return [
        row.id,
        {
          ...{ ...line, kind, contractNumber: ofNumber ?? contractNumber },
          suggestions: suggestions.map((one) => ({ ...one, bases: [...one.bases] })),
        },
      ]
    }),
  )
}

function kindOf({ contractId, amountFen }: Row): WaitingLineWire['kind'] {
  if (contractId === null) return 'receipt'
  return BigInt(amountFen ?? 0) < 0n ? 'refund' : 'open'
}

/** More than these nobody looks through. */
const MOST = 10

/** The contracts that share a number or a party with receipts; the income of a case is an act of it. */
async function candidatesFor(
  tx: Tx,
  institution: string,
  strays: readonly Row[],
): Promise<readonly Candidate[]> {
  const said = (texts: readonly (string | null)[]) => [
    ...new Set(texts.flatMap((one) => one ?? [])),
  ]
  const numbers = said(strays.map(({ contractNumber }) => contractNumber))
  const payers = said(strays.map(({ payer }) => payer))
  if (numbers.length + payers.length === 0) return []
  const plain = (column: string) => sql`
    regexp_replace(normalize(${sql.ref(column)}, nfkc), '[\\s()〔〕\\[\\]\\-—_./·]', '', 'g')`
  const given = (texts: readonly string[]) => sql`(
    select regexp_replace(normalize(one, nfkc), '[\\s()〔〕\\[\\]\\-—_./·]', '', 'g')
    from unnest(${[...texts]}::text[]) as one)`
  return await tx
    .selectFrom('contract')
    .select(['contract.id', 'contract.number', 'contract.title', 'contract.counterparty'])
    .select(
      sql<string[]>`coalesce((select array_agg(open_fen::text) from receivable
        where receivable.institution_id = contract.institution_id
          and receivable.contract_id = contract.id and open_fen > 0), '{}')`.as('owed'),
    )
    .where('contract.institutionId', '=', institution)
    .where('contract.caseId', 'is', null)
    .where(
      sql<boolean>`(${plain('contract.number')} in ${given(numbers)}
        or ${plain('contract.counterparty')} in ${given(payers)})`,
    )
    .execute()
}
