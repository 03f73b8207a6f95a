// What the day itself brings about: an act of the service, once the waiting period of the law is over
// and nothing at all speaks against it. Where the law names no period, or warns, a person decides.
import type { Day } from '@yizhuan/kit'
import type { Assessment } from '@yizhuan/law'
import { verdictIn } from './assess-case.ts'
import type { DecideContext } from './decide.ts'
import { verdictThen, waitsUntil } from './next-acts.ts'
import { alreadyDone, notYet } from './order.ts'
import type { ActRule, Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** The act that is due by itself today; undefined for none. */
export function actByItself<State extends CommonState>(
  procedure: Procedure<State>,
  context: DecideContext,
  state: State,
  now: Assessment,
): { readonly type: string; readonly data: Readonly<Record<string, unknown>> } | undefined {
  const { today } = context
  for (const [type, rule] of waiting(procedure, state)) {
    const data = rule.byItself?.(state, today)
    if (data === undefined || !namesPeriod(now, rule)) continue
    const verdict = verdictThen(procedure, context, state, now, type)
    if (verdict?.can === 'yes' && verdict.warnings.length === 0) return { type, data }
  }
  return undefined
}

/** The day from which an act may come by itself; undefined while there is none to wait for. */
export function comesByItselfOn<State extends CommonState>(
  procedure: Procedure<State>,
  state: State,
  now: Assessment,
): Day | undefined {
  return waiting(procedure, state)
    .flatMap(([type]) => {
      const verdict = verdictIn(procedure, now, type)
      return (verdict && waitsUntil(verdict, now.asOf)) ?? []
    })
    .sort()[0]
}

function waiting<State extends CommonState>(procedure: Procedure<State>, state: State) {
  if (state.status !== 'open') return []
  return Object.entries(procedure.acts).filter(
    ([type, { byItself }]) =>
      byItself !== undefined &&
      !alreadyDone(procedure, state, type) &&
      !notYet(procedure, state, type),
  )
}

/** Whether a norm that the act settles speaks of this case. */
function namesPeriod<State extends CommonState>(
  { findings }: Assessment,
  { action }: ActRule<State>,
): boolean {
  return findings.some(({ settledBy, status }) => settledBy === action && status !== 'na')
}
