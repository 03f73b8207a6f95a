import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, type Problem } from '../../platform/problem.ts'
import type { StartRefusals } from './start.commands.ts'

/** What a person reads for every no about the day since which the platform is used. */
export function toStartProblem(refusal: Refusal<StartRefusals>): Problem {
  switch (refusal.code) {
    case 'start-ahead':
      return badField('#/from', 'not-ahead', {
        zh: `启用日不能晚于今天（${refusal.facts.today}）。`,
        en: `The day does not lie after today (${refusal.facts.today}).`,
      })
    case 'start-proposed':
      return conflict('start-proposed', {
        zh: `${refusal.facts.by}提出的启用日（${refusal.facts.from}）正在等待另一人确认；请先确认或撤回。`,
        en: `${refusal.facts.by} proposed ${refusal.facts.from}, which waits for a second person; confirm or withdraw it first.`,
      })
    case 'no-start-proposed':
      return conflict('no-start-proposed', {
        zh: '没有等待确认的启用日；请刷新后查看。',
        en: 'No day waits for a second person; look again.',
      })
    case 'start-changed':
      return conflict('start-changed', {
        zh: '您打开之后，等待确认的启用日已变更；请查看后再确认。',
        en: 'Another day was proposed after you opened the page; look at it, then confirm.',
      })
    case 'own-start':
      return forbidden({
        zh: '启用日须由提出人以外的人确认。',
        en: 'The day is confirmed by somebody other than who proposed it.',
      })
  }
}

/** What the public page of each code says. */
export const startProblems: ProblemPages = {
  'start-proposed': {
    status: 409,
    title: { zh: '启用日等待确认', en: 'A day waits' },
    meaning: {
      zh: '一次只提出一个启用日；上一个还没有确认或撤回。',
      en: 'One day is proposed at a time; the last one was neither confirmed nor withdrawn.',
    },
    todo: { zh: '请先确认或撤回。', en: 'Confirm or withdraw it first.' },
  },
  'no-start-proposed': {
    status: 409,
    title: { zh: '没有等待确认的启用日', en: 'No day waits' },
    meaning: {
      zh: '启用日已由他人确认或撤回，或者从未提出。',
      en: 'Somebody confirmed or withdrew it meanwhile, or nobody proposed one.',
    },
    todo: { zh: '请刷新后查看。', en: 'Look at the page again.' },
  },
  'start-changed': {
    status: 409,
    title: { zh: '启用日已变更', en: 'Another day was proposed' },
    meaning: {
      zh: '您看到的启用日已撤回，又提出了另一个。',
      en: 'The day you read was withdrawn and another one proposed.',
    },
    todo: { zh: '请查看新的启用日后再确认。', en: 'Look at the new day, then confirm it.' },
  },
}
