// The decider: an act is accepted when the record allows it and when, with the act in the record,
// every norm that guards it is met. Nothing legal is decided anywhere else.
import type { Day } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  type Because,
  type InstitutionReading,
  type InstitutionRule,
  type Law,
  parseFacts,
  type Verdict,
} from '@yizhuan/law'
import { actionOf, actWords, type Role, whoMay } from './act-rules.ts'
import { type ActType, actTypes, parseActData } from './acts.ts'
import { wrongAgainstRecord } from './against-record.ts'
import { factsOf } from './facts.ts'
import { type OutOfOrder, outOfOrder } from './order.ts'
import { type Act, type CaseState, evolve, latestNotice } from './state.ts'

/** Under which law, rules and readings, and on which day, one decides. */
export interface DecideContext {
  readonly law: Law
  readonly today: Day
  readonly rules?: readonly InstitutionRule[]
  /** Readings the institution chose, each from its day on. */
  readonly chosen?: readonly InstitutionReading[]
  /** Readings to look through for once. */
  readonly readings?: Readonly<Record<string, string>>
}

/** An act somebody wants recorded. */
export interface Command {
  readonly type: ActType
  readonly on: Day
  readonly by: Act['by']
  readonly data: unknown
}

/** A no that changes nothing. */
export type CaseRefusal =
  | { readonly code: 'role-not-allowed'; readonly roles: readonly Role[] }
  | { readonly code: 'on-in-future'; readonly today: Day }
  | { readonly code: 'notice-dated-back'; readonly today: Day }
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
      readonly assessment: Assessment
      readonly warnings: readonly Because[]
    }
  | { readonly kind: 'refused'; readonly refusal: CaseRefusal }

const publications: readonly ActType[] = [
  'noticePublished',
  'planNoticePublished',
  'changeNoticePublished',
]

/**
 * Decides one act. Refusals come in this order: role, day, data (thrown), order, record, law.
 *
 * @throws {InputError} when the data is malformed, naming the field and the rule.
 */
export function decide(
  context: DecideContext,
  state: CaseState | undefined,
  command: Command,
): Decision {
  const { type, on, by } = command
  if (!whoMay[type].includes(by.role))
    return refused({ code: 'role-not-allowed', roles: whoMay[type] })
  if (on > context.today) return refused({ code: 'on-in-future', today: context.today })
  // A notice is public from the day it is put up; it cannot have been up before it was.
  if (publications.includes(type) && on !== context.today) {
    return refused({ code: 'notice-dated-back', today: context.today })
  }
  const data = parseActData(type, command.data) as Readonly<Record<string, unknown>>
  const reason = outOfOrder(state, type) ?? wrongAgainstRecord(state, type, data)
  if (reason) return refused({ code: 'not-possible', reason })

  const after = evolve(state, { seq: (state?.seq ?? 0) + 1, type, on, by, data })
  const assessment = assessCase(context, after, on)
  const action = actionOf[type]
  const verdict = action === undefined ? undefined : assessment.actions[action]
  if (action !== undefined && verdict && verdict.can !== 'yes') {
    const missing = [...new Set(verdict.because.flatMap((because) => because.missing))]
    return refused({ code: 'law-forbids', action, because: verdict.because, missing })
  }
  // From here on the act is accepted.
  return { kind: 'accepted', data, after, assessment, warnings: verdict?.warnings ?? [] }
}

function refused(refusal: CaseRefusal): Decision {
  return { kind: 'refused', refusal }
}

/** What the law says of a case as its record shows it on a day. */
export function assessCase(
  context: Omit<DecideContext, 'today'>,
  state: CaseState,
  asOf: Day,
): Assessment {
  const { law, rules, chosen, readings } = context
  return assess(law, parseFacts(law, factsOf(state)), {
    asOf,
    ...(rules ? { rules } : {}),
    ...(chosen ? { chosen } : {}),
    ...(readings ? { readings } : {}),
  })
}

/** An act that is possible now, and what the law says of it before its form is filled in. */
export interface NextAct {
  readonly type: ActType
  readonly label: { readonly zh: string; readonly en: string }
  readonly action?: string
  /** "unknown" means that only the form's own facts are still missing. */
  readonly can: Verdict['can']
  readonly because: readonly Because[]
  readonly warnings: readonly Because[]
  readonly missing: readonly string[]
  readonly who: readonly Role[]
  readonly opens?: Day
}

/** The acts the record allows next, in the order of the main line, for everybody or for one's roles. */
export function nextActs(
  context: DecideContext,
  state: CaseState,
  mine?: readonly Role[],
): readonly NextAct[] {
  return actTypes
    .filter((type) => outOfOrder(state, type) === undefined)
    .filter((type) => mine === undefined || whoMay[type].some((role) => mine.includes(role)))
    .map((type) => nextAct(context, state, type))
}

function nextAct(context: DecideContext, state: CaseState, type: ActType): NextAct {
  const action = actionOf[type]
  const verdict = action === undefined ? undefined : verdictOf(context, state, type, action)
  const because = verdict?.because ?? []
  const opens = because
    .flatMap((one) => one.opens ?? [])
    .sort()
    .at(-1)
  return {
    type,
    label: actWords[type],
    ...(action === undefined ? {} : { action }),
    can: verdict?.can ?? 'yes',
    because,
    warnings: verdict?.warnings ?? [],
    missing: [...new Set(because.flatMap(({ missing }) => missing))],
    who: whoMay[type],
    ...(opens === undefined ? {} : { opens }),
  }
}

/**
 * The verdict before a form is filled in. A certificate of a notice is judged as if the notice were
 * taken down today, but only once its period is over: until then the law says when it opens.
 */
function verdictOf(
  context: DecideContext,
  state: CaseState,
  type: ActType,
  action: string,
): Verdict | undefined {
  const now = assessCase(context, state, context.today).actions[action]
  const notice = latestNotice(state)
  const waits = now?.because.some(({ opens }) => opens !== undefined && opens > context.today)
  if (type !== 'noticeCertified' || !notice || waits) return now
  const shown = { ...notice, lastShownOn: context.today }
  const certified = { ...state, notices: [...state.notices.slice(0, -1), shown] }
  return assessCase(context, certified, context.today).actions[action]
}
