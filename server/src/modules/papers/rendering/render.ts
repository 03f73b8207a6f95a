import { Worker } from 'node:worker_threads'
import { type Answers, answer, type Request } from './rendering.ts'

/** A typesetter holds its fonts and 200 MB; when nobody needs it for a while, they are given back. */
const IDLE_MS = 60_000
/** Longer than any paper takes: a template that never ends is ended. */
const TIMEOUT_MS = 30_000

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * Makes or checks a paper in a thread of its own: nobody else's request waits for it.
 *
 * @throws {Error} when it takes too long or the thread fails; the next request has a new thread.
 */
export async function render<Kind extends Request['kind']>(
  request: Request & { readonly kind: Kind },
): Promise<Answers[Kind]> {
  // A thread loads compiled files only; sources run by a test are worked on where they are.
  if (import.meta.url.endsWith('.ts')) return (await answer(request)) as Answers[Kind]
  const id = ++last
  thread ??= openThread()
  clearTimeout(idle)
  const timeout = setTimeout(() => fail(new Error('A paper took too long.')), TIMEOUT_MS)
  try {
    return await new Promise<Answers[Kind]>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      thread?.postMessage({ id, request })
    })
  } finally {
    clearTimeout(timeout)
    if (waiting.size === 0) {
      idle = setTimeout(endThread, IDLE_MS)
      idle.unref()
    }
  }
}

function openThread(): Worker {
  const opened = new Worker(new URL('./rendering.thread.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  opened.unref()
  opened.on('message', ({ id, value, error }: { id: number; value: never; error?: string }) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(value)
    else asked?.reject(new Error(error))
  })
  opened.on('error', (error) => opened === thread && fail(error as Error))
  opened.on(
    'exit',
    (code) => opened === thread && fail(new Error(`The thread ended with ${code}.`)),
  )
  return opened
}

/** Whoever waits is told; the next request begins with a new thread. */
function fail(error: Error): void {
  endThread()
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

function endThread(): void {
  const ended = thread
  thread = undefined
  void ended?.terminate()
}
