import { canonicalJson, type Words } from '@yizhuan/kit'
import { actOf, procedureById } from '@yizhuan/procedures'
import { sha256 } from '../../../platform/evidence.ts'
import type { Order } from '../case.commands.ts'

/** The act somebody orders for several cases: the same form for all of them. */
export interface BulkOrder extends Omit<Order, 'type'> {
  readonly procedure: string
  readonly act: string
  /** The person who is away and in whose roles it is ordered. */
  readonly actingFor?: string | undefined
}

/** What became of one case. */
export type ItemState = 'waiting' | 'recorded' | 'refused' | 'cancelled'

/** Whether an act is one that people record for several cases alike. */
export function isInBulk(procedure: string, act: string): boolean {
  const known = procedureById(procedure)
  return (known && actOf(known, act)?.inBulk) ?? false
}

/** What tells whether an order that comes again is the same. */
export function digestOf(
  order: BulkOrder,
  cases: readonly { readonly id: string; readonly expectedSeq: number }[],
): string {
  const given = JSON.parse(JSON.stringify({ order, cases })) as never // Without what is undefined.
  return sha256(canonicalJson(given))
}

/** How far a run is. */
export function progressOf(items: readonly { readonly state: ItemState }[]) {
  const count = (state: ItemState) => items.filter((item) => item.state === state).length
  return {
    waiting: count('waiting'),
    recorded: count('recorded'),
    refused: count('refused'),
    cancelled: count('cancelled'),
  }
}

/** An act of several cases at hand, and in which of them it may come next. */
export interface Option {
  readonly procedure: string
  readonly act: string
  readonly label: Words
  /** The person who is away, where it may be recorded only in their roles. */
  readonly actFor?: Absent | undefined
  readonly cases: readonly string[]
}

interface Absent {
  readonly person: string
  readonly name: string
}

interface Possible {
  readonly type: string
  readonly label: Words
  readonly can: string
  readonly mayI: boolean
  readonly actFor?: Absent | undefined
}

/** The acts that may be recorded for several of the cases alike, those for most of them first. */
export function optionsOf(
  cases: readonly {
    readonly id: string
    readonly procedure: string
    readonly next: readonly Possible[]
  }[],
): readonly Option[] {
  const found = new Map<string, { -readonly [Field in keyof Option]: Option[Field] }>()
  for (const { id, procedure, next } of cases) {
    for (const { type, label, can, mayI, actFor } of next) {
      if (!mayI || can === 'no' || !isInBulk(procedure, type)) continue
      const key = `${procedure}/${type}/${actFor?.person ?? ''}`
      const option = found.get(key) ?? {
        procedure,
        act: type,
        label,
        ...(actFor && { actFor }),
        cases: [],
      }
      found.set(key, { ...option, cases: [...option.cases, id] })
    }
  }
  return [...found.values()].sort((a, b) => b.cases.length - a.cases.length)
}
