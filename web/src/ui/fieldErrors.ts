import { ApiProblem, type FieldProblem } from '../api/problem.ts'

/** What a refusal says of each field of a form, and whether a field of the form shows it. */
export function fieldErrors(error: unknown, fields: readonly string[]) {
  const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : []
  const fieldOf = ({ pointer }: FieldProblem) =>
    fields.find((field) => pointer === `#/${field}` || pointer.startsWith(`#/${field}/`))
  return {
    at: (field: string) => errors.find((one) => fieldOf(one) === field)?.detail,
    shown: (problem: FieldProblem) => fieldOf(problem) !== undefined,
  }
}
