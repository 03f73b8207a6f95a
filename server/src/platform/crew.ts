import { Worker } from 'node:worker_threads'

/** A thread that does jobs beside the one that called it. */
export interface Helper {
  /** Lets the job in hand end, then resolves. */
  stop(): Promise<void>
  /** Resolves once it is gone; rejects where it broke. */
  readonly ended: Promise<void>
}

/** After how many rests in a row those who stay are called, so that a start is not slowed by theirs. */
const restsBeforeReady = 40

/** After how many rests in a row those who do not stay are let go. */
const restsBeforeAlone = 2400

/**
 * Those who help a worker while more waits than one processor does: threads of their own, called when there is
 * plenty to do and let go when there is nothing. To get ready takes each of them seconds of a processor: where there
 * is room for them they are called while nothing waits, and stay.
 *
 * One that breaks is told of and not called again before a long rest: what broke it would break the next.
 */
export class Crew {
  readonly #call: () => Helper
  readonly #most: number
  readonly #onTrouble: (sentence: string) => void
  readonly #stays: boolean
  readonly #helpers = new Set<Helper>()
  #broken = 0

  /**
   * @param most  how many help at a time.
   * @param stays  whether they are ready before there is plenty to do, and stay when there is nothing.
   */
  constructor(
    call: () => Helper,
    most: number,
    onTrouble: (sentence: string) => void,
    stays = false,
  ) {
    this.#call = call
    this.#most = most
    this.#onTrouble = onTrouble
    this.#stays = stays
  }

  /** Whether anybody was called and has not left. */
  get isThere(): boolean {
    return this.#helpers.size > 0
  }

  /** Calls whoever is not there yet. */
  call(): void {
    while (this.#helpers.size + this.#broken < this.#most) {
      try {
        this.#add(this.#call())
      } catch (error) {
        // Where the machine gives no thread, the worker goes on alone: nothing would be done otherwise.
        this.#broken += 1
        this.#onTrouble(`The worker finds no helper: ${String(error)}`)
      }
    }
  }

  /** Told when there was nothing to do, and how often in a row. */
  rested(times: number): void {
    if (this.#stays && times === restsBeforeReady) this.call()
    if (times !== restsBeforeAlone) return
    // Not waited for: one of them may have long work in hand.
    if (!this.#stays) return void this.dismiss()
    this.#broken = 0
    this.call()
  }

  /** Lets all go. */
  async dismiss(): Promise<void> {
    await Promise.all([...this.#helpers].map((helper) => helper.stop()))
    this.#broken = 0
  }

  #add(helper: Helper): void {
    this.#helpers.add(helper)
    helper.ended
      .catch((error: unknown) => {
        this.#broken += 1
        this.#onTrouble(`A helper of the worker ended: ${String(error)}`)
      })
      .finally(() => this.#helpers.delete(helper))
  }
}

/**
 * Megabytes of a helper for what has just been made. Records of many cases live as long as their part of a batch:
 * in less room they are copied from one place to the other while they are in use.
 */
const youngMegabytes = 96

/** Starts a helper; the file works until it is sent a message, and posts sentences of what goes wrong. */
export function startHelper(
  file: URL,
  order: unknown,
  onTrouble: (sentence: string) => void,
): Helper {
  const thread = new Worker(file, {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  })
  thread.on('message', (sentence: string) => onTrouble(sentence))
  const ended = new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`it left with ${code}`))
    })
  })
  return {
    ended,
    async stop() {
      thread.postMessage('stop')
      await ended.catch(() => undefined) // It was told of already.
    },
  }
}
