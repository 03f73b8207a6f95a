import { type Accepted, type NotRecorded, toProblem } from '../cases/index.ts'

/** The act as recorded. @throws {Problem} the no of the case, which takes back what was written with it. */
export function recorded(outcome: Accepted | NotRecorded): Accepted {
  if (outcome.kind === 'refused') throw toProblem(outcome)
  return outcome
}
