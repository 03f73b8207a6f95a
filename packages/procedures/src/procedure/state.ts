// What the fold over the acts of any procedure remembers. Nothing here decides.
//
// open        work goes on
// suspended   a valid objection or an abnormality waits for its finding
// rejected    the leadership or a finding stopped it
// withdrawn   given up before it took effect
// terminated  ended early after it took effect; what is left is still settled
// closed      ended as it should
import { type Day, dayInChina, daysBetween } from '@yizhuan/kit'
import type { Act } from './entry.ts'

export type CaseStatus = 'open' | 'suspended' | 'rejected' | 'withdrawn' | 'terminated' | 'closed'

/** A recorded act's data with its day, place in the record and author. */
export interface Recorded<Data> {
  readonly seq: number
  readonly on: Day
  readonly by: Act['by']
  readonly data: Data
}

/** An act that was recorded later than it happened. */
export interface LateAct {
  readonly type: string
  readonly seq: number
  readonly on: Day
  readonly recordedOn: Day
  readonly days: number
  readonly reason?: string
}

/** What every state has. */
export interface CommonState {
  readonly status: CaseStatus
  readonly seq: number
  /** The day of the latest act. */
  readonly lastOn: Day
  readonly opened: Recorded<unknown>
  readonly late: readonly LateAct[]
  /** The names of the files behind the latest act of each kind. */
  readonly papers: Readonly<Record<string, readonly string[]>>
}

/** An act as the fold keeps it. */
export function recorded<Data>(act: Act): Recorded<Data> {
  return { seq: act.seq, on: act.on, by: act.by, data: act.data as unknown as Data }
}

/** The state before the first act has changed anything. */
export function opening<Data>(act: Act): CommonState & { readonly opened: Recorded<Data> } {
  return { status: 'open', seq: 0, lastOn: act.on, opened: recorded(act), late: [], papers: {} }
}

/** What every act leaves behind: its place, its papers, and by how much it was recorded late. */
export function traceOf(
  state: CommonState,
  { seq, type, on, at, files, lateReason }: Act,
): Pick<CommonState, 'seq' | 'lastOn' | 'papers'> & Partial<Pick<CommonState, 'late'>> {
  const recordedOn = dayInChina(at)
  const days = daysLate(on, recordedOn)
  const reason = lateReason === undefined ? {} : { reason: lateReason }
  return {
    seq,
    lastOn: state.lastOn > on ? state.lastOn : on,
    papers: { ...state.papers, [type]: files.map(({ name }) => name) },
    ...(days > 0 && { late: [...state.late, { type, seq, on, recordedOn, days, ...reason }] }),
  }
}

/** By how many days an act was recorded later than it happened; 0 for one recorded on its day. */
export function daysLate(on: Day, recordedOn: Day): number {
  return Math.max(0, daysBetween(on, recordedOn))
}
