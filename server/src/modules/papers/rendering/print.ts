import { Worker } from 'node:worker_threads'
import { threadFile } from '../../../platform/thread.ts'
import { type Page, pdfOf } from './pdf.ts'

/** A typesetter holds its fonts and 200 MB; when nobody needs it for a while, they are given back. */
const IDLE_MS = 60_000
/** Longer than any paper takes. */
const TIMEOUT_MS = 30_000

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

let thread: Worker | undefined
let idle: NodeJS.Timeout | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/**
 * Prints a paper in the typesetter's thread: nobody else's request waits for it. The thread stays for
 * a while, since opening its fonts takes longer than a page.
 *
 * @throws {Error} when it takes too long or the thread fails; the next paper has a new thread.
 */
export async function print(page: Page): Promise<Uint8Array> {
  const file = threadFile(import.meta.url, 'print.thread')
  if (!file) return pdfOf(page)
  const id = ++last
  thread ??= openThread(file)
  clearTimeout(idle)
  const timeout = setTimeout(() => fail(new Error('A paper took too long.')), TIMEOUT_MS)
  try {
    return await new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      thread?.postMessage({ id, page })
    })
  } finally {
    clearTimeout(timeout)
    if (waiting.size === 0) {
      idle = setTimeout(endThread, IDLE_MS)
      idle.unref()
    }
  }
}

interface Printed {
  readonly id: number
  readonly pdf: Uint8Array
  readonly error?: string
}

function openThread(file: URL): Worker {
  const opened = new Worker(file)
  opened.unref()
  opened.on('message', ({ id, pdf, error }: Printed) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve(pdf)
    else asked?.reject(new Error(error))
  })
  opened.on('error', (error: Error) => opened === thread && fail(error))
  opened.on('exit', () => opened === thread && fail(new Error('The typesetter ended.')))
  return opened
}

/** Whoever waits is told; the next paper has a new thread. */
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
