import { type Day, daysBetween } from '@yizhuan/kit'

/** How urgent a line is on a day; `open` is what can be done any day. */
export type Urgency = 'overdue' | 'today' | 'soon' | 'open' | 'waiting'

const order: Readonly<Record<Urgency, number>> = {
  overdue: 0,
  today: 1,
  soon: 2,
  open: 3,
  waiting: 4,
}

/**
 * Where a line stands today. A deadline that passed is overdue and one that ends today is today's;
 * a waiting period that is over lets the act happen today, before that it is waiting.
 */
export function urgency(
  line: { readonly due: string | null; readonly opens: string | null },
  today: Day,
): { status: Urgency; daysLeft: number | null } {
  if (line.due !== null) {
    const daysLeft = daysBetween(today, line.due as Day)
    return { status: daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'soon', daysLeft }
  }
  if (line.opens === null) return { status: 'open', daysLeft: null }
  const daysLeft = Math.max(0, daysBetween(today, line.opens as Day))
  return { status: daysLeft === 0 ? 'today' : 'waiting', daysLeft }
}

interface Urgent {
  readonly status: Urgency
  readonly daysLeft: number | null
  readonly caseNumber: string
}

/** The most urgent first; what is equally urgent stands in the order of the cases. */
export function byUrgency(a: Urgent, b: Urgent): number {
  return (
    order[a.status] - order[b.status] ||
    (a.daysLeft ?? 0) - (b.daysLeft ?? 0) ||
    a.caseNumber.localeCompare(b.caseNumber)
  )
}
