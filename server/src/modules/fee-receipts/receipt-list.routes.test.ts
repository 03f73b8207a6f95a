import { patentCheckCharacter } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asCaller } from '../../platform/database.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'
import { strikeEvent } from '../rights/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-08' })
})
afterAll(() => app?.close())

let serial = 0

/** An office whose two fees of the eighth year wait in two approved batches. */
async function office() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const leader = await app.person(['leaders'], institution)
  const make = async (filedOn: string) => {
    serial += 1
    const digits = `20191${String(8_000_000 + serial)}`
    const number = `${digits}.${patentCheckCharacter(digits)}`
    const more = { filedOn, status: 'granted', grantedOn: '2021-04-06', feePaidYear: 7 }
    const body = { kind: 'invention', title: `装置 ${serial}`, number, ...more }
    const { id } = (await officer.send('POST', '/rights', body)).body
    const batch = {
      ...{ title: '年费', budget: '经费', budgetFen: '500000', payOn: '2026-05-08' },
      ...{ lines: [{ right: id, year: 8 }], keepReason: '维持' },
    }
    const made = await officer.send('POST', '/fee-batches', batch)
    const path = `/fee-batches/${made.body.id}`
    const decided = await leader.send('POST', `${path}/decision`, { approve: true })
    expect(decided.status, decided.text).toBe(200)
    return { id: id as string, number, path }
  }
  const [late, soon] = [await make('2019-03-10'), await make('2019-06-15')]
  const stored = async (content: string, name = '回执.csv') => {
    const form = new FormData()
    form.set('file', new File([content], name))
    const { body } = await officer.send('POST', '/files', form)
    return { name, sha256: body.sha256, size: body.size }
  }
  const head = '申请号,费用种类,金额,收据号,缴费日\n'
  const list = (...lines: readonly string[]) => stored(`${head}${lines.join('\n')}\n`)
  const annuity = async (right: string) =>
    (await officer.get(`/rights/${right}/docket`)).body.annuities.find(
      ({ year }: { year: number }) => year === 8,
    )
  return { institution, officer, leader, late, soon, list, stored, annuity }
}

test('a list is looked at line by line, taken by one act, and taken once', async () => {
  const { officer, leader, late, soon, list, annuity } = await office()
  const file = await list(
    `ZL${late.number.replace('.', '')},发明专利第8年年费,2000,SJ-1,2026-05-08`,
    `${late.number},年费滞纳金,100,SJ-1,2026-05-08`,
    `${soon.number},发明专利第8年年费,1999.99,SJ-2,2026-05-08`,
    `201010000001.X,发明专利第8年年费,2000,SJ-3,2026-05-08`,
  )
  expect((await leader.send('POST', '/fee-receipts/preview', { file })).status).toBe(403)
  const looked = await officer.send('POST', '/fee-receipts/preview', { file })
  expect(looked.status, looked.text).toBe(200)
  expect(looked.body).toMatchObject({
    counts: { matched: 1, differs: 1, unknownRight: 1 },
    sumFen: '210000',
    differingFen: '199999',
  })
  expect((await annuity(late.id)).state).toBe('inGrace')
  const taken = await officer.send('POST', '/fee-receipts', { file })
  expect([taken.status, taken.body.taken]).toEqual([201, 1])
  expect(await annuity(late.id)).toMatchObject({ state: 'paid', settledOn: '2026-05-08' })
  expect((await annuity(soon.id)).state).toBe('upcoming')
  const again = await officer.send('POST', '/fee-receipts', { file })
  expect(again.body.errors).toMatchObject([{ rule: 'nothing-to-take' }])
  expect((await officer.send('POST', '/fee-receipts/preview', { file })).body.counts).toEqual({
    already: 1,
    differs: 1,
    unknownRight: 1,
  })
  const more = await officer.send('POST', '/fee-receipts', { file, withDiffering: true })
  expect(more.body.taken).toBe(1)
  const { items } = (await leader.get('/fee-receipts')).body
  expect(items).toMatchObject([
    { lines: 1, sumFen: '199999' },
    { lines: 1, sumFen: '210000' },
  ])
  const other = await officer.send('POST', '/fee-receipts/preview', {
    file: { ...file, sha256: 'b'.repeat(64) },
  })
  expect(other.body.errors).toMatchObject([{ pointer: '#/file', rule: 'stored-before' }])
})

test('a right abroad of the same number takes no receipt of the office here', async () => {
  const { officer, late, list } = await office()
  const abroad = { kind: 'invention', title: '海外装置', number: late.number, country: 'SG' }
  expect((await officer.send('POST', '/rights', abroad)).status).toBe(201)
  const file = await list(`${late.number},第8年年费,2100,SJ-1,2026-05-08`)
  const { counts } = (await officer.send('POST', '/fee-receipts/preview', { file })).body
  expect(counts).toMatchObject({ matched: 1 })
})

