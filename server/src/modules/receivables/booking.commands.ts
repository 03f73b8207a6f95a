import type { Day } from '@yizhuan/kit'
import { addDays } from '@yizhuan/kit'
import { bookedOf, chartOn, type MoneyEvent, type PaidPart } from '@yizhuan/money'
import { sql } from 'kysely'
import { type Clock, startOf } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { addJobs } from '../../platform/jobs.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { type Posting, post } from '../journal/index.ts'
import { chartsOfAccounts } from '../policies/index.ts'
import {
  type BookedContract,
  bookingsOf,
  claimsOf,
  contractsToBook,
  contractToBook,
  type WrittenEvent,
} from './booking.queries.ts'
import { bookingOf, clearingOf, type MovedDay, negated } from './booking.ts'
import { letGo } from './suspense.commands.ts'
import { taxBookingOf, taxOf } from './vat-booking.ts'

/**
 * Brings the books into line with what is recorded of a contract's receivables, in the transaction of what
 * happened to them. Whoever calls it holds the contract. @param on  the day it happened; today unless told.
 */
export async function bookClaims(
  tx: Tx,
  clock: Clock,
  institution: string,
  id: string,
  on: string = clock.today(),
): Promise<void> {
  const contract = await contractToBook(tx, institution, id)
  if (!contract) return
  const today = clock.today() as Day
  const claims = await claimsOf(
    tx,
    institution,
    contract,
    chartOn(chartsOfAccounts(), today),
    today,
  )
  const ids = claims.map((one) => one.id)
  const steps = await bookingsOf(tx, institution, ids)
  const isService = contract.kind !== 'transfer'
  const postings: Posting[] = []
  for (const one of claims) {
    const before = steps.filter(({ receivableId }) => receivableId === one.id)
    const booked = before.flatMap(({ events }) => events)
    const events = [
      ...bookingOf(one.claim, booked, { on, isService }),
      ...taxBookingOf(one.claim, one.tax, booked, { on, isService }),
    ]
    if (events.length === 0) continue
    const { standing } = bookedOf(one.claim)
    await tx
      .updateTable('receivable')
      .set({ bookedFen: `${standing}`, bookedVatFen: `${taxOf(one.tax)}` })
      .where('institutionId', '=', institution)
      .where('id', '=', one.id)
      .execute()
    let seq = before.at(-1)?.seq ?? 0
    for (const step of inSteps(events)) {
      seq += 1
      await keep(tx, clock, institution, { receivable: one.id, seq, events: step })
      postings.push(...postingsOf(contract, { ...one, seq, events: step }))
    }
  }
  await post(tx, clock, institution, postings)
  await letGo(tx, clock, institution, on)
}

/** Events in steps that have one of each kind: what the journal keeps them apart by. */
function inSteps(events: readonly MoneyEvent[]): readonly (readonly MoneyEvent[])[] {
  const steps: MoneyEvent[][] = []
  for (const event of events) {
    const step = steps.find((one) => one.every(({ kind }) => kind !== event.kind))
    if (step) step.push(event)
    else steps.push([event])
  }
  return steps
}

/**
 * A receipt came on another day than was said: what it had cleared when that was corrected was cleared on the true
 * day; what is matched since was booked on it. Whoever calls it holds the contract.
 */
export async function moveClearing(
  tx: Tx,
  clock: Clock,
  institution: string,
  id: string,
  { receipt, from, to, matches }: MovedDay,
): Promise<void> {
  // What a claim is recognised for may depend on the day: that is brought into line first.
  await bookClaims(tx, clock, institution, id, to === '' ? clock.today() : to)
  const contract = await contractToBook(tx, institution, id)
  if (!contract) return
  const today = clock.today() as Day
  const chart = chartOn(chartsOfAccounts(), today)
  const claims = await claimsOf(tx, institution, contract, chart, today)
  const isMoved = ({ receipt: of, match }: PaidPart) =>
    of === receipt && (matches === undefined || matches.includes(match ?? ''))
  const postings: Posting[] = []
  for (const one of claims) {
    const moved = clearingOf(one.claim, isMoved, contract.kind !== 'transfer')
    const first = one.claim.recognisedOn
    if (first === null || from < first || to < first || Object.keys(moved).length === 0) continue
    const before = await bookingsOf(tx, institution, [one.id])
    const seq = (before.at(-1)?.seq ?? 0) + 1
    const steps = [
      { seq, events: [{ kind: 'receivableCleared' as const, on: from, parts: negated(moved) }] },
      { seq: seq + 1, events: [{ kind: 'receivableCleared' as const, on: to, parts: moved }] },
    ]
    for (const { seq: place, events } of steps) {
      await keep(tx, clock, institution, { receivable: one.id, seq: place, events })
      postings.push(...postingsOf(contract, { ...one, seq: place, events }))
    }
  }
  await post(tx, clock, institution, postings)
}

