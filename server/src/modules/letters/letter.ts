import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { beginning } from '../../platform/text.ts'
import { maskedNumbers } from '../comments/index.ts'
import { textOfHtml } from './html-text.ts'

/** A message as it is read: words only, and what came with it. */
export interface Letter {
  /** Names the message wherever it is; of one that has no name, the hash of its bytes. */
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly sentAt: Date | null
  readonly subject: string
  readonly text: string
  readonly attachments: readonly Enclosed[]
}

/** A file that came with a message. */
export interface Enclosed {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** Our own bounds, of no law. */
const longestText = 50_000
export const mostEnclosed = 50

/** Reads a message; none where the bytes are no message. */
export async function readLetter(bytes: Uint8Array, sha256: string): Promise<Letter | undefined> {
  const email = await parsed(bytes)
  if (!email) return undefined
  const hasHead = email.from !== undefined || email.messageId !== undefined
  if (!hasHead || (email.subject === undefined && email.date === undefined)) return undefined
  const text = email.text ?? (email.html === undefined ? '' : textOfHtml(email.html))
  return {
    messageId: line(email.messageId ?? '', 300) || `sha256:${sha256}`,
    from: line(email.from ? wordsOf([email.from]) : '', 300),
    to: line(wordsOf([...(email.to ?? []), ...(email.cc ?? [])]), 1000),
    sentAt: timeOf(email.date),
    subject: line(email.subject ?? '', 300),
    text: plainText(text),
    attachments: email.attachments.map(enclosed).filter(({ content }) => content.length > 0),
  }
}

async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    // A message within the message stays a file of it.
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  } catch {
    return undefined
  }
}

/** One line without what cannot be seen or stored, and without numbers that belong in sealed fields. */
function line(said: string, most: number): string {
  const plain = said.replace(/\p{Surrogate}/gu, '').replace(/[\p{Cc}\s]+/gu, ' ')
  return beginning(maskedNumbers(plain).trim(), most)
}

function plainText(said: string): string {
  const plain = said
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
  return beginning(maskedNumbers(beginning(plain, longestText)).trim(), longestText)
}

function wordsOf(addresses: readonly Address[]): string {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? '')))
    .join(', ')
}

function timeOf(said: string | undefined): Date | null {
  const time = said === undefined ? Number.NaN : Date.parse(said)
  const year = Number.isNaN(time) ? 0 : new Date(time).getUTCFullYear()
  return year >= 1990 && year <= 2200 ? new Date(time) : null
}

function enclosed({ filename, mimeType, content }: Attachment, at: number): Enclosed {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
  // The name is a name, and no way to somewhere.
  const last = (filename ?? '').split(/[/\\]/).at(-1) ?? ''
  const name = line(last, 200) || `${at + 1}${endings[mimeType] ?? ''}`
  return { name, type: mimeType, content: bytes }
}

const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
}

/** Comments take so many characters; the rest is read in the message itself. */
const longestCover = 3500

/** What a record says of a message that is filed with it. */
export function coverOf(letter: Pick<Letter, 'from' | 'to' | 'subject' | 'text'>, sent: string) {
  const head = [
    `来信 / Mail: ${letter.subject || '—'}`,
    `发件人 / From: ${letter.from || '—'}`,
    `收件人 / To: ${letter.to || '—'}`,
    `日期 / Date: ${sent}`,
  ].join('\n')
  const whole = `${head}\n\n${letter.text}`.trim()
  const shown = beginning(whole, longestCover)
  return maskedNumbers(shown.length < whole.length ? `${shown} …` : shown)
}
