import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Step } from '../../apps/demo/walk.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from './testing/leading.ts'

// An exclusive licence and a second grant of the same achievement: the register answers, not the form.

let house: TestApp
let officer: Person
let achievement: string

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  await house.institution(sampleDeal.hospital)
  officer = await house.person(['tto_negotiator'])
  const told = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
  const disclosed = await officer.send('POST', '/achievements', {
    title: sampleDeal.achievement,
    kind: 'device',
    disclosure: Object.fromEntries(told.map((group) => [group, '示例'])),
    inventors: [{ name: '甲示例', share: '100%' }],
  })
  expect(disclosed.status).toBe(201)
  achievement = disclosed.body.id
})
afterAll(() => house?.close())

/** The line of the sample deal about the achievement, with bounds of the licence. */
const lineWith = (until: string, bounds: object): readonly Step[] =>
  upTo(until, lineOf(sampleDeal)).map((step) => ({
    ...step,
    data: (on, before) => {
      const data = step.data(on, before)
      if (step.type === 'caseOpened') return { ...data, achievementId: achievement }
      if (step.type !== 'proposed') return data
      return { ...data, terms: { ...(data['terms'] as object), ...bounds } }
    },
  }))

const exclusive = { licenceKind: 'exclusive', field: '止血', territory: '全国' }

test('a second licence of what is licensed exclusively is refused, naming the first', async () => {
  const { institution } = officer.caller
  const first = await lead(house, institution, lineWith('signed', exclusive), day('2026-03-02'))
  const { number } = (await officer.get(`/cases/${first.id}`)).body.case
  const before = lineWith('negotiationLogged', {})
  const second = await lead(house, institution, before, addDays(first.on, 1))
  const [step] = lineWith('proposed', { licenceKind: 'plain', field: '止血' }).slice(-1)
  const propose = (more: object) =>
    actIn(house, institution, step?.by ?? 'officer', second, {
      type: 'proposed',
      data: { ...step?.data(second.on, second.on), ...more },
    })
  expect(await propose({ otherGrants: [] })).toMatchObject({
    code: 'not-possible',
    reason: { code: 'grant-conflict', detail: { zh: expect.stringContaining(number) } },
  })
  expect(await propose({ grantsReconciled: '适应症不同，见附件' })).toMatchObject({
    kind: 'accepted',
  })
  house.clock.set(second.on)
  const later = await house.signInAgain(officer)
  const { timeline } = (await later.get(`/cases/${second.id}`)).body
  expect(timeline.at(-1).data.otherGrants).toEqual([
    {
      by: number,
      to: sampleDeal.counterparty,
      kind: 'exclusive',
      field: '止血',
      territory: '全国',
    },
  ])
})
