// What was typed and not sent yet, as this device keeps it. Personal data of strangers is never kept.

const prefix = 'yizhuan.draft/'
const keptFor = 14 * 24 * 3_600_000

interface Kept<Value> {
  readonly at: number
  readonly value: Value
}

/** Reads a draft; undefined when there is none, or it is too old to be meant still. */
export function readDraft<Value>(key: string): Kept<Value> | undefined {
  const text = storage()?.getItem(prefix + key)
  if (!text) return undefined
  try {
    const kept = JSON.parse(text) as Kept<Value>
    return Date.now() - kept.at < keptFor ? kept : undefined
  } catch {
    return undefined
  }
}

/** Keeps a draft. A full store keeps nothing, and nobody is stopped by that. */
export function keepDraft(key: string, value: unknown): void {
  try {
    storage()?.setItem(prefix + key, JSON.stringify({ at: Date.now(), value }))
  } catch {
    return
  }
}

/** Forgets a draft. */
export function dropDraft(key: string): void {
  storage()?.removeItem(prefix + key)
}

/** Whether anything is kept here that was not sent. */
export function hasDrafts(): boolean {
  return draftKeys().length > 0
}

/** Forgets every draft: a device may be shared. */
export function dropAllDrafts(): void {
  for (const key of draftKeys()) storage()?.removeItem(key)
}

function draftKeys(): readonly string[] {
  return Object.keys(storage() ?? {}).filter((key) => key.startsWith(prefix))
}

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
