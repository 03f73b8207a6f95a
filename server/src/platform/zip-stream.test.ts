import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { ZipWriter } from './zip-stream.ts'

async function packed(parts: Readonly<Record<string, string[]>>, large: boolean): Promise<Buffer> {
  const out = new PassThrough()
  const bytes = buffer(out)
  const zip = new ZipWriter(out, { large })
  for (const [name, pieces] of Object.entries(parts)) {
    const { size, sha256 } = await zip.add(name, pieces)
    const whole = Buffer.from(pieces.join(''))
    expect(size).toBe(whole.length)
    expect(sha256).toBe(createHash('sha256').update(whole).digest('hex'))
  }
  await zip.end()
  out.end()
  return bytes
}

test.each([false, true])(
  'what was packed piece by piece is read whole (large: %s)',
  async (large) => {
    const parts = { '表/一.jsonl': ['{"a":', '1}\n'], 空: [], 'b/长.txt': ['甲'.repeat(200_000)] }
    const zip = await fromBufferPromise(await packed(parts, large))
    const read: Record<string, string> = {}
    for await (const entry of zip.eachEntry()) {
      read[entry.fileName] = await text(await zip.openReadStreamPromise(entry))
    }
    expect(read).toEqual({
      '表/一.jsonl': '{"a":1}\n',
      空: '',
      'b/长.txt': '甲'.repeat(200_000),
    })
  },
)

test('the same parts have the same bytes', async () => {
  const parts = { a: ['一'], b: ['二'] }
  expect(await packed(parts, true)).toEqual(await packed(parts, true))
})

test('what goes wrong while a part is read is told', async () => {
  const zip = new ZipWriter(new PassThrough().resume())
  const broken = (async function* () {
    yield 'a'
    throw new Error('the disk is gone')
  })()
  await expect(zip.add('a', broken)).rejects.toThrow('the disk is gone')
})
