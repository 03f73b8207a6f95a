import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { type Bar, barsOf, type CaseState, transferCase } from '@yizhuan/procedures'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { type AuditBody, lockChain, recordChange } from '../../../platform/evidence.ts'
import type { Veil } from '../../../platform/history.ts'
import { newId } from '../../../platform/ids.ts'
import { putOut } from '../../../platform/outbox.ts'
import type { Author } from '../../../platform/register.ts'
import { caseDesk } from '../case.desk.ts'
import { entriesOf } from '../case.queries.ts'
import { replayed, toEntries } from '../procedure.ts'
import { type Assigner, changeOfficers, nameIn, officersChain } from './officer.commands.ts'
import {
  type CarriedCase,
  carriedBy,
  closedTo,
  numbersRead,
  officersByCase,
  staffOf,
} from './officer.queries.ts'
import {
  type Colleague,
  checkGiving,
  checkOfficer,
  handedOver,
  type OfficerRefusals,
  type Part,
  partOf,
} from './officer.ts'

/** The chain of all hand-overs of an institution. */
export const handoverChain = 'handovers'

/** Whose cases go to whom; all that are not over when none is named. */
export interface HandoverOrder {
  readonly from: string
  readonly to: string
  readonly cases?: readonly string[] | undefined
}

/** That cases went from one person to another, as others are told of it. */
export interface HandedOver {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly names: { readonly from: string; readonly to: string }
  readonly by: Pick<Author, 'person' | 'name'>
  readonly count: number
  readonly reason: string
}

/** One case that would move, and what its new officer may not do in it. */
export interface Moving extends CarriedCase {
  readonly becomes: Part
  readonly bars: readonly Bar[]
}

type Answer<Value> = Outcome<Value, OfficerRefusals>

/** What a hand-over would move, and where the law keeps the successor from an act. */
export async function foreseeHandover(
  tx: Tx,
  clock: Clock,
  by: Assigner,
  order: HandoverOrder,
): Promise<Answer<readonly Moving[]>> {
  const { institution } = by
  const plan = await planOf(tx, clock, by, order)
  if (plan.kind === 'refused') return plan
  const { moving, officers, successor } = plan.value
  const today = clock.today()
  const items: Moving[] = []
  for (const one of moving) {
    const before = officers.get(one.id) ?? { lead: undefined, support: [] }
    const desk = await caseDesk(tx, clock, institution, one.id)
    const { procedure, state } = replayed(
      desk,
      toEntries(await entriesOf(tx, institution, one.id)),
      today,
    )
    items.push({
      ...one,
      becomes: partOf(handedOver(before, order.from, order.to), order.to) ?? 'support',
      bars:
        procedure.id === transferCase.id ? barsOf(desk, state as CaseState, today, successor) : [],
    })
  }
  return accept(items)
}

/** Gives one person's cases to another, all or none, with the reason, and has both told. */
export async function handOver(
  tx: Tx,
  clock: Clock,
  by: Assigner,
  order: HandoverOrder & { readonly reason: string },
): Promise<Answer<{ id: string; moved: number }>> {
  const { institution } = by
  // Of two who hand over the same cases the second finds them gone.
  await lockChain(tx, { institution, name: handoverChain })
  const first = await planOf(tx, clock, by, order)
  if (first.kind === 'refused') return first
  for (const { id } of first.value.moving) {
    await lockChain(tx, { institution, name: officersChain(id) })
  }
  // A lock may have been waited for: what moves is what is so after it.
  const plan = await planOf(tx, clock, by, order)
  if (plan.kind === 'refused') return plan
  const { moving, officers, staff } = plan.value

  // From here on the cases are handed over.
  const { from, to, reason } = order
  for (const { id, seq } of moving) {
    const before = officers.get(id) ?? { lead: undefined, support: [] }
    const after = handedOver(before, from, to)
    await changeOfficers(tx, clock, by, { id, seq, before, after, staff }, reason)
  }
  const id = newId()
  const names = { from: nameIn(staff, from), to: nameIn(staff, to) }
  const cases = moving.map(({ number }) => number)
  await recordChange(tx, handoverChain, {
    action: 'handover.done',
    subject: id,
    data: { ...names, cases: cases.join(comma), reason },
    at: clock.now(),
    by,
  })
  const who = { person: by.person, name: by.name }
  const body: HandedOver = { id, from, to, names, by: who, count: cases.length, reason }
  await putOut(tx, { institution, fact: 'officers.handedOver', body: { ...body } })
  return accept({ id, moved: cases.length })
}

/** Between the numbers of the cases that a hand-over names. */
const comma = '、'

/** Of the cases that hand-overs name, those that the caller may read. */
export async function handoverVeil(
  tx: Tx,
  institution: string,
  entries: readonly AuditBody[],
): Promise<Veil> {
  const named = ({ data }: AuditBody) => String(data['cases'] ?? '').split(comma)
  const read = await numbersRead(tx, institution, entries.flatMap(named))
  return (entry) => {
    const open = named(entry).filter((number) => read.has(number))
    return open.length === 0 ? undefined : { ...entry.data, cases: open.join(comma) }
  }
}

interface Plan {
  readonly moving: readonly CarriedCase[]
  readonly officers: Awaited<ReturnType<typeof officersByCase>>
  readonly staff: readonly Colleague[]
  readonly successor: Colleague
}

async function planOf(
  tx: Tx,
  clock: Clock,
  by: Assigner,
  { from, to, cases }: HandoverOrder,
): Promise<Answer<Plan>> {
  const { institution } = by
  if (from === to) return refuse('handed-to-same', {})
  const staff = await staffOf(tx, institution, clock.today())
  const may = checkGiving(staff, by, from, { person: to, pointer: '#/to' })
  if (may.kind === 'refused') return may
  const checked = checkOfficer(staff, to, '#/to')
  if (checked.kind === 'refused') return checked
  const all = await carriedBy(tx, institution, from)
  const moving = cases === undefined ? all : all.filter(({ id }) => cases.includes(id))
  if (moving.length === 0 || (cases !== undefined && moving.length < new Set(cases).size)) {
    return refuse('nothing-to-hand-over', {})
  }
  const ids = moving.map(({ id }) => id)
  const closed = await closedTo(tx, institution, ids, checked.value)
  if (closed.length > 0) {
    const numbers = moving.filter(({ id }) => closed.includes(id)).map(({ number }) => number)
    const { name } = checked.value
    return refuse('closed-to-officer', { pointer: '#/to', name, cases: numbers.join(comma) })
  }
  const officers = await officersByCase(tx, institution, ids)
  return accept({ moving, officers, staff, successor: checked.value })
}
