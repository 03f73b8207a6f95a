/** A message as a program would write it. */
export function mailOf(told: {
  readonly subject: string
  readonly id?: string
  readonly text?: string
  readonly html?: string
  readonly files?: readonly {
    readonly name: string
    readonly type: string
    readonly content: string | Uint8Array
  }[]
}): string {
  const { subject, id = '<1@agency.example>', text, html, files = [] } = told
  const word = (said: string) => `=?utf-8?B?${Buffer.from(said).toString('base64')}?=`
  const part = (type: string, content: string | Uint8Array, more: readonly string[] = []) => [
    '--parts',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    ...more,
    '',
    (
      Buffer.from(content)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
  ]
  return [
    `Message-ID: ${id}`,
    `From: ${word('代理人')} <agent@agency.example>`,
    `To: ${word('转化办')} <office@hospital.example>`,
    `Subject: ${word(subject)}`,
    'Date: Mon, 02 Mar 2026 09:30:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="parts"',
    '',
    ...(text === undefined ? [] : part('text/plain; charset=utf-8', text)),
    ...(html === undefined ? [] : part('text/html; charset=utf-8', html)),
    ...files.flatMap(({ name, type, content }) =>
      part(type, content, [`Content-Disposition: attachment; filename="${word(name)}"`]),
    ),
    '--parts--',
    '',
  ].join('\r\n')
}
