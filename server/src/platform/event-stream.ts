import type { FastifyReply } from 'fastify'
import type { App } from './module.ts'
import { Problem } from './problem.ts'

/** Answers that stay open: the page is told of events as they come. */
export interface EventStreams {
  /** Turns the answer into a stream of events. @returns how to send one, and how to end it. */
  open(reply: FastifyReply, options: StreamOptions): EventStream
}

/** What a stream needs to know of its page. */
export interface StreamOptions {
  /** Whose it is: one person holds a few of them at most. */
  readonly person: string
  /** Asked at every beat; a page whose session has ended is told nothing more. */
  readonly goesOn: () => Promise<boolean>
  /** Called once, when the page has gone or the stream was ended. */
  readonly ended: () => void
}

export interface EventStream {
  send(event: string): void
  end(): void
}

/** Below the minute after which proxies give up on a silent answer. */
const beatMs = 20_000

/** Pages of one person with an open stream; browsers open six at most to one address. */
const mostOfPerson = 12
const mostOfAll = 2000

/** Opens streams and ends them all before the application closes. */
export function eventStreams(app: App): EventStreams {
  const open = new Map<() => void, string>()
  app.addHook('preClose', async () => {
    for (const end of open.keys()) end()
  })
  return {
    open(reply, { person, goesOn, ended }) {
      const ofPerson = [...open.values()].filter((one) => one === person).length
      if (ofPerson >= mostOfPerson || open.size >= mostOfAll) throw tooMany()
      reply.hijack()
      const { raw } = reply
      const headers = { ...reply.getHeaders(), ...streaming } as Record<string, string>
      raw.writeHead(200, headers)
      const end = () => {
        if (!open.delete(end)) return
        clearInterval(beat)
        raw.end()
        ended()
      }
      const beat = setInterval(async () => {
        if (await goesOn().catch(() => false)) raw.write(': beat\n\n')
        else end()
      }, beatMs)
      beat.unref()
      open.set(end, person)
      // Also where the page is gone without a word.
      raw.on('close', end)
      raw.on('error', end)
      // The page knows by this that the stream stands, and how soon to come again when it breaks.
      raw.write('retry: 5000\n\n')
      return { send: (event) => void raw.write(`data: ${event}\n\n`), end }
    },
  }
}

const streaming = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Proxies that collect an answer before they pass it on would hold every event back.
  'x-accel-buffering': 'no',
}

function tooMany(): Problem {
  return new Problem(
    429,
    'too-many-requests',
    { zh: '打开的页面过多', en: 'Too many open pages' },
    {
      zh: '同时打开的项目页面过多；关闭几个后会自动恢复，其间页面每隔片刻自行查询。',
      en: 'Too many pages are open at once; close some. Until then the page asks from time to time.',
    },
    { retryAfterSeconds: 30 },
  )
}
