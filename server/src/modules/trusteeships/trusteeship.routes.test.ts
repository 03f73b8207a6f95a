import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankAchievement, enterAchievements } from '../achievements/index.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankRight, enterRights, type RightFields, reviewRight } from '../rights/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const own = '示例医院（虚构）'
const trustee = '示例转化公司（虚构）'
const party = (power: string, name: string, share: string | null = null) => ({ power, name, share })

/** An achievement with a patent of it, and an officer who puts them into trust. */
async function stock() {
  const institution = await app.institution(own)
  const officer = await app.person(['tto_negotiator'], institution)
  const achievement = await achievementOf(officer)
  const right = await rightOf(officer, { achievementId: achievement, title: '夹具（虚构）' })
  const body = {
    ...{ number: 'TG-2026-01', title: '护理专利集中托管（虚构）', trustee },
    trusteeKind: 'platform_company',
    subjects: [{ kind: 'right', id: right }],
    parties: [
      party('ownership', own),
      party('operation', trustee),
      party('income', own, '70%'),
      party('income', trustee, '3/10'),
    ],
    ...{ fromDay: '2026-01-01', toDay: '2028-12-31', duties: '运营、年费监控（虚构）' },
  }
  return { institution, officer, achievement, right, body }
}

async function achievementOf({ caller }: Person): Promise<string> {
  const fields = { ...blankAchievement, title: '护理夹具（虚构）' }
  const entry = { number: null, leadIdNumber: null, fields, source: '台账' }
  const [id = ''] = await asCaller(app.context.db, caller, (tx) =>
    enterAchievements(tx, app.context, caller, [entry]),
  )
  return id
}

async function rightOf({ caller }: Person, given: Partial<RightFields>): Promise<string> {
  const fields = {
    ...{ ...blankRight, kind: 'invention' as const, title: '专利（虚构）' },
    ...{ status: 'granted' as const, grantedOn: '2024-03-01', filedOn: '2022-03-01', ...given },
  }
  const [id = ''] = await asCaller(app.context.db, caller, (tx) =>
    enterRights(tx, app.context.clock, caller, [{ fields }]),
  )
  return id
}

test('an agreement is entered, found, shown on its right and achievement, exported, ended', async () => {
  const { institution, officer, achievement, right, body } = await stock()
  const made = await officer.send('POST', '/trusteeships', body)
  expect(made.status, made.text).toBe(201)
  const path = `/trusteeships/${made.body.id}`
  const one = (await officer.get(path)).body
  expect(one).toMatchObject({
    ...{ state: 'running', leftOpen: ['payer'], concerns: [], seq: 1 },
    subjects: [{ kind: 'right', id: right, title: '夹具（虚构）' }],
  })
  for (const about of [
    `right=${right}`,
    `achievement=${achievement}`,
    'q=集中托管',
    'state=running',
  ])
    expect((await officer.get(`/trusteeships?${about}`)).body.items, about).toHaveLength(1)
  expect((await officer.get('/trusteeships?state=ended')).body.items).toEqual([])
  const csv = await officer.get('/trusteeships.csv')
  expect(csv.text).toContain('示例医院（虚构） 70%、示例转化公司（虚构） 3/10')
  const calendar = await officer.get(
    `/calendar?from=2028-12-01&to=2029-01-10&record=${made.body.id}`,
  )
  expect(calendar.body.items).toMatchObject([
    { day: '2028-12-31', record: { kind: 'trusteeship' } },
  ])

  // Of another house there is none; an inventor reads no parties.
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
  expect((await stranger.send('POST', '/trusteeships', body)).status).toBe(400)
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get(path)).status).toBe(403)

  const amended = await officer.send('PATCH', path, {
    ...{ payer: 'third_party', reason: '补充约定（虚构）', expectedSeq: 1 },
  })
  expect(amended.body, amended.text).toEqual({ seq: 2 })
  const end = (endedOn: string) =>
    officer.send('POST', `${path}/end`, { endedOn, reason: '协商终止（虚构）', expectedSeq: 2 })
  expect((await end('2026-06-21')).body.errors).toMatchObject([{ rule: 'end-in-future' }])
  expect((await end('2025-12-31')).body.errors).toMatchObject([{ rule: 'end-before-start' }])
  expect((await end('2026-06-01')).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ state: 'ended', endedOn: '2026-06-01' })
  const late = { remark: '更正', reason: '更正', expectedSeq: 3 }
  expect((await officer.send('PATCH', path, late)).body.code).toBe('trusteeship-over')
  const history = (await officer.get(`${path}/history`)).body
  expect(history.items.map(({ action }: { action: string }) => action)).toEqual([
    'trusteeship.entered',
    'trusteeship.amended',
    'trusteeship.ended',
  ])
  expect(history.chain.ok).toBe(true)
})

