// The collective decision that procedures made of steps share.
import type { Day } from '@yizhuan/kit'
import { z } from 'zod'
import { type ActsState, readers, type StepRule } from './acts-state.ts'
import { code, flag, label, line, text } from './fields.ts'
import { type OutOfOrder, type Rule, when } from './order.ts'

export const decisionData = {
  decided: z.strictObject({
    result: code(['passed', 'rejected', 'deferred'], '决策结果', 'Result'),
    minuted: flag('有书面记录', 'Minuted'),
    quorate: flag('到会人数与表决合规', 'Quorum and majority reached'),
    recusalObserved: flag('应回避人员已回避', 'Recusals observed'),
    members: z.int().min(1).max(1000).meta(label('应到人数', 'Members')).optional(),
    present: z.int().min(1).max(1000).meta(label('实到人数', 'Present')).optional(),
    votesFor: z.int().min(0).max(1000).meta(label('赞成', 'For')),
    votesAgainst: z.int().min(0).max(1000).meta(label('反对', 'Against')),
    abstentions: z.int().min(0).max(1000).meta(label('弃权', 'Abstentions')),
    recused: z
      .array(line('回避人', 'Recused person'))
      .max(50)
      .meta(label('回避人员', 'Recused persons'))
      .default([]),
    reason: text('理由', 'Reasons').optional(),
  }),
} as const

const { latest } = readers(decisionData)

/** What a procedure says of its decision. */
export interface DecisionRules {
  readonly stage: string
  readonly after: readonly Rule<ActsState>[]
  rests(state: ActsState): readonly (Day | undefined)[]
  /** The action of the law that guards it. */
  readonly action?: string
}

/** The step of a decision: what was rejected ends the case, what was deferred is decided again. */
export function decisionStep(kind: DecisionRules): Readonly<Record<'decided', StepRule>> {
  return {
    decided: {
      label: label('集体决策', 'Record the decision'),
      who: ['leaders'],
      data: decisionData.decided,
      inBulk: true,
      stage: kind.stage,
      ...(kind.action !== undefined && { action: kind.action }),
      done: [
        when(isDecided, 'already-decided', '该事项已经集体决策。', 'The matter has been decided.'),
      ],
      ahead: kind.after,
      rests: (state) => kind.rests(state),
      needed: (state) => !isDecided(state),
      wrong: (_state, data) => wrongCount(data as z.infer<typeof decisionData.decided>),
      leads: ({ result }) => (result === 'rejected' ? 'rejected' : undefined),
    },
  }
}

/** Whether the matter was decided for. */
export function isDecided(state: ActsState): boolean {
  return latest(state, 'decided')?.data.result === 'passed'
}

/** The decision in the words of the law. */
export function decisionFacts(state: ActsState): Readonly<Record<string, unknown>> {
  const decision = latest(state, 'decided')
  if (!decision) return { decidedOn: null, decisionResult: null }
  const { result, minuted, quorate, recusalObserved, members, present, votesFor } = decision.data
  return {
    decidedOn: decision.on,
    decisionResult: result,
    decisionMinuted: minuted,
    decisionQuorate: quorate,
    recusalObserved,
    ...(members !== undefined && { decisionMembers: members }),
    ...(present !== undefined && { decisionPresent: present }),
    decisionVotesFor: votesFor,
  }
}

/** Stops an act while nothing was decided for it. */
export const notDecided: Rule<ActsState> = when(
  (state) => !isDecided(state),
  'not-decided',
  '请先经集体决策通过。',
  'The leadership has not passed it yet.',
)

/** The decision that passed. */
export function decisionIn(state: ActsState) {
  const decision = latest(state, 'decided')
  return decision?.data.result === 'passed' ? decision : undefined
}

/** Who is not there does not vote, and nobody is there who is no member. */
export function wrongCount(decision: {
  readonly members?: number | undefined
  readonly present?: number | undefined
  readonly votesFor: number
  readonly votesAgainst: number
  readonly abstentions: number
}): OutOfOrder | undefined {
  const { members, present, votesFor, votesAgainst, abstentions } = decision
  if (members !== undefined && present !== undefined && present > members) {
    return {
      code: 'more-present-than-members',
      detail: {
        zh: `实到${present}人，多于应到${members}人；请核对会议记录。`,
        en: `${present} were present of ${members} members; compare the minutes.`,
      },
    }
  }
  const votes = votesFor + votesAgainst + abstentions
  if (present === undefined || votes <= present) return undefined
  return {
    code: 'more-votes-than-present',
    detail: {
      zh: `赞成、反对、弃权共${votes}票，多于实到${present}人；请核对会议记录。`,
      en: `${votes} votes of ${present} present; compare the minutes.`,
    },
  }
}
