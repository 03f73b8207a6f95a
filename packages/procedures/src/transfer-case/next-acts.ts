// What may come next: the acts the record allows, each with what the law says of it before its form
// is filled in.
import type { Day } from '@yizhuan/kit'
import type { Assessment, Because, Verdict } from '@yizhuan/law'
import { actionOf, actWords, type Role, whoMay } from './act-rules.ts'
import { type ActType, actTypes } from './acts.ts'
import { assessCase } from './assess-case.ts'
import { type DecideContext, verdictIn } from './decide.ts'
import { alreadyDone, notYet } from './order.ts'
import { type CaseState, latestNotice } from './state.ts'

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

/**
 * The acts the record allows next, in the order of the main line, for everybody or for one's roles.
 *
 * @param now  what the law says of the case today, where that is known already.
 */
export function nextActs(
  context: DecideContext,
  state: CaseState,
  mine?: readonly Role[],
  now: Assessment = assessCase(context, state, context.today),
): readonly NextAct[] {
  return actTypes
    .filter((type) => !alreadyDone(state, type) && !notYet(state, type))
    .filter((type) => mine === undefined || whoMay[type].some((role) => mine.includes(role)))
    .map((type) => nextAct(context, state, now, type))
}

function nextAct(
  context: DecideContext,
  state: CaseState,
  now: Assessment,
  type: ActType,
): NextAct {
  const action = actionOf[type]
  const verdict = verdictOf(context, state, now, type)
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
  now: Assessment,
  type: ActType,
): Verdict | undefined {
  const { today } = context
  const verdict = verdictIn(now, type)
  const taken = takenDown(state, type, today)
  const waits = verdict?.because.some(({ opens }) => opens !== undefined && opens > today)
  return taken && !waits ? verdictIn(assessCase(context, taken, today), type) : verdict
}

function takenDown(state: CaseState, type: ActType, today: Day): CaseState | undefined {
  const shown = { lastShownOn: today }
  const notice = latestNotice(state)
  if (type === 'noticeCertified' && notice)
    return { ...state, notices: [...state.notices.slice(0, -1), { ...notice, ...shown }] }
  if (type === 'planNoticeCertified' && state.plan)
    return { ...state, plan: { ...state.plan, ...shown } }
  if (type === 'changeNoticeCertified' && state.changeNotice)
    return { ...state, changeNotice: { ...state.changeNotice, ...shown } }
  return undefined
}
