import type { Values } from './filled.ts'

const keyOf = (person: string, type: string) => `yizhuan.last/${person}/${type}`

/** Keeps what an office says the same way every time, so that it is not typed again. */
export function remember(
  person: string,
  type: string,
  fields: readonly string[],
  values: Values,
): void {
  if (fields.length === 0) return
  const kept = Object.fromEntries(fields.map((field) => [field, values[field]]))
  try {
    localStorage.setItem(keyOf(person, type), JSON.stringify(kept))
  } catch {
    return
  }
}

/** What was said last time; undefined when nothing was. */
export function recall(person: string, type: string): Values | undefined {
  try {
    const text = localStorage.getItem(keyOf(person, type))
    return text ? (JSON.parse(text) as Values) : undefined
  } catch {
    return undefined
  }
}
