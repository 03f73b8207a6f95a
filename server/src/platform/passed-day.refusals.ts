import type { Refusal } from '@yizhuan/kit'
import type { DayRefusals } from './passed-day.ts'
import { badField, type Problem } from './problem.ts'

/** What a person reads where a day has not passed, or lies too early. */
export function toDayProblem(refusal: Refusal<DayRefusals>): Problem {
  const { field } = refusal.facts
  if (refusal.code === 'not-in-future') {
    const { today } = refusal.facts
    return badField(`#/${field}`, 'not-in-future', {
      zh: `这一天不得晚于今天（${today}）；请核对。`,
      en: `This day may not lie after today (${today}); check it.`,
    })
  }
  const { since } = refusal.facts
  return badField(`#/${field}`, 'day-too-early', {
    zh: `这一天不得早于 ${since}；请核对年份。`,
    en: `This day may not lie before ${since}; check the year.`,
  })
}
