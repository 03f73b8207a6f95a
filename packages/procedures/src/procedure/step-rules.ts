// What steps say of each other: one waits for another, or is done once.
import { type ActsState, has } from './acts-state.ts'
import { type Rule, when } from './order.ts'

/** Stops an act until another is in the record. */
export const needs = (type: string, code: string, zh: string, en: string): Rule<ActsState> =>
  when((state) => !has(state, type), code, zh, en)

/** Stops an act once another is in the record. */
export const once = (type: string, code: string, zh: string, en: string): Rule<ActsState> =>
  when((state) => has(state, type), code, zh, en)

/**
 * What a new screening takes back: a special approval given for less than it found. What the former
 * screening said yes to was before whoever approved it.
 */
export function approvalOutgrown(
  data: Readonly<Record<string, unknown>>,
  state: ActsState,
): readonly string[] {
  const before = state.acts['screened']?.at(-1)?.data ?? {}
  const flags = ['stateSecret', 'nationalSecurity', 'keyTechnology']
  const isWider = flags.some((flag) => data[flag] !== 'no' && (before[flag] ?? 'no') === 'no')
  return isWider ? ['specialApprovalRecorded'] : []
}
