import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../../platform/problem.ts'
import type { AgentCommandRefusals } from './agent.commands.ts'

/** What a person reads for every no of agencies and their instructions. */
export function toAgentProblem(refusal: Refusal<AgentCommandRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-right':
      return notFound({ zh: '没有这项知识产权。', en: 'There is no such right.' })
    case 'no-such-instruction':
      return notFound({ zh: '没有这条指示。', en: 'There is no such instruction.' })
    case 'agent-in-future':
      return badField('#/from', 'agent-in-future', {
        zh: `开始日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The first day may not lie after today (${refusal.facts.today}).`,
      })
    case 'agency-needed':
      return badField('#/agency', 'agency-needed', {
        zh: '没有代理机构的，不填代理师、邮箱和案号。',
        en: 'Without an agency there is no attorney, mail or reference: name it, or leave these empty.',
      })
    case 'instruction-in-future':
      return badField('#/on', 'instruction-in-future', {
        zh: `指示日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The day of the instruction may not lie after today (${refusal.facts.today}).`,
      })
    case 'instruction-due-before':
      return badField('#/dueOn', 'instruction-due-before', {
        zh: `办理期限不得早于指示日（${refusal.facts.on}）。`,
        en: `It cannot be due before it was given (${refusal.facts.on}).`,
      })
    case 'no-agent-then':
      return badField('#/on', 'no-agent-then', {
        zh: `${refusal.facts.on} 没有登记代理机构；请先登记。`,
        en: `No agency is recorded for ${refusal.facts.on}; record it first.`,
      })
    case 'instruction-taken-back':
      return conflict('instruction-taken-back', {
        zh: '这条指示已被撤回。',
        en: 'This instruction was taken back already.',
      })
  }
}

/** The public pages of agencies and instructions. */
export const agentProblems: ProblemPages = {
  'instruction-taken-back': conflictPage(
    ['指示已撤回', '每条指示只能撤回一次。', '刷新页面查看现状；需要时另给指示。'],
    [
      'The instruction was taken back',
      'An instruction is taken back once.',
      'Load the page again; give another instruction if need be.',
    ],
  ),
}
