// A meeting is called with its agenda; and a step that is finished may be taken anew, for a reason.
import { z } from 'zod'
import { code, dayAhead, flag, label, line, text } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import { tto } from '../../procedure/roles.ts'
import { inEffect } from '../modes/mode.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, type Change, isSigned, when } from '../step.ts'

/** The steps that may be taken anew while nothing is signed. */
const redone = ['screening', 'title', 'review', 'decision'] as const

export const meetingData = {
  meetingCalled: z.strictObject({
    meetsOn: dayAhead('会议日期', 'Day of the meeting'),
    body: code(['party_committee', 'management', 'company'], '会议', 'Body'),
    agenda: text('议题', 'Agenda'),
    noticeAttached: flag(
      '附公示结果或不需公示的说明',
      'Result of the notice, or why there is none, attached',
    ),
    toRecuse: z
      .array(line('应回避人', 'Person to recuse'))
      .max(50)
      .meta(label('应回避人员', 'Persons to recuse'))
      .default([]),
  }),
  stepRedone: z.strictObject({
    step: code(redone, '重新办理的步骤', 'Step to take anew'),
    cause: code(['policy_change', 'error', 'new_facts'], '原因类别', 'Kind of reason'),
    reason: text('理由', 'Reason'),
    approvedBy: line('批准人', 'Approved by'),
  }),
} as const

type Redo = z.infer<typeof meetingData.stepRedone>

export const meetingSteps = {
  meetingCalled: {
    label: label('安排上会', 'Call the meeting'),
    who: [...tto, 'leaders'],
    data: meetingData.meetingCalled,
    stage: 'decision',
    done: [
      isSigned,
      when(
        (s) => s.decision?.data.result === 'passed',
        'already-decided',
        '该事项已经集体决策。',
        'The matter has been decided.',
      ),
    ],
    ahead: [
      when(
        (s) => s.review?.data.outcome !== 'passed',
        'not-reviewed',
        '请先审核方案。',
        'Review the proposal first.',
      ),
    ],
    rests: ({ review }) => [review?.on],
  },
} as const satisfies Readonly<Record<string, CaseStep>>

export const redoSteps = {
  stepRedone: {
    label: label('重新办理已完成的步骤', 'Take a finished step anew'),
    who: ['tto_reviewer', 'leaders'],
    data: meetingData.stepRedone,
    done: [isSigned, inEffect],
    rests: ({ lastOn }) => [lastOn],
    wrong: (state, data) => wrongRedo(state, data as Redo),
    // The old act stays in the record; it only counts no more.
    changes: (data) => forgotten[(data as Redo).step],
  },
} as const satisfies Readonly<Record<string, CaseStep>>

/** What each step that is taken anew takes with it. */
const forgotten: Readonly<Record<Redo['step'], Change>> = {
  screening: { screening: undefined },
  title: { title: undefined, titleOpen: undefined },
  review: { review: undefined, decision: undefined },
  decision: { decision: undefined },
}

function wrongRedo(state: CaseState | undefined, { step }: Redo): OutOfOrder | undefined {
  const taken: Readonly<Record<Redo['step'], unknown>> = {
    screening: state?.screening,
    title: state?.title ?? state?.titleOpen,
    review: state?.review,
    decision: state?.decision,
  }
  if (taken[step] !== undefined) return undefined
  return {
    code: 'step-not-taken',
    detail: {
      zh: '这一步尚未办理，直接办理即可。',
      en: 'That step was not taken yet; just take it.',
    },
  }
}

/** Whoever was to leave the room is on the list of those who did. */
export function wrongRecusal(
  state: CaseState | undefined,
  {
    recused,
    recusalObserved,
  }: { readonly recused: readonly string[]; readonly recusalObserved: boolean },
): OutOfOrder | undefined {
  const called = state?.acts['meetingCalled']?.at(-1)?.data as
    | z.infer<typeof meetingData.meetingCalled>
    | undefined
  const stayed = called?.toRecuse.filter((name) => !recused.includes(name)) ?? []
  if (stayed.length === 0 || !recusalObserved) return undefined
  return {
    code: 'recusal-missing',
    detail: {
      zh: `应回避的${stayed.join('、')}不在回避名单中；请核对会议记录。`,
      en: `${stayed.join(', ')} should have recused and is not on the list; compare the minutes.`,
    },
  }
}
