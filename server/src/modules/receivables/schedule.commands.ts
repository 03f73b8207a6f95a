import type { Day } from '@yizhuan/kit'
import {
  type Change,
  type Expected,
  endSchedule,
  fenPerMinor,
  type Registered,
  reschedule,
  scheduleOf,
  type Terms,
} from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { releaseCredits } from './audit-decision.queries.ts'
import type { ToldChange } from './receivables.table.ts'
import { happenedOf, invoicedOf, type ReceivableRow, receivablesOf } from './terms.queries.ts'

/** What new terms would make of the receivables of a contract. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly rows: readonly ReceivableRow[]
}

/** Works out what terms make of the receivables there are; only what is due from a day on changes. */
export async function planTerms(
  tx: Tx,
  institution: string,
  contract: string,
  terms: Pick<Terms, 'terms'>,
  from: Day | null,
  { isTouchHeld = true } = {},
): Promise<Plan> {
  const rows = await receivablesOf(tx, institution, contract)
  const invoiced = new Set(
    (await invoicedOf(tx, institution, contract)).map(({ receivableId }) => receivableId),
  )
  const former = rows
    .filter(isOfTerms)
    .filter(({ isCancelled }) => !isCancelled)
    .map((row) => registered(row, invoiced))
    .map((row) => ({ ...row, isTouched: isTouchHeld && row.isTouched }))
  const next = scheduleOf(terms, await happenedOf(tx, institution, contract))
  return { changes: reschedule(former, next, from), rows }
}

/** Works out what the end of a contract on a day makes of its receivables. */
export async function planEnd(
  tx: Tx,
  institution: string,
  contract: string,
  terms: Pick<Terms, 'terms'>,
  { on, owesLastDay }: { readonly on: Day; readonly owesLastDay: boolean },
): Promise<Plan> {
  const rows = await receivablesOf(tx, institution, contract)
  const invoiced = new Set(
    (await invoicedOf(tx, institution, contract)).map(({ receivableId }) => receivableId),
  )
  const former = rows
    .filter(isOfTerms)
    .filter(({ isCancelled }) => !isCancelled)
    .map((row) => ({
      ...registered(row, invoiced),
      ...{ line: lineOf(row), isInvoiced: invoiced.has(row.id) },
      settled: BigInt(row.matchedMinor) + BigInt(row.writtenOffMinor),
    }))
  const happened = await happenedOf(tx, institution, contract)
  return { changes: endSchedule(former, terms, happened, on, owesLastDay), rows }
}

export type AgreedRow = ReceivableRow & { readonly kind: Expected['kind'] }

/** What follows from the terms; what an audit found is owed whatever they become. */
export const isOfTerms = (row: ReceivableRow): row is AgreedRow => row.kind !== 'audit'

/** A receivable as a payment that is expected. */
export function lineOf({ key, term, kind, label, minor, dueOn, ...row }: AgreedRow): Expected {
  const [from, to, statementOn] = [row.periodFrom, row.periodTo, row.statementOn] as (Day | null)[]
  return {
    ...{ key, term, kind, label, dueOn: dueOn as Day | null },
    minor: minor === null ? null : BigInt(minor),
    period: from && to && statementOn ? { from, to, statementOn } : null,
  }
}

function registered(row: ReceivableRow, invoiced: ReadonlySet<string>): Registered {
  const { id, key, minor, dueOn, matchedMinor, writtenOffMinor } = row
  return {
    key,
    minor: minor === null ? null : BigInt(minor),
    dueOn: dueOn as Day | null,
    isTouched: matchedMinor !== '0' || writtenOffMinor !== '0' || invoiced.has(id),
  }
}

/** The changes as they are shown and kept; what stays the same is not told. */
export function toldChanges({ changes, rows }: Plan): readonly ToldChange[] {
  const labels = new Map(rows.map(({ key, label }) => [key, label]))
  const state = ({ minor, dueOn }: { minor: bigint | null; dueOn: Day | null }) => ({
    minor: minor === null ? null : `${minor}`,
    dueOn,
  })
  return changes.flatMap((change): readonly ToldChange[] => {
    if (change.is === 'same') return []
    const next = 'next' in change ? change.next : undefined
    const former = 'former' in change ? change.former : undefined
    const key = next?.key ?? former?.key ?? ''
    return [
      {
        ...{ is: change.is, key, label: next?.label ?? labels.get(key) ?? key },
        from: former ? state(former) : null,
        to: next ? state(next) : null,
      },
    ]
  })
}

/** Writes the receivables as a plan says. */
export async function carryOut(
  tx: Tx,
  institution: string,
  contract: string,
  { currency, planRate }: Pick<Terms, 'currency' | 'planRate'>,
  { changes, rows }: Plan,
): Promise<void> {
  const worth = fenPerMinor(currency, planRate)
  const priced = { planN: `${worth.n}`, planD: `${worth.d}` }
  const byKey = new Map(rows.map((row) => [row.key, row]))
  for (const change of changes) {
    if (change.is === 'added') {
      const row = { ...fieldsOf(change.next), ...priced }
      const known = byKey.get(change.next.key)
      // One that was dropped before comes back under its own key.
      if (known) await set(tx, institution, known.id, { ...row, isCancelled: false })
      else {
        const { term, kind, key } = change.next
        const made = { institutionId: institution, id: newId(), contractId: contract }
        await tx
          .insertInto('receivable')
          .values({ ...made, ...{ key, term, kind, currency }, ...row })
          .execute()
      }
    }
    if (change.is === 'changed') {
      const known = byKey.get(change.next.key)
      if (known) await set(tx, institution, known.id, { ...fieldsOf(change.next), ...priced })
    }
    if (change.is === 'dropped') {
      const known = byKey.get(change.former.key)
      if (known) {
        await set(tx, institution, known.id, { isCancelled: true })
        // What it owed less by is there for another period.
        await releaseCredits(tx, institution, { receivable: known.id })
      }
    }
  }
}

function fieldsOf({ label, minor, dueOn, period }: Expected) {
  return {
    label,
    minor: minor === null ? null : `${minor}`,
    dueOn,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    statementOn: period?.statementOn ?? null,
  }
}

async function set(
  tx: Tx,
  institution: string,
  id: string,
  {
    periodFrom: _lasting,
    ...given
  }: Partial<ReturnType<typeof fieldsOf>> & {
    readonly isCancelled?: boolean
    readonly isStated?: boolean
    readonly planN?: string
    readonly planD?: string
  },
): Promise<void> {
  await tx
    .updateTable('receivable')
    .set(given)
    .where('institutionId', '=', institution)
    .where('id', '=', id)
    .execute()
}
