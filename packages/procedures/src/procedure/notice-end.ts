// Which action of the law ends the notice that stands.
import type { Procedure } from './procedure.ts'
import type { CommonState } from './state.ts'

/** The action that ends the notice of a procedure with one; undefined for any other. */
export function certifiesIn<State extends CommonState>(
  { notice }: Procedure<State>,
  state: State,
): string | undefined {
  return notice?.certifiesAgain?.(state) ?? notice?.certifies
}
