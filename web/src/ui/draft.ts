import { useEffect, useRef, useState } from 'react'

// What was typed and not sent yet, kept on this device only. Personal data of strangers is never kept.

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

/** A value that is kept on this device until it is sent. `since` tells of a draft that was found. */
export function useDraft<Value>(key: string, initial: () => Value) {
  const [found] = useState(() => readDraft<Value>(key))
  const [value, setValue] = useState<Value>(() => found?.value ?? initial())
  const [since, setSince] = useState(found?.at)
  const isTouched = useRef(false)
  useEffect(() => {
    if (!isTouched.current) return
    const timer = setTimeout(() => keepDraft(key, value), 300)
    return () => clearTimeout(timer)
  }, [key, value])
  return {
    value,
    since,
    change(next: Value | ((before: Value) => Value)) {
      isTouched.current = true
      setValue(next)
    },
    drop() {
      isTouched.current = false
      dropDraft(key)
      setSince(undefined)
    },
    /** Back to how it began. */
    restart() {
      isTouched.current = false
      dropDraft(key)
      setSince(undefined)
      setValue(initial())
    },
  }
}

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage
  } catch {
    return undefined
  }
}
