// Requests to addresses that people enter. They must not reach what only this server can reach: a
// hospital's other systems, the database, the machine itself.
import { lookup as lookUp } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What somebody answered, and how long it took. */
export type Answered =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly body: string
      readonly ms: number
    }
  | { readonly kind: 'unreached'; readonly why: string; readonly ms: number }

/** Whether private addresses and plain http are allowed: the operator says so, nobody else. */
export interface Reach {
  readonly mayReachPrivate: boolean
}

const patienceMs = 8000
/** Of a longer answer only the beginning is read. */
const mostBytes = 4096

/** Addresses that are not of the public internet. */
const inner = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  inner.addSubnet(net, bits, 'ipv6')
}

/** Whether an address is one that only this network can reach. */
export function isInner(address: string): boolean {
  const version = isIP(address)
  // An IPv4 address in the clothes of IPv6 is looked at as what it is.
  return version === 0 || inner.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/** Why an address cannot be used; undefined when nothing is wrong with it as far as it shows. */
export function wrongAddress(url: string, { mayReachPrivate }: Reach): WrongAddress | undefined {
  if (!URL.canParse(url)) return 'malformed'
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== 'https:' && !(mayReachPrivate && protocol === 'http:')) return 'not-https'
  if (username !== '' || password !== '') return 'with-password'
  const host = hostname.replace(/^\[|\]$/g, '')
  return !mayReachPrivate && isIP(host) !== 0 && isInner(host) ? 'inner' : undefined
}
export type WrongAddress = 'malformed' | 'not-https' | 'with-password' | 'inner'

/** Looks a name up and refuses it when any of its addresses is inner: the one that is used is checked. */
const publicLookup: LookupFunction = (host, options, tell) => {
  lookUp(host, { ...options, all: true }, (error, addresses) => {
    if (error) return tell(error, [])
    if (addresses.some(({ address }) => isInner(address))) {
      return tell(new Error(`${host} is an address of an inner network`), [])
    }
    if (options.all) return tell(null, addresses)
    const [first] = addresses
    return first ? tell(null, first.address, first.family) : tell(new Error('no address'), [])
  })
}

/** Sends a JSON body. Redirects are not followed: they would lead past the check. */
export function postJson(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  reach: Reach,
): Promise<Answered> {
  const begun = performance.now()
  const took = () => Math.round(performance.now() - begun)
  const wrong = wrongAddress(url, reach)
  if (wrong) return Promise.resolve({ kind: 'unreached', why: wrong, ms: 0 })
  const send = new URL(url).protocol === 'https:' ? secure : plain
  return new Promise((resolve) => {
    const fail = (why: string) => resolve({ kind: 'unreached', why: why.slice(0, 300), ms: took() })
    const asked = send(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'yizhuan',
        },
        ...(!reach.mayReachPrivate && { lookup: publicLookup }),
      },
      (answer) => {
        const parts: Buffer[] = []
        let size = 0
        const end = () => {
          const text = Buffer.concat(parts).subarray(0, mostBytes).toString()
          resolve({ kind: 'answered', status: answer.statusCode ?? 0, body: text, ms: took() })
        }
        answer.on('data', (part: Buffer) => {
          parts.push(part)
          size += part.length
          if (size > mostBytes) answer.destroy()
        })
        answer.on('close', end)
        answer.on('error', end)
      },
    )
    asked.on('error', ({ name, message }) =>
      fail(name === 'AbortError' || name === 'TimeoutError' ? 'no answer in time' : message),
    )
    asked.end(body)
  })
}
