import { InputError } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isId } from '../../platform/ids.ts'
import { type HandTax, handTaxPosting } from '../cases/index.ts'
import type { Posting } from '../journal/index.ts'
import type {
  HandPaymentFilterWire,
  HandPaymentQueryWire,
  HandPaymentsWire,
  HandPaymentWire,
} from './hand-tax.wire.ts'

/** A page of payments without a batch, the newest first, and of how many of all nobody has said the tax. */
export async function handPaymentPage(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: HandPaymentQueryWire,
): Promise<HandPaymentsWire> {
  const after = cursor === undefined ? sql`true` : comesAfter(institution, cursor)
  const where = foundBy(institution, filter)
  const [page, unknown] = await Promise.all([
    sql<HandPaymentWire>`
      select ${columns} from hand_payment as one where ${where} and ${after}
      order by ${order} limit ${limit + 1}`.execute(tx),
    sql<{ count: number }>`
      select count(*)::int as count from hand_payment as one where ${where} and ${unsaid}`.execute(
      tx,
    ),
  ])
  const items = page.rows.slice(0, limit)
  const last = items.at(-1)
  return {
    ...{ items, unknown: unknown.rows[0]?.count ?? 0 },
    ...(page.rows.length > limit && last && { nextCursor: last.id }),
  }
}

/** Every payment without a batch that a filter finds, for an export. */
export async function handPayments(
  tx: Tx,
  institution: string,
  filter: HandPaymentFilterWire,
): Promise<readonly HandPaymentWire[]> {
  const { rows } = await sql<HandPaymentWire>`
    select ${columns} from hand_payment as one where ${foundBy(institution, filter)}
    order by ${order}`.execute(tx)
  return rows
}

/** What follows the payment that ended a page, in the order of the list. */
function comesAfter(institution: string, cursor: string) {
  if (!isId(cursor)) {
    throw new InputError('cursor', 'cursor', {
      zh: '翻页标记无效，请从第一页重新打开。',
      en: 'This page marker is not valid; begin again with the first page.',
    })
  }
  return sql`exists (select from hand_payment as last
    where last.institution_id = ${institution} and last.id = ${cursor}::uuid
      and (one.paid_on < last.paid_on or one.paid_on = last.paid_on
        and (one.title, one.line, one.id) > (last.title, last.line, last.id)))`
}

const order = sql`paid_on desc, title, line, id`
const columns = sql`id, source, record_id, title, name, paid_on, amount_fen, back_fen, withheld_fen, proof`
const unsaid = sql`withheld_fen is null and back_fen < amount_fen`

function foundBy(institution: string, { month, unknown }: HandPaymentFilterWire) {
  const isOf = month
    ? sql`paid_on >= ${`${month}-01`}::date and paid_on < ${`${month}-01`}::date + interval '1 month'`
    : sql`true`
  const isAsked = unknown === 'true' ? unsaid : sql`true`
  return sql`one.institution_id = ${institution} and ${isOf} and ${isAsked}`
}

/** A payment without a batch, held until the transaction ends. */
export async function lockedHandPayment(tx: Tx, institution: string, id: string) {
  return await tx
    .selectFrom('handPayment')
    .select(['id', 'source', 'recordId', 'caseId', 'seq', 'line', 'title', 'name', 'paidOn'])
    .select(['amountFen', 'backFen', 'withheldFen', 'postings'])
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Everything that was said of their tax, as far as it moves money: what the journal is made of anew. */
export async function handTaxMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const { rows } = await sql<HandTax>`
    select one.id, one.source, one.record_id, one.case_id, one.title, one.name, said.posting,
      said.from_fen, said.to_fen, said.on_day as "on", said.document
    from hand_payment_tax as said
    join hand_payment as one on one.institution_id = said.institution_id
      and one.id = said.payment_id
    where said.institution_id = ${institution}
    order by said.payment_id, said.posting
  `.execute(tx)
  return rows.map(handTaxPosting)
}
