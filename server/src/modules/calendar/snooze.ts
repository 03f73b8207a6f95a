// Putting off a reminder. The due stays where the law put it; only the one who asked is left in peace
// until a day, and everybody sees why.
import { accept, addDays, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { DueLine } from './due-line.ts'

/** The longest a reminder without a last day may be put off: our own measure, no law. */
const longestDays = 60

/** Why a reminder stays as it is. */
export interface SnoozeRefusals {
  'no-such-due': Record<string, never>
  'not-yours': Record<string, never>
  'not-later': { readonly today: string }
  'due-overdue': { readonly day: string }
  'past-last-day': { readonly last: string }
  'too-long': { readonly last: string }
}

/** Decides whether somebody may be left in peace about a due until a day. */
export function putOff(
  line: DueLine | undefined,
  person: string,
  until: Day,
  today: Day,
): Outcome<DueLine, SnoozeRefusals> {
  if (!line) return refuse('no-such-due', {})
  if (!line.who.some((one) => one.person === person)) return refuse('not-yours', {})
  if (until <= today) return refuse('not-later', { today })
  if (line.kind === 'deadline' || line.kind === 'term') {
    if (line.day < today) return refuse('due-overdue', { day: line.day })
    if (until > line.day) return refuse('past-last-day', { last: line.day })
  }
  const last = addDays(today, longestDays)
  return until > last ? refuse('too-long', { last }) : accept(line)
}
