import type { EvaluationsWire } from '@yizhuan/server/wire/disclosures/evaluation'
import type { Values } from './filled.ts'

/** A decision about filing as the evaluations of an achievement hold it. */
export type Decision = EvaluationsWire['items'][number]

/** What is said of it in words. */
export interface NotFiled {
  readonly number: string
  readonly title: string
  readonly evaluator: string
  readonly day: string
  readonly reason: string
}

/**
 * What a decision not to file says already, for the dossier of relief that is opened about it. What
 * started it and whom it concerns nobody knows but whoever opens it.
 */
export function prefillNotFiled(
  achievement: { readonly number: string; readonly title: string },
  { heldOn, evaluator, reason, words }: Decision,
  say: (key: 'title' | 'conduct', facts: NotFiled) => string,
  reasonWords: string,
): Values {
  const { number, title } = achievement
  const facts = {
    number,
    title,
    evaluator,
    day: heldOn,
    reason: reason === null ? '' : reasonWords,
  }
  return {
    title: say('title', facts),
    conduct: [say('conduct', facts), words].filter(Boolean).join('\n'),
    conductOn: heldOn,
  }
}
