import type { DueWire } from '@yizhuan/server/wire/workbench/workbench'

/** How the lines of a desk are put together. */
export type Grouping = 'day' | 'case' | 'person'

/** Lines under one heading; `key` is a code for days, else the heading itself. */
export interface Group {
  readonly key: string
  readonly lines: readonly DueWire[]
}

/** What the caller can do now; the rest waits for a day or for somebody. */
export function isMine({ mine, status }: DueWire): boolean {
  return mine && status !== 'waiting'
}

/** Whether the caller put off being reminded of it. */
export function isPutOff({ snoozes }: DueWire): boolean {
  return snoozes.some(({ mine }) => mine)
}

/** Groups lines, keeping their order of urgency within and between the groups. */
export function grouped(lines: readonly DueWire[], by: Grouping): readonly Group[] {
  const groups = new Map<string, DueWire[]>()
  for (const line of lines) {
    for (const key of keysOf(line, by)) groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups].map(([key, found]) => ({ key, lines: found }))
}

function keysOf(line: DueWire, by: Grouping): readonly string[] {
  if (by === 'case') return [`${line.caseNumber} ${line.caseTitle}`]
  if (by === 'person') return line.who.length > 0 ? line.who : ['']
  if (line.status === 'open') return [line.mine ? 'open' : 'others']
  if (line.status !== 'soon') return [line.status]
  return [(line.daysLeft ?? 0) <= 7 ? 'week' : 'later']
}

/** A share in whole per cent, rounded down: nobody is told more was paid than was. */
export function percentOf(part: string, whole: string): number | undefined {
  return BigInt(whole) > 0n ? Number((BigInt(part) * 100n) / BigInt(whole)) : undefined
}
