import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { achievements } from './index.ts'

const disclosure = {
  type: '材料',
  maturity: '样机',
  stateOfTheArt: '有',
  market: '有',
  risks: '有',
  benefit: '有',
  need: '许可',
}
const body = {
  title: '可吸收止血材料（示例）',
  kind: 'device',
  disclosure,
  inventors: [
    { name: '示例甲', share: '1/3' },
    { name: '示例乙', share: '2/3' },
  ],
}

let app: TestApp
beforeAll(async () => {
  app = await openTestApp([achievements])
})
afterAll(() => app.close())

test('an achievement gets a permanent number and is found by two characters of its title', async () => {
  const officer = await app.person(['tto_negotiator'])
  const created = await officer.send('POST', '/achievements', body)
  expect(created.status).toBe(201)
  expect(created.body.number).toMatch(/^CG-\d{4}-0001$/)
  const found = await officer.get(`/achievements?q=${encodeURIComponent('止血')}`)
  expect(found.body.items).toHaveLength(1)
  const read = await officer.get(`/achievements/${created.body.id}`)
  expect(read.body.inventors[0]).toMatchObject({ name: '示例甲', share: '1/3' })
})

test.each([
  [
    'shares that do not make one',
    { inventors: [{ name: '示例甲', share: '99%' }] },
    '#/inventors',
    'shares-must-total-one',
  ],
  ['a day of the future', { disclosedOn: '2999-01-01' }, '#/disclosedOn', 'not-in-future'],
  ['a day of long ago', { disclosedOn: '1850-01-01' }, '#/disclosedOn', 'day-too-early'],
  ['made in the future', { madeOn: '2999-01-01' }, '#/madeOn', 'not-in-future'],
  ['an unknown field', { colour: 'red' }, '#/colour', 'unknown'],
])('%s names the field and writes nothing', async (_name, change, pointer) => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const answer = await officer.send('POST', '/achievements', { ...body, ...change })
  expect(answer.status).toBe(400)
  expect(JSON.stringify(answer.body.errors)).toContain(pointer.replace('#/colour', 'colour'))
  expect((await officer.get('/achievements')).body.items).toHaveLength(0)
})

test.each(['estimatedValueFen', 'rdCostFen'])('%s is not below nought', async (field) => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const { body: created } = await officer.send('POST', '/achievements', body)
  const change = { expectedSeq: 1, reason: '补录', [field]: '-5' }
  const answer = await officer.send('PATCH', `/achievements/${created.id}`, change)
  expect(answer.body.errors).toMatchObject([{ pointer: `#/${field}`, rule: 'amount-negative' }])
})

test('another institution’s achievement is not there', async () => {
  const officer = await app.person(['tto_negotiator'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(`/achievements/${created.id}`)).status).toBe(404)
})

test('an auditor reads but does not write', async () => {
  const auditor = await app.person(['auditor'])
  expect((await auditor.send('POST', '/achievements', body)).status).toBe(403)
  expect((await auditor.get('/achievements')).status).toBe(200)
})

