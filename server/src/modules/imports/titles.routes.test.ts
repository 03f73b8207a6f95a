import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import type { Sheets } from './testing/sheets.ts'
import { confirmDraft, uploadBook } from './testing/upload.ts'

// Owners with their shares and reductions of fees, recorded as the page of a right records them.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

let serial = 0
const number = () => {
  serial += 1
  const digits = `20221${String(1_000_000 + serial)}`
  return `${digits}.${patentCheckCharacter(digits)}`
}

const head = [
  ...['专利名称', '专利类型', '申请号', '申请日', '授权公告日', '权利人', '状态'],
  ...['权属份额', '权属起始日', '减缴比例', '减缴截止年', '减缴备案日', '减缴依据'],
]
const row = (given: Readonly<Record<string, string>> = {}) => {
  const usual: Record<string, string> = {
    ...{ 专利名称: '一种示例敷料', 专利类型: '发明', 申请号: number(), 申请日: '2022-03-10' },
    ...{ 授权公告日: '2024-04-06', 权利人: '示例医院、示例大学', 状态: '授权' },
    ...{ 权属份额: '本院60%、示例大学40%', 减缴比例: '70%', 减缴截止年: '2028' },
    ...{ 减缴备案日: '2022-03-15', 减缴依据: '备案 FJ-1' },
  }
  return head.map((name) => given[name] ?? usual[name] ?? '')
}

async function house() {
  const institution = await app.institution('示例医院')
  const office = await app.person(['tto_negotiator'], institution)
  const upload = (sheets: Sheets, name = '专利.xlsx') => uploadBook(app, office, name, sheets)
  const idOf = async (no: string) => {
    const { items } = (await office.get(`/rights?q=${no}`)).body
    return items.find((one: { number: string }) => one.number === no)?.id as string
  }
  const shares = async (id: string) => (await office.get(`/rights/${id}/shares`)).body
  const docket = async (id: string) => (await office.get(`/rights/${id}/docket`)).body
  const rows = async (id: string) => (await office.get(`/imports/${id}/rows`)).body.items
  return { institution, office, upload, idOf, shares, docket, rows }
}

const undo = (by: Person, draft: string, records: number) =>
  by.send('POST', `/imports/${draft}/undo`, { records, reason: '误传' })

test('a new right comes with its owners and its reduction, is known again and goes out with both', async () => {
  const { office, upload, idOf, shares, docket } = await house()
  const mine = row()
  const draft = await upload({ 专利: [head, mine] })
  expect(draft.counts).toEqual([{ table: 'patents', states: { new: 1 }, written: 1 }])
  const confirmed = await confirmDraft(office, draft)
  expect(confirmed.status, confirmed.text).toBe(200)
  const id = await idOf(mine[2] ?? '')
  expect((await shares(id)).sets).toMatchObject([
    {
      from: '2022-03-10',
      parties: [
        { name: '示例医院', role: 'own', title: '60%', cost: '60%', reducedUntil: 2028 },
        { name: '示例大学', role: 'owner', title: '40%', cost: '40%', reducedUntil: 2028 },
      ],
    },
  ])
  const { events, annuities } = await docket(id)
  expect(events.filter(({ kind }: { kind: string }) => kind === 'reductionRecorded')).toMatchObject(
    [{ on: '2022-03-15', source: expect.stringMatching(/^备案 FJ-1；导入：专利\.xlsx/) }],
  )
  const reliefs = annuities.map(
    ({ dueOn, relief }: { dueOn: string; relief: { share: string } | null }) =>
      `${dueOn.slice(0, 4)} ${relief?.share ?? '—'}`,
  )
  expect(reliefs).toContain('2028 70%')
  expect(reliefs).toContain('2029 —')
  const history = (await office.get(`/rights/${id}/history`)).body.items
  expect(history.map(({ action }: { action: string }) => action)).toHaveLength(2)

  const again = await upload({ 专利: [head, mine] }, '再一次.xlsx')
  expect(again.counts[0]).toMatchObject({ states: { present: 1 }, written: 0 })

  const undone = await undo(office, draft.id, 1)
  expect(undone.status, undone.text).toBe(200)
  expect(await idOf(mine[2] ?? '')).toBeUndefined()
  const left = await app.database.asOwner(
    `select id from right_party_set where right_id = '${id}'
     union all select id from right_event where right_id = '${id}'`,
  )
  expect(left).toEqual([])
})

