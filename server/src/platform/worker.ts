import { setTimeout as pause } from 'node:timers/promises'
import { databaseTrouble } from './database.ts'
import { type Bench, doSomeJobs, type Tasks } from './jobs.ts'
import type { Context, Module } from './module.ts'
import { type Subscribers, takeFacts, tellingTasks } from './outbox.ts'

/** A worker that runs beside the server or alone. */
export interface Worker {
  /** Lets the job in hand end, then resolves. */
  stop(): Promise<void>
}

/** How long a worker rests when there is nothing to do. */
const restMs = 1000

/**
 * Does everything that is due by the platform's clock: tells facts, then does jobs, until neither is
 * left. Jobs that failed wait for their next try.
 *
 * @param goesOn  asked before each step, so that a worker can be stopped in between.
 */
export async function workOff(
  context: Context,
  modules: readonly Module[],
  options: { onTrouble?: (sentence: string) => void; goesOn?: () => boolean } = {},
): Promise<void> {
  const { onTrouble = () => undefined, goesOn = () => true } = options
  const { db, clock } = context
  const subscribers = subscribersOf(context, modules)
  const tasks = tasksOf(context, modules, subscribers)
  const bench: Bench = { db, clock, tasks, onTrouble }
  let busy = true
  while (busy && goesOn()) {
    const taken = await takeFacts(db, clock, subscribers)
    const worked = await doSomeJobs(bench, goesOn)
    busy = taken > 0 || worked
  }
}

/** Starts working until stopped. A database that is away is waited for. */
export function startWorker(
  context: Context,
  modules: readonly Module[],
  onTrouble: (sentence: string) => void,
): Worker {
  const rest = new AbortController()
  const goesOn = () => !rest.signal.aborted
  const ended = (async () => {
    let isAway = false
    while (goesOn()) {
      try {
        await workOff(context, modules, { onTrouble, goesOn })
        isAway = false
      } catch (error) {
        if (databaseTrouble(error) !== 'unreachable') onTrouble(`Worker: ${String(error)}`)
        else if (!isAway) onTrouble('The worker cannot reach the database; it goes on trying.')
        isAway = databaseTrouble(error) === 'unreachable'
      }
      await pause(restMs, undefined, { signal: rest.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      rest.abort()
      await ended
    },
  }
}

function subscribersOf(context: Context, modules: readonly Module[]): Subscribers {
  return new Map(
    modules.flatMap(({ name, subscribe }) => (subscribe ? [[name, subscribe(context)]] : [])),
  )
}

function tasksOf(context: Context, modules: readonly Module[], subscribers: Subscribers): Tasks {
  return Object.assign(
    tellingTasks(subscribers),
    ...modules.map(({ jobs }) => jobs?.(context) ?? {}),
  )
}
