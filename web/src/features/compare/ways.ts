import type { StackWire } from '../../api/laws.ts'

/** The two sides of a comparison. */
export const sides = ['before', 'after'] as const
export type SideName = (typeof sides)[number]

/** How both sides are looked at, as it stands in the address. */
export interface Ways {
  readonly before: string
  readonly after: string
  readonly beforeDay: string | undefined
  readonly afterDay: string | undefined
  readonly beforeReading: string | undefined
  readonly afterReading: string | undefined
}

type Get = (name: string) => string | undefined

/** Reads both ways from the address. A deal from a form knows no institution, so no rules of one. */
export function waysFrom(get: Get, stacks: readonly StackWire[], isForm: boolean): Ways {
  const [first, second] = stacks.filter(({ hasMoney }) => hasMoney).map(({ id }) => id)
  return {
    before: get('before') ?? (isForm ? (first ?? '') : 'own'),
    after: get('after') ?? (isForm ? (second ?? first ?? '') : 'place'),
    beforeDay: get('beforeDay'),
    afterDay: get('afterDay'),
    beforeReading: get('beforeReading'),
    afterReading: get('afterReading'),
  }
}

/**
 * The laws to choose from: the institution's own, that of its place, and every pack by revision; the
 * newest goes by the name of the pack alone, as in an address that names no revision.
 */
export function lawChoices(
  stacks: readonly StackWire[],
  isForm: boolean,
): readonly { readonly value: string; readonly stack?: StackWire; readonly revision?: number }[] {
  const own = isForm ? [] : [{ value: 'own' }, { value: 'place' }]
  return [
    ...own,
    ...stacks.flatMap((stack) =>
      stack.revisions.length < 2 || isForm
        ? [{ value: stack.id, stack }]
        : stack.revisions.map((revision) => ({
            value: revision === stack.revision ? stack.id : `${stack.id}@r${revision}`,
            stack,
            revision,
          })),
    ),
  ]
}
