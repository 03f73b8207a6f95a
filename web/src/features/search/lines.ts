import { addressOf, type HitWire } from './search.api.ts'

/** Something to jump to. */
export interface Line {
  readonly to: string
  readonly kind: string
  readonly label: string
  readonly parts: readonly { readonly text: string; readonly hit: boolean }[]
  readonly note?: HitWire['snippet']
}

/** The pages whose name contains what was typed; all of them before anything is typed. */
export function pageLines(
  pages: readonly { readonly to: string; readonly name: string }[],
  typed: string,
): readonly Line[] {
  const sought = typed.trim().toLowerCase()
  return pages
    .filter(({ name, to }) => sought === '' || `${name} ${to}`.toLowerCase().includes(sought))
    .map(({ name, to }) => ({ to, kind: 'page', label: '', parts: [{ text: name, hit: false }] }))
}

/** The records that were found and have a page. */
export function hitLines(hits: readonly HitWire[]): readonly Line[] {
  return hits.flatMap((hit) => {
    const to = addressOf(hit)
    if (to === undefined) return []
    return [{ to, kind: hit.kind, label: hit.label ?? '', parts: hit.title, note: hit.snippet }]
  })
}

/** The place after one key: it goes round at both ends. */
export function moved(at: number, key: string, count: number): number {
  if (count === 0) return 0
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : at
}
