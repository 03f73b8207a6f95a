// Things that stand below each other, as a section of a department of an institution.

/** Something, and what it stands directly below. */
export interface Placed {
  readonly id: string
  readonly parentId: string | null
}

/** Whether one is another, or stands somewhere below it. */
export function isBelow(all: readonly Placed[], id: string, other: string): boolean {
  const parents = new Map(all.map((one) => [one.id, one.parentId]))
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === other) return true
    seen.add(at)
  }
  return false
}

/** As a list reads: each followed by those below it, with how deep it stands. */
export function inTree<One extends Placed>(
  all: readonly One[],
): readonly { readonly one: One; readonly depth: number }[] {
  const known = new Set(all.map(({ id }) => id))
  const below = (parent: string | null, depth: number): { one: One; depth: number }[] =>
    all
      .filter(
        ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent,
      )
      .flatMap((one) => [{ one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}
