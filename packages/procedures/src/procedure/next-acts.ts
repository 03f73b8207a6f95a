// What may come next: the acts the record allows, each with what the law says of it before its form
// is filled in.
import type { Day, Words } from '@yizhuan/kit'
import type { Assessment, Because, Verdict } from '@yizhuan/law'
import { assessCase, verdictIn } from './assess-case.ts'
import type { DecideContext } from './decide.ts'
import { alreadyDone, notYet } from './order.ts'
import type { ActRule, Procedure } from './procedure.ts'
import type { Role } from './roles.ts'
import type { CommonState } from './state.ts'

/** An act that is possible now, and what the law says of it before its form is filled in. */
export interface NextAct {
  readonly type: string
  readonly label: Words
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
export function nextActs<State extends CommonState>(
  procedure: Procedure<State>,
  context: DecideContext,
  state: State,
  mine?: readonly Role[],
  now: Assessment = assessCase(procedure, context, state, context.today),
): readonly NextAct[] {
  return Object.entries(procedure.acts)
    .filter(([type]) => !alreadyDone(procedure, state, type) && !notYet(procedure, state, type))
    .filter(([, rule]) => !rule.wrongInLaw?.(context, state, undefined, context.today))
    .filter(([, { who }]) => mine === undefined || who.some((role) => mine.includes(role)))
    .map(([type, rule]) => nextAct(type, rule, verdictThen(procedure, context, state, now, type)))
}

function nextAct<State extends CommonState>(
  type: string,
  { label, action, who }: ActRule<State>,
  verdict: Verdict | undefined,
): NextAct {
  const because = verdict?.because ?? []
  const opens = because
    .flatMap((one) => one.opens ?? [])
    .sort()
    .at(-1)
  return {
    type,
    label,
    ...(action === undefined ? {} : { action }),
    can: verdict?.can ?? 'yes',
    because,
    warnings: verdict?.warnings ?? [],
    missing: [...new Set(because.flatMap(({ missing }) => missing))],
    who,
    ...(opens === undefined ? {} : { opens }),
  }
}

/** The day from which an act may be done, where that lies ahead; a draft's day counts as well. */
export function waitsUntil({ because, warnings }: Verdict, today: Day): Day | undefined {
  return [...because, ...warnings]
    .flatMap(({ opens }) => (opens !== undefined && opens > today ? [opens] : []))
    .sort()
    .at(-1)
}

/**
 * The verdict before a form is filled in. A certificate of a notice is judged as if the notice were
 * taken down today, but only once its period is over: until then the law says when it opens.
 */
export function verdictThen<State extends CommonState>(
  procedure: Procedure<State>,
  context: DecideContext,
  state: State,
  now: Assessment,
  type: string,
): Verdict | undefined {
  const { today } = context
  const verdict = verdictIn(procedure, now, type)
  const then = procedure.acts[type]?.foreseen?.(state, today)
  if (!then || (verdict && waitsUntil(verdict, today) !== undefined)) return verdict
  return verdictIn(procedure, assessCase(procedure, context, then, today), type)
}
