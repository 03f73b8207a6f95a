import autocannon from 'autocannon'
import { cpuSpent } from './cpu.ts'
import { type Figure, median } from './figure.ts'

/** One request. */
export interface Asked {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
  /** Who asks, where it is somebody else than the side's own caller. */
  readonly headers?: Readonly<Record<string, string>>
  /** Is told the answer, where a later request depends on it. */
  readonly heard?: (answer: string) => void
}

/** Requests to one server: many different ones, so that no answer is the one before. */
export interface Side {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: readonly Asked[] | Turn
}

/** Requests that are made one by one, since they depend on earlier answers. */
export interface Turn {
  next(): Asked
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
): Promise<Pick<Figure, 'what' | 'unit' | 'value' | 'floor' | 'ratio' | 'spread' | 'cpu'>> {
  const pairs: { ours: Run; floor: Run }[] = []
  for (const side of [ours, floor]) {
    await probe(side)
    await run(side, turns)
  }
  for (let round = 0; round < turns.rounds; round += 1) {
    // Who goes first changes, since the second runs in what the first left behind.
    const first = await run(round % 2 === 0 ? floor : ours, turns)
    const second = await run(round % 2 === 0 ? ours : floor, turns)
    pairs.push(round % 2 === 0 ? { floor: first, ours: second } : { ours: first, floor: second })
  }
  const ratios = pairs.map((pair) => pair.ours.perSecond / pair.floor.perSecond)
  const costs = pairs.map((pair) => (pair.floor.cpu ?? 0) / (pair.ours.cpu ?? 1))
  return {
    what,
    unit: 'per s',
    value: median(pairs.map((pair) => pair.ours.perSecond)),
    floor: median(pairs.map((pair) => pair.floor.perSecond)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ...(pairs[0]?.ours.cpu !== undefined && { cpu: median(costs) }),
  }
}

/** Asks once, to see what is wrong. @throws with the answer when it is no 2xx. */
async function probe({ url, headers, requests }: Side): Promise<void> {
  const asked = 'next' in requests ? requests.next() : requests[0]
  if (!asked) throw new TypeError('There is nothing to ask.')
  const { method = 'GET', path, body, heard, headers: own } = asked
  const json = body === undefined ? {} : jsonType
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...own, ...json },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  heard?.(text)
}

/** Answers per second of one side. */
export async function rate(side: Side, turns: Turns): Promise<number> {
  return (await run(side, turns)).perSecond
}

/** What one side did: answers per second, and milliseconds of the processors for each. */
interface Run {
  readonly perSecond: number
  readonly cpu?: number
}

async function run({ url, headers, requests }: Side, turns: Turns): Promise<Run> {
  let started = 0
  let refusal = ''
  const ask = (next: () => Asked): autocannon.Request => {
    let asked: Asked | undefined
    return {
      setupRequest: (request) => {
        asked = next()
        return { ...request, ...toRequest(asked), headers: { ...request.headers, ...jsonType } }
      },
      onResponse: (status, body) => {
        if (status < 300) asked?.heard?.(body)
        else refusal = `${asked?.method} ${asked?.path}: ${status} ${body}`
      },
    }
  }
  const before = cpuSpent(url)
  const result = await autocannon({
    url,
    connections: turns.connections,
    duration: turns.seconds,
    headers: { ...headers },
    setupClient: (client) => {
      if ('next' in requests) return client.setRequests([ask(requests.next)])
      // Each connection begins at another place of the list.
      const from = Math.floor((started * requests.length) / turns.connections)
      started += 1
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)].map(toRequest))
    },
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0 || result['2xx'] === 0) {
    throw new Error(`${failed} of ${result.requests.total} requests failed. ${refusal}`)
  }
  const spent = before === undefined ? undefined : (cpuSpent(url) ?? before) - before
  const perSecond = result['2xx'] / result.duration
  return spent === undefined ? { perSecond } : { perSecond, cpu: spent / result['2xx'] }
}

const jsonType = { 'content-type': 'application/json' }

function toRequest({ method = 'GET', path, body, headers }: Asked): autocannon.Request {
  return body === undefined
    ? { method, path, headers: { ...headers } }
    : { method, path, body, headers: { ...headers, ...jsonType } }
}
