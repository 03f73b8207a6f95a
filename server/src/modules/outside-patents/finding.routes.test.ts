import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { storedFile } from '../../platform/testing/files.ts'
import { modules } from '../index.ts'
import { blankRight, enterRights } from '../rights/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app.close())

const own = '示例医院（虚构）'
const header = '专利名称,专利类型,申请号,申请日,申请人,发明人'
const numbers = ['202410000001.4', '202410000002.9', '202410000003.3', '202410000004.8']
const line = (at: number, title: string, applicants: string, inventors: string) =>
  `${title}（虚构）,发明专利,CN${numbers[at]},2024-03-0${at + 1},${applicants},${inventors}`

async function house() {
  const institution = await app.institution(own)
  const officer = await app.person(['tto_reviewer'], institution)
  const named = await app.person(['inventor'], institution)
  const other = await app.person(['inventor'], institution)
  await register(named.caller, '赵示例')
  await register(other.caller, '钱示例')
  return { institution, officer, named, other }
}

/** Whoever signs in is entered in the register of people, by a name as people have. */
async function register(caller: Person['caller'], name: string): Promise<void> {
  await asCaller(app.context.db, caller, (tx) =>
    tx
      .insertInto('person')
      .values({ institutionId: caller.institution, id: caller.person, name })
      .onConflict((on) => on.columns(['institutionId', 'id']).doUpdateSet({ name }))
      .execute(),
  )
}

const upload = (who: Person, lines: readonly string[]) => {
  const form = new FormData()
  form.set('file', new File([[header, ...lines].join('\n')], '检索导出.csv', { type: 'text/csv' }))
  return who.send('POST', '/outside-patents', form)
}

test('an export is looked through: what is ours, registered or of strangers is no finding', async () => {
  const { officer, named, other } = await house()
  const right = {
    ...{ ...blankRight, kind: 'invention' as const, title: '已登记（虚构）', number: numbers[1] },
    inventors: ['赵示例', '外人甲'],
  }
  await asCaller(app.context.db, officer.caller, (tx) =>
    enterRights(tx, app.context.clock, officer.caller, [
      { fields: { ...right, number: numbers[1] ?? null } },
    ]),
  )
  const lines = [
    // Most rows are a company's: nobody takes it for the house.
    line(0, '外部专利', '示例公司（虚构）', '赵示例、外人甲'),
    line(1, '已登记', '示例公司（虚构）', '赵示例'),
    line(2, '共有', '示例公司（虚构）、示例医院(虚构)', '赵示例'),
    line(3, '无关', '示例公司（虚构）', '外人乙'),
  ]
  const read = await upload(officer, lines)
  expect(read.body, read.text).toEqual({
    ...{ rows: 4, ours: 1, registered: 1, withoutStaff: 1, found: 1, renewed: 0 },
  })
  const [finding] = (await officer.get('/outside-patents')).body.items
  expect(finding).toMatchObject({
    ...{ number: numbers[0], applicants: ['示例公司（虚构）'], decision: null },
    matches: [
      { personId: named.caller.person, sureness: 'likely', why: ['sameName', 'knownTeam'] },
    ],
  })
  const again = await upload(officer, lines)
  expect(again.body).toMatchObject({ found: 0, renewed: 1 })

  // Findings are for officers and for whoever is named.
  const path = `/outside-patents/${finding.id}`
  expect((await other.get('/outside-patents')).body.items).toEqual([])
  expect((await other.get(path)).status).toBe(404)
  expect((await other.get('/outside-patents.csv')).status).toBe(403)
  expect((await upload(other, lines)).status).toBe(403)
  expect((await named.get(path)).body).toMatchObject({ source: null, mayDecide: false })
  const stranger = await app.person(['tto_reviewer'], await app.institution())
  expect((await stranger.get(path)).status).toBe(404)
})

test('whoever may be named is told once, and by nobody else’s eyes', async () => {
  const { officer, named, other } = await house()
  const lines = [line(0, '外部专利', '示例公司（虚构）', '赵示例、外人甲')]
  await upload(officer, lines)
  await app.workOff()
  const news = async (who: Person) => (await who.get('/notifications')).body.items
  const [told] = await news(named)
  expect(told).toMatchObject({
    kind: 'outside-patent',
    text: { zh: '外部专利“外部专利（虚构）”的发明人可能是您，请说明情况' },
  })
  expect((await named.get(told.path)).status).toBe(200)
  await upload(officer, lines)
  await app.workOff()
  expect(await news(named)).toHaveLength(1)
  expect([await news(other), await news(officer)]).toEqual([[], []])
})

