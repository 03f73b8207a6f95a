import { sql } from 'kysely'
import { type Db, listen, type Tx, unanswered } from './database.ts'

// A bell rings everywhere at once when a transaction commits: in this process and in every other that
// shares the database. It says that something changed, never what: whoever hears it asks, under their
// own rights. What is sent holds ids only, since row security does not reach it.

const channel = 'yizhuan_bells'

/** Rings when the transaction commits; if it does not, nothing was heard. */
export async function ring(tx: Tx, bell: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${bell})`.execute(unanswered(tx))
}

/** Rings if some rows are there, so that nobody is woken where nobody listens. */
export async function ringIf(tx: Tx, bell: string, rows: ReturnType<typeof sql>): Promise<void> {
  await sql`select pg_notify(${channel}, ${bell}) where exists (${rows})`.execute(unanswered(tx))
}

/** The bells of one process. */
export interface Bells {
  /** Calls `heard` at every ring, and once after the line to the database was lost. @returns how to stop. */
  hear(bell: string, heard: () => void): () => void
  close(): Promise<void>
}

/** How long to wait before the line is laid again. */
const againMs = 2000

/** Listens from the first listener on; one connection of the pool serves all of them. */
export function openBells(db: Db): Bells {
  const listeners = new Map<string, Set<() => void>>()
  let line: Promise<(() => Promise<void>) | undefined> | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const callAll = () => {
    for (const each of listeners.values()) for (const heard of each) heard()
  }
  const lay = () => {
    line ??= listen(db, channel, {
      heard: (bell) => {
        for (const heard of listeners.get(bell) ?? []) heard()
      },
      lost: () => layAgain(),
    }).catch(() => {
      layAgain()
      return undefined
    })
    return line
  }
  const layAgain = () => {
    line = undefined
    if (isClosed) return
    timer = setTimeout(async () => {
      // What rang meanwhile was not heard: everybody looks once.
      if (await lay()) callAll()
    }, againMs)
    timer.unref()
  }
  return {
    hear(bell, heard) {
      const all = listeners.get(bell) ?? new Set()
      listeners.set(bell, all.add(heard))
      void lay()
      return () => {
        all.delete(heard)
        if (all.size === 0) listeners.delete(bell)
      }
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await (await line)?.()
    },
  }
}
