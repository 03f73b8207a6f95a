import { canonicalJson } from '@yizhuan/kit'
import type { Editable } from '../../platform/editable.ts'
import { sha256 } from '../../platform/evidence.ts'
import type { HistoryWire } from '../../platform/history.schema.ts'
import { pastAt } from '../../platform/past.ts'
import { differences, type FieldChange, type Fields } from '../../platform/register.ts'

/** The most records of one run: what somebody can still look through before confirming. */
export const mostRecords = 500

/** What became of one record: edited, already as wanted, or refused. */
export const itemStates = ['waiting', 'recorded', 'same', 'refused'] as const
export type ItemState = (typeof itemStates)[number]

/** A record of a run, with the number of the last entry that its orderer saw. */
export interface ChosenRecord {
  readonly id: string
  readonly expectedSeq: number
}

/** What tells whether an order that comes again is the same. */
export function digestOf(order: object): string {
  return sha256(canonicalJson(JSON.parse(JSON.stringify(order)) as never)) // Without what is undefined.
}

/** How far a run is. */
export function progressOf(items: readonly { readonly state: ItemState }[]) {
  const count = (state: ItemState) => items.filter((item) => item.state === state).length
  return {
    waiting: count('waiting'),
    recorded: count('recorded'),
    same: count('same'),
    refused: count('refused'),
  }
}

/** Why a field stays as it is when a record is put back. */
export type Kept = 'by-act' | 'not-by-hand'

/** What putting a record back changes, and what it leaves. */
export interface Restoration {
  readonly changes: readonly FieldChange[]
  readonly kept: readonly { readonly field: string; readonly why: Kept }[]
}

/**
 * What it takes to make a record what it was after an entry of its history: only what people may edit,
 * and nothing that a legal act said since.
 */
export function restorationTo(
  { restorable, isAct = () => false }: Pick<Editable, 'restorable' | 'isAct'>,
  history: Pick<HistoryWire, 'items'>,
  now: Fields,
  seq: number,
): Restoration {
  const wanted: Record<string, unknown> = {}
  const kept: { field: string; why: Kept }[] = []
  for (const { field, value, by } of pastAt(history, seq)) {
    if (!restorable.has(field)) kept.push({ field, why: 'not-by-hand' })
    else if (by.some(isAct)) kept.push({ field, why: 'by-act' })
    else wanted[field] = value
  }
  return { changes: differences(now, wanted), kept }
}