test('owners and reductions that the page would refuse keep their rows out and say why', async () => {
  const { office, upload, rows } = await house()
  const odd: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ 权属份额: '甲医院60%、示例大学40%' }, /没有本单位；请写“示例医院”/],
    [{ 权属份额: '本院60%、示例医院40%' }, /出现了两次/],
    [{ 权属份额: '' }, /请填“权属份额”/],
    [{ 减缴截止年: '本院2028、某公司2027' }, /请填“权属份额”/],
    [{ 减缴比例: '85%' }, /多个权利人的减缴比例为 70%/],
    [{ 专利类型: 'PCT', 申请号: 'PCT/CN2022/100001' }, /没有费用减缴/],
    [{ 申请日: '2022', 减缴备案日: '' }, /没有减缴备案日/],
  ]
  const draft = await upload({ 专利: [head, ...odd.map(([given]) => row(given))] })
  expect(draft.counts[0]).toMatchObject({ states: { refused: odd.length }, written: 0 })
  const items = await rows(draft.id)
  odd.forEach(([, why], at) => {
    expect(items[at].reason?.zh ?? '', `${at}`).toMatch(why)
  })
  // A share that does not make a whole is told in the ledger itself, and accepted it still does not stand.
  const wrong = await upload({ 专利: [head, row({ 权属份额: '本院60%、示例大学30%' })] }, '二.xlsx')
  const { items: problems } = (await office.get(`/imports/${wrong.id}/problems`)).body
  expect(problems).toMatchObject([{ code: 'share_sum', field: 'titleShares' }])
  const forced = await office.send('POST', `/imports/${wrong.id}/decisions`, {
    version: wrong.version,
    decisions: [{ kind: 'row', sheet: '专利', row: 2, choice: 'accept' }],
  })
  expect(forced.body).toMatchObject({ written: 0 })
  expect((await rows(wrong.id))[0].reason.zh).toMatch(/合计须为 100%，现为/)
})

test('a rate that is meant goes in with the row, and shares nobody knows are left out', async () => {
  const { office, upload, idOf, shares } = await house()
  const mine = row({ 减缴比例: '85%' })
  const named = row({ 权属份额: '示例医院60%、示例大学40%', 减缴截止年: '本院2030、示例大学2028' })
  const unknown = row({ 权属份额: '不详', 减缴比例: '', 减缴截止年: '', 减缴备案日: '' })
  const draft = await upload({ 专利: [head, mine, unknown, named] })
  expect(draft.counts[0]).toMatchObject({ states: { refused: 1, new: 2 } })
  const decided = await office.send('POST', `/imports/${draft.id}/decisions`, {
    version: draft.version,
    decisions: [{ kind: 'row', sheet: '专利', row: 2, choice: 'accept' }],
  })
  expect(decided.body, decided.text).toMatchObject({ written: 3 })
  expect((await confirmDraft(office, decided.body)).status).toBe(200)
  expect((await shares(await idOf(unknown[2] ?? ''))).sets).toEqual([])
  expect((await shares(await idOf(mine[2] ?? ''))).sets).toHaveLength(1)
  const [own] = (await shares(await idOf(named[2] ?? ''))).sets
  expect(own.parties.map((one: { reducedUntil: number }) => one.reducedUntil)).toEqual([2030, 2028])
})

test('a reduction without a day is told of a registered right as of a new one', async () => {
  const { office, upload, rows } = await house()
  const columns = ['专利名称', '专利类型', '申请号', '申请日', '权利人', '状态', '减缴比例']
  const mine = ['一种示例敷料', '发明', number(), '', '示例医院', '授权']
  const first = await upload({ 专利: [columns, [...mine, '']] }, '一.xlsx')
  expect((await confirmDraft(office, first)).status).toBe(200)
  const second = await upload({ 专利: [columns, [...mine, '85%']] }, '二.xlsx')
  expect(second.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })
  expect((await rows(second.id))[0].reason.zh).toMatch(/没有减缴备案日/)
  const third = await upload(
    {
      专利: [
        columns,
        [...mine, '85%'],
        row().slice(0, 7).with(5, '授权').with(6, '').with(4, '示例医院'),
      ],
    },
    '三.xlsx',
  )
  const confirmed = await confirmDraft(office, third)
  expect(confirmed.body, confirmed.text).toMatchObject({ entered: { right: 1 }, leftOut: 1 })
  const without = await office.send('POST', `/imports/${second.id}/decisions`, {
    version: second.version,
    decisions: [{ kind: 'row', sheet: '专利', row: 2, choice: 'exclude' }],
  })
  expect(without.body.counts[0]).toMatchObject({ states: { excluded: 1 } })
})

