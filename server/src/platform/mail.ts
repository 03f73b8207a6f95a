import nodemailer from 'nodemailer'
import type { MailSettings } from './config.ts'

/** A mail to one person. */
export interface Mail {
  /** The same at every try: a server that saw it before drops the second one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The page on which its reader ends such mails. */
  readonly stopUrl?: string
}

/** What the server said; a lasting no is not asked again. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly isLasting: boolean; readonly why: string }

/** A server that does not answer holds up the other jobs for no longer than this. */
const patienceMs = 8000

/** Hands a mail to the server. A no is a value; only a mistake of ours throws. */
export async function sendMail(settings: MailSettings, mail: Mail): Promise<MailOutcome> {
  const { id, to, subject, text, html, stopUrl } = mail
  const transport = nodemailer.createTransport({
    url: settings.url,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // What stands in a mail is ours; nothing in it may make the server read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: settings.from,
      to,
      subject,
      text,
      html,
      messageId: `<${id}@yizhuan>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      ...(stopUrl && { list: { unsubscribe: stopUrl } }),
    })
    return { kind: 'sent' }
  } catch (error) {
    const { responseCode = 0, message } = error as { responseCode?: number; message: string }
    const isLasting = responseCode >= 500
    return { kind: 'refused', isLasting, why: message.slice(0, 300) }
  } finally {
    transport.close()
  }
}

/** A text as HTML shows it, letter by letter. */
export function asHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (sign) =>
      ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  )
}
