import type { Day } from '@yizhuan/kit'
import type { Expected } from './terms.ts'

/** A payment as it is registered, and whether anybody invoiced, paid or wrote off some of it. */
export interface Registered {
  readonly key: string
  readonly minor: bigint | null
  readonly dueOn: Day | null
  readonly isTouched: boolean
}

/**
 * What an amendment makes of one payment.
 *
 * `fixed` stays as it was though the new terms say otherwise: it was due before, or money moved on it.
 * `leftOut` is new and was due before the amendment takes effect.
 */
export type Change =
  | { readonly is: 'added' | 'leftOut'; readonly next: Expected }
  | { readonly is: 'changed'; readonly former: Registered; readonly next: Expected }
  | { readonly is: 'same' | 'fixed' | 'dropped'; readonly former: Registered }

/** Compares what is registered with new terms that hold from a day on: only the future changes. */
export function reschedule(
  former: readonly Registered[],
  next: readonly Expected[],
  from: Day | null,
): readonly Change[] {
  const known = new Map(former.map((line) => [line.key, line]))
  const wanted = new Set(next.map(({ key }) => key))
  const isPast = ({ dueOn }: { dueOn: Day | null }) =>
    from !== null && dueOn !== null && dueOn < from
  const changes = next.map((line): Change => {
    const before = known.get(line.key)
    if (!before) return { is: isPast(line) ? 'leftOut' : 'added', next: line }
    if (before.minor === line.minor && before.dueOn === line.dueOn) {
      return { is: 'same', former: before }
    }
    return before.isTouched || isPast(before) || isPast(line)
      ? { is: 'fixed', former: before }
      : { is: 'changed', former: before, next: line }
  })
  const gone = former
    .filter(({ key }) => !wanted.has(key))
    .map(
      (line): Change => ({
        is: line.isTouched || isPast(line) ? 'fixed' : 'dropped',
        former: line,
      }),
    )
  return [...changes, ...gone]
}
