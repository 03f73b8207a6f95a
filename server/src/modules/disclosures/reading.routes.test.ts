import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../../platform/access.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { modules } from '../index.ts'

let house: TestApp
let institution: string
let author: Person
let inventor: Person
let officer: Person
let id: string
let sha256: string

const secret = '凝血酶配比'
const publication = '示例学报'

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  institution = await house.institution('示例医院（虚构）')
  author = await house.person(['inventor'], institution)
  inventor = await house.person(['inventor'], institution)
  officer = await house.person(['tto_negotiator'], institution)
  for (const [person, name, number] of [
    [author, '示例同', 'YG01'],
    [inventor, '示例同', 'YG02'],
  ] as const) {
    await house.database.asOwner(
      'insert into person (institution_id, id, name, staff_number) values ($1, $2, $3, $4)',
      [institution, person.caller.person, name, number],
    )
  }
  sha256 = await stored(author)
  const sent = await author.send('POST', '/achievements', {
    title: '可吸收止血材料（虚构）',
    kind: 'know_how',
    department: '示例外科',
    disclosure: { type: '材料', benefit: secret },
    publicity: 'yes',
    publications: [{ kind: 'paper', on: '2026-06-01', where: publication }],
    files: [{ sha256, name: '样机.txt', size: 4 }],
    fundingSource: '示例基金',
    inventors: [
      { name: '示例同', share: '60%', person: author.caller.person },
      { name: '示例同', share: '40%', person: inventor.caller.person },
    ],
  })
  expect(sent.status, sent.text).toBe(201)
  id = sent.body.id
  const said = await officer.send('POST', `/comments/achievement/${id}`, {
    body: '请尽快提交申请',
    mentions: [],
  })
  expect(said.status, said.text).toBe(201)
  await house.workOff()
})
afterAll(() => house?.close())

async function stored(by: Person): Promise<string> {
  const payload = [
    '--b',
    'content-disposition: form-data; name="file"; filename="样机.txt"',
    'content-type: text/plain',
    '',
    'abcd',
    '--b--',
    '',
  ].join('\r\n')
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      'x-yizhuan-csrf': '1',
      cookie: by.cookie,
    },
    payload,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().sha256
}

/** What somebody gets to read of the disclosure, wherever it is told. */
async function readBy(who: Person) {
  const sought = encodeURIComponent(secret)
  const [one, progress, history, comments, file, sheet, found, counts, listed, byTitle] =
    await Promise.all([
      who.get(`/achievements/${id}`),
      who.get(`/achievements/${id}/progress`),
      who.get(`/achievements/${id}/history`),
      who.get(`/comments/achievement/${id}`),
      who.get(`/files/${sha256}`),
      who.get('/achievements.csv'),
      who.get(`/search?q=${sought}`),
      who.get(`/search/counts?q=${sought}`),
      who.get(`/achievements?q=${sought}`),
      who.get(`/search?q=${encodeURIComponent('止血')}`),
    ])
  expect(one.status).toBe(200)
  expect(one.body).toMatchObject({ title: '可吸收止血材料（虚构）', department: '示例外科' })
  expect(one.body.intake).toBe('submitted')
  expect(byTitle.body.items.map((hit: { id: string }) => hit.id)).toEqual([id])
  return {
    isWhole: one.body.isWhole,
    one: [secret, publication, '示例基金', '60%', sha256].filter((it) => one.text.includes(it)),
    sheet: ['示例同', '示例基金'].filter((it) => sheet.text.includes(it)),
    answers: [progress, history, comments, file].map(({ status }) => status),
    found: [found, counts, listed].map(({ body }) => body.items.length),
    byWords: byTitle.text.includes(secret),
  }
}

const whole = {
  isWhole: true,
  one: [secret, publication, '示例基金', '60%', expect.any(String)],
  sheet: ['示例同', '示例基金'],
  answers: [200, 200, 200, 200],
  found: [1, 1, 1],
}
const line = {
  isWhole: false,
  one: [],
  sheet: [],
  answers: [403, 403, 404, 404],
  found: [0, 0, 0],
  byWords: false,
}

const readers = ['tto_negotiator', 'tto_reviewer', 'finance', 'leaders', 'legal', 'discipline']

test.each(roles)('a disclosure is read by %s as their work needs it', async (role) => {
  const who = await house.person([role], institution)
  const isReader = [...readers, 'auditor'].includes(role)
  expect(await readBy(who)).toMatchObject(isReader ? whole : line)
})

