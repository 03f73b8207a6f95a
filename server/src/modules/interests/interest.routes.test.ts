import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'

let house: TestApp
let admin: Person
let officer: Person
let discipline: Person
let nurse: Person
let contract = ''
const counterparty = '示例医疗科技有限公司'

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-01' })
  admin = await house.person(['admin'])
  officer = await house.person(['tto_negotiator'])
  discipline = await house.person(['discipline'])
  nurse = await house.person(['inventor'])
  await admin.send('PATCH', '/institution', { expectedSeq: 0, province: 'CN-GD' })
  const { institution, person, name } = admin.caller
  const by = { institution, person, name }
  await asSystem(house.database.db, institution, async (tx) => {
    // Accounts of tests stand in no register; who declares does.
    for (const { caller } of [officer, nurse, discipline]) {
      await tx
        .insertInto('person')
        .values({ institutionId: institution, id: caller.person, name: caller.name } as never)
        .execute()
    }
    const fields = {
      ...blankContract,
      kind: 'transfer' as const,
      title: '转让合同（虚构）',
      counterparty,
    }
    const ledger = { fields, achievements: [], source: null }
    ;[contract = ''] = await enterContracts(tx, house.clock, by, [ledger as never])
  })
  const chief = { title: '院长', kind: 'chief', from: '2026-01-01' }
  await admin.send('POST', `/people/${discipline.caller.person}/posts`, chief)
})
afterAll(() => house?.close())

const tie = {
  tie: 'shareholding',
  through: 'spouse',
  holder: '林某某',
  enterprise: '示例医疗科技有限责任公司',
  detail: '持股 5%',
}
const deal = async (who = officer) => (await who.get(`/contracts/${contract}/interests`)).body

test('with nothing on file nobody is said to have no interest', async () => {
  const { matches, undeclared, articles } = await deal()
  expect(matches).toEqual([])
  expect(undeclared).toMatchObject([
    { person: { id: discipline.caller.person }, parts: ['leader'], state: 'none' },
  ])
  expect(articles.map(({ at }: { at: string }) => at)).toContain('a5.p1')
})

test('who declares does so for themself, whole, and is matched with the other side', async () => {
  const answer = await nurse.send('POST', '/interests/me', { items: [tie], isWhole: true })
  expect(answer.status, answer.text).toBe(201)
  expect(answer.body.validUntil).toBe('2027-05-31')
  expect((await deal()).matches).toMatchObject([
    {
      person: { id: nurse.caller.person },
      enterprise: tie.enterprise,
      party: counterparty,
      by: 'name',
      tie: { zh: '持股' },
      through: { zh: '配偶' },
      state: 'valid',
    },
  ])
})

test('the name of a relative is whole to the person alone, and opened by discipline with a trace', async () => {
  const { declarations } = (await nurse.get('/interests/me')).body
  expect(declarations[0].items[0].holder).toBe('林某某')
  const path = `/interests/${nurse.caller.person}`
  expect((await officer.get(path)).body.declarations[0].items[0].holder).toBe('林**')
  const ask = { declaration: declarations[0].id, line: 1, purpose: '核查关联交易' }
  expect((await officer.send('POST', '/interests/reveal', ask)).status).toBe(403)
  expect((await discipline.send('POST', '/interests/reveal', ask)).body.value).toBe('林某某')
  expect((await nurse.get('/people/me/openings')).body.items).toMatchObject([
    { field: 'relative', purpose: '核查关联交易' },
  ])
  const kept = await house.database.asOwner(
    "select count(*)::int as n from audit_entry where entry::text like '%林某某%'",
  )
  expect(kept[0]?.['n']).toBe(0)
})

test('whoever declared is reminded of its end, and of nobody else’s', async () => {
  const ends = async (who: Person) => {
    const { items } = (await who.get('/calendar?from=2027-05-01&to=2027-06-20')).body
    return items.filter(({ record }: { record: { kind: string } }) => record.kind === 'interest')
  }
  const mine = { day: '2027-05-31', record: { id: nurse.caller.person }, mine: true }
  expect(await ends(nurse)).toMatchObject([mine])
  expect(await ends(await house.person(['inventor']))).toEqual([])
  expect(await ends(discipline)).toMatchObject([{ record: { id: nurse.caller.person } }])
})

