// What steps say of each other: one waits for another, or is done once.
import { type ActsState, has } from './acts-state.ts'
import { type Rule, when } from './order.ts'

/** Stops an act until another is in the record. */
export const needs = (type: string, code: string, zh: string, en: string): Rule<ActsState> =>
  when((state) => !has(state, type), code, zh, en)

/** Stops an act once another is in the record. */
export const once = (type: string, code: string, zh: string, en: string): Rule<ActsState> =>
  when((state) => has(state, type), code, zh, en)
