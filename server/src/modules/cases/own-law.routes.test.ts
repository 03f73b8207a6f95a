import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type Day } from '@yizhuan/kit'
import { readRecord, verifyChain } from '@yizhuan/procedures'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { main } from '../../apps/cli/main.ts'
import { planOf } from '../../apps/demo/deal.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { actIn, lead, lineOf, type Standing, sampleDeal, upTo } from './testing/leading.ts'

// An institution's own rules and readings reach every answer about its cases, from their day on.

const deal = sampleDeal
const line = lineOf(deal)
const start = '2026-03-02' as Day

let house: TestApp
let institution: string
let staff: Record<'admin' | 'legal' | 'leaders' | 'officer', Person>

beforeAll(async () => {
  house = await openTestApp(modules, { at: `${start}T07:00:00+08:00` })
  institution = await house.institution(deal.hospital)
  staff = {
    admin: await house.person(['admin']),
    legal: await house.person(['legal']),
    leaders: await house.person(['leaders']),
    officer: await house.person(['tto_negotiator']),
  }
})
afterAll(() => house?.close())

const leadUpTo = (type: string, from: Day) => lead(house, institution, upTo(type, line), from)

const eighty = {
  param: 'inventor.floor',
  value: '80%',
  from: start,
  basis: '院发（示例）第九条',
}

async function adopt(rule: object, path = '/institution/rules'): Promise<string> {
  const proposed = await staff.legal.send('POST', path, rule)
  expect(proposed.status, proposed.text).toBe(201)
  const { id } = proposed.body
  const approved = await staff.leaders.send('POST', `/institution/own-rules/${id}/decision`, {
    outcome: 'approved',
  })
  expect(approved.status, approved.text).toBe(200)
  return id
}

async function written(table: string): Promise<number> {
  const [row] = await house.database.asOwner(`select count(*)::int as count from ${table}`)
  return Number(row?.['count'])
}

describe('an own rule', () => {
  test('laxer than the law is refused with the article, and nothing is written', async () => {
    const answer = await staff.legal.send('POST', '/institution/rules', {
      ...eighty,
      value: '60%',
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      code: 'laxer-than-law',
      errors: [{ pointer: '#/value' }],
      because: [{ cites: [{ source: 'gd-2025', at: 'a18.p1' }] }],
    })
    expect(await written('own_rule')).toBe(0)
  })

  test('is approved by another person, once', async () => {
    const { body } = await staff.legal.send('POST', '/institution/rules', eighty)
    const decide = (who: Person, outcome: object = { outcome: 'approved' }) =>
      who.send('POST', `/institution/own-rules/${body.id}/decision`, outcome)
    expect((await decide(staff.legal)).status).toBe(403)
    expect((await decide(staff.officer)).status).toBe(403)
    expect((await decide(staff.leaders, { outcome: 'rejected' })).status).toBe(400)
    expect(await written('own_rule_decision')).toBe(0)
    const [one, other] = await Promise.all([decide(staff.leaders), decide(staff.leaders)])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    expect(await written('own_rule_decision')).toBe(1)
    const stranger = await house.person(['leaders'], await house.institution('别的医院（虚构）'))
    expect((await decide(stranger)).status).toBe(404)
    expect(await written("audit_entry where chain = 'own-rules'")).toBe(2)
  })

  test('stands in no table that could be changed afterwards', async () => {
    const change = house.database.asOwner(`update own_rule set choice = '10%'`)
    await expect(change).rejects.toThrow(/append-only/)
  })

  test('shows with the law as layers, and says what governs', async () => {
    const { body } = await staff.officer.get('/institution/rules')
    const floor = body.items.find(({ id }: { id: string }) => id === 'inventor.floor')
    expect(floor).toMatchObject({ value: '80%', provenance: 'institution_rule', bound: 'floor' })
    expect(floor.layers).toMatchObject([
      { jurisdiction: 'CN-GD', value: '70%', cite: { at: 'a18.p1' } },
      { by: `${deal.hospital} ${eighty.basis}`, value: '80%' },
    ])
    expect(floor.own).toMatchObject([{ choice: '80%', standing: 'governs', isMine: false }])
    const before = await staff.officer.get('/institution/rules?on=2026-03-01')
    const then = before.body.items.find(({ id }: { id: string }) => id === 'inventor.floor')
    expect(then).toMatchObject({ value: '70%', own: [{ standing: 'ahead' }] })
  })
})

test('a browser is given what the house adds to the law, with the packs of its place', async () => {
  const { body } = await staff.officer.get('/institution/ground')
  expect(body).toMatchObject({
    institution: deal.hospital,
    packs: ['cn-gd-2025'],
    rules: [{ param: 'inventor.floor', value: '80%', by: deal.hospital, basis: eighty.basis }],
    chosen: [],
  })
  const stranger = await house.person(['leaders'], await house.institution('样例医院（虚构）'))
  expect((await stranger.get('/institution/ground')).body.rules).toEqual([])
})

