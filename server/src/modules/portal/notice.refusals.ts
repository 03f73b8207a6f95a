import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { conflict, type Problem } from '../../platform/problem.ts'

/** 409: the notice was replaced or given up. */
export function noticeClosed(): Problem {
  return conflict('notice-closed', {
    zh: '这份公示已被新的公示取代或已终止，不再受理异议。',
    en: 'This notice was replaced or ended and takes no more objections.',
  })
}

/** The public pages of what the portal refuses. */
export const problems: ProblemPages = {
  'notice-closed': {
    status: 409,
    title: { zh: '公示不再受理异议', en: 'The notice takes no more objections' },
    meaning: {
      zh: '这份公示已被新的公示取代，或项目已终止。',
      en: 'It was replaced by a new notice, or the case was given up.',
    },
    todo: {
      zh: '如有新的公示，请在新的公示下提出异议。',
      en: 'If there is a new notice, object to that one.',
    },
  },
}
