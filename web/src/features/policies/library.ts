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
