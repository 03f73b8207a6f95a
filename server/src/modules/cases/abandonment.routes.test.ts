import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// A right is given up by itself the day after its notice, where the institution follows the pilot and
// nobody objected; who follows no pilot has a person say so.

let house: TestApp
let officer: Person
let reviewer: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
})
afterAll(() => house?.close())

async function hospital(pilot: 'listed' | null): Promise<string> {
  house.clock.set('2026-03-02T07:00:00+08:00')
  const institution = await house.institution(`示例沪上医院（虚构）${pilot}`)
  const admin = await house.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  const said = { expectedSeq: body.seq, province: 'CN-SH', pilot }
  expect((await admin.send('PATCH', '/institution', said)).status).toBe(200)
  officer = await house.person(['tto_negotiator'], institution)
  reviewer = await house.person(['tto_reviewer'], institution)
  return institution
}

/** A case whose notice went up on 2 March, told to everybody who made it. */
async function shown(): Promise<string> {
  let seq = 0
  const post = async (who: Person, path: string, given: object) => {
    const body = { ...given, ...(seq > 0 && { expectedSeq: seq }) }
    seq += 1
    const answer = await who.send('POST', path, body)
    expect(answer.status, answer.text).toBe(201)
    return String(answer.body.id)
  }
  const id = await post(officer, '/cases', {
    procedure: 'abandonment',
    data: {
      title: '放弃示例专利（虚构）',
      right: '一种示例装置',
      kind: 'granted',
      cause: 'low_value',
      reason: '维持成本高于收益',
      feeDueOn: '2026-09-01',
      completers: ['示例甲'],
      assetConfirmed: false,
    },
    files: [],
  })
  const acts = `/cases/${id}/acts`
  const review = {
    outcome: 'abandon',
    opinion: '无维持必要',
    interestSought: true,
    licensed: false,
    pledged: false,
  }
  await post(reviewer, acts, { type: 'valueReviewed', data: review, files: [] })
  const told = { informed: true, how: '书面通知' }
  await post(officer, acts, { type: 'completersNotified', data: told, files: [] })
  const answer = { name: '示例甲', answer: 'consents' }
  await post(officer, acts, { type: 'completerAnswered', data: answer, files: [] })
  const notice = {
    subject: '放弃示例专利',
    terms: '期满自动放弃',
    objectionProcedure: '书面提出',
    department: '转化部门',
  }
  await post(officer, acts, { type: 'noticePublished', data: notice, files: [] })
  return id
}

async function recordOf(institution: string, id: string) {
  const reader = await house.person(['tto_negotiator'], institution)
  const { body } = await reader.get(`/cases/${id}`)
  return body
}

test('under the pilot the right is given up by itself, once, on the day after', async () => {
  const institution = await hospital('listed')
  const id = await shown()
  house.clock.set('2026-03-17T23:00:00+08:00')
  await house.workOff()
  expect((await recordOf(institution, id)).timeline).toHaveLength(5)
  house.clock.set('2026-03-18T00:00:01+08:00')
  await house.workOff()
  await house.workOff()
  const { timeline, chain, assessment } = await recordOf(institution, id)
  expect(timeline).toHaveLength(6)
  expect(timeline.at(-1)).toMatchObject({
    type: 'abandoned',
    on: '2026-03-18',
    by: { role: 'system', name: '系统' },
    data: { lastShownOn: '2026-03-17' },
  })
  expect(timeline[0].data).toMatchObject({ pilotUnit: true, optedIn: false })
  expect(chain.ok).toBe(true)
  const notice = assessment.findings.find(
    (one: { norm: string }) => one.norm === 'shp.abandon.notice',
  )
  expect(notice).toMatchObject({ status: 'met', advisory: true })
})

test('an objection stops it until it is answered', async () => {
  const institution = await hospital('listed')
  const id = await shown()
  const objection = { name: '示例丙', text: '有企业有意', inWriting: true, toDepartment: true }
  const filed = { type: 'objectionFiled', data: objection, files: [], expectedSeq: 5 }
  expect((await officer.send('POST', `/cases/${id}/acts`, filed)).status).toBe(201)
  house.clock.set('2026-03-20T08:00:00+08:00')
  await house.workOff()
  const { case: line, timeline } = await recordOf(institution, id)
  expect([line.status, timeline.at(-1).type]).toEqual(['suspended', 'objectionFiled'])
})

test('without the pilot no text makes it come by itself', async () => {
  const institution = await hospital(null)
  const id = await shown()
  house.clock.set('2026-04-20T08:00:00+08:00')
  await house.workOff()
  const { timeline } = await recordOf(institution, id)
  expect(timeline.at(-1).type).toBe('noticePublished')
})