describe('a case under an own rule', () => {
  let standing: Standing
  const plan = planOf(deal)
  const fair = {
    ...plan,
    lines: plan.lines.map((each, index) => ({
      ...each,
      amount: index === 0 ? '50000000' : '30000000',
    })),
    toInstitution: '10000000',
  }

  test('refuses a plan that keeps the law but not the rule, and says whose rule it is', async () => {
    standing = await leadUpTo('costRecorded', start)
    const draft = (data: object) =>
      actIn(house, institution, 'officer', standing, { type: 'planDrafted', data: { ...data } })
    const refused = await draft(plan)
    expect(refused).toMatchObject({
      code: 'law-forbids',
      because: [{ norm: 'gd.allocation.contributors', breachOf: 'institution' }],
    })
    expect(await written(`act where case_id = '${standing.id}'`)).toBe(standing.seq)
    const accepted = await draft(fair)
    expect(accepted.kind).toBe('accepted')
  })

  test('shows the rule in the findings, the money and the reasons', async () => {
    house.clock.set(standing.on)
    const reader = await house.person(['tto_negotiator'])
    const { body } = await reader.get(`/cases/${standing.id}`)
    const finding = body.assessment.findings.find(
      ({ norm }: { norm: string }) => norm === 'gd.allocation.contributors',
    )
    expect(finding.parameters[0]).toMatchObject({
      value: '4/5',
      provenance: 'institution_rule',
      layers: [{ value: '7/10' }, { value: '4/5', by: `${deal.hospital} ${eighty.basis}` }],
    })
    expect(body.money.floors[0]).toMatchObject({ amount: '80000000', difference: '0' })
    const why = await reader.get(`/cases/${standing.id}/explain/gd.allocation.contributors`)
    expect(JSON.stringify(why.body.why)).toContain('80%')
  })

  test('travels with its record, and a replay elsewhere comes to the same answer', async () => {
    const reader = await house.person(['auditor'])
    const [{ text }, { body }] = [
      await reader.get(`/cases/${standing.id}/acts.jsonl`),
      await reader.get(`/cases/${standing.id}`),
    ]
    const record = readRecord(text)
    expect(verifyChain(record.entries).ok).toBe(true)
    expect(record.ground).toMatchObject({ packs: ['cn-gd-2025@r1'], rules: [{ value: '80%' }] })
    const file = join(house.context.config.dataFolder, 'record.jsonl')
    writeFileSync(file, text)
    const printed: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((out) => printed.push(String(out)) > 0)
    await main(['case', 'replay', file, '--as-of', standing.on, '--json'])
    vi.restoreAllMocks()
    expect(JSON.parse(printed.join('')).assessment).toEqual(body.assessment)
  })
})

test('an approval has the workbench count anew, for cases that nobody touches', async () => {
  const from = '2026-08-03' as Day
  const { id, on } = await leadUpTo('noticePublished', from)
  house.clock.set(addDays(on, 3))
  staff.legal = await house.person(['legal'])
  staff.leaders = await house.person(['leaders'])
  const opens = async () => {
    const [row] = await house.database.asOwner(
      `select opens::text from case_due where case_id = $1 and norm = 'gd.notice.period'`,
      [id],
    )
    return row?.['opens']
  }
  const before = await opens()
  await adopt({ param: 'notice.days', value: '20', from, basis: '院发（示例）第三条' })
  expect(await opens()).toBe(before)
  await house.workOff()
  // Twenty days end on Saturday 19 September, which rolls to the working Sunday before the holiday.
  expect([on, before, await opens()]).toEqual(['2026-08-30', '2026-09-15', '2026-09-21'])
})

test('a chosen reading governs what happens from its day on, and not what happened before', async () => {
  const before = await leadUpTo('noticePublished', '2026-09-07' as Day)
  house.clock.set(addDays(before.on, 1))
  staff.legal = await house.person(['legal'])
  staff.leaders = await house.person(['leaders'])
  await adopt(
    {
      interpretation: 'gd.notice.counting',
      reading: 'working',
      from: house.clock.today(),
      basis: '院务会纪要（示例）',
    },
    '/institution/readings',
  )
  const after = await leadUpTo('noticePublished', addDays(before.on, 2))
  house.clock.set(addDays(after.on, 1))
  const reader = await house.person(['tto_negotiator'])
  const findingOf = async (id: string) => {
    const { body } = await reader.get(`/cases/${id}`)
    return body.assessment.findings.find(
      ({ norm }: { norm: string }) => norm === 'gd.notice.period',
    )
  }
  expect((await findingOf(before.id)).readings[0]).toMatchObject({ reading: 'natural' })
  const finding = await findingOf(after.id)
  expect(finding.readings[0]).toMatchObject({
    reading: 'working',
    chosen: { basis: '院务会纪要（示例）', from: addDays(before.on, 1) },
  })
  expect(finding.opens > addDays(after.on, 21)).toBe(true)
  const why = (await reader.get(`/cases/${after.id}/explain/gd.notice.period`)).body
  expect(why.readings[0]).toMatchObject({ chosen: { basis: '院务会纪要（示例）' } })
  const { body } = await reader.get('/institution/readings')
  const clause = body.items.find(({ id }: { id: string }) => id === 'gd.notice.counting')
  expect(clause).toMatchObject({
    reading: 'working',
    default: 'natural',
    cite: { at: 'a14.p1.i3' },
  })
})

