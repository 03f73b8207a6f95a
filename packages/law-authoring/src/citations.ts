import { isMapping, type Mapping, type PackSource } from './pack-source.ts'

/** A place in a source, and what in the pack points there. */
export interface Citation {
  readonly where: string
  readonly source: string
  readonly at: string
}

/** The first source of a pack: what an address without a source means. */
export function homeOf(source: PackSource): string {
  const sources = source.head['sources']
  const first: unknown = Array.isArray(sources) ? sources[0] : undefined
  return isMapping(first) ? String(first['id']) : ''
}

/** `a14.p1.i3` or `gd-2025#a14.p1.i3` as source and address. */
export function parseCitation(text: string, home: string): { source: string; at: string } {
  const mark = text.indexOf('#')
  return mark < 0
    ? { source: home, at: text }
    : { source: text.slice(0, mark), at: text.slice(mark + 1) }
}

/** Every citation in a pack, in the order of its documents. */
export function citationsOf(source: PackSource): Citation[] {
  const home = homeOf(source)
  const found: Citation[] = []
  const walk = (where: string, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(where, item)
    else if (isMapping(value))
      for (const [key, inner] of Object.entries(value))
        if (key === 'cite') found.push(...citedBy(where, inner, home))
        else walk(where, inner)
  }
  const each = (kind: string, documents: Mapping) => {
    for (const [id, value] of Object.entries(documents)) walk(`${kind} ${id}`, value)
  }
  each('parameter', source.parameters)
  each('definition', source.definitions)
  each('interpretation', source.interpretations)
  for (const norm of source.norms) walk(`norm ${String(norm['id'])}`, norm)
  return found
}

const citedBy = (where: string, value: unknown, home: string): Citation[] =>
  (Array.isArray(value) ? value : [value]).map((text) => ({
    where,
    ...parseCitation(String(text), home),
  }))

/** A source as its pack declares it. */
export interface DeclaredSource {
  readonly id: string
  readonly title: string
  readonly lacksText: boolean
  readonly scope: readonly string[]
}

/** The sources a pack declares, in order. */
export function declaredSources(source: PackSource): readonly DeclaredSource[] {
  const sources = source.head['sources']
  return (Array.isArray(sources) ? sources : []).filter(isMapping).map((each) => ({
    id: String(each['id']),
    title: String(isMapping(each['title']) ? each['title']['zh'] : ''),
    lacksText: each['lacksText'] === true,
    scope: Array.isArray(each['scope']) ? each['scope'].map(String) : [],
  }))
}

/** The ids of the sources a pack declares. */
export const sourceIdsOf = (source: PackSource): ReadonlySet<string> =>
  new Set(declaredSources(source).map(({ id }) => id))
