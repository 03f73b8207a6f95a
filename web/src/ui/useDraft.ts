import { useEffect, useRef, useState } from 'react'
import { fetchDraft, forgetDraft, sendDraft, thisDevice } from '../api/drafts.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'

/** A draft that was found: when it was typed, and whether on another device. */
export interface Found {
  readonly at: number
  readonly isFromElsewhere: boolean
}

/** How long typing rests before it is kept here, and before it is sent. */
const hereMs = 300
const thereMs = 1500

/**
 * A value that is kept until it is sent: on this device, and for one's other devices under a form's
 * name, where one is given. The last word counts.
 */
export function useDraft<Value extends object>(key: string, initial: () => Value, form?: string) {
  const [local] = useState(() => readDraft<Value>(key))
  const [value, setValue] = useState<Value>(() => local?.value ?? initial())
  const [found, setFound] = useState<Found | undefined>(
    local && { at: local.at, isFromElsewhere: false },
  )
  /** Typed elsewhere later than here, and not taken over because something is being typed here. */
  const [newer, setNewer] = useState<{ at: number; value: Value }>()
  const isTouched = useRef(false)
  const { send, drop: dropRemote } = useSending(form)
  useEffect(() => {
    if (!isTouched.current) return
    send.later(value)
    const timer = setTimeout(() => isTouched.current && keepDraft(key, value), hereMs)
    return () => clearTimeout(timer)
  }, [key, value, send])
  useEffect(() => {
    if (form === undefined) return
    let isOff = false
    fetchDraft(form)
      .then((remote) => {
        if (isOff || !remote || Date.parse(remote.at) <= (local?.at ?? 0)) return
        const theirs = { at: Date.parse(remote.at), value: remote.value as Value }
        if (remote.device === thisDevice() && local) return
        if (isTouched.current) return setNewer(theirs)
        setValue(theirs.value)
        setFound({ at: theirs.at, isFromElsewhere: remote.device !== thisDevice() })
      })
      // What this device keeps is enough to go on with.
      .catch(() => undefined)
    return () => {
      isOff = true
    }
  }, [form, local])
  const forget = () => {
    isTouched.current = false
    dropDraft(key)
    dropRemote()
    setFound(undefined)
    setNewer(undefined)
  }
  return {
    value,
    found,
    newer: newer?.at,
    change(next: Value | ((before: Value) => Value)) {
      isTouched.current = true
      setValue(next)
    },
    /** Goes on with what was typed elsewhere, in place of what was typed here. */
    takeNewer() {
      if (!newer) return
      setValue(newer.value)
      setFound({ at: newer.at, isFromElsewhere: true })
      setNewer(undefined)
    },
    drop: forget,
    /** Back to how it began. */
    restart() {
      forget()
      setValue(initial())
    },
  }
}

/** Sends drafts one after the other, so that none overtakes its end. */
function useSending(form: string | undefined) {
  const [sending] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let waiting: object | undefined
    let line: Promise<unknown> = Promise.resolve()
    const now = () => {
      clearTimeout(timer)
      const value = waiting
      waiting = undefined
      if (form === undefined || value === undefined) return
      line = line.then(() => sendDraft(form, value)).catch(() => undefined)
    }
    return {
      send: {
        later(value: object) {
          waiting = value
          clearTimeout(timer)
          timer = setTimeout(now, thereMs)
        },
        now,
      },
      drop() {
        clearTimeout(timer)
        waiting = undefined
        if (form !== undefined) line = line.then(() => forgetDraft(form)).catch(() => undefined)
      },
    }
  })
  // Whoever leaves the page goes on elsewhere: what waits is sent at once.
  useEffect(() => {
    const leaving = () => {
      if (document.visibilityState === 'hidden') sending.send.now()
    }
    document.addEventListener('visibilitychange', leaving)
    return () => {
      document.removeEventListener('visibilitychange', leaving)
      sending.send.now()
    }
  }, [sending])
  return sending
}
