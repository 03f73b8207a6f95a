import type { Fen } from '@yizhuan/kit'
import type { ProblemCode } from './problem-codes.ts'

/** What a reader of one cell found: the value, and what a person must be told about it. */
export interface Parsed<Value> {
  readonly value: Value
  readonly problems: readonly ProblemCode[]
  /** What a formula without a stored result would give. */
  readonly computed?: Fen
}

export function parsed<Value>(value: Value, ...problems: readonly ProblemCode[]): Parsed<Value> {
  return { value, problems }
}
