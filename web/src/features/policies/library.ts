/** The article that a place lies in: `a14.p1.i3` lies in `a14`. */
export function articleAt<Article extends { readonly at: string }>(
  list: readonly Article[],
  hash: string,
): Article | undefined {
  const place = decodeURIComponent(hash.replace(/^#/, ''))
  return list.find(({ at }) => place === at || place.startsWith(`${at}.`))
}

/** How many articles have each state of their fingerprint. */
export function tallied(
  list: readonly { readonly fingerprint: string }[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { fingerprint } of list) counts[fingerprint] = (counts[fingerprint] ?? 0) + 1
  return counts
}

/** What a list of documents can be narrowed by. */
export interface DocumentFilter {
  readonly q: string | undefined
  readonly status: string | undefined
  readonly place: string | undefined
  /** `external` for law that nobody compared with the gazette, `compared` for the rest. */
  readonly origin: string | undefined
}

/** A document as far as filters ask. */
interface Filtered {
  readonly title: { readonly zh: string; readonly en: string }
  readonly number?: string | undefined
  readonly issuers: readonly string[]
  readonly status: string
  readonly jurisdiction: string
  readonly isExternal: boolean
}

/** The documents that a filter leaves; words are looked for in title, number and issuers. */
export function documentsFor<Document extends Filtered>(
  items: readonly Document[],
  { q, status, place, origin }: DocumentFilter,
): readonly Document[] {
  const words = (q ?? '').trim().toLowerCase()
  return items.filter(
    (one) =>
      (status === undefined || one.status === status) &&
      (place === undefined || one.jurisdiction === place) &&
      (origin === undefined || one.isExternal === (origin === 'external')) &&
      [one.title.zh, one.title.en, one.number ?? '', ...one.issuers].some((text) =>
        text.toLowerCase().includes(words),
      ),
  )
}

/** The articles of a document in its parts: the text itself and its annexes, each in order. */
export function partsOf<Article extends { readonly at: string }>(
  list: readonly Article[],
): readonly { readonly part: string; readonly articles: readonly Article[] }[] {
  const parts = new Map<string, Article[]>()
  for (const article of list) {
    const part = article.at.includes('/') ? (article.at.split('/')[0] ?? '') : ''
    parts.set(part, [...(parts.get(part) ?? []), article])
  }
  return [...parts].map(([part, articles]) => ({ part, articles }))
}

const order = ['met', 'breached', 'pending', 'unknown', 'na']

/** Examples by what was found, in the order people ask: met, breached, not known. */
export function examplesByStatus<Example extends { readonly status: string }>(
  examples: readonly Example[],
): readonly { readonly status: string; readonly examples: readonly Example[] }[] {
  return order
    .map((status) => ({ status, examples: examples.filter((one) => one.status === status) }))
    .filter((group) => group.examples.length > 0)
}
