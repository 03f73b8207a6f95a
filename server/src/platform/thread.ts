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

/**
 * The same bytes where every thread sees them: a thread that is given them holds no copy of its own, nor
 * does the next one that is given them once more.
 */
export function seenByAll(bytes: Uint8Array): Buffer {
  return bytes.buffer instanceof SharedArrayBuffer ? bufferOn(bytes) : joinedForAll([bytes])
}

/** The bytes of some pieces in one, where every thread sees them. */
export function joinedForAll(pieces: readonly Uint8Array[]): Buffer {
  const length = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const joined = Buffer.from(new SharedArrayBuffer(length))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.byteLength
  }
  return joined
}

/** The same bytes as a buffer, in the same place: a thread is given them without their methods. */
export function bufferOn({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** Threads at a time; the others wait their turn, so that together they stay within the machine. */
const atOnce = 2

/**
 * The room in which a thread makes what it mostly throws away soon. Left alone it grows to three times this, all
 * of it held until the thread ends; cleaning it a little more often costs hardly anything.
 */
const youngMegabytes = 16

/** A thread that runs, and whether another ran at any time beside it. */
interface Run {
  isShared: boolean
}
const running = new Set<Run>()
let isOneAlone = false
const waiting: { readonly isAlone: boolean; readonly go: (run: Run) => void }[] = []

/**
 * Has a thread of its own do work for a processor, so that nobody else is kept waiting by it.
 *
 * The heap of a thread is limited by itself. What it holds beside its heap the system counts for the
 * whole process only: where two ran and the process grew beyond what one may use, both are ended, and
 * each does its work once more with no other beside it, so that only who takes too much is refused.
 *
 * @param file  what the thread runs: it takes its request from `workerData`, posts one answer and ends.
 * @throws {ThreadExhausted}  when it used more than the limits; the thread is ended, we go on.
 */
export async function inThread<Answer>(
  file: URL,
  request: unknown,
  limits: ThreadLimits,
): Promise<Answer> {
  const { first, end } = await openThread<Answer>(file, request, limits)
  end()
  return first
}

/** A thread that has given its first answer. Whoever opened it ends it. */
export interface OpenThread<Answer> {
  readonly first: Answer
  /** Asks for its next answer, by a message that says nothing. */
  next(): Promise<Answer>
  end(): void
}

/**
 * The same for work whose answer comes in pieces: the thread posts its first, and each of the others
 * when it is asked for, so that they are never all there at once.
 *
 * The limits hold until the first answer; what is left is to hand over what is there.
 */
export async function openThread<Answer>(
  file: URL,
  request: unknown,
  limits: ThreadLimits,
): Promise<OpenThread<Answer>> {
  const run = await turn(false)
  try {
    return await started<Answer>(file, request, limits, run)
  } catch (error) {
    endTurn(run)
    const isCertain = !(error instanceof ThreadExhausted) || error.of !== 'memory' || !run.isShared
    if (isCertain) throw error
  }
  const alone = await turn(true)
  try {
    return await started<Answer>(file, request, limits, alone)
  } catch (error) {
    endTurn(alone)
    throw error
  }
}

/** Waits until a thread may begin; who waits is let in by order. */
function turn(isAlone: boolean): Promise<Run> {
  return new Promise((go) => {
    waiting.push({ isAlone, go })
    letIn()
  })
}

function letIn(): void {
  for (let next = waiting[0]; next && hasRoom(next.isAlone); next = waiting[0]) {
    waiting.shift()
    const run: Run = { isShared: running.size > 0 }
    for (const other of running) other.isShared = true
    running.add(run)
    isOneAlone = next.isAlone
    next.go(run)
  }
}

function hasRoom(isAlone: boolean): boolean {
  return !isOneAlone && running.size < (isAlone ? 1 : atOnce)
}

function endTurn(run: Run): void {
  running.delete(run)
  isOneAlone = false
  letIn()
}

async function started<Answer>(
  file: URL,
  request: unknown,
  { seconds, megabytes }: ThreadLimits,
  run: Run,
): Promise<OpenThread<Answer>> {
  const before = process.memoryUsage.rss()
  const thread = new Worker(file, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
  let exhausted: ThreadExhausted | undefined
  const stop = (of: ThreadExhausted['of']) => {
    exhausted ??= new ThreadExhausted(of)
    thread.terminate().catch(() => undefined) // It has ended by itself.
  }
  const tooLate = setTimeout(() => stop('time'), seconds * 1000)
  // The limit above knows only the heap; what a file unpacks to lies outside of it.
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > megabytes * 1024 * 1024) stop('memory')
  }, 50)
  const unwatch = () => {
    clearTimeout(tooLate)
    clearInterval(watch)
  }
  let failure: Error | undefined
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  const fail = (error: Error) => {
    failure ??= error
    waiting?.reject(failure)
  }
  thread.on('message', (answer: Answer) => waiting?.resolve(answer))
  thread.once('error', (error: NodeJS.ErrnoException) => {
    const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError
    fail(isFull ? new ThreadExhausted('memory') : error)
  })
  // Told once it is gone: whoever comes next is measured without it.
  thread.once('exit', (code) => {
    unwatch()
    fail(exhausted ?? new Error(`The thread ended with ${code} and no answer.`))
  })
  // No promise outlives its answer here: it would hold all the answers there ever were.
  const heard = () =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject }
      if (failure) reject(failure)
    })
  const first = await heard()
  unwatch()
  return {
    first,
    next() {
      const answer = heard()
      thread.postMessage(null)
      return answer
    },
    end() {
      endTurn(run)
      thread.terminate().catch(() => undefined) // It has ended by itself.
    },
  }
}
