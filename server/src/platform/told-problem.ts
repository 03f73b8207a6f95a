import type { Words } from '@yizhuan/kit'
import { Problem, type ProblemParts } from './problem.ts'

/** A problem as it is kept: its words in both languages. */
export interface ToldProblem {
  readonly status: number
  readonly code: string
  readonly title: Words
  readonly detail: Words
  readonly parts: ProblemParts
}

export function tellProblem({ status, code, title, detail, parts }: Problem): ToldProblem {
  return { status, code, title, detail, parts }
}

export function toldProblem({ status, code, title, detail, parts }: ToldProblem): Problem {
  return new Problem(status, code, title, detail, parts)
}
