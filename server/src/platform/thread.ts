import { Worker } from 'node:worker_threads'

/** What a thread may use before it is ended. */
export interface ThreadLimits {
  readonly seconds: number
  readonly megabytes: number
}

/** A thread used more than it may: what it was given is too large, or made to exhaust us. */
export class ThreadExhausted extends Error {
  readonly of: 'time' | 'memory'

  constructor(of: ThreadExhausted['of']) {
    super(`A thread used more ${of} than it may.`)
    this.of = of
  }
}

/**
 * The file of a thread beside the module that starts it.
 *
 * None for sources run by a test: a thread loads compiled files only, and its work is done in place.
 */
export function threadFile(module: string, name: string): URL | undefined {
  return module.endsWith('.ts') ? undefined : new URL(`./${name}.js`, module)
}

/** Threads at a time; the others wait their turn, so that together they stay within the machine. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/**
 * Has a thread of its own do work for a processor, so that nobody else is kept waiting by it.
 *
 * @param file  what the thread runs: it takes its request from `workerData`, posts one answer and ends.
 * @throws {ThreadExhausted}  when it used more than the limits; the thread is ended, we go on.
 */
export async function inThread<Answer>(
  file: URL,
  request: unknown,
  limits: ThreadLimits,
): Promise<Answer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await answerOf<Answer>(file, request, limits)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function answerOf<Answer>(
  file: URL,
  request: unknown,
  { seconds, megabytes }: ThreadLimits,
): Promise<Answer> {
  const before = process.memoryUsage.rss()
  const thread = new Worker(file, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  return new Promise<Answer>((resolve, reject) => {
    const end = (of: ThreadExhausted['of']) => {
      reject(new ThreadExhausted(of))
      thread.terminate().catch(() => undefined) // It has ended by itself.
    }
    const tooLate = setTimeout(() => end('time'), seconds * 1000)
    // The limit above knows only the heap; what a file unpacks to lies outside of it.
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > megabytes * 1024 * 1024) end('memory')
    }, 50)
    thread.once('message', resolve)
    thread.once('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError
      reject(isFull ? new ThreadExhausted('memory') : error)
    })
    thread.once('exit', (code) => {
      clearTimeout(tooLate)
      clearInterval(watch)
      reject(new Error(`The thread ended with ${code} and no answer.`))
    })
  })
}
