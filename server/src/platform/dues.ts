import type { Day, Words } from '@yizhuan/kit'
import type { Access } from './access.ts'
import type { Tx } from './database.ts'
import { sha256 } from './evidence.ts'

/** What a due is: the last day to act, the day an act becomes possible, or a day on which something ends. */
export const dueKinds = ['deadline', 'opening', 'notice', 'term'] as const
export type DueKind = (typeof dueKinds)[number]

/** From what day a day was counted, and whether rest days moved it. */
export interface CountedDay {
  readonly from: string
  /** The last day as counted. */
  readonly last: string
  /** The last day as it stands. */
  readonly ends: string
  readonly unit: 'days' | 'workdays' | 'months' | 'years'
  readonly length: number
  /** Years whose rest days are not published: weekends alone were counted as rest. */
  readonly calendarMissing: readonly number[]
}

/** An article as a list shows it: where it stands and what it is called. */
export interface ArticleRef {
  readonly source: string
  readonly at: string
  readonly label: string
}

/** The registers whose records fall due: `right` is read at `/rights/:id`. */
export const dueRecordKinds = [
  'case',
  'contract',
  'achievement',
  'right',
  'internal-rule',
  'interest',
  'stocktaking',
  'trusteeship',
  'fund',
  'holding',
  'spin-off',
  'outside-patent',
  'closing',
  'tax-month',
  'person',
] as const
export type DueRecordKind = (typeof dueRecordKinds)[number]

/** Something of a register that falls due on a day. */
export interface RegisteredDue {
  /** The same as long as it is the same matter, and no longer than reminders keep it: `case/<id>/<norm>`. */
  readonly key: string
  readonly kind: DueKind
  readonly day: Day
  readonly title: Words
  /** The record it belongs to. */
  readonly record: {
    readonly kind: DueRecordKind
    readonly id: string
    readonly number: string | null
    readonly title: string
  }
  readonly article: ArticleRef | null
  readonly counted: CountedDay | null
  /** The act that settles it, where a form does. */
  readonly act: string | null
  /** The roles that act; none where it passes by itself. */
  readonly roles: readonly string[]
  /** Whose own matter it is: they are reminded too, and see it whatever their roles. */
  readonly ownTo?: string
}

/** What people wrote, as a part of a key: however long it is, and whatever is in it. */
export const keyPart = (...texts: readonly string[]): string =>
  sha256(texts.join('\n')).slice(0, 24)

/** A register whose records fall due. Its dues are shown to those who may read it. */
export interface DueSource {
  readonly name: string
  readonly access: Access
  /** Whether a due that is somebody's own is shown to them beside. */
  readonly tellsOwn?: boolean
  /** What is due up to a day, however long ago it was; of one record, when asked; as seen on a day. */
  readonly duesUpTo: (
    tx: Tx,
    institution: string,
    until: Day,
    record: string | undefined,
    today: Day,
  ) => Promise<readonly RegisteredDue[]>
}
