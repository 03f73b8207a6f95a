import { afterAll, beforeAll, describe } from 'vitest'
import { compareRules } from './comparing.ts'
import { readTheLibrary } from './reading.ts'
import { tryADeal } from './simulating.ts'
import { type House, openHouse } from './visit.ts'

// What a policy officer does with the law in the browser: reading, trying out, comparing.

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

describe('the library', () => readTheLibrary(() => house))
describe('the simulator', () => tryADeal(() => house))
describe('the comparison', () => compareRules(() => house))
