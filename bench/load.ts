import autocannon from 'autocannon'
import { type Figure, median } from './figure.ts'

/** Requests to one server: many different ones, so that no answer is the one before. */
export interface Side {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: readonly {
    readonly method?: 'GET' | 'POST'
    readonly path: string
    readonly body?: string
  }[]
}

/** How long and how often each side runs. */
export interface Turns {
  readonly rounds: number
  readonly seconds: number
  readonly connections: number
}

/** The usual turns of a run. */
export function turnsOf(full: boolean): Turns {
  return full
    ? { rounds: 7, seconds: 4, connections: 32 }
    : { rounds: 3, seconds: 2, connections: 32 }
}

/**
 * Requests per second of ours and of the floor, in turns on the same machine at the same time.
 *
 * Each round gives one ratio; noise of the machine that lasts longer than a round touches both.
 *
 * @throws when a request is answered with anything but 2xx: a refusal is faster than an answer.
 */
export async function compare(
  what: string,
  ours: Side,
  floor: Side,
  turns: Turns,
): Promise<Pick<Figure, 'what' | 'unit' | 'value' | 'floor' | 'ratio' | 'spread'>> {
  const pairs: { ours: number; floor: number }[] = []
  await rate(ours, { ...turns, seconds: 1 })
  await rate(floor, { ...turns, seconds: 1 })
  for (let round = 0; round < turns.rounds; round += 1) {
    // Who goes first changes, since the second runs in what the first left behind.
    const first = await rate(round % 2 === 0 ? floor : ours, turns)
    const second = await rate(round % 2 === 0 ? ours : floor, turns)
    pairs.push(round % 2 === 0 ? { floor: first, ours: second } : { ours: first, floor: second })
  }
  const ratios = pairs.map((pair) => pair.ours / pair.floor)
  return {
    what,
    unit: 'per s',
    value: median(pairs.map((pair) => pair.ours)),
    floor: median(pairs.map((pair) => pair.floor)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  }
}

/** Answers per second of one side. */
export async function rate({ url, headers, requests }: Side, turns: Turns): Promise<number> {
  let started = 0
  const result = await autocannon({
    url,
    connections: turns.connections,
    duration: turns.seconds,
    headers: { ...headers },
    setupClient: (client) => {
      // Each connection begins at another place of the list.
      const from = Math.floor((started * requests.length) / turns.connections)
      started += 1
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)].map(toRequest))
    },
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0 || result['2xx'] === 0) {
    throw new Error(`${failed} of ${result.requests.total} requests to ${url} failed.`)
  }
  return result['2xx'] / result.duration
}

function toRequest({ method = 'GET', path, body }: Side['requests'][number]) {
  return body === undefined
    ? { method, path }
    : { method, path, body, headers: { 'content-type': 'application/json' } }
}

/** Milliseconds of one piece of work, the middle of some runs. */
export async function milliseconds(times: number, work: () => Promise<unknown>): Promise<number> {
  const measured: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const start = performance.now()
    await work()
    measured.push(performance.now() - start)
  }
  return median(measured)
}
