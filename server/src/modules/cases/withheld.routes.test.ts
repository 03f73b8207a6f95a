import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// What of an inquiry is kept from whom it concerns, until it is found of them: one is an inventor, one
// decides on others.

const routes = ['', '/acts.jsonl', '/proof', '/compare', '/law', '/officers', '/papers']
const witness = '证人陈述：未见评估报告（虚构）'
const statement = '本人陈述：已按程序办理（虚构）'
const conduct = [
  'resultBarred',
  'ethicsBreached',
  'secrecyBreached',
  'foundedWithoutConsent',
  'resultsAppropriated',
  'othersResultsTaken',
  'transferObstructed',
  'keyTechnologyLeaked',
  'dutyNeglected',
  'illegalGain',
  'giftsTaken',
  'paidServicesGiven',
  'kinFavoured',
  'ownProductEntered',
  'ownProductAbused',
  'ownProductDisclosed',
  'recusalObserved',
]
let house: TestApp
let institution: string
let inquiry: string
let discipline: Person
let investigator: Person
let self: Person
let both: Person
let statementFile: Awaited<ReturnType<typeof store>>
let witnessFile: Awaited<ReturnType<typeof store>>

const acts: string[] = []
const act = async (who: Person, type: string, data: object, files: object[] = []) => {
  await post(who, `/cases/${inquiry}/acts`, { type, data, files, expectedSeq: acts.length + 1 })
  acts.push(type)
}
const read = async (who: Person) => (await who.get(`/cases/${inquiry}`)).body
/** The acts whose words somebody does not read. */
const kept = async (who: Person) => {
  const { timeline } = await read(who)
  return timeline
    .filter(({ withheld }: { withheld?: boolean }) => withheld)
    .map(({ type }: { type: string }) => type)
}

const post = async (who: Person, path: string, body: object) => {
  const answer = await who.send('POST', path, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

/** Stores a text as a file, as a page does. */
async function store(who: Person, content: string) {
  const form = new FormData()
  form.set('file', new File([content], '谈话记录.txt', { type: 'text/plain' }))
  const answer = await who.send('POST', '/files', form)
  expect(answer.status, answer.text).toBe(201)
  const { name, sha256, size } = answer.body
  return { name, sha256, size }
}

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-06-02T09:00:00+08:00' })
  institution = await house.institution('示例医院（虚构）')
  discipline = await house.person(['discipline'], institution)
  investigator = await house.person(['legal'], institution)
  self = await house.person(['inventor'], institution)
  // Whoever decides on others reads no more than any other of what concerns themselves.
  both = await house.person(['leaders', 'discipline'], institution)
  for (const { caller } of [self, both, investigator]) {
    await house.database.asOwner(
      'insert into person (institution_id, id, name) values ($1, $2, $3) on conflict do nothing',
      [institution, caller.person, caller.name],
    )
  }
  const named = [self, both].map(({ caller: { name, person } }) => ({
    name,
    person,
    relief: 'person',
    role: 'manager',
  }))
  const opened = await post(discipline, '/cases', {
    procedure: 'exemption',
    data: {
      title: '示例询价免责调查（虚构）',
      trigger: 'audit',
      account: '审计发现',
      triggeredOn: '2026-06-01',
      conduct: '协议定价未评估',
      conductOn: '2026-04-01',
      procedureMade: true,
      subjects: named,
    },
    files: [],
  })
  inquiry = opened.id
  const { name, person } = investigator.caller
  await act(discipline, 'investigatorsNamed', { investigators: [{ name, person }] })
  await act(investigator, 'evidenceGathered', { note: '调取' })
  witnessFile = await store(investigator, witness)
  await act(investigator, 'interviewed', { name: '示例证人', notes: witness }, [witnessFile])
  statementFile = await store(investigator, statement)
  await act(investigator, 'interviewed', { name: self.caller.name, notes: statement }, [
    statementFile,
  ])
})
afterAll(() => house?.close())

