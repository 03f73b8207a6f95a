// How long a notice is shown: as certified, else as the law's own answer says.
import { addDays, type Day, daysBetween } from '@yizhuan/kit'
import type { PaperSource } from './paper.ts'

type Source = Pick<PaperSource<unknown>, 'assessment' | 'today'>

/** The last day of a notice; one that is certified today was taken down yesterday at the earliest. */
export function endOf(
  source: Source,
  notice: { readonly on: Day; readonly lastShownOn?: Day | undefined } | undefined,
  action: string,
): Day | undefined {
  if (!notice) return undefined
  if (notice.lastShownOn) return notice.lastShownOn
  const last = lastDayBy(source, action)
  return last && last < source.today ? addDays(source.today, -1) : last
}

function lastDayBy({ assessment }: Source, action: string): Day | undefined {
  const finding = assessment.findings.find(
    ({ opens, rule }) =>
      opens !== undefined && (rule.settledBy === action || rule.requiredFor.includes(action)),
  )
  return finding?.opens && addDays(finding.opens, -1)
}

/** On how many days it was shown, the day of publication not counted. */
export const daysShown = (from: Day | undefined, to: Day | undefined): string | undefined =>
  from && to ? `${daysBetween(from, to)}` : undefined
