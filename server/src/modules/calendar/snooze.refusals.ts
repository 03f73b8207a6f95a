import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import {
  badField,
  conflict,
  forbidden,
  notFound,
  type Problem,
  unlawful,
} from '../../platform/problem.ts'
import type { DueLine } from './due-line.ts'
import type { SnoozeRefusals } from './snooze.ts'

/** What a person reads for every no about putting off a reminder. */
export function toProblem(refusal: Refusal<SnoozeRefusals>, line: DueLine | undefined): Problem {
  switch (refusal.code) {
    case 'no-such-due':
      return notFound({
        zh: '没有这项期限；可能已经办结。',
        en: 'There is no such due; it may be settled by now.',
      })
    case 'not-yours':
      return forbidden({
        zh: '这项期限不由您办理，您不会收到提醒，无须暂缓。',
        en: 'This is not yours to do: you are not reminded of it, so there is nothing to put off.',
      })
    case 'not-later':
      return badField('#/until', 'after-today', {
        zh: `须晚于今天（${refusal.facts.today}）。`,
        en: `It must be later than today (${refusal.facts.today}).`,
      })
    case 'due-overdue':
      return conflict('due-overdue', {
        zh: `期限已于 ${refusal.facts.day} 届满，逾期事项不能暂缓提醒，请办理。`,
        en: `The last day was ${refusal.facts.day}. What is overdue cannot be put off: act on it.`,
      })
    case 'past-last-day':
      return unlawful(
        'past-last-day',
        {
          zh: `暂缓提醒不得超过期限的最后一日 ${refusal.facts.last}；期限本身不变。`,
          en: `A reminder cannot be put off beyond the last day, ${refusal.facts.last}; the due itself does not move.`,
        },
        {
          errors: [
            {
              pointer: '#/until',
              rule: 'past-last-day',
              detail: {
                zh: `最晚 ${refusal.facts.last}`,
                en: `${refusal.facts.last} at the latest`,
              },
            },
          ],
          because: line?.article
            ? [{ norm: line.key.split('/').at(-1), title: line.title, cites: [line.article] }]
            : [],
        },
      )
    case 'too-long':
      return badField('#/until', 'not-too-late', {
        zh: `无固定期限的提醒最多暂缓到 ${refusal.facts.last}。`,
        en: `A reminder without a last day can be put off until ${refusal.facts.last} at most.`,
      })
  }
}

/** The public pages of these codes. */
export const problems: ProblemPages = {
  'due-overdue': {
    status: 409,
    title: { zh: '当前状态不允许', en: 'The present state does not allow this' },
    meaning: {
      zh: '期限已经届满的事项不能再暂缓提醒。',
      en: 'The last day has passed; a reminder of what is overdue cannot be put off.',
    },
    todo: {
      zh: '办理该事项，或补记已办理的行为。',
      en: 'Do what is due, or record that it was done.',
    },
  },
  'past-last-day': {
    status: 422,
    title: { zh: '不符合规定', en: 'Not in line with the rules' },
    meaning: {
      zh: '暂缓提醒的日期晚于期限的最后一日。暂缓只影响提醒，期限不变。',
      en: 'The day lies beyond the last day of the due. Only the reminder is put off; the due does not move.',
    },
    todo: { zh: '选择不晚于最后一日的日期。', en: 'Choose a day no later than the last day.' },
  },
}
