// What the record itself says to an act: bookkeeping, without a view on the law. That something was
// done already is asked before the law, that something is still to come only where the law is silent.
import type { Words } from '@yizhuan/kit'
import { actOf, type Procedure } from './procedure.ts'
import type { CaseStatus, CommonState } from './state.ts'

/** Why the record does not take an act: a stable code and what to do. */
export interface OutOfOrder {
  readonly code: string
  readonly detail: Words
}

/** A no of the record and when it is said. */
export interface Rule<State extends CommonState = CommonState> extends OutOfOrder {
  stops(state: State): boolean
}

/** A rule that stops an act while something holds. */
export function when<State extends CommonState>(
  stops: (state: State) => boolean,
  code: string,
  zh: string,
  en: string,
): Rule<State> {
  return { stops, code, detail: { zh, en } }
}

/** A rule that stops an act while something is not in the record. */
export function lacks<State extends CommonState>(
  what: (state: State) => unknown,
  code: string,
  zh: string,
  en: string,
): Rule<State> {
  return when((state: State) => what(state) === undefined, code, zh, en)
}

/** Why the record takes this act no more whatever it carries; undefined when it does. */
export function alreadyDone<State extends CommonState>(
  procedure: Procedure<State>,
  state: State | undefined,
  type: string,
): OutOfOrder | undefined {
  if (state === undefined) return type === procedure.opening ? undefined : notOpen
  return endedBy(procedure, state, type) ?? firstOf(actOf(procedure, type)?.done, state)
}

/** What the act would rest on and is not there yet; undefined when all of it is. */
export function notYet<State extends CommonState>(
  procedure: Procedure<State>,
  state: State | undefined,
  type: string,
): OutOfOrder | undefined {
  return state && firstOf(actOf(procedure, type)?.ahead, state)
}

const notOpen: OutOfOrder = {
  code: 'not-open',
  detail: { zh: '项目尚未立项。', en: 'The case is not open yet.' },
}
const isOpenAlready: OutOfOrder = {
  code: 'already-open',
  detail: { zh: '项目已立项。', en: 'The case is open already.' },
}
const over = (status: CaseStatus): OutOfOrder => ({
  code: `case-${status}`,
  detail: { zh: '项目已结束，不能再办理。', en: 'The case has ended.' },
})

function endedBy<State extends CommonState>(
  { afterEnd, opening }: Procedure<State>,
  { status }: State,
  type: string,
): OutOfOrder | undefined {
  if (type === opening) return isOpenAlready
  if (status === 'open' || status === 'suspended') return undefined
  return afterEnd?.[status]?.includes(type) === true ? undefined : over(status)
}

function firstOf<State extends CommonState>(
  rules: readonly Rule<State>[] | undefined,
  state: State,
): OutOfOrder | undefined {
  const rule = rules?.find((one) => one.stops(state))
  return rule && { code: rule.code, detail: rule.detail }
}

/** Every no of the record of some procedures, for those who explain them. */
export function recordRefusals(procedures: readonly Procedure[]): readonly OutOfOrder[] {
  return [
    notOpen,
    isOpenAlready,
    ...(['closed', 'rejected', 'withdrawn', 'terminated'] as const).map(over),
    ...procedures.flatMap(({ acts }) =>
      Object.values(acts).flatMap(({ done = [], ahead = [], wrongs = [] }) => [
        ...done,
        ...ahead,
        ...wrongs,
      ]),
    ),
  ]
}
