// A case of a pack as rows of a form: what is typed is read as JSON has it.

/** One line of a list of facts or expectations. */
export interface Row {
  readonly id: string
  readonly value: string
}

/** What a value looks like in a field: a text by itself, all else as JSON. */
export function typedOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What was typed: yes and no, none, lists and whole JSON; a number, a share or a day stays a text. */
export function valueTyped(text: string): unknown {
  const typed = text.trim()
  const words: Readonly<Record<string, unknown>> = {
    true: true,
    是: true,
    yes: true,
    false: false,
    否: false,
    no: false,
    null: null,
    none: null,
    无: null,
  }
  if (Object.hasOwn(words, typed)) return words[typed]
  if (!/^[[{]/.test(typed)) return typed
  try {
    return JSON.parse(typed)
  } catch {
    return typed
  }
}

/** The rows of a mapping. */
export function rowsOf(mapping: unknown): Row[] {
  return Object.entries((mapping ?? {}) as Record<string, unknown>).map(([id, value]) => ({
    id,
    value: typedOf(value),
  }))
}

/** The mapping of rows; lines without a name are left out. */
export function mappingOf(rows: readonly Row[]): Record<string, unknown> {
  const named = rows.filter(({ id }) => id.trim() !== '')
  return Object.fromEntries(named.map(({ id, value }) => [id.trim(), valueTyped(value)]))
}
