import type { Words } from '@yizhuan/kit'
import {
  type Chart,
  chartOn,
  inRed,
  type JournalLine,
  linesOf,
  type MoneyEvent,
  type PostingRule,
} from '@yizhuan/money'
import type { JournalSource } from './journal.table.ts'

/** Where something that happened to money is recorded, and what it is about. */
export interface Recorded {
  readonly source: JournalSource
  readonly id: string
  /** The act of a case; elsewhere the place of the change in the record, or 0 where there is one only. */
  readonly seq: number
  /** The record whose page shows it: the case, the receipt, the achievement or the batch. */
  readonly record: string
  readonly caseId?: string | undefined
  readonly achievementId?: string | null | undefined
  /** The number or title of what it is about. */
  readonly subject: string
  /** The voucher or paper that shows it. */
  readonly reference?: string | null | undefined
}

/** An event of money with its record. */
export interface Posting {
  readonly event: MoneyEvent
  readonly of: Recorded
}

/** An entry of the journal before it has an id. */
export interface NewEntry {
  /** Where its id is known before it is written. */
  readonly id?: string
  readonly kind: string
  readonly on: string
  readonly chart: string
  readonly of: Recorded
  readonly reverses?: string
  readonly lines: readonly JournalLine[]
}

/** The entries that postings come to; what moves nothing comes to none. */
export function entriesOf(
  charts: readonly Chart[],
  postings: readonly Posting[],
): readonly NewEntry[] {
  return postings.flatMap(({ event, of }) => {
    const chart = chartOn(charts, event.on)
    const lines = linesOf(chart, event)
    return lines.length === 0
      ? []
      : [{ kind: event.kind, on: event.on, chart: chart.from, of, lines }]
  })
}

/** An entry that stands, as far as one that takes it back follows from it. */
export interface StandingEntry {
  readonly id: string
  readonly sourceId: string
  readonly subject: string
  readonly kind: string
  readonly seq: number
  /** The day on which it happened. */
  readonly on: string
  readonly chart: string
  readonly lines: readonly JournalLine[]
}

/** What takes an entry back on a day, in red. */
export function takenBack(entry: StandingEntry, on: string, by: Recorded): NewEntry {
  const { id, kind, chart, lines, subject } = entry
  const of = { ...by, subject }
  return { kind: reversalOf(kind), on, chart, of, reverses: id, lines: inRed(lines) }
}

/**
 * An entry that was taken back on another day than its own leaves something in both months. Where its own day
 * was never the true one, the two are moved onto it: the line that took it back is taken back, and made anew.
 */
export function movedBack(
  { entry, by, id }: StrayPair,
  of: Recorded,
): readonly [NewEntry, NewEntry] {
  const recorded = { ...of, seq: by.seq, subject: entry.subject }
  const [again, gone] = [reversalOf(by.kind), reversalOf(reversalOf(by.kind))]
  const said = { chart: entry.chart, of: recorded }
  return [
    { ...said, id, kind: again, on: by.on, reverses: by.id, lines: entry.lines },
    { ...said, kind: gone, on: entry.on, reverses: id, lines: inRed(entry.lines) },
  ]
}

/** An entry, the one that took it back on another day, and an id for the one that undoes that. */
export interface StrayPair {
  readonly entry: StandingEntry
  readonly by: Pick<StandingEntry, 'id' | 'kind' | 'seq' | 'on'>
  readonly id: string
}

/** What an entry is about, in words; its code where the chart has no rule of that name any more. */
export function labelOf({ rules, closing }: Chart, kind: string): Words {
  if (eventOf(kind) === yearClosed) return { ...closing.label }
  const known: Readonly<Record<string, PostingRule | undefined>> = rules
  const { label } = known[eventOf(kind)] ?? { label: { zh: kind, en: kind } }
  return { ...label }
}

/** The kind of an entry that carries a year's income and costs over. */
export const yearClosed = 'yearClosed'

const suffix = '.reversed'

/** The kind of an entry that takes one of a kind back. */
export const reversalOf = (kind: string) => `${kind}${suffix}`

/** The kind of event an entry is about, also where it takes one back, or takes that back. */
export function eventOf(kind: string): string {
  return kind.endsWith(suffix) ? eventOf(kind.slice(0, -suffix.length)) : kind
}
