import { type Day, daysBetween } from '@yizhuan/kit'

/** How urgent a line is on a day. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'waiting'

/**
 * Where a line stands today. A deadline that passed is overdue and one that ends today is today's;
 * a waiting period that is over lets the act happen today, before that it is waiting.
 */
export function urgency(
  line: { readonly due: string | null; readonly opens: string | null },
  today: Day,
): { status: Urgency; daysLeft: number } {
  if (line.due !== null) {
    const daysLeft = daysBetween(today, line.due as Day)
    return { status: daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'soon', daysLeft }
  }
  if (line.opens === null) return { status: 'today', daysLeft: 0 }
  const daysLeft = Math.max(0, daysBetween(today, line.opens as Day))
  return { status: daysLeft === 0 ? 'today' : 'waiting', daysLeft }
}
