import type { Person, TestApp } from './app.ts'

/** A file as somebody stored it. */
export interface StoredInTest {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

/** Stores a file over HTTP, as a form does. */
export async function storedFile(
  { app }: Pick<TestApp, 'app'>,
  by: Person,
  name: string,
  content: string,
): Promise<StoredInTest> {
  const payload = [
    '--b',
    `content-disposition: form-data; name="file"; filename="${name}"`,
    'content-type: text/plain',
    '',
    content,
    '--b--',
    '',
  ].join('\r\n')
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      'x-yizhuan-csrf': '1',
      cookie: by.cookie,
    },
    payload,
  })
  if (answer.statusCode !== 201) throw new TypeError(`The file was refused: ${answer.body}`)
  const { sha256, size } = answer.json<StoredInTest>()
  return { sha256, name, size }
}