test('one subject is held in trust once, by its own name or that of its achievement', async () => {
  const { officer, achievement, body } = await stock()
  expect((await officer.send('POST', '/trusteeships', body)).status).toBe(201)
  const again = {
    ...{ ...body, number: 'TG-2026-02', subjects: [{ kind: 'achievement', id: achievement }] },
  }
  const parties = body.parties.map((one) =>
    one.power === 'operation' ? { ...one, name: '另一公司（虚构）' } : one,
  )
  const refused = await officer.send('POST', '/trusteeships', { ...again, parties: [...parties] })
  expect([refused.status, refused.body.code]).toEqual([409, 'held-in-trust'])
  expect(refused.body.detail).toContain('TG-2026-01')
  expect((await officer.get('/trusteeships')).body.items).toHaveLength(1)
  const after = { ...again, fromDay: '2029-01-01', toDay: null }
  expect((await officer.send('POST', '/trusteeships', after)).status).toBe(201)
  const used = await officer.send('POST', '/trusteeships', body)
  expect(used.body.errors).toMatchObject([{ pointer: '#/number', rule: 'trusteeship-number-used' }])
})

test('what has ended is refused; what is licensed or to be given up needs a reason', async () => {
  const { officer, achievement, right, body } = await stock()
  const ended = await rightOf(officer, { status: 'lapsed_unpaid' })
  const with_ = (more: object) => officer.send('POST', '/trusteeships', { ...body, ...more })
  const lapsed = await with_({ subjects: [{ kind: 'right', id: ended }] })
  expect([lapsed.status, lapsed.body.code]).toEqual([409, 'right-ended'])

  const { db, clock } = app.context
  await asCaller(db, officer.caller, async (tx) => {
    await reviewRight(tx, clock, officer.caller, right, {
      ...{ year: 5, decision: 'abandon', reason: '无人使用（虚构）' },
    })
    const fields = {
      ...{ ...blankContract, kind: 'transfer' as const, title: '独占许可（虚构）' },
      ...{ number: 'HT-9', counterparty: '被许可人（虚构）', mode: 'license' as const },
      ...{ exclusivity: 'exclusive' as const, status: 'performing' as const },
    }
    const contract = { fields, achievements: [achievement], source: '台账' }
    await enterContracts(tx, clock, officer.caller, [contract])
  })
  const warned = await with_({})
  expect(warned.body.errors).toMatchObject([{ pointer: '#/despite' }])
  expect(warned.body.errors[0].detail).toMatch(/放弃.*HT-9.*被许可人/)
  expect((await officer.get('/trusteeships')).body.items).toEqual([])
  const made = await with_({ despite: '被许可人同意托管方代收（虚构）' })
  expect(made.status, made.text).toBe(201)
  expect((await officer.get(`/trusteeships/${made.body.id}`)).body.concerns).toHaveLength(2)
})

test('shares are exact, and no field is wrong unnoticed', async () => {
  const { officer, body } = await stock()
  const rules = async (more: object) => {
    const { body: answer } = await officer.send('POST', '/trusteeships', { ...body, ...more })
    return answer.errors?.map(({ pointer, rule }: { pointer: string; rule: string }) => [
      ...[pointer, rule],
    ])
  }
  const parties = body.parties.with(3, party('income', trustee, '29.99%'))
  expect(await rules({ parties })).toEqual([['#/parties', 'income-must-total-one']])
  expect(await rules({ subjects: [...body.subjects, ...body.subjects] })).toEqual([
    ['#/subjects', 'subject-named-twice'],
  ])
  const file = { sha256: 'a'.repeat(64), name: '协议.pdf', size: 3 }
  expect(await rules({ files: [file] })).toEqual([['#/files', 'file-not-stored']])
  expect((await officer.get('/trusteeships')).body.items).toEqual([])
})