describe('what a rule would change', () => {
  const ask = async (question: object) => {
    const reader = await house.person(['legal'])
    return reader.send('POST', '/cases/impact', question)
  }

  test('is told case by case, with the article, and written nowhere', async () => {
    const { id } = await leadUpTo('noticePublished', addDays(house.clock.today(), -40))
    const before = [await written('act'), await written('own_rule'), await written('outbox')]
    const { body } = await ask({
      kind: 'parameter',
      subject: 'notice.days',
      choice: '60',
      from: addDays(house.clock.today(), -40),
    })
    expect(body.looked).toBeGreaterThan(3)
    const about = body.cases.find((one: { id: string }) => one.id === id)
    const [change] = about.changes
    expect(change).toMatchObject({
      norm: 'gd.notice.period',
      cite: { source: 'gd-2025', at: 'a14.p1.i3' },
    })
    expect(change.after.opens > change.before.opens).toBe(true)
    expect([await written('act'), await written('own_rule'), await written('outbox')]).toEqual(
      before,
    )
  })

  test('by a rule that could not stand is refused like the rule', async () => {
    const lax = { kind: 'parameter', subject: 'inventor.floor', choice: '60%' }
    expect(await ask(lax)).toMatchObject({ status: 422, body: { code: 'laxer-than-law' } })
    const unknown = { kind: 'reading', subject: 'gd.notice.counting', choice: 'lunar' }
    expect(await ask(unknown)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/choice' }] },
    })
  })

  test('by another reading is told for all days, or from a day on', async () => {
    const reading = { kind: 'reading', subject: 'gd.notice.counting', choice: 'natural' }
    const always = (await ask(reading)).body
    const fromNow = (await ask({ ...reading, from: house.clock.today() })).body
    expect(always.cases.length).toBeGreaterThan(0)
    expect(fromNow.cases).toEqual([])
  })
})

test('another province has the workbench count anew; one without a pack, no more', async () => {
  const { id, on } = await leadUpTo('noticePublished', '2027-01-04' as Day)
  house.clock.set(addDays(on, 1))
  const dues = async () => {
    const rows = await house.database.asOwner(
      'select distinct split_part(norm, $$.$$, 1) as pack from case_due where case_id = $1',
      [id],
    )
    return rows.map((row) => row['pack'])
  }
  const move = async (province: string) => {
    const admin = await house.signInAgain(staff.admin)
    const { body } = await admin.get('/institution')
    const saved = await admin.send('PATCH', '/institution', { expectedSeq: body.seq, province })
    expect(saved.status, saved.text).toBe(200)
    await house.workOff()
    return dues()
  }
  expect(await dues()).toEqual(['gd'])
  // The drafts of Shanghai advise: nothing of theirs is due.
  expect(await move('CN-SH')).toEqual([])
  expect(await move('CN-GD')).toEqual(['gd'])
  expect(await move('CN-QH')).toEqual([])
  expect(await house.database.asOwner('select task from job where attempts > 0')).toEqual([])
  expect(await move('CN-GD')).toEqual(['gd'])
})

test('a province without a pack is told so, and reads and writes nothing', async () => {
  const there = await house.institution('外省医院（虚构）')
  const admin = await house.person(['admin'], there)
  const { body } = await admin.get('/institution')
  const saved = await admin.send('PATCH', '/institution', {
    expectedSeq: body.seq,
    province: 'CN-QH',
  })
  expect(saved.body).toMatchObject({ province: 'CN-QH', seq: 1 })
  const officer = await house.person(['tto_negotiator'], there)
  const opened = await officer.send('POST', '/cases', { data: line[0]?.data('', '') ?? {} })
  expect(opened).toMatchObject({ status: 409, body: { code: 'no-law-for-province' } })
  expect(opened.body.detail).toContain('青海省')
  expect(await written(`transfer_case where institution_id = '${there}'`)).toBe(0)
})
