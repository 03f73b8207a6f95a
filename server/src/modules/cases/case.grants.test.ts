import { addDays, day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Step } from '../../apps/demo/walk.ts'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
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

test('a contract of the register is held against what cases grant, within its bounds', async () => {
  const later = await house.signInAgain(officer)
  const enter = async (more: object) => {
    const fields = { kind: 'transfer', title: '手工录入的许可（虚构）', mode: 'license' }
    const body = { id: newId(), ...fields, counterparty: '另一家公司（虚构）', ...more }
    const { id } = (await later.send('POST', '/contracts', body)).body
    return (await later.get(`/contracts/${id}/grant-conflicts`)).body.items.map(
      (one: { kind: string; to: string }) => [one.kind, one.to],
    )
  }
  const achievements = [achievement]
  const first = ['exclusive', sampleDeal.counterparty]
  expect(await enter({ achievements, exclusivity: 'plain' })).toEqual([first])
  // Nor does one of the register go beside another.
  expect(await enter({ achievements, exclusivity: 'exclusive' })).toEqual([
    first,
    ['plain', '另一家公司（虚构）'],
  ])
  expect(await enter({ achievements, exclusivity: 'plain', termTo: '2020-01-01' })).toEqual([])
  expect(await enter({ achievements, exclusivity: 'plain', status: 'not_effective' })).toEqual([])
  expect(await enter({ exclusivity: 'exclusive' })).toEqual([])
})

const member = { name: '甲示例', isInventor: true, isChief: true, holdsLeadingPost: false }
const yes = (...fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, true]))

/** Ownership of the achievement given to its inventor: the answer to the signing of the agreement. */
async function empower(about: string) {
  const { institution } = officer.caller
  const steps: readonly [Step['by'], string, string, object, (readonly string[])?][] = [
    [
      'officer',
      '2027-02-01',
      'ownershipPrepared',
      {
        title: '赋权（虚构）',
        achievementId: about,
        achievement: sampleDeal.achievement,
        team: [{ ...member, share: '100%' }],
        representative: '甲示例',
        agreedInWriting: true,
      },
    ],
    [
      'officer',
      '2027-02-02',
      'applied',
      {
        ownershipShare: '70%',
        plan: '由团队实施（示例）',
        unitInterest: '三成归单位',
        ...yes('enabled', 'planMade', 'divided'),
      },
    ],
    [
      'reviewer',
      '2027-02-03',
      'screened',
      {
        stateSecret: 'no',
        nationalSecurity: 'no',
        keyTechnology: 'no',
        titleDisputed: false,
        ethics: 'not_applicable',
        ...yes('titleRegistered', 'prospectClear', 'recipientKnown', 'willStrong'),
      },
    ],
    [
      'leaders',
      '2027-03-01',
      'decided',
      {
        result: 'passed',
        votesFor: 7,
        votesAgainst: 0,
        abstentions: 0,
        recused: [],
        ...yes('minuted', 'quorate', 'recusalObserved'),
      },
      ['决议.pdf'],
    ],
    [
      'officer',
      '2027-03-02',
      'noticePublished',
      {
        subject: '赋权（示例）',
        terms: '七成归完成人',
        objectionProcedure: '书面提出',
        department: '转化部门',
      },
    ],
    ['officer', '2027-04-02', 'noticeCertified', { lastShownOn: '2027-04-01' }],
    [
      'officer',
      '2027-04-06',
      'agreed',
      {
        ownershipShare: '70%',
        ...yes('statesIncome', 'statesDecision', 'statesCosts', 'statesUpkeep', 'statesDuties'),
      },
    ],
  ]
  let id = ''
  for (const [by, date, type, data, papers = []] of steps) {
    const on = day(date)
    const order = { type, data: { ...data }, papers, procedure: 'empowerment_ownership' }
    const outcome = await actIn(house, institution, by, { id, on }, order)
    if (type === 'agreed') return { id, outcome }
    if (outcome.kind === 'refused') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    id = outcome.id
  }
  throw new TypeError('No agreement.')
}

test('what is licensed exclusively is not given to its inventors', async () => {
  const { outcome } = await empower(achievement)
  expect(outcome).toMatchObject({ code: 'not-possible', reason: { code: 'grant-conflict' } })
})

test('what its inventors were given is not granted to others alone, but to themselves', async () => {
  const { institution } = officer.caller
  await house.database.asOwner('update transfer_case set achievement_id = null')
  await house.database.asOwner('delete from contract_achievement')
  const { outcome } = await empower(achievement)
  expect(outcome).toMatchObject({ kind: 'accepted' })
  const deal = await lead(house, institution, lineWith('negotiationLogged', {}), day('2027-05-06'))
  const [step] = lineWith('proposed', exclusive).slice(-1)
  const propose = (counterparty: string) => {
    const data = { ...step?.data(deal.on, deal.on) }
    const terms = { ...(data['terms'] as object), counterparty }
    return actIn(house, institution, step?.by ?? 'officer', deal, {
      type: 'proposed',
      data: { ...data, terms },
    })
  }
  expect(await propose(sampleDeal.counterparty)).toMatchObject({
    reason: { code: 'grant-conflict', detail: { zh: expect.stringContaining('甲示例') } },
  })
  // The record lets it pass; the law then asks who was vetted.
  expect(await propose('甲示例')).toMatchObject({
    because: [{ norm: 'gd.counterparty.vetted' }],
  })
})

test('a term of which only the month or the year is known lasts to its last day', async () => {
  const later = await house.signInAgain(officer)
  const { institution } = officer.caller
  const today = house.clock.today()
  const lasting = async (termTo: string) => {
    const [id = ''] = await asSystem(house.context.db, institution, (tx) =>
      enterContracts(tx, house.clock, officer.caller, [
        {
          fields: {
            ...{ ...blankContract, kind: 'transfer' as const, title: '台账许可（虚构）', termTo },
            ...{ mode: 'license' as const, exclusivity: 'exclusive' as const },
            counterparty: `台账方${termTo}（虚构）`,
          },
          ...{ achievements: [achievement], source: '' },
        },
      ]),
    )
    return (await later.get(`/contracts/${id}/grant-conflicts`)).body.items.length
  }
  expect(await lasting(today.slice(0, 4))).toBeGreaterThan(0)
  expect(await lasting(today.slice(0, 7))).toBeGreaterThan(0)
  expect(await lasting(`${Number(today.slice(0, 4)) - 1}`)).toBe(0)
})
