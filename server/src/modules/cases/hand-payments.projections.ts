import {
  type ActsState,
  type CaseState,
  type RewardPlan,
  rewardAccounts,
} from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Author } from '../../platform/register.ts'
import { post } from '../journal/index.ts'
import { caseDesk } from './case.desk.ts'
import { entriesOf } from './case.queries.ts'
import './case.table.ts'
import { handPaidIn, servicePaid, transferPaid } from './hand-payments.ts'
import { holdHandTax } from './hand-return.queries.ts'
import { partsOfReturn } from './hand-return.ts'
import { handTaxPosting } from './hand-tax.ts'
import { type Entry, replayed, toEntries, transferIn } from './procedure.ts'

/** A payment without a batch, as its register keeps it. */
export interface HandPayment {
  readonly source: 'case' | 'grant_bonus' | 'staff_award'
  readonly record: string
  readonly caseId: string | null
  readonly seq: number
  readonly line: number
  readonly title: string
  readonly name: string
  readonly person: string | null
  readonly amountFen: string
  readonly paidOn: string
  readonly proof: string
}

/** Writes payments without a batch; what stands already stays as it is. */
export async function noteHandPayments(
  tx: Tx,
  institution: string,
  payments: readonly HandPayment[],
): Promise<void> {
  if (payments.length === 0) return
  await tx
    .insertInto('handPayment')
    .values(
      payments.map(({ record, person, ...one }) => ({
        ...{ institutionId: institution, id: newId(), recordId: record, personId: person },
        ...one,
      })),
    )
    .onConflict((where) => where.doNothing())
    .execute()
}

/** Notes of bonuses, whose shares bear names only, who that is: where one person of the house is called so. */
export async function nameHandPayments(tx: Tx, institution: string, record: string): Promise<void> {
  await sql`
    update hand_payment as one set person_id = (
      select (array_agg(person.id))[1] from person
      where person.institution_id = ${institution} and person.name = one.name
      having count(*) = 1)
    where one.institution_id = ${institution} and one.record_id = ${record}
      and one.person_id is null`.execute(tx)
}

/** Money that came back of what somebody was paid by hand, and who says so. */
interface HandReturn {
  readonly institution: string
  readonly record: string
  readonly name: string
  readonly amountFen: string
  readonly on: string
  readonly proof: string
  readonly by: { readonly person: string; readonly name: string }
  /** The act of a case: what was paid after it did not come back by it. */
  readonly before?: number
  /** The payment itself, where it is known: namesakes are paid by one record. */
  readonly payment?: { readonly seq: number; readonly line: number }
}

/** Notes that money came back: of the latest payments to a person first. */
export async function noteHandReturn(tx: Tx, clock: Clock, back: HandReturn): Promise<void> {
  const { before, payment } = back
  let query = handPaymentsIn(tx, back)
  if (before !== undefined) query = query.where('seq', '<', before)
  if (payment) query = query.where('seq', '=', payment.seq).where('line', '=', payment.line)
  const rows = await query.execute()
  for (const { of: one, open, part } of partsOfReturn(rows, BigInt(back.amountFen))) {
    await insertReturn(tx, back, one, part)
    await tx
      .updateTable('handPayment')
      .set({ backFen: `${BigInt(one.backFen) + part}` })
      .where('institutionId', '=', back.institution)
      .where('id', '=', one.id)
      .execute()
    if (part === open) await takeTaxBack(tx, clock, back, one)
  }
}

