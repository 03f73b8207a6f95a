// The mode a case runs in, and from when on it earns.
import { has } from '../../procedure/acts-state.ts'
import type { Mode } from '../../procedure/fields.ts'
import type { CaseState } from '../state.ts'
import { when } from '../step.ts'

/** The mode as chosen, or as the terms say it by now. */
export function modeOf({ negotiation, terms }: CaseState): Mode | undefined {
  return terms?.mode ?? negotiation?.data.mode
}

/** The mode whose steps a case takes: other ways are handled as the one they are nearest to. */
export function routeOf(state: CaseState): Mode | undefined {
  const mode = modeOf(state)
  return mode === 'other' ? (state.negotiation?.data.mappedTo ?? mode) : mode
}

/** The institution exploits the achievement itself: there is nobody to agree with. */
export function isAlone(state: CaseState): boolean {
  return routeOf(state) === 'self_implementation'
}

/** Since the contract, the start of production or the first acceptance of an open licence, money may come. */
export function isUnderway(state: CaseState): boolean {
  return (
    state.signing !== undefined ||
    has(state, 'productionStarted') ||
    has(state, 'openLicenceAccepted')
  )
}

/** The day since which money may come. */
export function underwaySince(state: CaseState) {
  const started = state.acts['productionStarted'] ?? state.acts['openLicenceAccepted']
  return state.signing?.on ?? started?.[0]?.on
}

/** What has begun to earn without a contract: own production, or an open licence that was accepted. */
export const inEffect = when(
  (s) => s.signing === undefined && isUnderway(s),
  'in-effect',
  '已投产或开放许可已被接受，不能再办理。',
  'Production has begun, or the open licence was accepted: it is in effect.',
)

/** A step of other modes than this case runs in. */
export const otherMode = (...modes: readonly Mode[]) =>
  when(
    (s) => !modes.some((mode) => mode === routeOf(s)),
    'other-mode',
    '该项目的转化方式没有这一步。',
    'The mode of this case has no such step.',
  )
