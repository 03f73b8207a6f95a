import { expect, test } from 'vitest'
import { bufferOn, inThread, joinedForAll, seenByAll, threadFile } from './thread.ts'

const limits = { seconds: 20, megabytes: 200 }
const running = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'\n${code}`)}`,
  )

test('work is done in a thread, and the answer comes back', async () => {
  const file = running('parentPort.postMessage(workerData.map((each) => each * 2))')
  expect(await inThread(file, [1, 2], limits)).toEqual([2, 4])
})

test('a thread that never ends is ended, and others go on', async () => {
  const endless = inThread(running('for (;;);'), null, { ...limits, seconds: 1 })
  const file = running('parentPort.postMessage(1)')
  const others = [inThread(file, null, limits), inThread(file, null, limits)]
  await expect(endless).rejects.toMatchObject({ of: 'time' })
  expect(await Promise.all(others)).toEqual([1, 1])
})

test.each([
  ['on its heap', 'const all = []; for (;;) all.push({ a: [all.length] })'],
  ['beside it', 'const all = []; for (;;) all.push(new Uint8Array(20_000_000).fill(1))'],
])('a thread that takes all memory %s is ended', async (_where, code) => {
  const hungry = inThread(running(code), null, { ...limits, megabytes: 60 })
  await expect(hungry).rejects.toMatchObject({ of: 'memory' })
})

test('a hungry thread does not bring down the one beside it: each is measured alone in the end', async () => {
  const hungry = 'const all = []; for (;;) all.push(new Uint8Array(10_000_000).fill(1))'
  // Takes a third of what it may, and its time: long enough to be there when the other has too much.
  const modest = `const mine = new Uint8Array(20_000_000).fill(1)
    setTimeout(() => parentPort.postMessage(mine.length), 1500)`
  const both = [modest, hungry].map((code) =>
    inThread(running(code), null, { ...limits, megabytes: 60 }),
  )
  const [first, second] = await Promise.allSettled(both)
  expect(first).toEqual({ status: 'fulfilled', value: 20_000_000 })
  expect(second).toMatchObject({ status: 'rejected', reason: { of: 'memory' } })
})

test('those who wait have their turn, in order, also behind one that is measured alone', async () => {
  const hungry = 'const all = []; for (;;) all.push(new Uint8Array(20_000_000).fill(1))'
  const work = [hungry, 'parentPort.postMessage(1)', hungry, 'parentPort.postMessage(2)']
  const ended = await Promise.allSettled(
    work.map((code) => inThread(running(code), null, { ...limits, megabytes: 80 })),
  )
  expect(ended.map((one) => (one.status === 'fulfilled' ? one.value : one.reason.of))).toEqual([
    'memory',
    1,
    'memory',
    2,
  ])
})

test('what a thread throws is thrown, and one that says nothing is told of', async () => {
  const wrong = inThread(running('throw new TypeError("no")'), null, limits)
  await expect(wrong).rejects.toThrow('no')
  await expect(inThread(running(''), null, limits)).rejects.toThrow(/no answer/)
})

test('sources have no file for a thread', () => {
  expect(threadFile('file:///a/b.ts', 'c.thread')).toBeUndefined()
  expect(threadFile('file:///a/b.js', 'c.thread')?.href).toBe('file:///a/c.thread.js')
})

test('what all threads see is joined once, and lies where it lay', () => {
  const joined = joinedForAll([Buffer.from('甲，'), Buffer.from('乙')])
  expect(joined.toString()).toBe('甲，乙')
  expect(seenByAll(joined.subarray(0, 3)).buffer).toBe(joined.buffer)
  expect(bufferOn(new Uint8Array(joined.buffer, 3, 3)).toString()).toBe('，')
  const given = Buffer.from('丙')
  expect(seenByAll(given).buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(seenByAll(given).toString()).toBe('丙')
})
