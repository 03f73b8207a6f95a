import { afterAll, beforeAll, describe } from 'vitest'
import { discloseOnAPhone } from './disclosing.ts'
import { keepTheDocket } from './docketing.ts'
import { holdEquity } from './holding.ts'
import { lookAround } from './looking.ts'
import { followTheMoney } from './owing.ts'
import { makePapers } from './papering.ts'
import { registerContracts } from './registering.ts'
import { rewardTheTeam } from './rewarding.ts'
import { settleIn } from './settling.ts'
import { payTax } from './taxing.ts'
import { workTogether } from './together.ts'
import { type House, openHouse } from './visit.ts'
import { firstDay, walkTheLine } from './walking.ts'

// The demonstration as people meet it in a browser. The walk comes last: it travels in time, in a
// demonstration of its own, since a period that ends in a year whose rest days are not published yet opens
// nothing.

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

describe('looking around', () => lookAround(() => house))
describe('working together', () => workTogether(() => house))
describe('disclosing on a phone', () => discloseOnAPhone(() => house))
describe('making papers', () => makePapers(() => house))
describe('settling in', () => settleIn(() => house))
describe('keeping the docket', () => keepTheDocket(() => house))
describe('registering contracts', () => registerContracts(() => house))
describe('following the money', () => followTheMoney(() => house))
describe('paying tax', () => payTax(() => house))
describe('rewarding the team', () => rewardTheTeam(() => house))
describe('holding equity', () => holdEquity(() => house))
describe('the main line', () => {
  let early: House
  beforeAll(async () => {
    early = await openHouse(firstDay)
  })
  afterAll(() => early?.close())
  walkTheLine(() => early)
})
