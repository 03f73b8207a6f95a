import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiHouse, openApiHouse } from '../api/house.ts'
import { sendNonsense } from '../api/nonsense.ts'

// Much more nonsense than in the everyday run, other every night; the seed is printed.

let api: ApiHouse
beforeAll(async () => {
  api = await openApiHouse()
})
afterAll(() => api?.close())

test('a night of nonsense is answered as declared', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
  const { wrong } = await sendNonsense(api, 200, seed)
  expect(wrong.join('\n\n')).toBe('')
}, 3_600_000)