test('a reduction that has ended is not recorded once more by the ledger that brought it', async () => {
  const { office, upload, idOf, rows, docket } = await house()
  const mine = row()
  const first = await upload({ 专利: [head, mine] }, '一.xlsx')
  expect((await confirmDraft(office, first)).status).toBe(200)
  const id = await idOf(mine[2] ?? '')
  const end = { kind: 'reductionEnded', on: '2026-01-05', source: '收入超过标准（示例）' }
  const ended = await office.send('POST', `/rights/${id}/events`, end)
  expect(ended.status, ended.text).toBe(201)
  const columns = [...head, '备注']
  const second = await upload({ 专利: [columns, [...mine, '示例备注']] }, '二.xlsx')
  expect(second.counts[0]).toMatchObject({ states: { refused: 1 }, written: 0 })
  expect((await rows(second.id))[0].reason.zh).toMatch(/登记的减缴已于 2026-01-05 终止/)
  // Without a day of its own the day of filing is no later one either.
  const bare = mine.with(head.indexOf('减缴备案日'), '')
  const third = await upload({ 专利: [columns, [...bare, '再备注']] }, '三.xlsx')
  expect((await rows(third.id))[0].reason.zh).toMatch(/登记的减缴已于 2026-01-05 终止/)
  // One that begins after that is another one.
  const anew = mine.with(head.indexOf('减缴备案日'), '2026-02-01')
  const fourth = await upload({ 专利: [columns, [...anew, '']] }, '四.xlsx')
  expect(fourth.counts[0], (await rows(fourth.id))[0].reason?.zh).toMatchObject({
    states: { changed: 1 },
  })
  const kinds = (await docket(id)).events.map(({ kind }: { kind: string }) => kind)
  expect(kinds.filter((kind: string) => kind.startsWith('reduction'))).toHaveLength(2)
})

test('a row that goes in as read still tells of its odd rate', async () => {
  const { office, upload, idOf, rows } = await house()
  const mine = row({ 减缴比例: '85%' })
  const draft = await upload({ 专利: [head, mine] })
  const decided = await office.send('POST', `/imports/${draft.id}/decisions`, {
    version: draft.version,
    decisions: [{ kind: 'row', sheet: '专利', row: 2, choice: 'accept' }],
  })
  expect(decided.body, decided.text).toMatchObject({ written: 1 })
  expect((await rows(draft.id))[0]).toMatchObject({
    ...{ state: 'new', accepted: true },
    reason: { zh: expect.stringMatching(/减缴比例 85% 与规定不符.*已按读取值接受/) },
  })
  expect((await confirmDraft(office, decided.body)).status).toBe(200)
  expect(await idOf(mine[2] ?? '')).toBeDefined()
})

