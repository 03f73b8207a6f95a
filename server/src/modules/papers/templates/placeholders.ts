// The placeholders of a template held against those there are.
import type { Placeholder } from '@yizhuan/procedures'

/** The names a template may use: single values, and lists with their columns. */
export interface Known {
  readonly values: readonly string[]
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** The one without which a paper could not be checked. */
  readonly proof: string
}

/** A tag as it stands in a template. */
export interface Tag {
  readonly name: string
  readonly kind: 'value' | 'open' | 'close'
}

/** A name that the paper does not know where it stands. */
export interface UnknownName {
  readonly name: string
  /** The one that may be meant. */
  readonly nearest?: string
  /** It is a column of this list, and stands outside of it. */
  readonly outside?: string
}

/** The names that a paper gives. */
export function knownOf(placeholders: readonly Placeholder[], proof: string): Known {
  const values = placeholders.filter(({ columns }) => columns === undefined)
  const lists = placeholders.flatMap(({ name, columns }) =>
    columns ? [[name, columns.map((column) => column.name)] as const] : [],
  )
  return { values: values.map(({ name }) => name), lists: Object.fromEntries(lists), proof }
}

/** The names in a template that its paper does not know, each once. Columns are known inside their list. */
export function unknownNames(tags: readonly Tag[], known: Known): readonly UnknownName[] {
  const inside: string[] = []
  const found = new Map<string, UnknownName>()
  for (const { name, kind } of tags) {
    if (kind === 'close') inside.pop()
    const columns = inside.flatMap((list) => known.lists[list] ?? [])
    const allowed = kind === 'value' ? [...known.values, ...columns] : Object.keys(known.lists)
    if (kind !== 'close' && !allowed.includes(name)) found.set(name, unknown(name, allowed, known))
    if (kind === 'open') inside.push(name)
  }
  return [...found.values()]
}

function unknown(name: string, allowed: readonly string[], { lists }: Known): UnknownName {
  const outside = Object.keys(lists).find((list) => lists[list]?.includes(name))
  if (outside !== undefined) return { name, outside }
  const nearest = nearestOf(name, [...allowed, ...Object.values(lists).flat()])
  return nearest === undefined ? { name } : { name, nearest }
}

/** The name that needs the fewest changes, unless it would be another word altogether. */
function nearestOf(name: string, names: readonly string[]): string | undefined {
  const scored = names.map((one) => ({ one, far: distance(name, one) }))
  const best = scored.sort((a, b) => a.far - b.far)[0]
  const isNear = best && best.far > 0 && best.far < Math.max(name.length, best.one.length) * 0.7
  return isNear ? best.one : undefined
}

/** How many signs must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    before = row
  }
  return before[b.length] ?? 0
}
