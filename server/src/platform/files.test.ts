import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openFileStore } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'yizhuan-files-'))
const store = openFileStore(folder, 1000)
const put = (...chunks: string[]) =>
  store.put(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))

test('a file is found under the hash of its content, whatever its pieces', async () => {
  const sha256 = createHash('sha256').update('合同正文').digest('hex')
  expect(await put('合同', '正文')).toEqual({ sha256, size: 12 })
  expect(await put('合同正文')).toEqual({ sha256, size: 12 })
  const content = await store.read(sha256)
  expect(content && (await buffer(content)).toString()).toBe('合同正文')
})

test('an empty file and one over the limit are refused and leave nothing', async () => {
  await expect(put()).rejects.toMatchObject({
    status: 400,
    parts: { errors: [{ rule: 'file-empty' }] },
  })
  await expect(put('x'.repeat(600), 'x'.repeat(401))).rejects.toMatchObject({ status: 413 })
  expect((await put('x'.repeat(600), 'x'.repeat(400))).size).toBe(1000)
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('an upload that breaks off leaves nothing', async () => {
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('connection lost')
  }
  await expect(store.put(Readable.from(broken()))).rejects.toThrow('connection lost')
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('only a hash is a name', async () => {
  expect(await store.read('../secrets/field.key')).toBeUndefined()
  expect(await store.read('0'.repeat(64))).toBeUndefined()
})
