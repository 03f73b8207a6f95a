import { expect, test } from 'vitest'
import { Crew, type Helper } from './crew.ts'

/** A helper that ends when it is told to. */
class Told implements Helper {
  readonly ended: Promise<void>
  leave: () => void = () => undefined
  break: (error: Error) => void = () => undefined
  asked = 0

  constructor() {
    this.ended = new Promise((resolve, reject) => {
      this.leave = resolve
      this.break = reject
    })
  }

  async stop(): Promise<void> {
    this.asked += 1
    await this.ended.catch(() => undefined)
  }
}

function crew(most: number, stays = false) {
  const called: Told[] = []
  const told: string[] = []
  const call = () => {
    const helper = new Told()
    called.push(helper)
    return helper
  }
  return { called, told, crew: new Crew(call, most, (sentence) => told.push(sentence), stays) }
}

test('as many are called as may help, and none twice', () => {
  const { called, crew: ours } = crew(2)
  ours.call()
  ours.call()
  expect(called).toHaveLength(2)
})

test('who was let go can be called anew once all are gone', async () => {
  const { called, crew: ours } = crew(1)
  ours.call()
  const gone = ours.dismiss()
  ours.call()
  expect(called).toHaveLength(1)
  expect(called[0]?.asked).toBe(1)
  called[0]?.leave()
  await gone
  ours.call()
  expect(called).toHaveLength(2)
})

test('one that broke is told of, and not called again before all are let go', async () => {
  const { called, told, crew: ours } = crew(1)
  ours.call()
  called[0]?.break(new Error('no memory'))
  await called[0]?.ended.catch(() => undefined)
  await Promise.resolve()
  ours.call()
  expect(told).toEqual(['A helper of the worker ended: Error: no memory'])
  expect(called).toHaveLength(1)
  await ours.dismiss()
  ours.call()
  expect(called).toHaveLength(2)
})

test('where no thread can be had, the worker is told and works alone', async () => {
  const told: string[] = []
  const refuse = () => {
    throw new Error('no thread')
  }
  const alone = new Crew(refuse, 2, (sentence) => told.push(sentence))
  alone.call()
  alone.call()
  expect(told).toEqual(Array(2).fill('The worker finds no helper: Error: no thread'))
  await alone.dismiss()
})

test('who does not stay is called for plenty only, and let go after a long rest', () => {
  const { called, crew: ours } = crew(1)
  for (let times = 0; times < 2400; times += 1) ours.rested(times)
  expect(called).toHaveLength(0)
  ours.call()
  ours.rested(2400)
  expect(called[0]?.asked).toBe(1)
})

test('who stays is ready before there is plenty, is not let go, and comes anew after breaking', async () => {
  const { called, crew: ours } = crew(1, true)
  for (let times = 0; times < 40; times += 1) ours.rested(times)
  expect(called).toHaveLength(0)
  ours.rested(40)
  ours.rested(2400)
  expect(called).toHaveLength(1)
  expect(called[0]?.asked).toBe(0)
  called[0]?.break(new Error('no memory'))
  await called[0]?.ended.catch(() => undefined)
  await Promise.resolve()
  ours.rested(40)
  expect(called).toHaveLength(1)
  ours.rested(2400)
  expect(called).toHaveLength(2)
})