test('sent twice with one id it is taken once', async () => {
  const { officer, late, list } = await office()
  const file = await list(`${late.number},第8年年费,2100,SJ-1,2026-05-08`)
  const body = { id: '0196aaaa-0000-7000-8000-000000000001', file }
  const [one, two] = [
    await officer.send('POST', '/fee-receipts', body),
    await officer.send('POST', '/fee-receipts', body),
  ]
  expect([one.status, two.status, two.body]).toEqual([201, 201, one.body])
  expect((await officer.get('/fee-receipts')).body.items).toHaveLength(1)
})

test('a list is taken back whole, with its money, unless a later fee was paid since', async () => {
  const { officer, late, list, annuity } = await office()
  const file = await list(`${late.number},第8年年费,2100,SJ-1,2026-05-08`)
  const { id } = (await officer.send('POST', '/fee-receipts', { file })).body
  const path = `/fee-receipts/${id}`
  const next = { kind: 'annuityPaid', on: '2026-05-08', source: '收据', year: 9, fen: '200000' }
  const later = await officer.send('POST', `/rights/${late.id}/events`, next)
  expect(later.status, later.text).toBe(201)
  const rests = await officer.send('POST', `${path}/undo`, { reason: '传错了文件' })
  expect([rests.status, rests.body.code]).toEqual([409, 'receipts-rested-on'])
  expect((await annuity(late.id)).state).toBe('paid')
  const strike = { reason: '误登' }
  const struck = `/rights/${late.id}/events/${later.body.id}/strike`
  expect((await officer.send('POST', struck, strike)).status).toBe(200)
  const undone = await officer.send('POST', `${path}/undo`, { reason: '传错了文件' })
  expect(undone.status, undone.text).toBe(200)
  expect((await annuity(late.id)).state).toBe('inGrace')
  expect((await officer.get(late.path)).body).toMatchObject({
    state: 'approved',
    lines: [{ state: 'open', receipt: null }],
  })
  expect((await officer.get(path)).body).toMatchObject({
    state: 'undone',
    undoReason: '传错了文件',
    fees: [{ right: late.id, year: 8, isStruck: true }],
  })
  const twice = await officer.send('POST', `${path}/undo`, { reason: '再来' })
  expect([twice.status, twice.body.code]).toEqual([409, 'receipts-undone'])
  expect((await officer.get(`${path}/history`)).body.chain).toMatchObject({ ok: true })
  // What was taken back is taken anew.
  expect((await officer.send('POST', '/fee-receipts', { file })).body.taken).toBe(1)
})

test('a workbook is read as well, and what is no list of receipts is refused', async () => {
  const { officer, late, stored } = await office()
  const book = await officer.get(`${late.path}/pay-file.xlsx`)
  expect(book.status).toBe(200)
  const file = await stored('姓名,金额\n甲,3\n')
  const refused = await officer.send('POST', '/fee-receipts/preview', { file })
  expect(refused.body.errors).toMatchObject([{ rule: 'receipt-columns' }])
  const empty = await stored('申请号,金额,收据号,缴费日\n,,,\n')
  const none = await officer.send('POST', '/fee-receipts/preview', { file: empty })
  expect(none.body.errors).toMatchObject([{ rule: 'receipt-lines' }])
})

test('a payment struck while its list is being taken back is left to whoever struck it', async () => {
  const { officer, late, soon, list, annuity } = await office()
  const file = await list(
    `${late.number},发明专利第8年年费,2100,SJ-1,2026-05-08`,
    `${soon.number},发明专利第8年年费,2000,SJ-2,2026-05-08`,
  )
  const taken = await officer.send('POST', '/fee-receipts', { file })
  expect([taken.status, taken.body.taken]).toEqual([201, 2])
  const { events } = (await officer.get(`/rights/${soon.id}/docket`)).body
  const paid = events.findLast(({ kind }: { kind: string }) => kind === 'annuityPaid').id
  const waiting = () =>
    app.database.asOwner('select from pg_locks where not granted').then(({ length }) => length)
  let free = (): void => {}
  const held = new Promise<void>((resolve) => {
    free = resolve
  })
  let tellHeld = (): void => {}
  const isHeld = new Promise<void>((resolve) => {
    tellHeld = resolve
  })
  // Somebody strikes one of the payments, and is not done when the list is taken back.
  const striking = asCaller(app.context.db, officer.caller, async (tx) => {
    const struck = { event: paid, reason: '重复' }
    const outcome = await strikeEvent(tx, app.clock, officer.caller, soon.id, struck)
    tellHeld()
    await held
    return outcome
  })
  await isHeld
  const undoing = officer.send('POST', `/fee-receipts/${taken.body.id}/undo`, { reason: '拿错了' })
  await vi.waitUntil(async () => (await waiting()) > 0, { timeout: 20_000 })
  free()
  expect((await striking).kind).toBe('accepted')
  const undone = await undoing
  expect(undone.status, undone.text).toBe(200)
  expect((await annuity(late.id)).state).toBe('inGrace')
})