test('whoever disclosed it and whoever is named reads it whole; a namesake does not', async () => {
  expect(await readBy(author)).toMatchObject(whole)
  expect(await readBy(inventor)).toMatchObject(whole)
  const namesake = await house.person(['inventor'], institution)
  await house.database.asOwner(
    'insert into person (institution_id, id, name, staff_number) values ($1, $2, $3, $4)',
    [institution, namesake.caller.person, '示例同', 'YG03'],
  )
  expect(await readBy(namesake)).toMatchObject(line)
})

test('nobody is spoken to about what they do not read', async () => {
  const stranger = await house.person(['inventor'], institution)
  const say = (person: string) =>
    officer.send('POST', `/comments/achievement/${id}`, { body: '请看', mentions: [person] })
  expect((await say(stranger.caller.person)).status).toBeGreaterThanOrEqual(400)
  expect((await say(inventor.caller.person)).status).toBe(201)
})

test('whoever is named hears that it was disclosed, and of its steps', async () => {
  await officer.send('POST', `/achievements/${id}/return`, { expectedSeq: 1, questions: '请补充' })
  await house.workOff()
  const heard = async (who: Person) =>
    (await who.get('/notifications')).body.items
      .filter(({ kind }: { kind: string }) => kind === 'disclosure')
      .map(({ text }: { text: { zh: string } }) => text.zh.split('：').at(-1))
      .toSorted()
  expect(await heard(author)).toEqual(['报备被退回，请补充后再次提交'])
  expect(await heard(inventor)).toEqual(['成果已报备，您是完成人之一', '报备被退回，等报备人补充'])
})

test('whoever types a title is told of what is there under a similar one, by number and title only', async () => {
  const stranger = await house.person(['inventor'], institution)
  const similar = (title: string, own = '') =>
    stranger.get(`/achievements/similar?title=${encodeURIComponent(title)}${own}`)
  const told = await similar('可吸收的止血材料（虚构）')
  expect(told.body.items).toEqual([
    { id, number: expect.any(String), title: '可吸收止血材料（虚构）' },
  ])
  expect((await similar('可吸收止血材料（虚构）', `&own=${id}`)).body.items).toEqual([])
  expect((await similar('儿童营养粉')).body.items).toEqual([])
  expect((await similar(' ')).status).toBe(400)
})

test('the register is searched by its lines in whatever forms they are written', async () => {
  const title = '示例ＰＤ－Ｌ１ 抗体（虚构）'
  const made = await author.send('POST', '/achievements', {
    ...{ title, kind: 'know_how', disclosure: { type: '材料' } },
    inventors: [{ name: '示例同', share: '100%', person: author.caller.person }],
  })
  expect(made.status, made.text).toBe(201)
  await house.workOff()
  const stranger = await house.person(['inventor'], institution)
  for (const q of ['pd-l1', 'PDL1', 'ＰＤ－Ｌ１ 抗体']) {
    const sought = encodeURIComponent(q)
    const [listed, found, counts] = await Promise.all([
      stranger.get(`/achievements?q=${sought}`),
      stranger.get(`/search?q=${sought}`),
      stranger.get(`/search/counts?q=${sought}`),
    ])
    const ids = [listed, found].map(({ body }) => body.items.map((one: { id: string }) => one.id))
    expect(ids, q).toEqual([[made.body.id], [made.body.id]])
    expect(counts.body.items, q).toEqual([{ kind: 'achievement', count: 1, more: false }])
  }
})

test('what falls due on what was told is for its readers and for whoever disclosed it', async () => {
  const keys = async (who: Person) => {
    const { body } = await who.get(`/calendar?from=2026-03-02&to=2026-12-31&record=${id}`)
    return body.items.map(({ key }: { key: string }) => key.slice(49)).toSorted()
  }
  const stranger = await house.person(['inventor'], institution)
  const told = ['novelty/cn', 'novelty/ep']
  expect(await keys(officer)).toEqual(expect.arrayContaining(told))
  expect(await keys(author)).toEqual(expect.arrayContaining(told))
  for (const key of await keys(stranger)) expect(key).toBe('answer')
})

