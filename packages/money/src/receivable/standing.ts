import { type Day, daysBetween } from '@yizhuan/kit'

/** What is registered of a receivable, in the smallest unit of its currency. */
export interface Receivable {
  readonly minor: bigint | null
  readonly dueOn: Day | null
  readonly isCancelled: boolean
  readonly matched: bigint
  readonly writtenOff: bigint
}

export const receivableStates = [
  'awaited',
  'upcoming',
  'overdue',
  'settled',
  'writtenOff',
  'cancelled',
] as const
export type ReceivableState = (typeof receivableStates)[number]

/** How a receivable stands on a day, and how much of it is open. */
export function standingOf(
  { minor, dueOn, isCancelled, matched, writtenOff }: Receivable,
  today: Day,
): { readonly state: ReceivableState; readonly open: bigint } {
  const open = isCancelled || minor === null ? 0n : minor - matched - writtenOff
  if (isCancelled) return { state: 'cancelled', open }
  if (minor === null) return { state: 'awaited', open }
  if (open <= 0n) return { state: writtenOff > 0n ? 'writtenOff' : 'settled', open }
  if (dueOn === null) return { state: 'awaited', open }
  return { state: dueOn < today ? 'overdue' : 'upcoming', open }
}

export const ages = ['notDue', 'd30', 'd90', 'd180', 'd365', 'older'] as const
export type Age = (typeof ages)[number]

/** The last day overdue of each age, as finance groups them. */
const LAST: readonly (readonly [Age, number])[] = [
  ['notDue', 0],
  ['d30', 30],
  ['d90', 90],
  ['d180', 180],
  ['d365', 365],
]

/** How long a receivable is overdue on a day; one without a day is not due. */
export function ageOf(dueOn: Day | null, today: Day): Age {
  if (dueOn === null) return 'notDue'
  const late = daysBetween(dueOn, today)
  return LAST.find(([, last]) => late <= last)?.[0] ?? 'older'
}

/** The days between which the due days of an age lie, for whoever looks them up: both included. */
export function dueDaysOf(age: Age): {
  readonly least: number | null
  readonly most: number | null
} {
  const at = LAST.findIndex(([name]) => name === age)
  const most = LAST[at]?.[1] ?? null
  const least = at === 0 ? null : (LAST.at(at < 0 ? -1 : at - 1)?.[1] ?? 0) + 1
  return { least, most }
}

/** What is open by age. The ages sum to everything that is open. */
export function ageingOf(
  lines: readonly { readonly dueOn: Day | null; readonly open: bigint }[],
  today: Day,
): Readonly<Record<Age, bigint>> {
  const sums = { notDue: 0n, d30: 0n, d90: 0n, d180: 0n, d365: 0n, older: 0n }
  for (const { dueOn, open } of lines) sums[ageOf(dueOn, today)] += open
  return sums
}
