import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** By how much the heap may outgrow what is used before it is cleaned, in percent. */
const growth = 40

// The engine hands its cleaning to whoever asks while this flag is set, and to contexts made since.
setFlagsFromString('--expose-gc')
const clean = runInNewContext('gc') as () => void
setFlagsFromString('--no-expose-gc')

/** Throws away what this thread needs no more, where that is most of what it holds, and gives back its room. */
export function cleanUp(): void {
  clean()
  // What the first one emptied is given back by the next.
  clean()
}

let running = 0

/**
 * Does long work whose parts are small, and keeps the heap of the process near what is really used.
 *
 * Left alone, the heap grows to several times that before anything is thrown away, since that is
 * faster; over a large import it comes to hundreds of megabytes of what nobody needs any more. How far
 * it may grow is found out when it is cleaned, so it is cleaned once at the beginning.
 */
export async function frugally<Result>(work: () => Promise<Result>): Promise<Result> {
  running += 1
  if (running === 1) {
    setFlagsFromString(`--heap-growing-percent=${growth}`)
    clean()
  }
  try {
    return await work()
  } finally {
    running -= 1
    // Nought leaves it to the engine again.
    if (running === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
