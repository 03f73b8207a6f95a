import type { HistoryEntryWire, HistoryWire } from './history.schema.ts'

/** A field that later entries changed, as it was. */
export interface Past {
  readonly field: string
  readonly value: unknown
  /** The entries that changed it since. */
  readonly by: readonly HistoryEntryWire[]
}

/**
 * What was otherwise after an entry of a history: every field that later entries changed, with what it
 * was before the first of them. Whatever no later entry names is still as it was.
 */
export function pastAt({ items }: Pick<HistoryWire, 'items'>, seq: number): readonly Past[] {
  const found = new Map<string, { value: unknown; by: HistoryEntryWire[] }>()
  for (const entry of items.filter((one) => one.seq > seq)) {
    for (const { field, from } of entry.changes) {
      if (from === undefined) continue
      const known = found.get(field)
      if (known) known.by.push(entry)
      else found.set(field, { value: from, by: [entry] })
    }
  }
  return [...found].map(([field, past]) => ({ field, ...past }))
}
