import type { Words } from '@yizhuan/kit'

// People from outside who work for the house part of their time (sh-draft-2024#a18.p1.i1, a draft: it advises): what as, and how long.

export const engagementWords = {
  part_time: { zh: '兼职', en: 'Part-time post' },
  adviser: { zh: '顾问', en: 'Adviser' },
  mentor: { zh: '创业导师', en: 'Mentor of start-ups' },
  visiting: { zh: '客座', en: 'Visiting' },
} as const satisfies Record<string, Words>
export type EngagementKind = keyof typeof engagementWords
export const engagementKinds = Object.keys(engagementWords) as [EngagementKind, ...EngagementKind[]]

/** Where an engagement stands on a day: not begun, running, or over. */
export type EngagementState = 'coming' | 'current' | 'ended'

export function engagementOn(
  { fromDay, untilDay }: { readonly fromDay: string; readonly untilDay: string | null },
  today: string,
): EngagementState {
  if (today < fromDay) return 'coming'
  return untilDay !== null && untilDay < today ? 'ended' : 'current'
}
