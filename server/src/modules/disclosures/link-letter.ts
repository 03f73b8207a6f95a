// The mail that brings an inventor without an account their link. Mails pass through the servers of
// others, so it names no invention: its number only, and what is asked.
import { asHtml, type Mail } from '../../platform/mail.ts'

/** What a link asks, and of whom. */
export interface LinkLetter {
  readonly name: string
  readonly institution: string
  readonly askedBy: string
  readonly number: string
  readonly url: string
  readonly expiresOn: string
}

/** Both languages stand in it: who has no account has chosen none. */
export function linkLetter(letter: LinkLetter): Pick<Mail, 'subject' | 'text' | 'html'> {
  const { name, institution, askedBy, number, url, expiresOn } = letter
  const paragraphs = [
    `${name}，您好：`,
    `${institution}的${askedBy}请您确认您在成果 ${number} 中的贡献比例。请打开下面的链接查看并答复，不需要账号；链接在 ${expiresOn} 前有效，只供您本人使用。`,
    url,
    `${askedBy} of ${institution} asks you to confirm your share in the achievement ${number}. The link above shows it and takes your answer; no account is needed. It is yours alone and ends on ${expiresOn}.`,
    '如果您与这项成果无关，请不要打开链接，并告知来信单位。 If this does not concern you, leave the link and tell the sender.',
  ]
  return {
    subject: `医转：请确认您的贡献比例 · Please confirm your share · ${number}`,
    text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:24px;background:#faf8f3;color:#1f2a2e;font:15px/1.6 sans-serif">
<div style="max-width:640px;margin:0 auto;background:#fff;border:1px solid #e3dfd3;border-radius:8px;padding:24px">
${paragraphs.map((one) => `<p>${one === url ? `<a href="${asHtml(url)}">${asHtml(url)}</a>` : asHtml(one)}</p>`).join('\n')}
</div></body></html>`,
  }
}

/** An address by its ends: enough to see a slip of the pen, too little to write to. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, 1)}***${address.slice(at)}`
}

/** What a mail server said, with every address in it by its ends: pages and records show it. */
export function maskedIn(said: string): string {
  return said.replaceAll(/[^\s<>()"',:;]+@[^\s<>()"',:;]+/g, (address) => maskedAddress(address))
}
