import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// Whatever procedure put a notice up: anybody may object to it, and the case waits for the finding.

let house: TestApp
let team: Person
let officer: Person
let reviewer: Person
let leaders: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02T07:00:00+08:00' })
  const institution = await house.institution('示例医院（虚构）')
  const people = async (role: string) => house.person([role as 'leaders'], institution)
  team = await people('team_rep')
  officer = await people('tto_negotiator')
  reviewer = await people('tto_reviewer')
  leaders = await people('leaders')
})
afterAll(() => house?.close())

test('an empowerment is published, objected to by the public, answered and published afresh', async () => {
  let seq = 0
  const post = async (who: Person, path: string, given: object) => {
    const answer = await who.send('POST', path, { ...given, ...(seq > 0 && { expectedSeq: seq }) })
    expect(answer.status, answer.text).toBe(201)
    seq = Number(answer.body.seq)
    return String(answer.body.id)
  }
  const member = { isInventor: true, isChief: false, holdsLeadingPost: false }
  const id = await post(team, '/cases', {
    procedure: 'empowerment_ownership',
    data: {
      title: '示例赋权',
      achievement: '可吸收止血材料（虚构）',
      team: [{ name: '示例甲', share: '100%', ...member }],
      representative: '示例甲',
      agreedInWriting: true,
    },
    files: [],
  })
  const act = (who: Person, type: string, data: object) =>
    post(who, `/cases/${id}/acts`, { type, data, files: [] })
  await act(team, 'applied', {
    ownershipShare: '70%',
    enabled: true,
    planMade: true,
    divided: true,
  })
  await act(reviewer, 'screened', {
    stateSecret: 'no',
    nationalSecurity: 'no',
    keyTechnology: 'no',
    titleRegistered: true,
    titleDisputed: false,
    prospectClear: true,
    recipientKnown: true,
    willStrong: true,
    ethics: 'passed',
  })
  await act(leaders, 'decided', {
    result: 'passed',
    minuted: true,
    quorate: true,
    recusalObserved: true,
    votesFor: 5,
    votesAgainst: 0,
    abstentions: 0,
  })
  const notice = {
    subject: '赋予所有权',
    terms: '完成人七成',
    objectionProcedure: '书面提出',
    department: '转化部门',
  }
  await act(officer, 'noticePublished', notice)

  const shown = async () => {
    const { body } = await officer.get('/public/notices?kind=empowerment')
    return body.items as readonly { id: string; state: string; endsOn: string }[]
  }
  const [up] = await shown()
  expect(up).toMatchObject({ state: 'running', endsOn: '2026-03-17' })

  const objection = { name: '示例丙', contact: '示例电话 000', text: '遗漏一名完成人' }
  const taken = await officer.send('POST', `/public/notices/${up?.id}/objections`, objection)
  expect(taken.body).toMatchObject({ kind: 'objection', suspended: true, recordedAs: 6 })
  expect((await shown())[0]).toMatchObject({ state: 'suspended' })
  const { body: one } = await officer.get(`/cases/${id}`)
  expect(one.case.status).toBe('suspended')
  // What identifies the objector is sealed and stands in no record.
  expect(JSON.stringify(one.timeline)).not.toContain('示例丙')

  // Who reads who objected is on record: once a day, for the auditor; who may not read it is not.
  const auditor = await house.person(['auditor'])
  for (const who of [officer, officer, reviewer, auditor]) await who.get(`/cases/${id}`)
  const opened = (await auditor.get('/people/openings')).body.items
  const readers = [officer, reviewer].map(({ caller }) => `${caller.name} objector`)
  const told = opened.map(({ by, field }: { by: string; field: string }) => `${by} ${field}`)
  expect(told.toSorted()).toEqual(readers.toSorted())
  expect(opened[0].purpose).toContain(one.case.number)
  expect(JSON.stringify(opened)).not.toContain('示例丙')

  seq = 6
  await act(reviewer, 'objectionFound', { finding: '不成立', outcome: 'continue' })
  await act(officer, 'noticePublished', notice)
  expect((await shown()).map(({ state }) => state).toSorted()).toEqual(['running', 'superseded'])
})