/** Each return is a line of its own: the last one says nothing of those before it. */
async function insertReturn(tx: Tx, back: HandReturn, one: Row, part: bigint): Promise<void> {
  const { institution, on, proof, before } = back
  const of = { institutionId: institution, paymentId: one.id, caseId: one.caseId }
  const { nth } = await tx
    .selectFrom('handPaymentReturn')
    .select(sql<number>`coalesce(max(nth), 0) + 1`.as('nth'))
    .where('institutionId', '=', institution)
    .where('paymentId', '=', one.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('handPaymentReturn')
    .values({ ...of, nth, seq: before ?? null, amountFen: `${part}`, onDay: on, proof })
    .execute()
}

const handPaymentsIn = (tx: Tx, { institution, record, name }: HandReturn) =>
  tx
    .selectFrom('handPayment')
    .select(['id', 'source', 'recordId', 'caseId', 'title', 'name'])
    .select(['amountFen', 'backFen', 'withheldFen', 'postings'])
    .where('institutionId', '=', institution)
    .where('recordId', '=', record)
    .where('name', '=', name)
    .orderBy('seq', 'desc')
    .orderBy('line')
    .forUpdate()

type Row = Awaited<ReturnType<ReturnType<typeof handPaymentsIn>['execute']>>[number]

type Taxed = Omit<Row, 'amountFen' | 'backFen'>

/** The tax of what came back whole is owed to nobody: whatever is paid instead has a tax of its own. */
async function takeTaxBack(
  tx: Tx,
  clock: Clock,
  { institution, on, proof, by }: HandReturn,
  one: Row,
): Promise<void> {
  const { withheldFen: fromFen } = one
  if (fromFen === null || BigInt(fromFen) === 0n) return
  const said = { toFen: '0', on, document: proof.slice(0, 200) }
  await writeHandTax(tx, clock, { institution, ...by }, one, said)
}

/** What was said of the tax of a payment: a line of its own, what stands now, and the difference in the books. */
export async function writeHandTax(
  tx: Tx,
  clock: Clock,
  by: Author,
  one: Taxed,
  {
    toFen,
    on,
    document,
  }: { readonly toFen: string; readonly on: string; readonly document: string },
): Promise<void> {
  const { institution } = by
  const { id, caseId, withheldFen: fromFen } = one
  const posting = one.postings + 1
  await tx
    .insertInto('handPaymentTax')
    .values({
      ...{ institutionId: institution, paymentId: id, caseId, posting, fromFen, toFen },
      ...{ onDay: on, document, madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await tx
    .updateTable('handPayment')
    .set({ withheldFen: toFen, postings: posting })
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
  // That nothing was withheld moves nothing.
  if (BigInt(fromFen ?? 0) === BigInt(toFen)) return
  const said = { ...one, posting, fromFen, toFen, on, document }
  await post(tx, clock, institution, [handTaxPosting(said)])
}

/** Says of payments just written what their batch withheld from them. */
export async function sayHandTaxes(
  tx: Tx,
  clock: Clock,
  by: Author,
  { record, turns, document }: SaidByBatch,
): Promise<void> {
  await holdHandTax(tx, by.institution)
  for (const { place, turn, withheldFen: toFen, on } of turns) {
    if (toFen === null) continue
    const one = await tx
      .selectFrom('handPayment')
      .select(['id', 'source', 'recordId', 'caseId', 'title', 'name', 'withheldFen', 'postings'])
      .where('institutionId', '=', by.institution)
      .where('recordId', '=', record)
      .where('seq', '=', turn)
      .where('line', '=', place)
      .forUpdate()
      .executeTakeFirstOrThrow()
    await writeHandTax(tx, clock, by, one, { toFen, on, document })
  }
}

interface SaidByBatch {
  readonly record: string
  readonly turns: readonly {
    readonly place: number
    readonly turn: number
    readonly on: string
    readonly withheldFen: string | null
  }[]
  readonly document: string
}

/** What acts of cases paid by hand, or what came back of that. */
export async function projectHandPayments(
  tx: Tx,
  clock: Clock,
  institution: string,
  told: readonly { readonly entry: Entry; readonly state: ActsState | CaseState }[],
): Promise<void> {
  const paid = told.flatMap(({ entry, state }) =>
    handPaidIn(entry, paidIn(state)).map((one) => ({ entry, one })),
  )
  // Payments of a batch, which come by the thousand, ask for nothing here.
  const titles = await titlesOf(tx, institution, paid)
  const payments = paid.map(
    ({ entry, one }): HandPayment => ({
      ...{ ...one, source: 'case', record: entry.case, caseId: entry.case, seq: entry.seq },
      ...{ title: titles.get(entry.case) ?? entry.case, paidOn: entry.on },
      proof: `${entry.data['proof']}`,
    }),
  )
  await noteHandPayments(tx, institution, payments)
  for (const { entry } of told) {
    const { type, data, on, seq: before, by } = entry
    const isByHand = type === 'paymentReturned' && data['reference'] === undefined
    if (!isByHand || data['award'] === 'equity') continue
    const [name, amountFen] = [`${data['name']}`, `${data['amount']}`]
    const back = { name, amountFen, on, proof: `${data['proof']}`, by, before }
    await noteHandReturn(tx, clock, { institution, record: entry.case, ...back })
  }
}

async function titlesOf(
  tx: Tx,
  institution: string,
  told: readonly { readonly entry: Entry }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(told.map(({ entry }) => entry.case))]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('transferCase')
    .select(['id', 'title'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

const isTransfer = (state: ActsState | CaseState): state is CaseState => 'distributions' in state

function paidIn(state: ActsState | CaseState) {
  if (isTransfer(state)) return transferPaid(state)
  const plans = (state.acts['rewardPlanned'] ?? []).map(({ data }) => data as unknown as RewardPlan)
  return servicePaid(rewardAccounts(state), plans)
}

const types = ['paid', 'rewardPaid', 'paymentRepeated', 'fallenPlanTakenIn', 'paymentReturned']

/**
 * What acts recorded before there was a place for it. Run again, it writes nothing twice; a payment that was recorded
 * since does not hide those before it.
 */
export async function fillHandPayments(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const { rows } = await sql<{ readonly id: string }>`
    select distinct case_id as id from act
    where institution_id = ${institution} and type = any(${types}::text[])
      and entry->'data'->>'orderedAt' is null and entry->'data'->>'reference' is null
    order by case_id`.execute(tx)
  for (const { id } of rows) {
    // What came back is told anew, of the payments that stood by then.
    await tx
      .deleteFrom('handPaymentReturn')
      .where('institutionId', '=', institution)
      .where('caseId', '=', id)
      .execute()
    await tx
      .updateTable('handPayment')
      .set({ backFen: '0' })
      .where('institutionId', '=', institution)
      .where('caseId', '=', id)
      .execute()
    const entries = toEntries(await entriesOf(tx, institution, id))
    const desk = await caseDesk(tx, clock, institution, id)
    for (const [at, entry] of entries.entries()) {
      if (!types.includes(entry.type)) continue
      const after = replayed(desk, entries.slice(0, at + 1), clock.today())
      const state = transferIn(after) ?? (after.state as ActsState)
      await projectHandPayments(tx, clock, institution, [{ entry, state }])
    }
  }
}