test('whoever is named answers, an officer decides, and a claim stands in the calendar', async () => {
  const { officer, named, other } = await house()
  const both = '赵示例、钱示例'
  await upload(officer, [line(0, '外部专利', '示例公司（虚构）', both)])
  const [finding] = (await officer.get('/outside-patents?decision=open')).body.items
  const path = `/outside-patents/${finding.id}`
  expect((await named.get(path)).body.matches).toMatchObject([{ personId: named.caller.person }])

  const bare = await named.send('POST', `${path}/answer`, { answer: 'service' })
  expect(bare.body.errors).toMatchObject([{ pointer: '#/words', rule: 'answer-without-words' }])
  const said = { answer: 'service', words: '院内课题期间完成（虚构）' }
  expect((await named.send('POST', `${path}/answer`, said)).status).toBe(204)
  expect((await officer.send('POST', `${path}/answer`, said)).status).toBe(403)
  expect((await other.get(path)).body).toMatchObject({ answers: [], answered: 0 })
  expect((await other.get('/outside-patents')).body.items).toMatchObject([{ answered: 0 }])

  const claim = { decision: 'to_be_claimed', reason: '职务发明（虚构）' }
  const lacking = await officer.send('POST', `${path}/decision`, claim)
  expect(lacking.body.errors).toMatchObject([{ pointer: '#/task', rule: 'claim-without-task' }])
  expect((await named.send('POST', `${path}/decision`, claim)).status).toBe(403)
  const whole = { ...claim, task: '发函要求变更专利权人（虚构）', dueOn: '2026-07-10' }
  expect((await officer.send('POST', `${path}/decision`, whole)).status).toBe(204)
  const asked = `/calendar?from=2026-07-01&to=2026-07-31&record=${finding.id}`
  expect((await officer.get(asked)).body.items).toMatchObject([{ day: '2026-07-10' }])
  expect((await named.get(path)).body.decisions).toMatchObject([
    { decision: 'to_be_claimed', reason: null, task: null },
  ])

  // A later decision stands, the earlier one stays to be read.
  const settled = { decision: 'ours_by_agreement', reason: '已补签协议（虚构）' }
  expect((await officer.send('POST', `${path}/decision`, settled)).status).toBe(204)
  expect((await officer.get(asked)).body.items).toEqual([])
  const whole2 = (await officer.get(path)).body
  expect(whole2.decisions.map(({ decision }: { decision: string }) => decision)).toEqual([
    'ours_by_agreement',
    'to_be_claimed',
  ])
  const history = (await officer.get(`${path}/history`)).body
  expect([history.items.length, history.chain.ok]).toEqual([4, true])
  expect((await officer.get('/outside-patents.csv')).text).toContain('本单位有约定权益')
})

test('a former name makes what it owned ours, unless it was decided before', async () => {
  const { officer } = await house()
  await upload(officer, [line(0, '外部专利', '示例老医院（虚构）', '赵示例')])
  expect((await officer.get('/outside-patents')).body.items).toHaveLength(1)
  const add = (name: string) => officer.send('POST', '/own-names', { kind: 'former', name })
  const added = await add('示例老医院(虚构)')
  expect(added.status, added.text).toBe(201)
  expect((await officer.get('/outside-patents')).body.items).toEqual([])
  expect((await add('示例老医院（虚构）')).body.errors).toMatchObject([{ rule: 'own-name-known' }])
  expect((await officer.send('DELETE', `/own-names/${added.body.id}`)).status).toBe(204)
  expect((await officer.get('/outside-patents')).body.items).toHaveLength(1)
})

test('a claim opens a dispute over title and ends with the right in its register', async () => {
  const { officer, named } = await house()
  await upload(officer, [line(3, '外部专利', '示例公司（虚构）', '赵示例')])
  const [finding] = (await officer.get('/outside-patents')).body.items
  const path = `/outside-patents/${finding.id}`
  // Rare characters take two places: none is cut in half where the grounds are told in short.
  const about = `职${'𠮷'.repeat(399)}`
  const claim = { achievement: null, about, from: '2026-06-01' }
  const early = await officer.send('POST', `${path}/claim`, claim)
  expect(early.body.code).toBe('claim-undecided')
  const decision = {
    decision: 'to_be_claimed',
    reason: '职务发明',
    task: '发函',
    dueOn: '2026-07-10',
  }
  await officer.send('POST', `${path}/decision`, decision)
  expect((await named.send('POST', `${path}/claim`, claim)).status).toBe(403)
  const begun = await officer.send('POST', `${path}/claim`, claim)
  expect(begun.status, begun.text).toBe(201)
  const twice = await officer.send('POST', `${path}/claim`, claim)
  expect(twice.body.code).toBe('claim-under-way')
  const of = `/achievements/${begun.body.achievement}`
  const disputed = (await officer.get(of)).body
  expect(disputed).toMatchObject({ kind: 'patent_invention', inventors: [{ name: '赵示例' }] })
  expect(disputed.disputes).toMatchObject([{ from: '2026-06-01', to: null }])
  expect((await officer.get('/outside-patents?claim=under_way')).body.items).toHaveLength(1)

  const end = { outcome: 'ours', on: '2026-06-15', basis: '仲裁裁决（虚构）' }
  const ahead = await officer.send('POST', `${path}/claim-end`, { ...end, on: '2099-01-01' })
  expect(ahead.body.errors).toMatchObject([{ pointer: '#/on', rule: 'claim-in-future' }])
  const bare = await officer.send('POST', `${path}/claim-end`, end)
  expect(bare.body.errors).toMatchObject([{ rule: 'claim-without-evidence' }])
  const file = await storedFile(app, officer, '裁决书.pdf', '裁决')
  const over = await officer.send('POST', `${path}/claim-end`, { ...end, files: [file] })
  expect(over.status, over.text).toBe(200)
  const right = (await officer.get(`/rights/${over.body.right}`)).body
  expect(right).toMatchObject({ number: numbers[3], achievementId: begun.body.achievement })
  const titled = (await officer.get(of)).body
  expect(titled.disputes).toMatchObject([{ to: '2026-06-15', outcome: end.basis }])
  expect(titled.holdings).toMatchObject([{ holders: [{ name: own, share: '100%' }] }])
  const asked = `/calendar?from=2026-07-01&to=2026-07-31&record=${finding.id}`
  expect((await officer.get(asked)).body.items).toEqual([])
  const whole = (await officer.get(path)).body
  expect(whole).toMatchObject({ claim: 'ended', claimOutcome: 'ours' })
  expect((await named.get(path)).body).toMatchObject({ claim: 'none', claims: [] })
  expect((await officer.get('/outside-patents.csv')).text).toContain('已了结')
})
