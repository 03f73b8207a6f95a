import { expect, test } from 'vitest'
import { ahead, inFlight } from './in-flight.ts'

const turn = () => new Promise((resolve) => setImmediate(resolve))

async function* counted(to: number, log: string[] = []) {
  for (let at = 1; at <= to; at += 1) {
    await turn()
    log.push(`made ${at}`)
    yield at
  }
}

test('the next item is made while one is worked on, and no further one', async () => {
  const log: string[] = []
  for await (const item of ahead(counted(4, log))) {
    for (let turns = 0; turns < 9; turns += 1) await turn()
    log.push(`done ${item}`)
  }
  expect(log.join(', ')).toBe('made 1, made 2, done 1, made 3, done 2, made 4, done 3, done 4')
})

test('a source that fails is told to whoever waits, and to nobody who has left', async () => {
  async function* failing() {
    yield* counted(2)
    throw new Error('no more')
  }
  const seen: number[] = []
  const read = async () => {
    for await (const item of ahead(failing())) seen.push(item)
  }
  await expect(read()).rejects.toThrow('no more')
  expect(seen).toEqual([1, 2])
  for await (const item of ahead(failing())) if (item === 2) break
})

test('so many are worked on at a time, begun in their order', async () => {
  const begun: number[] = []
  let [now, most] = [0, 0]
  await inFlight(3, counted(20), async (item) => {
    begun.push(item)
    now += 1
    most = Math.max(most, now)
    for (let turns = 0; turns < 8 - (item % 5); turns += 1) await turn()
    now -= 1
  })
  expect(begun).toEqual([...begun.keys()].map((at) => at + 1))
  expect(begun).toHaveLength(20)
  expect([now, most]).toEqual([0, 3])
})

test('after a failure nothing is begun, and what was begun has ended', async () => {
  const log: string[] = []
  const work = inFlight(2, counted(9), async (item) => {
    log.push(`begun ${item}`)
    await turn()
    if (item === 2) throw new Error('two')
    for (let turns = 0; turns < 9; turns += 1) await turn()
    log.push(`ended ${item}`)
  })
  await expect(work).rejects.toThrow('two')
  expect(log.filter((line) => line.startsWith('begun')).length).toBeLessThan(5)
  expect(log.filter((line) => line.startsWith('ended')).length).toBe(
    log.filter((line) => line.startsWith('begun')).length - 1,
  )
})
