// The decider: an act is accepted when, with the act in the record, every norm that guards it is met.
// Nothing legal is decided anywhere else; the record adds only what is done already or still to come.
import type { Day } from '@yizhuan/kit'
import type { Assessment, Because, Law, Verdict } from '@yizhuan/law'
import { actionOf, type Role, whoMay } from './act-rules.ts'
import { type ActType, parseActData } from './acts.ts'
import { wrongAgainstRecord } from './against-record.ts'
import { assessCase, type CaseAssessment, type Ground } from './assess-case.ts'
import { earliestDay } from './days.ts'
import type { Act, FileRef } from './entry.ts'
import { evolve } from './evolve.ts'
import { alreadyDone, notYet, type OutOfOrder } from './order.ts'
import type { CaseState } from './state.ts'

/** The ground of the case, and the day on which one decides. */
export interface DecideContext extends Ground {
  readonly today: Day
}

/** An act somebody wants recorded at an instant, as having happened on a day. */
export interface Command {
  readonly type: ActType
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
export type Decision =
  | {
      readonly kind: 'accepted'
      readonly data: Readonly<Record<string, unknown>>
      readonly after: CaseState
      readonly assessment: CaseAssessment
      readonly warnings: readonly Because[]
    }
  | { readonly kind: 'refused'; readonly refusal: CaseRefusal }

const publications: readonly ActType[] = [
  'noticePublished',
  'planNoticePublished',
  'changeNoticePublished',
]

/**
 * Decides one act. Refusals come in this order: role, what is done already, day, data (thrown),
 * record, law, what is still to come.
 *
 * @throws {InputError} when the data is malformed, naming the field and the rule.
 */
export function decide(
  context: DecideContext,
  state: CaseState | undefined,
  command: Command,
): Decision {
  const { type, on } = command
  if (!whoMay[type].includes(command.by.role))
    return refused({ code: 'role-not-allowed', roles: whoMay[type] })
  const over = alreadyDone(state, type)
  if (over) return refused({ code: 'not-possible', reason: over })
  const wrongDay = dayRefused(context, state, command)
  if (wrongDay) return refused(wrongDay)
  const data = parseActData(type, command.data) as Readonly<Record<string, unknown>>
  const reason = wrongAgainstRecord(state, type, data)
  if (reason) return refused({ code: 'not-possible', reason })

  const after = evolve(state, actOf(state, command, data))
  const assessment = assessCase(context, after, on)
  const verdict = verdictIn(assessment, type)
  if (verdict?.can === 'no') return forbidden(type, verdict)
  const early = notYet(state, type)
  if (early) return refused({ code: 'not-possible', reason: early })
  if (verdict?.can === 'unknown') return forbidden(type, verdict)
  // From here on the act is accepted.
  return { kind: 'accepted', data, after, assessment, warnings: verdict?.warnings ?? [] }
}

function refused(refusal: CaseRefusal): Decision {
  return { kind: 'refused', refusal }
}

function forbidden(type: ActType, { because }: Verdict): Decision {
  const missing = [...new Set(because.flatMap((one) => one.missing))]
  return refused({ code: 'law-forbids', action: actionOf[type] ?? '', because, missing })
}

function actOf(
  state: CaseState | undefined,
  { type, on, at, by, files = [], lateReason }: Command,
  data: Act['data'],
): Act {
  const late = lateReason === undefined ? {} : { lateReason }
  return { seq: (state?.seq ?? 0) + 1, type, at, on, by, data, files, ...late }
}

/** The verdict of the law on an act; undefined for acts that no action of the law guards. */
export function verdictIn(assessment: Assessment, type: ActType): Verdict | undefined {
  const action = actionOf[type]
  return action === undefined ? undefined : assessment.actions[action]
}

function dayRefused(
  { law, today }: DecideContext,
  state: CaseState | undefined,
  { type, on, files = [], lateReason }: Command,
): CaseRefusal | undefined {
  if (on > today) return { code: 'on-in-future', today }
  // A notice is public from the day it is put up; it cannot have been up before it was.
  if (publications.includes(type) && on !== today) return { code: 'notice-dated-back', today }
  const earliest = earliestDay(state, type)
  if (earliest !== undefined && on < earliest) return { code: 'before-what-it-rests-on', earliest }
  if (on === today) return undefined
  const because = deadlinesOf(law, type)
  if (because.length === 0) return undefined
  if (lateReason === undefined) return { code: 'late-without-reason', because }
  return files.length === 0 ? { code: 'late-without-paper', because } : undefined
}

/** The norms with a last day that this act settles: for them the day it happened must be shown. */
function deadlinesOf(law: Law, type: ActType): readonly Because[] {
  return law.norms
    .filter(({ settledBy, trees }) => trees.due !== undefined && settledBy === actionOf[type])
    .map(({ id, title, cites }) => ({ norm: id, title, cites, status: 'pending', missing: [] }))
}
