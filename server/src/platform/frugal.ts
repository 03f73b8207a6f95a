import { setFlagsFromString } from 'node:v8'

/** By how much the heap may outgrow what is used before it is cleaned, in percent. */
const growth = 40

let running = 0

/**
 * Does long work whose parts are small, and keeps the heap of the process near what is really used.
 *
 * Left alone, the heap grows to several times that before anything is thrown away, since that is
 * faster; over a large import it comes to hundreds of megabytes of what nobody needs any more.
 */
export async function frugally<Result>(work: () => Promise<Result>): Promise<Result> {
  running += 1
  if (running === 1) setFlagsFromString(`--heap-growing-percent=${growth}`)
  try {
    return await work()
  } finally {
    running -= 1
    // Nought leaves it to the engine again.
    if (running === 0) setFlagsFromString('--heap-growing-percent=0')
  }
}
