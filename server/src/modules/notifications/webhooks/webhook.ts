// What the groups of WeCom, DingTalk and Feishu are sent, as their robots want it, and what a service
// of one's own gets: signed by the standard of webhooks.
import { createHmac } from 'node:crypto'
import type { Lang, Words } from '@yizhuan/kit'
import { Webhook } from 'standardwebhooks'
import type { Answered } from '../../../platform/outgoing.ts'

export const webhookKinds = ['wecom', 'dingtalk', 'feishu', 'signed'] as const
export type WebhookKind = (typeof webhookKinds)[number]

/** What a webhook can be told: news of one matter, and each morning what is due. */
export const webhookEvents = ['overdue', 'late', 'objection', 'tip', 'your-act', 'digest'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Something that is told. Names of persons do not stand in it: many read a group. */
export interface Happening {
  readonly text: Words
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly caseTitle: string | null
  /** Where it is looked at, as a path. */
  readonly path: string
}

/** A request ready to be sent. */
export interface Message {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Whom a message is for, opened. */
export interface Receiver {
  readonly kind: WebhookKind
  readonly url: string
  readonly secret: string | null
  readonly lang: Lang
}

/** One thing that is told, its number, and when it is sent. */
export interface Telling {
  /** The same at every try, so that its receiver can tell a second one. */
  readonly id: string
  readonly event: string
  readonly happening: Happening
  readonly at: Date
  /** The application's address. */
  readonly address: string
}

/** Puts a message together in the form of its receiver. */
export function messageFor(receiver: Receiver, telling: Telling): Message {
  const { kind, url, secret } = receiver
  const { at } = telling
  if (kind === 'signed') return signedMessage(url, secret ?? '', telling)
  const content = lineText(telling, receiver.lang)
  if (kind === 'wecom') return json(url, { msgtype: 'text', text: { content } })
  if (kind === 'dingtalk') {
    return json(secret === null ? url : withDingTalkSign(url, secret, at), {
      msgtype: 'text',
      text: { content },
    })
  }
  const signed = secret === null ? {} : feishuSign(secret, at)
  return json(url, { ...signed, msg_type: 'text', content: { text: content } })
}

/** Whether the receiver took it. The robots say no with status 200 and a code of their own. */
export function isTaken(kind: WebhookKind, answer: Answered): boolean {
  if (answer.kind === 'unreached' || answer.status < 200 || answer.status > 299) return false
  if (kind === 'signed') return true
  try {
    const said = JSON.parse(answer.body) as Readonly<Record<string, unknown>>
    return (kind === 'feishu' ? (said['code'] ?? said['StatusCode']) : said['errcode']) === 0
  } catch {
    return false
  }
}

/** The robot of WeCom takes 2048 octets; the others take more. */
const mostOctets = 2000

function lineText({ happening, address }: Telling, lang: Lang): string {
  const { text, caseNumber, caseTitle, path } = happening
  const head = lang === 'zh' ? '【医转】' : '[Yizhuan] '
  const about = [caseNumber, caseTitle].filter(Boolean).join(' ')
  const url = `${address}${path}`
  const room = mostOctets - Buffer.byteLength(`\n${url}`)
  return `${shortened([`${head}${text[lang]}`, about].filter(Boolean).join('\n'), room)}\n${url}`
}

/** A text of at most so many octets; no character is cut in two. */
function shortened(text: string, octets: number): string {
  if (Buffer.byteLength(text) <= octets) return text
  let kept = ''
  let size = 3
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > octets) break
    kept += character
  }
  return `${kept}…`
}

function json(url: string, body: object): Message {
  return { url, headers: {}, body: JSON.stringify(body) }
}

/** DingTalk signs the moment in milliseconds with the secret as key, in the address. */
function withDingTalkSign(url: string, secret: string, at: Date): string {
  const timestamp = String(at.getTime())
  const signed = new URL(url)
  signed.searchParams.set('timestamp', timestamp)
  signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`))
  return signed.href
}

/** Feishu signs nothing with moment (in seconds) and secret as key, in the body. */
function feishuSign(secret: string, at: Date) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') }
}

function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64')
}

function signedMessage(
  url: string,
  secret: string,
  { id, event, happening, at }: Telling,
): Message {
  const body = JSON.stringify({ type: event, timestamp: at.toISOString(), data: happening })
  return {
    url,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
    body,
  }
}
