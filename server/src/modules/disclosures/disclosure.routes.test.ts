import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

let house: TestApp
let institution: string
let inventor: Person
let officer: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  institution = await house.institution('示例医院（虚构）')
  inventor = await house.person(['inventor'], institution)
  officer = await house.person(['tto_negotiator'], institution)
})
afterAll(() => house?.close())

const disclosure = (title: string) => ({
  title,
  kind: 'device',
  disclosure: { type: '材料', benefit: '减少二次手术' },
  inventors: [
    { name: inventor.caller.name, share: '60%' },
    { name: '示例乙', share: '40%' },
  ],
})

async function disclosed(title: string, changes: object = {}): Promise<string> {
  const answer = await inventor.send('POST', '/achievements', { ...disclosure(title), ...changes })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

const progress = async (id: string, who = officer) =>
  (await who.get(`/achievements/${id}/progress`)).body
const seqOf = async (id: string) => (await officer.get(`/achievements/${id}`)).body.seq as number

/** Asks the second inventor. @returns the path of the link. */
async function ask(id: string, who = inventor): Promise<string> {
  const asked = await who.send('POST', `/achievements/${id}/confirmations`, { places: [1] })
  expect(asked.status, asked.text).toBe(201)
  const { pathname } = new URL(asked.body.links[0].url)
  return pathname.replace('/confirm/', '/public/confirmations/')
}

test('a disclosure is confirmed by a link, given back with questions, completed and accepted', async () => {
  const id = await disclosed('可降解缝线（虚构）')
  expect((await progress(id)).steps.map(({ state }: { state: string }) => state)).toEqual([
    'done',
    'now',
    'now',
    'next',
    'next',
  ])
  const link = await ask(id)
  const shown = await house.nobody.get(link)
  expect(shown.body).toMatchObject({ state: 'open', name: '示例乙', title: '可降解缝线（虚构）' })
  expect(shown.headers['cache-control']).toContain('no-store')
  expect(shown.text).not.toContain('减少二次手术')
  const answered = await house.nobody.send('POST', link, { answer: 'confirmed' })
  expect(answered.body).toMatchObject({ state: 'answered', answer: 'confirmed' })
  expect((await house.nobody.send('POST', link, { answer: 'confirmed' })).body.code).toBe(
    'link-closed',
  )
  const { inventors } = await progress(id)
  expect(inventors.map(({ status }: { status: string }) => status)).toEqual([
    'confirmed',
    'confirmed',
  ])
  const history = (await officer.get(`/achievements/${id}/history`)).body
  expect(history.items.at(-1)).toMatchObject({ action: 'achievement.confirmed', by: '示例乙' })
  expect(history.chain.ok).toBe(true)

  const questions = '请补充市场调研'
  const expectedSeq = await seqOf(id)
  await officer.send('POST', `/achievements/${id}/return`, { expectedSeq, questions })
  const told = await progress(id, inventor)
  expect(told).toMatchObject({ intake: 'returned', questions, mine: true })
  const again = { ...disclosure('可降解缝线（虚构）'), expectedSeq: await seqOf(id) }
  const completed = { ...again, disclosure: { ...again.disclosure, market: '省内三级医院' } }
  const stranger = await house.person(['inventor'], institution)
  const refused = await stranger.send('POST', `/achievements/${id}/submission`, completed)
  expect(refused.status).toBe(403)
  const handedIn = await inventor.send('POST', `/achievements/${id}/submission`, completed)
  expect(handedIn.status, handedIn.text).toBe(200)
  // The team is as it was, so what the second inventor confirmed still holds.
  expect((await progress(id)).inventors[1].status).toBe('confirmed')
  const accepted = await officer.send('POST', `/achievements/${id}/acceptance`, {
    ...{ expectedSeq: handedIn.body.seq, despite: '风险分析待小试后补充' },
  })
  expect(accepted.status, accepted.text).toBe(200)
  const { body: one } = await officer.get(`/achievements/${id}`)
  expect(one).toMatchObject({ intake: 'accepted', questions: null })
  expect(one.disclosure.market).toBe('省内三级医院')
})

test('the office hears of what was handed in, and whoever disclosed of what became of it', async () => {
  const id = await disclosed('呼吸面罩（虚构）')
  await house.workOff()
  await officer.send('POST', `/achievements/${id}/acceptance`, {
    ...{ expectedSeq: 1, despite: '先受理' },
  })
  await house.workOff()
  const linesOf = async (who: Person) =>
    (await who.get('/notifications')).body.items
      .filter(({ path }: { path: string }) => path === `/achievements/${id}`)
      .map(({ text }: { text: { zh: string } }) => text.zh.split('：').at(-1))
  expect(await linesOf(officer)).toEqual(['成果已报备，请核对答复'])
  expect(await linesOf(inventor)).toEqual(['报备已接受'])
})

test('a dispute holds the acceptance until whoever disputes has confirmed the shares of then', async () => {
  const id = await disclosed('引流管（虚构）')
  const link = await ask(id)
  const silent = await house.nobody.send('POST', link, { answer: 'disputed' })
  expect(silent.status).toBe(400)
  const words = '应各占一半'
  await house.nobody.send('POST', link, { answer: 'disputed', words })
  expect((await progress(id)).inventors[1]).toMatchObject({ status: 'disputed', words })
  const auditor = await house.person(['auditor'], institution)
  expect((await progress(id, auditor)).inventors[1].words).toBeNull()
  const told = async (who: Person) => (await who.get(`/achievements/${id}/history`)).text
  expect(await told(officer)).toContain(words)
  expect(await told(inventor)).toContain(words)
  expect(await told(auditor)).toContain('achievement.disputed')
  expect(await told(auditor)).not.toContain(words)
  const path = `/achievements/${id}/acceptance`
  const held = await officer.send('POST', path, { expectedSeq: await seqOf(id) })
  expect(held).toMatchObject({ status: 409, body: { code: 'share-disputed' } })
  const halves = disclosure('').inventors.map((one) => ({ ...one, share: '50%' }))
  const change = { expectedSeq: await seqOf(id), reason: '协商一致', inventors: halves }
  expect((await officer.send('PATCH', `/achievements/${id}`, change)).status).toBe(200)
  // To the shares of now nobody has said anything.
  expect((await house.nobody.get(link)).body).toMatchObject({ state: 'answered', team: [] })
  expect((await progress(id)).inventors.map(({ status }: { status: string }) => status)).toEqual([
    'unasked',
    'disputed',
  ])
  const still = await officer.send('POST', path, { expectedSeq: await seqOf(id) })
  expect(still).toMatchObject({ status: 409, body: { code: 'share-disputed' } })
  const fresh = await ask(id)
  expect((await house.nobody.send('POST', fresh, { answer: 'confirmed' })).status).toBe(200)
  const order = { expectedSeq: await seqOf(id), despite: '其余内容随后补充' }
  const accepted = await officer.send('POST', path, order)
  expect(accepted.status, accepted.text).toBe(200)
})

test('a namesake of the office confirms for nobody by handing in', async () => {
  const { name } = officer.caller
  const inventors = [{ name, share: '60%' }, disclosure('').inventors[1]]
  const entered = await officer.send('POST', '/achievements', {
    ...disclosure('夹板（虚构）'),
    inventors,
  })
  expect(entered.status, entered.text).toBe(201)
  expect((await progress(entered.body.id)).inventors[0].status).toBe('unasked')
})

test('a staff number tells who handed in, whatever the names', async () => {
  const { institution: at, person, name } = inventor.caller
  await asSystem(house.context.db, at, (tx) =>
    tx
      .insertInto('person')
      .values({ institutionId: at, id: person, name, staffNumber: 'G-07' } as never)
      .execute(),
  )
  const statusOf = async (title: string, staffNo: string, called: string) => {
    const inventors = [{ name: called, share: '60%', staffNo }, disclosure('').inventors[1]]
    return (await progress(await disclosed(title, { inventors }))).inventors[0].status
  }
  expect(await statusOf('敷料甲（虚构）', 'G-08', name)).toBe('unasked')
  expect(await statusOf('敷料乙（虚构）', 'G-07', '示例曾用名')).toBe('confirmed')
})

test('a link ends with its time, with a newer one, and with other shares; another’s is not there', async () => {
  const id = await disclosed('牵引带（虚构）')
  const first = await ask(id)
  const second = await ask(id)
  const dead = { title: '', number: '', team: [] }
  expect((await house.nobody.get(first)).body).toMatchObject({ state: 'replaced', ...dead })
  const elsewhere = await house.institution('别处（虚构）')
  expect((await house.nobody.get(second.replace(institution, elsewhere))).status).toBe(404)
  expect((await house.nobody.get(`${second.slice(0, -4)}AAAA`)).status).toBe(404)
  house.clock.set('2026-03-17')
  expect((await house.nobody.get(second)).body).toMatchObject({ state: 'expired', ...dead })
  const late = await house.nobody.send('POST', second, { answer: 'confirmed' })
  expect(late.body.code).toBe('link-closed')
  house.clock.set('2026-03-02')
  const halves = disclosure('').inventors.map((one) => ({ ...one, share: '50%' }))
  const change = { expectedSeq: await seqOf(id), reason: '更正', inventors: halves }
  await officer.send('PATCH', `/achievements/${id}`, change)
  expect((await house.nobody.get(second)).body).toMatchObject({ state: 'changed', team: [] })
})

test('the answer, the confirmations and novelty stand in the calendar of the office', async () => {
  const id = await disclosed('关节支具（虚构）', {
    publicity: 'yes',
    publications: [{ kind: 'conference', on: '2026-03-10', where: '示例年会' }],
  })
  await ask(id)
  const { body } = await officer.get(`/calendar?from=2026-03-02&to=2026-12-31&record=${id}`)
  const mine = body.items.filter(({ record }: { record: { id: string } }) => record.id === id)
  const days = Object.fromEntries(
    mine.map(({ key, day }: { key: string; day: string }) => [key.slice(49), day]),
  )
  expect(days).toEqual({
    answer: '2026-03-16',
    confirmations: '2026-03-16',
    'novelty/cn': '2026-03-09',
    'novelty/ep': '2026-03-09',
  })
})

test('doubles are suggested, merged without loss, and parted while nothing depends on it', async () => {
  const kept = await disclosed('经皮穿刺定位装置（虚构）')
  const double = await disclosed('一种经皮穿刺的定位装置')
  await disclosed('康复训练软件（虚构）')
  const { body } = await officer.get(`/achievements/${double}/duplicates`)
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([kept])
  const merge = (into: string, expectedSeq: number) =>
    officer.send('POST', `/achievements/${double}/merger`, {
      into,
      reason: '重复报备',
      expectedSeq,
    })
  expect((await merge(double, 1)).status).toBe(400)
  expect((await merge(kept, 1)).status).toBe(200)
  const gone = await progress(double)
  expect(gone).toMatchObject({ intake: 'merged', mergedInto: { id: kept } })
  expect((await progress(kept)).mergedFrom).toMatchObject([{ id: double }])
  const listed = (await officer.get('/achievements?limit=200')).body.items
  expect(listed.some(({ id }: { id: string }) => id === double)).toBe(false)
  const change = { expectedSeq: 2, reason: '更正', department: '示例科' }
  const amended = await officer.send('PATCH', `/achievements/${double}`, change)
  expect(amended.body.code).toBe('merged-into-another')
  const opening = (achievementId: string) =>
    officer.send('POST', '/cases', {
      data: {
        title: '示例项目',
        achievementId,
        achievement: '定位装置',
        team: [{ name: '示例乙', isInventor: true, isChief: false, holdsLeadingPost: false }],
      },
      files: [],
    })
  expect((await opening(double)).status).toBe(400)

  const part = (expectedSeq: number) =>
    officer.send('POST', `/achievements/${double}/separation`, { reason: '并非重复', expectedSeq })
  expect((await part(2)).status).toBe(200)
  expect(await progress(double)).toMatchObject({ intake: 'submitted', mergedInto: null })
  house.clock.set('2026-03-02T09:01:00+08:00')
  await merge(kept, 3)
  house.clock.set('2026-03-02T09:02:00+08:00')
  expect((await opening(kept)).status).toBe(201)
  expect((await part(4)).body.code).toBe('cases-depend')
})

test('of two mergers that would lead into each other one is taken', async () => {
  for (let round = 0; round < 5; round += 1) {
    const pair = [await disclosed(`互并甲${round}`), await disclosed(`互并乙${round}`)] as const
    const [one, other] = pair
    const merge = (id: string, into: string) =>
      officer.send('POST', `/achievements/${id}/merger`, { into, reason: '重复', expectedSeq: 1 })
    const answers = await Promise.all([merge(one, other), merge(other, one)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  }
})

test('a double is found by the number of the same patent', async () => {
  const first = await disclosed('甲类器械（虚构）', {
    disclosure: { type: '已申请 ZL202310999999.1' },
  })
  const second = await disclosed('不同名称的装置', { disclosure: { type: '专利 2023109999991' } })
  const { body } = await officer.get(`/achievements/${second}/duplicates`)
  expect(body.items).toMatchObject([{ id: first, numbers: ['2023109999991'] }])
})

test('title needs its evidence, a field goes back to what it was, each with its reason', async () => {
  const id = await disclosed('雾化器（虚构）')
  const path = `/achievements/${id}`
  const holding = {
    from: '2026-01-01',
    holders: [{ name: '示例医院', share: '100%' }],
    basis: '任务书',
    files: [],
  }
  const title = { expectedSeq: 1, reason: '登记权属', holdings: [holding], disputes: [] }
  const bald = { ...holding, holders: [{ name: '示例医院', share: '90' }] }
  const typed = await officer.send('PUT', `${path}/title`, { ...title, holdings: [bald] })
  expect(typed.body.errors).toMatchObject([
    { pointer: '#/holdings/0/holders/0/share', detail: '份额写作 70% 或 7/10' },
  ])
  const bare = await officer.send('PUT', `${path}/title`, title)
  expect(bare.body.errors[0]).toMatchObject({ rule: 'holding-without-evidence' })
  const dispute = { from: '2026-02-01', about: '示例丙主张共有' }
  const disputed = { ...title, holdings: [], disputes: [dispute] }
  expect((await officer.send('PUT', `${path}/title`, disputed)).status).toBe(200)
  expect((await progress(id)).isDisputed).toBe(true)
  await officer.send('PATCH', path, { expectedSeq: 2, reason: '改名', title: '新雾化器' })
  const restore = { expectedSeq: 3, reason: '名称改错', to: 2, field: 'title' }
  const back = `/edits/achievement/${id}/restoration`
  expect((await officer.send('POST', back, restore)).body).toEqual({ seq: 4 })
  expect((await officer.get(path)).body.title).toBe('雾化器（虚构）')
  const wrong = { ...restore, expectedSeq: 4, field: 'remark' }
  expect((await officer.send('POST', back, wrong)).body.code).toBe('nothing-to-restore')
  expect((await inventor.send('POST', back, restore)).status).toBe(403)
  const whole = { to: 1, reason: '全部恢复', expectedSeq: 4 }
  expect((await officer.send('POST', back, whole)).status).toBe(200)
  expect((await officer.get(path)).body).toMatchObject({ disputes: [], title: '雾化器（虚构）' })
})

test('a level of maturity needs its evidence', async () => {
  const level = { maturityScale: 'device', maturityLevel: 4 }
  const answer = await inventor.send('POST', '/achievements', { ...disclosure('样机'), ...level })
  expect(answer.body.errors[0]).toMatchObject({ rule: 'level-without-evidence' })
})

test('the lists name the packs that speak here', async () => {
  const { body } = await inventor.get('/disclosure-lists')
  expect(body.speaking.map(({ pack }: { pack: string }) => pack)).toContain('cn-gd-2025')
  expect(body.maturity).toHaveLength(4)
  // The fields of this place alone, all that its text names.
  expect(body.kinds.fields.map(({ pack }: { pack: string }) => pack)).toEqual(['cn-gd-2025'])
  expect(Object.keys(body.kinds.fields[0].codes)).toHaveLength(8)
  const preparation = body.kinds.kinds.find(({ code }: { code: string }) => code === 'preparation')
  expect(preparation).toMatchObject({ as: {}, may: { 'cn-gd-2025': expect.any(Array) } })
})

test('a review that says not to file ends the clock of novelty; its scores are not everybody’s', async () => {
  const id = await disclosed('助行器（虚构）', {
    publicity: 'yes',
    publications: [{ kind: 'leaked', on: '2026-02-10', where: '示例网站' }],
  })
  const clocks = async () => {
    const { body } = await officer.get(`/calendar?to=2026-12-31&record=${id}`)
    return body.items.filter(({ key }: { key: string }) => key.includes('/novelty/')).length
  }
  expect(await clocks()).toBe(2)
  const form = new FormData()
  form.set('file', new File(['评估意见'], '评估意见.txt', { type: 'text/plain' }))
  const { body: stored } = await officer.send('POST', '/files', form)
  const { name, sha256, size } = stored
  const review = {
    kind: 'pre_filing',
    heldOn: '2026-03-01',
    evaluator: '示例代理所（虚构）',
    scores: { novelty: 1, market: 2 },
    outcome: 'not_file',
    reason: 'not_novel',
    files: [{ name, sha256, size }],
  }
  const path = `/achievements/${id}/evaluations`
  const refused = await officer.send('POST', path, { ...review, reason: null })
  expect(refused.body.errors[0]).toMatchObject({ pointer: '#/reason', rule: 'reason-missing' })
  for (const [field, value, rule] of [
    ['valueFen', '-5', 'amount-negative'],
    ['heldOn', '0206-03-01', 'day-too-early'],
  ] as const) {
    const astray = await officer.send('POST', path, { ...review, [field]: value })
    expect(astray.body.errors, astray.text).toMatchObject([{ pointer: `#/${field}`, rule }])
  }
  const lost = { ...review, files: [{ name, sha256: 'b'.repeat(64), size }] }
  expect((await officer.send('POST', path, lost)).status).toBe(400)
  expect((await officer.send('POST', path, review)).status).toBe(201)
  expect((await officer.get(path)).body.items).toMatchObject([{ reason: 'not_novel' }])
  expect((await inventor.get(path)).status).toBe(403)
  const history = await inventor.get(`/achievements/${id}/history`)
  expect(history.body.items.at(-1).action).toBe('achievement.evaluated')
  expect(history.text).not.toContain('"novelty"')
  expect(await clocks()).toBe(0)
  const { body: progress } = await officer.get(`/achievements/${id}/progress`)
  const states = progress.novelty.map(({ state }: { state: string }) => state)
  expect(new Set(states)).toEqual(new Set(['waived']))
  const [first] = (await officer.get(path)).body.items
  const priorArt = [{ reference: 'CN100000001A', relevance: 'x', words: '公开了全部特征' }]
  const corrected = {
    ...{ ...review, outcome: 'file', reason: null, priorArt },
    correction: { of: first.id, why: '结论录反' },
  }
  // Of two who correct it at once, one is told that the other did.
  const both = await Promise.all([1, 2].map(() => officer.send('POST', path, corrected)))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  const { items } = (await officer.get(path)).body
  const [before, after] = [first.id, items[1].id]
  expect(items).toMatchObject([
    { id: before, outcome: 'not_file', correctedBy: after },
    { corrects: before, correctionReason: '结论录反', priorArt, correctedBy: null },
  ])
  expect(await clocks()).toBeGreaterThan(0)
  const again = await officer.send('POST', path, corrected)
  expect(again.body.errors[0]).toMatchObject({ rule: 'evaluation-corrected' })
  const csv = await officer.get(`/evaluations.csv?achievement=${id}`)
  expect(csv.text).toContain('CN100000001A')
  expect(csv.text).toContain('结论录反')
  expect((await inventor.get('/evaluations.csv')).status).toBe(403)
})