/** A contract that was signed again may be another's claim, or shared otherwise: the books follow it. */
export async function projectClaims(
  tx: Tx,
  clock: Clock,
  { institution, case: caseId }: { readonly institution: string; readonly case: string },
): Promise<void> {
  const owing = await tx
    .selectFrom('receivable')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'receivable.institutionId')
        .onRef('contract.id', '=', 'receivable.contractId'),
    )
    .select('contract.id')
    .where('contract.institutionId', '=', institution)
    .where('contract.caseId', '=', caseId)
    .limit(1)
    .executeTakeFirst()
  if (owing) await projectClaimsOf(tx, clock, institution, owing.id)
}

/** The same of a contract that no case has, or has any more. */
export async function projectClaimsOf(
  tx: Tx,
  clock: Clock,
  institution: string,
  contract: string,
): Promise<void> {
  await lockChain(tx, { institution, name: chainOf(contractRegister, contract) })
  await bookClaims(tx, clock, institution, contract)
}

function keep(
  tx: Tx,
  clock: Clock,
  institution: string,
  step: {
    readonly receivable: string
    readonly seq: number
    readonly events: readonly MoneyEvent[]
  },
) {
  const written = step.events.map(
    ({ kind, on, parts }): WrittenEvent => ({
      ...{ kind, on },
      parts: Object.fromEntries(
        Object.entries(parts).map(([name, amounts]) => [
          name,
          amounts.map(({ fen, person }) =>
            person === undefined ? { fen: `${fen}` } : { fen: `${fen}`, person },
          ),
        ]),
      ),
    }),
  )
  return tx
    .insertInto('receivableBooking')
    .values({
      ...{ institutionId: institution, receivableId: step.receivable, seq: step.seq },
      ...{ events: JSON.stringify(written), madeAt: clock.now() },
    })
    .execute()
}

function postingsOf(
  { id: record, number, title, caseId }: Pick<BookedContract, 'id' | 'number' | 'title' | 'caseId'>,
  {
    id,
    seq,
    label,
    events,
  }: {
    readonly id: string
    readonly seq: number
    readonly label: string
    readonly events: readonly MoneyEvent[]
  },
): readonly Posting[] {
  return events.map((event) => ({
    event,
    of: {
      ...{ source: 'receivable' as const, id, seq, record },
      ...(caseId !== null && { caseId }),
      subject: `${number ?? title} ${label}`,
    },
  }))
}

/** Everything that was booked of receivables: what the journal is made of anew. */
export async function receivableMoney(tx: Tx, institution: string): Promise<readonly Posting[]> {
  const steps = await bookingsOf(tx, institution)
  const contracts = await tx
    .selectFrom('contract')
    .select(['id', 'number', 'title', 'caseId'])
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...new Set(steps.map((one) => one.contractId))]}::uuid[])`)
    .execute()
  const byId = new Map(contracts.map((one) => [one.id, one]))
  return steps.flatMap(({ receivableId: id, seq, label, events, contractId }) => {
    const contract = byId.get(contractId)
    return contract ? postingsOf(contract, { id, seq, label, events }) : []
  })
}

/** The task that books what falls due. */
export const dueTask = 'receivables.due'

/** Sets the daily task of an institution. */
export async function setDueTask(tx: Tx, institution: string, at: Date): Promise<void> {
  await addJobs(tx, [{ institution, task: dueTask, payload: {}, at, key: dueTask }])
}

/** Books every claim that is due by now, and sets the task for the start of tomorrow. */
export async function bookWhatIsDue(tx: Tx, clock: Clock, institution: string): Promise<void> {
  const today = clock.today()
  await setDueTask(tx, institution, startOf(addDays(today, 1)))
  const contracts = await contractsToBook(tx, institution, today)
  // All of them before the first is booked: whoever books one may hold what is let go of receipts.
  for (const contract of contracts) {
    await lockChain(tx, { institution, name: chainOf(contractRegister, contract) })
  }
  for (const contract of contracts) await bookClaims(tx, clock, institution, contract)
  await letGo(tx, clock, institution, today)
}
