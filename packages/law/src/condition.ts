// Nearly half of all conditions ask one fact for one code. They are asked here and not through a
// closure of their own: that saves a call and, what costs more, three places in memory.
import type { Env, Evaluate } from './evaluate.ts'
import { type Result, Unknown, type Value } from './value.ts'

/** What is only asked whether it holds: a closure, or one fact that is to be a code, or not to be it. */
export interface Condition {
  readonly run: Evaluate | undefined
  /** Place of the fact. */
  readonly place: number
  readonly code: Value
  readonly isWanted: boolean
}

/** A fact that is to be a code, or not to be it. */
export type FactTest = Omit<Condition, 'run'>

/** Both kinds of one shape: what is asked a hundred times a case is then asked in one way. */
export function conditionOf(run: Evaluate, test: FactTest | undefined): Condition {
  const { place, code, isWanted } = test ?? NO_TEST
  return { run: test ? undefined : run, place, code, isWanted }
}

const NO_TEST: FactTest = { place: 0, code: null, isWanted: true }

/** Whether a condition holds. */
export function ask({ run, place, code, isWanted }: Condition, env: Env): Result {
  if (run !== undefined) return run(env)
  const value = env.facts.at(place)
  return value instanceof Unknown ? value : (value === code) === isWanted
}
