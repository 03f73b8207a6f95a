import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { houseIn, opened } from '../holdings/testing/house.ts'
import { modules } from '../index.ts'

// What an exit brought and goes to a contributor is paid to them: it stands in the list of payments by hand, in the
// month of its tax and in their statement, and is gone from all of them once it was entered by mistake.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

test('of two of one name each has a part of their own, by who they are in the register', async () => {
  const { institution, officer, finance, leaders } = await houseIn(app, 'CN-GD')
  const [first, second] = [1, 2].map((last) => `0199aaaa-0000-7000-8000-00000000000${last}`)
  for (const person of [first, second])
    await app.database.asOwner(
      `insert into person (institution_id, id, name) values ($1, $2, '示例丁')`,
      [institution, person],
    )
  const { id, record } = await opened(officer)
  await record(finance, 'listed', { entry: '单-1' })
  await record(finance, 'appraised', {
    ...{ agency: '示例评估（虚构）', value: '50000000', validUntil: '2027-06-01' },
  })
  const exit = { matter: 'exit', terms: '全部转让', handler: 'institution', minuted: true }
  await record(leaders, 'eventDecided', { ...exit, to: '示例创投（虚构）' })
  const part = (person: string | undefined, amount: string) => ({
    ...{ to: 'contributors', name: '示例丁', person, amount },
  })
  const handled = (other: string | undefined) => ({
    type: 'eventHandled',
    data: {
      holders: [
        { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
        { name: '示例创投（虚构）', kind: 'partner', share: '79%' },
      ],
      ...{ price: '100000', costs: '0', onList: true, agreement: '转-1' },
      receipts: [{ voucher: '收-转-1', amount: '100000' }],
      distribution: [part(first, '60000'), part(other, '40000')],
    },
  })
  const nobody = await officer.send('POST', `/cases/${id}/acts`, {
    ...{ on: '2026-06-20', files: [] },
    expectedSeq: (await officer.get(`/cases/${id}`)).body.timeline.at(-1).seq,
    ...handled('0199aaaa-0000-7000-8000-000000000009'),
  })
  expect(nobody.body.errors).toMatchObject([{ pointer: '#/data/distribution/1/person' }])
  const { data: told } = handled(second)
  const [own, ...others] = told.holders
  const stranger = await officer.send('POST', `/cases/${id}/acts`, {
    ...{ on: '2026-06-20', files: [], type: 'eventHandled' },
    expectedSeq: (await officer.get(`/cases/${id}`)).body.timeline.at(-1).seq,
    data: {
      ...told,
      holders: [{ ...own, person: '0199aaaa-0000-7000-8000-000000000009' }, ...others],
    },
  })
  expect(stranger.body.errors).toMatchObject([
    { pointer: '#/data/holders/0/person', rule: 'known-person' },
  ])
  await record(officer, 'eventHandled', told)

  const { events } = (await finance.get(`/holdings/${id}`)).body
  const { seq } = events.at(-1)
  const pay = { event: seq, to: 'contributors', proof: '付-1' }
  const unclear = await finance.send('POST', `/cases/${id}/acts`, {
    ...{ on: '2026-06-20', files: [], type: 'proceedsPaid' },
    expectedSeq: (await officer.get(`/cases/${id}`)).body.timeline.at(-1).seq,
    data: { ...pay, lines: [{ name: '示例丁', amount: '40000' }] },
  })
  expect(unclear.body).toMatchObject({ code: 'proceeds-name-shared' })
  const lines = [{ name: '示例丁', person: second, amount: '40000' }]
  await record(finance, 'proceedsPaid', { ...pay, lines })
  const after = (await finance.get(`/holdings/${id}`)).body
  expect(after.events.at(-1).distribution).toMatchObject([{ paid: '0' }, { paid: '40000' }])
})

test('what an exit brought reaches the payee, the month of the tax and the statement', async () => {
  const { institution, officer, finance, leaders } = await houseIn(app, 'CN-GD')
  const inventor = await app.person(['inventor'], institution)
  const { name, person } = inventor.caller
  await app.database.asOwner(
    `insert into person (institution_id, id, name) values ($1, $2, $3) on conflict do nothing`,
    [institution, person, name],
  )
  const { id, record } = await opened(officer)
  await record(finance, 'listed', { entry: '单-1' })
  await record(finance, 'appraised', {
    ...{ agency: '示例评估（虚构）', value: '50000000', validUntil: '2027-06-01' },
  })
  const exit = { matter: 'exit', terms: '全部转让', handler: 'institution', minuted: true }
  await record(leaders, 'eventDecided', { ...exit, to: '示例创投（虚构）' })
  await record(officer, 'eventHandled', {
    holders: [
      { name: '示例甲', kind: 'contributor', share: '21%', isChief: false },
      { name: '示例创投（虚构）', kind: 'partner', share: '79%' },
    ],
    ...{ price: '100000', costs: '0', onList: true, agreement: '转-1' },
    receipts: [{ voucher: '收-转-1', amount: '100000' }],
    distribution: [
      { to: 'institution', amount: '30000' },
      { to: 'contributors', amount: '70000' },
    ],
  })
  const { events } = (await finance.get(`/holdings/${id}`)).body
  const { seq } = events.at(-1)
  const lines = [{ name, person, amount: '70000' }]
  await record(finance, 'proceedsPaid', { event: seq, to: 'contributors', lines, proof: '付-1' })

  const after = (await finance.get(`/holdings/${id}`)).body
  expect(after.events.at(-1).distribution).toMatchObject([{ paid: null }, { paid: '70000' }])
  const payments = async () => (await finance.get('/hand-payments')).body.items
  expect(await payments()).toMatchObject([
    { name, amountFen: '70000', backFen: '0', withheldFen: null, recordId: id },
  ])
  const [{ id: payment }] = await payments()
  const tax = { withheldFen: '9000', document: '工资表 6（示例）' }
  expect((await finance.send('POST', `/hand-payments/${payment}/tax`, tax)).status).toBe(200)
  const month = async () => (await finance.get('/withheld-taxes')).body.months[0]
  expect(await month()).toMatchObject({ month: '2026-06', withheldFen: '9000', unknown: 0 })
  const mine = async (who: Person) => (await who.get('/rewards')).body
  expect(await mine(inventor)).toMatchObject({
    bonuses: [
      { kind: 'proceeds', title: '示例医械（虚构）', amountFen: '70000', withheldFen: '9000' },
    ],
    years: [{ year: '2026', paidFen: '70000', withheldFen: '9000' }],
  })
  expect((await finance.get('/journal/differences')).body.items).toEqual([])

  // Entered by mistake: it was never paid, and its tax is owed to nobody.
  const { timeline } = (await finance.get(`/cases/${id}`)).body
  await record(finance, 'entryStruck', { entry: timeline.at(-1).seq, reason: '误登（示例）' })
  expect(await payments()).toMatchObject([{ backFen: '70000', withheldFen: '0' }])
  expect((await finance.get('/journal/differences')).body.items).toEqual([])
})
