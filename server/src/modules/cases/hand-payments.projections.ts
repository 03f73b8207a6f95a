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
import { caseDesk } from './case.desk.ts'
import { entriesOf } from './case.queries.ts'
import './case.table.ts'
import { handPaidIn, servicePaid, transferPaid } from './hand-payments.ts'
import { type Entry, replayed, toEntries, transferIn } from './procedure.ts'

/** A payment without a batch, as its register keeps it. */
export interface HandPayment {
  readonly source: 'case' | 'grant_bonus'
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

/** Notes that money came back: of the latest payments to a person first. */
export async function noteHandReturn(
  tx: Tx,
  back: {
    readonly institution: string
    readonly record: string
    readonly name: string
    readonly amountFen: string
    readonly on: string
  },
): Promise<void> {
  const rows = await tx
    .selectFrom('handPayment')
    .select(['id', 'amountFen', 'backFen'])
    .where('institutionId', '=', back.institution)
    .where('recordId', '=', back.record)
    .where('name', '=', back.name)
    .orderBy('seq', 'desc')
    .orderBy('line')
    .forUpdate()
    .execute()
  let left = BigInt(back.amountFen)
  for (const { id, amountFen, backFen } of rows) {
    const open = BigInt(amountFen) - BigInt(backFen)
    const part = open < left ? open : left
    if (part <= 0n) continue
    left -= part
    await tx
      .updateTable('handPayment')
      .set({ backFen: `${BigInt(backFen) + part}`, backOn: back.on })
      .where('institutionId', '=', back.institution)
      .where('id', '=', id)
      .execute()
  }
}

/** What acts of cases paid by hand, or what came back of that. */
export async function projectHandPayments(
  tx: Tx,
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
    const { type, data, on } = entry
    const isByHand = type === 'paymentReturned' && data['reference'] === undefined
    if (!isByHand || data['award'] === 'equity') continue
    const [name, amountFen] = [`${data['name']}`, `${data['amount']}`]
    await noteHandReturn(tx, { institution, record: entry.case, name, amountFen, on })
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

/** What acts recorded before there was a place for it. Run again, it writes nothing twice. */
export async function fillHandPayments(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const { rows } = await sql<{ readonly id: string }>`
    select distinct case_id as id from act
    where institution_id = ${institution} and type = any(${types}::text[])
      and not exists (select from hand_payment as one where one.institution_id = ${institution}
        and one.case_id = act.case_id)
    order by case_id`.execute(tx)
  for (const { id } of rows) {
    const entries = toEntries(await entriesOf(tx, institution, id))
    const desk = await caseDesk(tx, clock, institution, id)
    for (const [at, entry] of entries.entries()) {
      if (!types.includes(entry.type)) continue
      const after = replayed(desk, entries.slice(0, at + 1), clock.today())
      const state = transferIn(after) ?? (after.state as ActsState)
      await projectHandPayments(tx, institution, [{ entry, state }])
    }
  }
}