test('a person concerned reads what is put to them and their own words, not those of others', async () => {
  expect(await kept(self)).toEqual(['interviewed'])
  expect(await kept(both)).toEqual(['interviewed', 'interviewed'])
  for (const reader of [self, both]) {
    const { text } = await reader.get(`/cases/${inquiry}`)
    expect(text).not.toContain(witness)
    expect(text).not.toContain(witnessFile.sha256)
  }
  const { text, body } = await self.get(`/cases/${inquiry}`)
  expect(text).toContain(statement)
  expect([body.chain.ok, body.timeline.length]).toEqual([true, 5])
  expect((await self.get(`/files/${statementFile.sha256}`)).status).toBe(200)
  expect((await both.get(`/files/${statementFile.sha256}`)).status).toBe(404)
  for (const reader of [self, both])
    expect((await reader.get(`/files/${witnessFile.sha256}`)).status).toBe(404)
})

test('a person concerned is told by no route what is kept: neither by papers nor by the export', async () => {
  for (const path of routes) {
    const { text } = await self.get(`/cases/${inquiry}${path}`)
    expect([path, text.includes(witness), text.includes(witnessFile.sha256)]).toEqual([
      path,
      false,
      false,
    ])
  }
  const whole = await self.get(`/cases/${inquiry}/acts.jsonl`)
  expect([whole.status, whole.body.code]).toEqual([409, 'record-withheld'])
  const { now } = (await self.get(`/cases/${inquiry}/papers`)).body
  expect(now.length).toBeGreaterThan(0)
  for (const { id: paper } of now) {
    const shown = await self.get(`/cases/${inquiry}/papers/${paper}`)
    expect([paper, shown.status, shown.text.includes(witness)]).toEqual([paper, 200, false])
  }
})

test('what those who look into it say to each other is not for whom it concerns, whatever their role', async () => {
  const comments = `/comments/case/${inquiry}`
  await post(discipline, comments, { body: '谈话重点（虚构）' })
  for (const reader of [self, both]) {
    expect((await reader.get(comments)).status).toBe(404)
    expect((await reader.send('POST', comments, { body: '我来说明' })).status).toBe(404)
  }
  const mentions = [both.caller.person]
  const told = await discipline.send('POST', comments, { body: '请看', mentions })
  expect(told.body.errors).toMatchObject([{ rule: 'cannot-see' }])
  const other = await house.person(['leaders'], institution)
  expect((await other.get(comments)).body.items).toHaveLength(1)
})

test('what the law says to one who is concerned rests on what they may read', async () => {
  const norm = 'gd.exemption.referral'
  const says = async (who: Person) => {
    const { assessment } = await read(who)
    const finding = assessment.findings.find((one: { norm: string }) => one.norm === norm)
    const { body } = await who.get(`/cases/${inquiry}/explain/${norm}?lang=zh`)
    return [finding?.status, body.sentence]
  }
  const before = await says(self)
  expect(before).toEqual(await says(investigator))
  await act(investigator, 'conductScreened', {
    name: both.caller.name,
    ...Object.fromEntries(conduct.map((one) => [one, false])),
    violationSuspected: true,
    report: '待查（虚构）',
  })
  expect(await says(self)).toEqual(before)
  expect(await says(investigator)).not.toEqual(before)
})

test('nothing is kept from those who decide or look into it, whatever their role', async () => {
  for (const reader of [
    discipline,
    investigator,
    await house.person(['leaders'], institution),
    await house.person(['discipline'], institution),
  ]) {
    expect(await kept(reader)).toEqual([])
    expect((await reader.get(`/cases/${inquiry}`)).text).toContain(witness)
    expect((await reader.get(`/files/${witnessFile.sha256}`)).status).toBe(200)
    expect((await reader.get(`/cases/${inquiry}/acts.jsonl`)).status).toBe(200)
  }
})

test('a person concerned reads all of it once it is found of them, and the other goes on waiting', async () => {
  const { name } = self.caller
  await act(investigator, 'hearingCalled', { name, hearingOn: '2026-06-02', how: '送达' })
  await act(investigator, 'heard', { name, statement })
  await act(discipline, 'notExempted', {
    name,
    head: 'pricing',
    reasons: '未尽注意义务',
    appealDays: 15,
  })
  expect(await kept(self)).toEqual([])
  expect((await self.get(`/cases/${inquiry}`)).text).toContain(witness)
  expect((await self.get(`/files/${witnessFile.sha256}`)).status).toBe(200)
  expect((await self.get(`/cases/${inquiry}/acts.jsonl`)).status).toBe(200)
  expect(await kept(both)).toEqual(['interviewed', 'interviewed', 'hearingCalled', 'heard'])
})
