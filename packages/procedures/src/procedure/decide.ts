// The decider: an act is accepted when, with the act in the record, every norm that guards it is met.
// Nothing legal is decided anywhere else; the record adds only what is done already or still to come.
import type { Day } from '@yizhuan/kit'
import type { Because, Law, Verdict } from '@yizhuan/law'
import { parseActData } from './act-data.ts'
import { assessCase, type CaseAssessment, type Ground, verdictIn } from './assess-case.ts'
import { earliestDay } from './days.ts'
import type { Act, FileRef } from './entry.ts'
import { alreadyDone, notYet, type OutOfOrder } from './order.ts'
import { actOf, type Procedure } from './procedure.ts'
import type { Role } from './roles.ts'
import type { CommonState } from './state.ts'

/** The ground of the case, and the day on which one decides. */
export interface DecideContext extends Ground {
  readonly today: Day
}

/** An act somebody wants recorded at an instant, as having happened on a day. */
export interface Command {
  readonly type: string
  readonly on: Day
  readonly at: string
  readonly by: Act['by']
  readonly data: unknown
  readonly files?: readonly FileRef[]
  readonly lateReason?: string
}

/** A no that changes nothing. */
export type CaseRefusal =
  | { readonly code: 'role-not-allowed'; readonly roles: readonly Role[] }
  | { readonly code: 'on-in-future'; readonly today: Day }
  | { readonly code: 'notice-dated-back'; readonly today: Day }
  | { readonly code: 'before-what-it-rests-on'; readonly earliest: Day }
  | {
      readonly code: 'late-without-reason' | 'late-without-paper'
      readonly because: readonly Because[]
    }
  | { readonly code: 'not-possible'; readonly reason: OutOfOrder }
  | {
      readonly code: 'law-forbids'
      readonly action: string
      readonly because: readonly Because[]
      readonly missing: readonly string[]
    }

/** What the decider answers. `data` is the act's data as read, to be recorded. */
export type Decision<State extends CommonState = CommonState> =
  | {
      readonly kind: 'accepted'
      readonly data: Readonly<Record<string, unknown>>
      readonly after: State
      readonly assessment: CaseAssessment
      readonly warnings: readonly Because[]
    }
  | { readonly kind: 'refused'; readonly refusal: CaseRefusal }

/**
 * Decides one act. Refusals come in this order: role, what is done already, day, data (thrown),
 * record, law, what is still to come.
 *
 * @throws {InputError} when there is no such act, or its data is malformed: the field and the rule.
 */
export function decide<State extends CommonState>(
  procedure: Procedure<State>,
  context: DecideContext,
  state: State | undefined,
  command: Command,
): Decision<State> {
  const { type, on } = command
  const rule = actOf(procedure, type)
  if (rule && !rule.who.includes(command.by.role))
    return refused({ code: 'role-not-allowed', roles: rule.who })
  const over = alreadyDone(procedure, state, type)
  if (over) return refused({ code: 'not-possible', reason: over })
  const wrongDay = dayRefused(procedure, context, state, command)
  if (wrongDay) return refused(wrongDay)
  const data = parseActData(procedure, type, command.data)
  const reason =
    rule?.wrong?.(state, data, command.by, on, context.law.calendar) ??
    rule?.wrongPapers?.(data, command.files ?? []) ??
    rule?.wrongInLaw?.(context, state, data, on)
  if (reason) return refused({ code: 'not-possible', reason })

  const after = procedure.evolve(state, actIn(state, command, data))
  const assessment = assessCase(procedure, context, after, on)
  const verdict = verdictIn(procedure, assessment, type)
  if (verdict?.can === 'no') return forbidden(rule?.action, verdict)
  const early = notYet(procedure, state, type)
  if (early) return refused({ code: 'not-possible', reason: early })
  if (verdict?.can === 'unknown') return forbidden(rule?.action, verdict)
  // From here on the act is accepted.
  return { kind: 'accepted', data, after, assessment, warnings: verdict?.warnings ?? [] }
}

function refused(refusal: CaseRefusal): { readonly kind: 'refused'; refusal: CaseRefusal } {
  return { kind: 'refused', refusal }
}

function forbidden(action = '', { because }: Verdict) {
  const missing = [...new Set(because.flatMap((one) => one.missing))]
  return refused({ code: 'law-forbids', action, because, missing })
}

function actIn(
  state: CommonState | undefined,
  { type, on, at, by, files = [], lateReason }: Command,
  data: Act['data'],
): Act {
  const late = lateReason === undefined ? {} : { lateReason }
  return { seq: (state?.seq ?? 0) + 1, type, at, on, by, data, files, ...late }
}

function dayRefused<State extends CommonState>(
  procedure: Procedure<State>,
  { law, today }: DecideContext,
  state: State | undefined,
  { type, on, files = [], lateReason }: Command,
): CaseRefusal | undefined {
  if (on > today) return { code: 'on-in-future', today }
  // A notice is public from the day it is put up; it cannot have been up before it was.
  const rule = actOf(procedure, type)
  if (rule?.publishes && on !== today) return { code: 'notice-dated-back', today }
  const earliest = earliestDay(procedure, state, type)
  if (earliest !== undefined && on < earliest) return { code: 'before-what-it-rests-on', earliest }
  if (on === today) return undefined
  const because = deadlinesOf(law, rule?.action)
  if (because.length === 0) return undefined
  if (lateReason === undefined) return { code: 'late-without-reason', because }
  return files.length === 0 ? { code: 'late-without-paper', because } : undefined
}

/** The norms with a last day that this act settles, and that bind: for them the day it happened must be shown. */
function deadlinesOf(law: Law, action: string | undefined): readonly Because[] {
  return law.norms
    .filter(
      ({ settledBy, trees, blocks }) => blocks && trees.due !== undefined && settledBy === action,
    )
    .map(({ id, title, cites }) => ({ norm: id, title, cites, status: 'pending', missing: [] }))
}