test('a newer declaration takes the place of the one before', async () => {
  await nurse.send('POST', '/interests/me', { items: [], isWhole: true })
  expect((await deal()).matches).toEqual([])
  const { declarations, state } = (await nurse.get('/interests/me')).body
  expect(state).toBe('valid')
  expect(declarations.map(({ hasNone }: { hasNone: boolean }) => hasNone)).toEqual([true, false])
})

test('the other side of a case is whom it deals with now, not whom it left', async () => {
  const { institution } = officer.caller
  const other = { ...sampleDeal, counterparty: '另家科技有限公司（虚构）' }
  const first = upTo('proposed', lineOf(sampleDeal))
  const talks = first.findIndex(({ type }) => type === 'negotiationStarted')
  const again = upTo('proposed', lineOf(other)).slice(talks)
  const named = async (steps: typeof first) => {
    const { id } = await lead(house, institution, steps, day('2026-02-02'))
    const { parties } = (await officer.get(`/cases/${id}/interests`)).body
    return parties.map(({ name }: { name: string }) => name)
  }
  expect(await named(first)).toEqual([sampleDeal.counterparty])
  expect(await named([...first, ...again])).toEqual([other.counterparty])
})

test('the list says who has nothing on file', async () => {
  const { items, counts } = (await officer.get('/interests?state=none')).body
  expect(items.length).toBe(counts.none)
  expect(counts.valid).toBe(1)
  // The sheet holds what the page shows.
  const q = encodeURIComponent(nurse.caller.name)
  const page = (await officer.get(`/interests?q=${q}`)).body.items
  const sheet = (await officer.get(`/interests.csv?lang=zh&q=${q}`)).text
  expect(page).toHaveLength(1)
  expect(sheet.trim().split('\n')).toHaveLength(2)
})

test.each([
  ['a relative without a name', { ...tie, holder: null }, '#/items/0/holder'],
  ['an unknown tie', { ...tie, tie: 'friendship' }, '#/items/0/tie'],
  ['a wrong code', { ...tie, uscc: '91350100M000100Y44' }, '#/items/0/uscc'],
])('%s is refused at its field, and nothing is written', async (_what, item, pointer) => {
  const count = async () =>
    (await house.database.asOwner('select count(*)::int as n from interest_declaration'))[0]?.['n']
  const before = await count()
  const answer = await nurse.send('POST', '/interests/me', { items: [item], isWhole: true })
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer])
  expect(await count()).toBe(before)
})

test('a declaration is confirmed to be whole, and read by few', async () => {
  const half = await nurse.send('POST', '/interests/me', { items: [] })
  expect(half.status).toBe(400)
  expect((await nurse.get('/interests')).status).toBe(403)
  expect((await nurse.get(`/contracts/${contract}/interests`)).status).toBe(403)
})

test('another institution sees nothing of it', async () => {
  const stranger = await house.person(['discipline'], await house.institution('别院（虚构）'))
  expect((await stranger.get(`/interests/${nurse.caller.person}`)).status).toBe(404)
  expect((await stranger.get(`/contracts/${contract}/interests`)).status).toBe(404)
})

test('an inventor who was chosen from the register is asked for their interests, whoever bears their name', async () => {
  const [one, namesake] = [await house.person(['inventor']), await house.person(['inventor'])]
  const { institution, person, name } = admin.caller
  const by = { institution, person, name }
  const about = await asSystem(house.database.db, institution, async (tx) => {
    for (const { caller } of [one, namesake]) {
      await tx
        .insertInto('person')
        .values({ institutionId: institution, id: caller.person, name: '示例同' } as never)
        .execute()
    }
    const member = { share: '100%', staffNo: null, isChief: false, holdsLeadingPost: false }
    const inventors = [{ ...member, name: '示例同', person: one.caller.person }]
    const fields = { ...blankAchievement, title: '示例（虚构）', inventors }
    const [achievement = ''] = await enterAchievements(tx, house.context, by, [
      { fields, number: null, leadIdNumber: null, source: null } as never,
    ])
    const deal = { ...blankContract, kind: 'transfer' as const, title: '转让', counterparty }
    const [id = ''] = await enterContracts(tx, house.clock, by, [
      { fields: deal, achievements: [achievement], source: null } as never,
    ])
    return id
  })
  const { undeclared } = (await officer.get(`/contracts/${about}/interests`)).body
  const inventors = undeclared.filter(({ parts }: { parts: string[] }) =>
    parts.includes('inventor'),
  )
  expect(inventors.map((it: { person: { id: string } }) => it.person.id)).toEqual([
    one.caller.person,
  ])
})
