import type { Words } from '@yizhuan/kit'
import { Problem } from '../../platform/problem.ts'

type Answered<Refusal> =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/**
 * Passes what a register accepts of a row. What it refuses takes the whole import back: a row whose change is
 * dropped would be counted as written.
 *
 * @throws {Problem} the register's own, with the row in front.
 */
export function takenIn<Refusal>(
  outcome: Answered<Refusal>,
  problemOf: (refusal: Refusal) => Problem,
  { place }: { readonly place: { readonly sheet: string; readonly row: number } },
): void {
  if (outcome.kind === 'accepted') return
  const { status, code, title, detail, parts } = problemOf(outcome.refusal)
  const at = `${place.sheet} · ${place.row}`
  const said: Words = { zh: `${at}：${detail.zh}`, en: `${at}: ${detail.en}` }
  throw new Problem(status, code, title, said, parts)
}
