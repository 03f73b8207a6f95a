// Months as the books count them: `2026-03`.

/** The month after another. */
export const monthAfter = (month: string): string => shifted(month, 1)

/** The month before another. */
export const monthBefore = (month: string): string => shifted(month, -1)

/** The month a day lies in. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** On which day an entry stands: its own, or the first of the first open month where its own is closed. */
export function postedOn(day: string, closedThrough: string | null): string {
  if (closedThrough === null || monthOf(day) > closedThrough) return day
  return `${monthAfter(closedThrough)}-01`
}

function shifted(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of - 1 + by, 1)).toISOString().slice(0, 7)
}
