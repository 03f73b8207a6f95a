import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { isAfter, pageOf } from '../../platform/keyset.ts'
import { chainOf } from '../../platform/register.ts'
import { referenceOf } from '../payouts/index.ts'
import type {
  SetOffFilterWire,
  SetOffLineWire,
  SetOffOrderWire,
  SetOffPageWire,
  SetOffQueryWire,
} from './set-off.wire.ts'
import { setOffRegister } from './tax.table.ts'

/** A page of what was set off or is to be, newest first. */
export async function listSetOffs(
  tx: Tx,
  institution: string,
  { cursor, limit, ...filter }: SetOffQueryWire,
): Promise<SetOffPageWire> {
  let query = found(tx, institution, filter)
  if (cursor !== undefined) query = query.where(isAfter('taxSetOffOrder', cursor))
  const rows = await query.limit(limit + 1).execute()
  return pageOf(rows, limit, shown)
}

/** Every order a filter finds, for an export. */
export async function* allSetOffs(
  tx: Tx,
  institution: string,
  filter: SetOffFilterWire,
): AsyncGenerator<SetOffLineWire, void> {
  for await (const row of found(tx, institution, filter).stream(500)) yield shown(row)
}

function found(tx: Tx, institution: string, { state }: SetOffFilterWire) {
  let query = withPayment(tx, institution).orderBy('taxSetOffOrder.datedOn', 'desc')
  if (state !== undefined) query = query.where('taxSetOffOrder.state', '=', state)
  return query.orderBy('taxSetOffOrder.id', 'desc')
}

function withPayment(tx: Tx, institution: string) {
  return tx
    .selectFrom('taxSetOffOrder')
    .innerJoin('transferCase', (join) =>
      join
        .onRef('transferCase.institutionId', '=', 'taxSetOffOrder.institutionId')
        .onRef('transferCase.id', '=', 'taxSetOffOrder.caseId'),
    )
    .innerJoin('paymentOrder', (join) =>
      join
        .onRef('paymentOrder.institutionId', '=', 'taxSetOffOrder.institutionId')
        .onRef('paymentOrder.caseId', '=', 'taxSetOffOrder.caseId')
        .onRef('paymentOrder.planSeq', '=', 'taxSetOffOrder.planSeq')
        .onRef('paymentOrder.line', '=', 'taxSetOffOrder.line')
        .onRef('paymentOrder.attempt', '=', 'taxSetOffOrder.attempt'),
    )
    .selectAll('taxSetOffOrder')
    .select(['transferCase.number as caseNumber', 'paymentOrder.name'])
    .where('taxSetOffOrder.institutionId', '=', institution)
}

type Row = Awaited<ReturnType<ReturnType<typeof withPayment>['execute']>>[number]

function shown({ id, caseId, caseNumber, name, month, amountFen, ...row }: Row): SetOffLineWire {
  return {
    ...{ id, caseId, caseNumber, name, month, amountFen },
    reference: referenceOf(row.batchId, row.number),
    ...{ document: row.document, state: row.state, isClaim: row.isClaim, remark: row.remark },
    ...{ madeBy: row.madeBy, madeName: row.madeName, madeOn: row.madeOn },
    ...{ decidedName: row.decidedName, decidedOn: row.decidedOn },
    ...{ reversedName: row.reversedName, reversedOn: row.reversedOn, reversedFor: row.reversedFor },
  }
}

/** What stands in the row of one, with the payee. */
export function storedSetOff(tx: Tx, institution: string, id: string) {
  return withPayment(tx, institution).where('taxSetOffOrder.id', '=', id).executeTakeFirst()
}

export type StoredSetOff = NonNullable<Awaited<ReturnType<typeof storedSetOff>>>

/** One as it is shown. */
export async function setOffOf(
  tx: Tx,
  institution: string,
  id: string,
): Promise<SetOffOrderWire | undefined> {
  const row = await storedSetOff(tx, institution, id)
  if (!row) return undefined
  const { seq } = await headOf(tx, { institution, name: chainOf(setOffRegister, id) })
  return { ...shown(row), seq }
}

/** Whether the payment of an order is paid, and the bank said nothing of it since. */
export async function isStillPaid(
  tx: Tx,
  institution: string,
  { caseId, planSeq, line, attempt }: StoredSetOff,
): Promise<boolean> {
  const { rows } = await sql`
    select from payment_order where institution_id = ${institution} and case_id = ${caseId}
      and plan_seq = ${planSeq} and line = ${line} and attempt = ${attempt}
      and state = 'paid' and told is null
  `.execute(tx)
  return rows.length > 0
}