test('an amendment names its reason, keeps what was there and is in the history', async () => {
  const officer = await app.person(['tto_negotiator'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const path = `/achievements/${created.id}`
  const change = { projectNo: '示-6', department: '示例外科', remark: null }
  const amended = await officer.send('PATCH', path, {
    expectedSeq: 1,
    reason: '科室更名',
    ...change,
  })
  expect(amended).toMatchObject({ status: 200, body: { seq: 2 } })
  expect((await officer.get(path)).body).toMatchObject({ seq: 2, ...change })
  const history = (await officer.get(`${path}/history`)).body
  expect(history.chain).toEqual({ ok: true, length: 2 })
  expect(history.items[0]).toMatchObject({ action: 'achievement.disclosed', seq: 1 })
  expect(history.items[1]).toMatchObject({
    reason: '科室更名',
    by: officer.caller.name,
    changes: [
      { field: 'department', from: null, to: '示例外科' },
      { field: 'projectNo', from: null, to: '示-6' },
    ],
  })
})

test('an amendment that changes nothing writes nothing', async () => {
  const officer = await app.person(['tto_negotiator'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const same = { expectedSeq: 1, reason: '核对', title: body.title }
  const answer = await officer.send('PATCH', `/achievements/${created.id}`, same)
  expect(answer.body).toEqual({ seq: 1 })
})

test('who amends what somebody else amended meanwhile is told what changed', async () => {
  const officer = await app.person(['tto_negotiator'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const path = `/achievements/${created.id}`
  await officer.send('PATCH', path, { expectedSeq: 1, reason: '评级', projectNo: '示-4' })
  const late = await officer.send('PATCH', path, {
    expectedSeq: 1,
    reason: '评级',
    projectNo: '示-5',
  })
  expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
  expect(late.body.changed[0].changes).toEqual([{ field: 'projectNo', from: null, to: '示-4' }])
  expect((await officer.get(path)).body.projectNo).toBe('示-4')
})

test.each([
  ['shares that do not make one', { inventors: [{ name: '示例甲', share: '50%' }] }, 400],
  ['a file nobody stored', { files: [{ sha256: 'a'.repeat(64), name: 'a.pdf', size: 1 }] }, 400],
  ['a level of maturity that does not exist', { maturityLevel: 10 }, 400],
])('an amendment with %s is refused and writes nothing', async (_name, change, status) => {
  const officer = await app.person(['tto_reviewer'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const path = `/achievements/${created.id}`
  const answer = await officer.send('PATCH', path, { expectedSeq: 1, reason: '更正', ...change })
  expect(answer.status).toBe(status)
  expect((await officer.get(path)).body.seq).toBe(1)
})

test('an inventor does not amend, and a stranger neither amends nor reads a history', async () => {
  const officer = await app.person(['tto_negotiator'])
  const { body: created } = await officer.send('POST', '/achievements', body)
  const path = `/achievements/${created.id}`
  const change = { expectedSeq: 1, reason: '更正', projectNo: '示-2' }
  const inventor = await app.person(['inventor'])
  expect((await inventor.send('PATCH', path, change)).status).toBe(403)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.send('PATCH', path, change)).status).toBe(404)
  expect((await stranger.get(`${path}/history`)).status).toBe(404)
})

test('the register is read page by page in any order, and leaves as a sheet that runs no formula', async () => {
  const officer = await app.person(['tto_negotiator'], await app.institution())
  const days = ['2026-02-02', '2026-01-01', '2026-02-01']
  for (const [at, disclosedOn] of days.entries()) {
    const title = at === 0 ? '=1+1 示例' : `示例${at}`
    await officer.send('POST', '/achievements', { ...body, title, disclosedOn })
  }
  const read = async (sort: string) => {
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 5; page += 1) {
      const { body: got } = await officer.get(`/achievements?limit=1&sort=${sort}${cursor}`)
      seen.push(...got.items.map(({ disclosedOn }: { disclosedOn: string }) => disclosedOn))
      if (!got.nextCursor) break
      cursor = `&cursor=${encodeURIComponent(got.nextCursor)}`
    }
    return seen
  }
  const [first = '', second = '', third = ''] = days
  expect(await read('newest')).toEqual([third, second, first])
  expect(await read('oldest')).toEqual([first, second, third])
  expect(await read('disclosed')).toEqual([first, third, second])
  expect(await read('disclosedFirst')).toEqual([second, third, first])

  const sheet = await officer.get('/achievements.csv?sort=oldest')
  expect(sheet.headers['content-type']).toContain('text/csv')
  const lines = sheet.text.split('\r\n')
  expect(lines[0]?.startsWith('\uFEFF编号,名称,类型')).toBe(true)
  expect(lines[1]).toContain(",'=1+1 示例,医疗器械,")
  expect(lines[1]).toContain('示例甲 1/3、示例乙 2/3')
})

test('an inventor may disclose what is known and tell the rest later', async () => {
  const inventor = await app.person(['inventor'], await app.institution())
  const created = await inventor.send('POST', '/achievements', {
    ...body,
    disclosure: { type: '材料', publication: '尚未公开' },
  })
  expect(created.status).toBe(201)
  const { body: read } = await inventor.get(`/achievements/${created.body.id}`)
  expect(read.disclosure).toEqual({ type: '材料', publication: '尚未公开' })
})

test('whoever discloses follows their own, in the list and by how it stands', async () => {
  const institution = await app.institution()
  const inventor = await app.person(['inventor'], institution)
  const officer = await app.person(['tto_negotiator'], institution)
  const { body: own } = await inventor.send('POST', '/achievements', body)
  await officer.send('POST', '/achievements', { ...body, title: '另一项（示例）' })
  const ids = async (query: string) =>
    (await inventor.get(`/achievements?${query}`)).body.items.map(({ id }: { id: string }) => id)
  expect(await ids('mine=true')).toEqual([own.id])
  expect(await ids('mine=false')).toHaveLength(2)
  expect(await ids('intake=submitted&mine=true')).toEqual([own.id])
  expect(await ids('intake=accepted')).toEqual([])
  const sheet = await inventor.get('/achievements.csv?mine=true')
  expect(sheet.text.trim().split('\r\n')).toHaveLength(2)
  expect(sheet.text).toContain('待答复')
})

test('who is chosen from the register stands with its number and posts, and nobody stands for somebody else', async () => {
  const house = await app.institution()
  const officer = await app.person(['tto_negotiator'], house)
  const person = newId()
  await app.database.asOwner(
    'insert into person (institution_id, id, name, staff_number) values ($1, $2, $3, $4)',
    [house, person, '示例丙', 'YG0003'],
  )
  await app.database.asOwner(
    `insert into post (institution_id, id, person_id, title, kind, from_day)
      values ($1, $2, $3, '院长', 'chief', '2020-01-01')`,
    [house, newId(), person],
  )
  const team = (name: string) => [
    { name, share: '60%', person, isChief: false },
    { name: '院外丁', share: '40%', isChief: true },
  ]
  const wrong = await officer.send('POST', '/achievements', { ...body, inventors: team('示例戊') })
  expect(wrong.status).toBe(400)
  expect(wrong.body.errors[0]).toMatchObject({
    pointer: '#/inventors/0/person',
    rule: 'inventor-not-in-register',
  })
  expect((await officer.get('/achievements')).body.items).toHaveLength(0)

  const created = await officer.send('POST', '/achievements', {
    ...body,
    inventors: team('示例丙'),
  })
  expect(created.status).toBe(201)
  const path = `/achievements/${created.body.id}`
  const chosen = {
    name: '示例丙',
    person,
    staffNo: 'YG0003',
    isChief: true,
    holdsLeadingPost: true,
  }
  const read = await officer.get(path)
  expect(read.body.inventors).toMatchObject([
    chosen,
    { name: '院外丁', staffNo: null, isChief: true },
  ])

  // A name that changed since keeps nobody from correcting a share.
  await app.database.asOwner('update person set name = $3 where institution_id = $1 and id = $2', [
    house,
    person,
    '示例己',
  ])
  const shares = team('示例丙').map((one, at) => ({ ...one, share: at === 0 ? '70%' : '30%' }))
  const change = { expectedSeq: 1, reason: '更正', inventors: shares }
  expect((await officer.send('PATCH', path, change)).status).toBe(200)
  expect((await officer.get(path)).body.inventors[0]).toMatchObject({ ...chosen, share: '70%' })
})

test('whoever is named as an inventor finds it among their own; a shared name says nothing', async () => {
  const house = await app.institution()
  const officer = await app.person(['tto_negotiator'], house)
  const enter = async (name: string, staffNumber: string) => {
    const one = await app.person(['inventor'], house)
    await app.database.asOwner(
      'insert into person (institution_id, id, name, staff_number) values ($1, $2, $3, $4)',
      [house, one.caller.person, name, staffNumber],
    )
    return one
  }
  const sole = await enter('示例独', 'YG01')
  const first = await enter('示例同', 'YG02')
  const second = await enter('示例同', 'YG03')
  const disclose = async (...inventors: object[]) => {
    const share = `1/${inventors.length}`
    const team = inventors.map((one) => ({ share, ...one }))
    const sent = await officer.send('POST', '/achievements', { ...body, inventors: team })
    expect(sent.status, sent.text).toBe(201)
    return sent.body.id as string
  }
  const byName = await disclose({ name: '示例独' }, { name: '示例同' })
  const byNumber = await disclose({ name: '示例同', staffNo: 'YG02' })
  const byEntry = await disclose({ name: '示例同', person: second.caller.person })
  const mine = async (one: Person) =>
    (await one.get('/achievements?mine=true&sort=oldest')).body.items.map(
      ({ id }: { id: string }) => id,
    )
  expect(await mine(sole)).toEqual([byName])
  expect(await mine(first)).toEqual([byNumber])
  expect(await mine(second)).toEqual([byEntry])
  expect(await mine(officer)).toEqual([byName, byNumber, byEntry])
  const sheet = await second.get('/achievements.csv?mine=true')
  expect(sheet.text.trim().split('\r\n')).toHaveLength(2)
})
