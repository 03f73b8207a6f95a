import { setTimeout as pause } from 'node:timers/promises'
import type { Crew } from './crew.ts'
import { databaseTrouble } from './database.ts'
import { type Bench, doSomeJobs, isAnyJobDue, type Tasks } from './jobs.ts'
import type { Context, Module } from './module.ts'
import { type Subscribers, takeFacts, tellingTasks } from './outbox.ts'

/** A worker that runs beside the server or alone. */
export interface Worker {
  /** Lets the job in hand end, then resolves. */
  stop(): Promise<void>
}

/** How many jobs a worker does side by side: while the database writes one, another is thought through. */
const sideBySide = 2

/** How long a worker rests when there is nothing to do. */
const restMs = 250

/**
 * Does everything that is due by the platform's clock: tells facts, then does jobs, until neither is
 * left. Jobs that failed wait for their next try. @returns whether there was anything.
 *
 * @param goesOn  asked before each step, so that a worker can be stopped in between.
 * @param hands  how many jobs are done side by side.
 * @param onPlenty  told where others could help.
 * @param isHelped  asked before each job: whether others are there to do them.
 */
export async function workOff(
  context: Context,
  modules: readonly Module[],
  options: {
    onTrouble?: (sentence: string) => void
    goesOn?: () => boolean
    hands?: number
    onPlenty?: (() => void) | undefined
    isHelped?: (() => boolean) | undefined
  } = {},
): Promise<boolean> {
  const { onTrouble = () => undefined, goesOn = () => true, hands = 1, onPlenty } = options
  const { isHelped = () => false } = options
  const doesOn = () => goesOn() && !isHelped()
  const { db, clock } = context
  const subscribers = subscribersOf(context, modules)
  const tasks = tasksOf(context, modules, subscribers)
  const bench: Bench = { db, clock, tasks, onTrouble, onPlenty }
  let busy = true
  let wasThere = false
  while (busy && goesOn()) {
    const taken = await takeFacts(db, clock, subscribers)
    if (isHelped()) return taken > 0 || (await isAnyJobDue(bench))
    const done = Array.from({ length: hands }, () => doSomeJobs(bench, doesOn))
    // All come to an end before the trouble of one is told: nothing is still being written then.
    const worked = (await Promise.allSettled(done)).map((one) => {
      if (one.status === 'rejected') throw one.reason
      return one.value
    })
    busy = taken > 0 || worked.includes(true)
    wasThere ||= busy
  }
  return wasThere
}

/**
 * Starts working until stopped. A database that is away is waited for.
 *
 * @param crew  who is called where there is plenty to do; as long as they are there, the jobs are theirs alone, and
 * the thread that answers questions is free for them.
 */
export function startWorker(
  context: Context,
  modules: readonly Module[],
  onTrouble: (sentence: string) => void,
  crew?: Crew,
): Worker {
  const rest = new AbortController()
  const goesOn = () => !rest.signal.aborted
  const onPlenty = crew && (() => crew.call())
  const isHelped = crew && (() => crew.isThere)
  const ended = (async () => {
    let isAway = false
    let rests = 0
    while (goesOn()) {
      try {
        const options = { onTrouble, goesOn, hands: sideBySide, onPlenty, isHelped }
        rests = (await workOff(context, modules, options)) ? 0 : rests + 1
        isAway = false
      } catch (error) {
        if (databaseTrouble(error) !== 'unreachable') onTrouble(`Worker: ${String(error)}`)
        else if (!isAway) onTrouble('The worker cannot reach the database; it goes on trying.')
        isAway = databaseTrouble(error) === 'unreachable'
      }
      crew?.rested(rests)
      await pause(restMs, undefined, { signal: rest.signal }).catch(() => undefined)
    }
    await crew?.dismiss()
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