test('a search counts what it lists, and says of nothing hidden that there is more', async () => {
  const hidden = '壳聚糖微球'
  const titles = ['敷料甲（虚构）', '敷料乙（虚构）']
  for (const title of titles) {
    const sent = await author.send('POST', '/achievements', {
      ...{ title, kind: 'know_how', department: '示例烧伤科', disclosure: { type: hidden } },
      inventors: [{ name: '示例同', share: '100%', person: author.caller.person }],
    })
    expect(sent.status, sent.text).toBe(201)
  }
  await house.workOff()
  const stranger = await house.person(['inventor'], institution)
  const asked = (path: string, q: string, more = '') =>
    stranger.get(`${path}?q=${encodeURIComponent(q)}${more}`)
  const listed = (await asked('/search', '示例烧伤科')).body.items
  expect(listed.map(({ snippet }: { snippet: unknown }) => snippet)).toEqual([null, null])
  const counted = (await asked('/search/counts', '示例烧伤科')).body.items
  expect(counted).toEqual([{ kind: 'achievement', count: 2, more: false }])
  expect((await asked('/search', hidden, '&limit=1')).body).toEqual({ items: [], more: false })
  expect((await asked('/search', '敷料', '&limit=1')).body).toMatchObject({ more: true })
})

test('a case that repeats the disclosure shows it to those who read the disclosure', async () => {
  const member = { isInventor: true, isChief: false, holdsLeadingPost: false }
  const opened = await officer.send('POST', '/cases', {
    data: {
      ...{ title: '示例项目', achievementId: id, achievement: '止血材料' },
      team: [{ name: '示例同', ...member }],
    },
    files: [],
  })
  expect(opened.status, opened.text).toBe(201)
  const path = `/cases/${opened.body.id}`
  const told = ['type', 'maturity', 'stateOfTheArt', 'market', 'risks', 'benefit', 'need']
  const groups = Object.fromEntries(told.map((group) => [group, secret]))
  const data = { ...groups, onTask: true, madeOn: '2026-01-05' }
  const files = [{ sha256, name: '样机.txt', size: 4 }]
  const act = { type: 'disclosed', data, files, expectedSeq: 1 }
  const done = await officer.send('POST', `${path}/acts`, act)
  expect(done.status, done.text).toBe(201)
  const stranger = await house.person(['inventor', 'admin'], institution)
  for (const who of [officer, author, inventor, await house.person(['auditor'], institution)]) {
    expect((await who.get(path)).text).toContain(secret)
    expect((await who.get(`${path}/acts.jsonl`)).text).toContain(secret)
  }
  const [read, officers] = [await stranger.get(path), await officer.get(path)]
  expect(read.status).toBe(200)
  expect([secret, sha256].filter((it) => read.text.includes(it))).toEqual([])
  // What the law says to the case is the same to both, but for the names of the papers.
  const said = ({ body }: typeof read) =>
    body.assessment.findings.map((one: Record<string, unknown>) => [one['norm'], one['status']])
  expect(said(read)).toEqual(said(officers))
  expect(read.body.chain).toEqual(officers.body.chain)
  const whole = await stranger.get(`${path}/acts.jsonl`)
  expect([whole.status, whole.body.code]).toEqual([409, 'record-has-disclosure'])
  const { now } = (await stranger.get(`${path}/papers`)).body
  for (const paper of now) {
    expect((await stranger.get(`${path}/papers/${paper.id}`)).text).not.toContain(secret)
  }
})

test('files that come beside a disclosure are for those who read what they come with', async () => {
  const stranger = await house.person(['inventor'], institution)
  const said = await storedFile(house, officer, '批注.txt', '批注内容')
  const heard = await storedFile(house, officer, '纪要.txt', '企业意见')
  const comment = { body: '见附件', files: [said] }
  expect((await officer.send('POST', `/comments/achievement/${id}`, comment)).status).toBe(201)
  const feedback = {
    ...{ heardOn: '2026-03-01', company: '示例公司（虚构）', askedBy: '示例甲' },
    ...{ interest: 'interested', words: '愿意谈', files: [heard] },
  }
  expect((await officer.send('POST', `/achievements/${id}/feedback`, feedback)).status).toBe(201)
  const statuses = (who: Person) =>
    Promise.all([said, heard].map(async (file) => (await who.get(`/files/${file.sha256}`)).status))
  expect(await statuses(officer)).toEqual([200, 200])
  expect(await statuses(inventor)).toEqual([200, 404])
  expect(await statuses(stranger)).toEqual([404, 404])
})
