import type { Person, TestApp } from '../../../platform/testing/app.ts'
import { type Sheets, workbook } from './sheets.ts'

/** A request that sends one file as a browser does. */
export function multipart(cookie: string, name: string, bytes: Buffer) {
  const boundary = 'example-boundary'
  const headers = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`
  return {
    headers: {
      cookie,
      'x-yizhuan-csrf': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      Buffer.from(`${headers}content-type: application/octet-stream\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}

/** Uploads a workbook as somebody would, and gives the draft or the refusal. */
export async function uploadBook(app: TestApp, by: Person, name: string, sheets: Sheets) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    ...multipart(by.cookie, name, await workbook(sheets)),
  })
  return { status: answer.statusCode, ...answer.json() }
}

/** Confirms a draft as it was seen. */
export async function confirmDraft(
  by: Person,
  draft: { readonly id: string; readonly version: number; readonly written: number },
) {
  const seen = { version: draft.version, rows: draft.written }
  return await by.send('POST', `/imports/${draft.id}/confirm`, seen)
}
