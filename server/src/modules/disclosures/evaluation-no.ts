import type { Refusal } from '@yizhuan/kit'
import type { Problem } from '../../platform/problem.ts'
import { toProblem } from './disclosure.refusals.ts'
import type { EvaluateRefusals } from './evaluation.commands.ts'
import { evaluationProblem, isOfEvaluation } from './evaluation.refusals.ts'

/** What a person reads for every no of recording an evaluation, of the evaluation or of its achievement. */
export function evaluationNo(refusal: Refusal<EvaluateRefusals>): Problem {
  return isOfEvaluation(refusal) ? evaluationProblem(refusal) : toProblem(refusal)
}
