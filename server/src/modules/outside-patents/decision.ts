import { accept, type Outcome, refuse, type Words } from '@yizhuan/kit'

/** What an officer may find of a patent of others. */
export const decisionWords = {
  ours_by_agreement: {
    zh: '按约定归他方，本单位有约定权益',
    en: 'Settled by an agreement of ours',
  },
  private_right: { zh: '非职务发明，归个人或他方', en: 'A private right' },
  namesake: { zh: '同名，不是本单位人员', en: 'A namesake' },
  to_be_claimed: { zh: '应主张权利', en: 'To be claimed' },
} as const satisfies Record<string, Words>
export type Decision = keyof typeof decisionWords
export const decisions = Object.keys(decisionWords) as [Decision, ...Decision[]]

/** What somebody says who may be named. */
export const answerWords = {
  service: { zh: '职务发明', en: 'Made in my work here' },
  private: { zh: '非职务发明', en: 'Not made in my work here' },
  not_me: { zh: '不是本人', en: 'It is not me' },
} as const satisfies Record<string, Words>
export type Answer = keyof typeof answerWords
export const answers = Object.keys(answerWords) as [Answer, ...Answer[]]

/** Why a decision or an answer is not taken. */
export interface DecisionRefusals {
  'claim-without-task': Record<string, never>
  'claim-without-day': Record<string, never>
  'task-without-claim': Record<string, never>
  'due-in-past': { readonly today: string }
}

/** Whether a decision may stand: a claim has a task and a day by which it is done, the others have none. */
export function decideFinding(
  told: {
    readonly decision: Decision
    readonly task: string | null
    readonly dueOn: string | null
  },
  today: string,
): Outcome<true, DecisionRefusals> {
  const { decision, task, dueOn } = told
  if (decision !== 'to_be_claimed') {
    return task === null && dueOn === null ? accept(true) : refuse('task-without-claim', {})
  }
  if (task === null) return refuse('claim-without-task', {})
  if (dueOn === null) return refuse('claim-without-day', {})
  return dueOn < today ? refuse('due-in-past', { today }) : accept(true)
}