test('other owners of a registered right are accepted first, and taken back by an act', async () => {
  const { office, upload, idOf, shares, docket } = await house()
  const plain = head.slice(0, 7)
  const mine = row({ 权利人: '示例医院、示例大学' })
  const first = await upload({ 专利: [plain, mine.slice(0, 7)] }, '一.xlsx')
  expect((await confirmDraft(office, first)).status).toBe(200)
  const id = await idOf(mine[2] ?? '')
  const before = { from: '2024-01-01', basis: '共有协议' }
  const parties = [
    { name: '示例医院', role: 'own', title: '50%', cost: '100%' },
    { name: '示例大学', role: 'owner', title: '50%', cost: '0%' },
  ]
  const set = await office.send('POST', `/rights/${id}/parties`, { ...before, parties })
  expect(set.status, set.text).toBe(201)

  const second = await upload({ 专利: [head, mine] }, '二.xlsx')
  expect(second.counts[0]).toMatchObject({ states: { changed: 1 }, written: 0 })
  const accepted = await office.send('POST', `/imports/${second.id}/decisions`, {
    version: second.version,
    decisions: [{ kind: 'row', sheet: '专利', row: 2, choice: 'accept' }],
  })
  expect(accepted.body).toMatchObject({ written: 1 })
  expect((await confirmDraft(office, accepted.body)).status).toBe(200)
  // Who bears the fees no ledger says: as before, while the owners are the same.
  expect((await shares(id)).sets[0]).toMatchObject({
    from: '2026-05-08',
    parties: [
      { role: 'own', title: '60%', cost: '100%', reducedUntil: 2028 },
      { title: '40%', cost: '0%', reducedUntil: 2028 },
    ],
  })
  const third = await upload({ 专利: [head, mine] }, '三.xlsx')
  expect(third.counts[0]).toMatchObject({ states: { present: 1 } })
  await office.send('DELETE', `/imports/${third.id}`)

  const undone = await undo(office, second.id, 1)
  expect(undone.status, undone.text).toBe(200)
  expect((await shares(id)).sets).toMatchObject([{ from: '2024-01-01' }])
  const told = (await docket(id)).events.filter(
    ({ kind, struck }: { kind: string; struck: object | null }) =>
      kind === 'reductionRecorded' && struck === null,
  )
  expect(told).toEqual([])
  const actions = (await office.get(`/rights/${id}/history`)).body.items.map(
    ({ action }: { action: string }) => action,
  )
  expect(actions).toContain('right.partiesWithdrawn')
})

test('what somebody recorded since keeps an import where it is, and no owner goes out by itself', async () => {
  const { office, upload, idOf } = await house()
  const mine = row()
  const draft = await upload({ 专利: [head, mine] })
  expect((await confirmDraft(office, draft)).status).toBe(200)
  const id = await idOf(mine[2] ?? '')
  const own = [{ name: '示例医院', role: 'own', title: '100%', cost: '100%' }]
  const since = { from: '2026-05-01', parties: own, basis: '转让协议' }
  expect((await office.send('POST', `/rights/${id}/parties`, since)).status).toBe(201)
  const no = await undo(office, draft.id, 1)
  expect(no.status).toBe(409)
  expect(no.body.code).toBe('import-in-use')
  await expect(
    app.database.asOwner(`delete from right_party_set where right_id = '${id}'`),
  ).rejects.toThrow(/have not been withdrawn/)
  await expect(
    app.database.asOwner(`delete from right_event where right_id = '${id}'`),
  ).rejects.toThrow(/has not been withdrawn/)
})

test('owners of other rights come in as well', async () => {
  const { office, upload, idOf, shares } = await house()
  const draft = await upload({
    商标: [
      ['商标名称', '注册号', '注册人', '权属份额', '权属起始日'],
      ['示例徽标', '12345678', '示例医院、示例公司', '6:4', '2023-01-01'],
    ],
    软著: [
      ['软件名称', '登记号', '版本号', '权属份额'],
      ['示例评估软件', '2024SR0123456', 'V1.0', '本单位70%、示例公司30%'],
    ],
  })
  const confirmed = await confirmDraft(office, draft)
  expect(confirmed.status, confirmed.text).toBe(200)
  expect((await shares(await idOf('12345678'))).sets).toMatchObject([
    { from: '2023-01-01', parties: [{ role: 'own', title: '60%' }, { name: '示例公司' }] },
  ])
  expect((await shares(await idOf('2024SR0123456'))).sets).toMatchObject([
    { from: '2026-05-08', parties: [{ title: '70%' }, { title: '30%' }] },
  ])
})

test('a patent of others is told of before it is kept as ours; a former name makes it ours', async () => {
  const { office, upload } = await house()
  const sheet = {
    专利: [
      ['专利名称', '申请号', '申请人'],
      ['一种示例支架', number(), '示例大学'],
      ['一种示例敷料', number(), '示例大学、示例医院'],
      ['一种示例导管', number(), '示例人民医院'],
    ],
  }
  const toldIn = async () => {
    const { id } = await upload(sheet)
    const { items } = (await office.get(`/imports/${id}/problems`)).body
    await office.send('DELETE', `/imports/${id}`)
    return items.map(({ code, row }: { code: string; row: number }) => `${code} ${row}`)
  }
  expect(await toldIn()).toEqual(['house_not_owner 2', 'house_not_owner 4'])
  const former = { kind: 'former', name: '示例人民医院' }
  expect((await office.send('POST', '/own-names', former)).status).toBe(201)
  expect(await toldIn()).toEqual(['house_not_owner 2'])
})
