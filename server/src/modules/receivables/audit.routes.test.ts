import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'

// What an audit of a licensee's books found to be stated too little is owed, once for a period, and goes with it.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-30' })
})
afterAll(() => app?.close())

const royalty = {
  ...{ bands: [{ upTo: null, rate: '5%' }], counts: 'period', minimum: '0', every: 12 },
  ...{ from: '2024-01-01', to: '2027-12-31', statementDays: 30, payDays: 60 },
}
const terms = [{ key: 'r', kind: 'royalty', label: '销售提成', royalty }]

async function house() {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const id = await asSystem(app.context.db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'transfer' as const, title: '许可', number: 'X-1' }
    const ledger = [{ fields, achievements: [], source: '台账' }]
    const [one = ''] = await enterContracts(tx, app.context.clock, officer.caller, ledger)
    return one
  })
  const at = `/contracts/${id}`
  const told = await officer.send('POST', `${at}/terms`, { effectiveOn: '2024-01-01', terms })
  expect(told.status, told.text).toBe(201)
  const stated = await officer.send('POST', `${at}/royalty-statements`, {
    ...{ term: 'r', periodFrom: '2024-01-01', base: '1000000', receivedOn: '2025-01-20' },
  })
  expect(stated.status, stated.text).toBe(201)
  const audit = (more: object = {}, by: Person = officer) =>
    by.send('POST', `${at}/royalty-audits`, {
      ...{ onDay: '2026-05-10', outcome: 'difference', difference: '12000', words: '抽查出库单' },
      ...{ term: 'r', periodFrom: '2024-01-01', dueOn: '2026-06-20', ...more },
    })
  const back = (one: string, by: Person = officer) =>
    by.send('POST', `${at}/royalty-audits/${one}/take-back`, { reason: '录错' })
  const money = async () => (await officer.get(`${at}/money`)).body
  const owed = async () =>
    (await money()).receivables.filter(({ kind }: { kind: string }) => kind === 'audit')
  return { institution, officer, finance, id, at, audit, back, money, owed }
}

const balance = async (by: Person) =>
  (await by.get('/journal')).body.items.map(({ kind }: { kind: string }) => kind)

test('what was stated too little is owed by itself, once, and stands in the books', async () => {
  const { officer, finance, at, audit, owed, money } = await house()
  const id = newId()
  expect((await audit({}, await app.person(['leaders'], officer.caller.institution))).status).toBe(
    403,
  )
  const made = await audit({ id })
  expect(made.status, made.text).toBe(201)
  expect((await audit({ id })).body).toEqual(made.body)
  expect(await owed()).toMatchObject([
    { minor: '12000', dueOn: '2026-06-20', periodFrom: '2024-01-01', openMinor: '12000' },
  ])
  expect((await money()).audits).toMatchObject([
    { id: made.body.id, differenceMinor: '12000', takenBack: null, term: 'r' },
  ])
  const [{ id: receivable, state }] = await owed()
  expect([(await money()).audits[0].receivableId, state]).toEqual([receivable, 'overdue'])
  expect((await balance(finance)).filter((kind: string) => kind === 'receivableDue')).toHaveLength(
    2,
  )
  // Of the same period no other difference is claimed, and no statement takes its place.
  const again = await audit({ difference: '1' })
  expect(again.body.errors[0]).toMatchObject({ pointer: '#/periodFrom', rule: 'audited-before' })
  const corrected = await officer.send('POST', `${at}/royalty-statements`, {
    ...{ term: 'r', periodFrom: '2024-01-01', base: '1240000', receivedOn: '2026-05-20' },
    corrects: true,
  })
  expect(corrected.body.code).toBe('audit-claims-period')
  // Amended terms leave it as it is.
  const more = { effectiveOn: '2026-01-01', terms, reason: '补充协议' }
  const amended = [{ ...terms[0], royalty: { ...royalty, to: '2026-12-31' } }]
  const told = await officer.send('POST', `${at}/terms`, { ...more, terms: amended })
  expect(told.status, told.text).toBe(201)
  const end = await officer.send('POST', `${at}/end`, { on: '2026-06-01', reason: '终止' })
  expect(end.status, end.text).toBe(201)
  expect(await owed()).toMatchObject([{ minor: '12000', openMinor: '12000', state: 'overdue' }])
})

test('of two who record it at once, one difference is claimed', async () => {
  const { institution, audit, owed } = await house()
  const other = await app.person(['tto_negotiator'], institution)
  const answers = await Promise.all([audit(), audit({}, other), audit()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 400, 400])
  expect(await owed()).toHaveLength(1)
})

test('an audit goes with what it made owed, while no money moved on it', async () => {
  const { officer, finance, at, audit, back, owed, money } = await house()
  const { id } = (await audit()).body
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await back(id, stranger)).status).toBe(404)
  expect((await back(newId())).status).toBe(404)
  const [{ id: receivable }] = await owed()
  const lines = [{ receivable, fen: '12000' }]
  const drafted = await finance.send('POST', `${at}/invoices`, {
    lines,
    vatRate: '6%',
    buyer: '甲',
  })
  expect(drafted.status, drafted.text).toBe(201)
  expect((await back(id)).body.code).toBe('audit-in-use')
  const voided = await finance.send('POST', `/invoices/${drafted.body.id}/void`, { reason: '录错' })
  expect(voided.status, voided.text).toBe(200)
  expect((await back(id)).status).toBe(201)
  expect((await back(id)).body.code).toBe('audit-taken-back')
  expect(await owed()).toMatchObject([{ state: 'cancelled', openMinor: '0' }])
  expect((await money()).audits).toMatchObject([{ takenBack: '录错' }])
  const { items, chain } = (await officer.get(`${at}/history`)).body
  expect([items.at(-1).action, chain.ok]).toEqual(['contract.auditTakenBack', true])
  // The period may be audited anew.
  expect((await audit({ difference: '5' })).status).toBe(201)
})

test('what was stated too much is kept as such, and owes nothing', async () => {
  const { audit, owed, money } = await house()
  const over = { direction: 'over', dueOn: null }
  expect((await audit({ direction: 'over' })).body.errors[0].pointer).toBe('#/dueOn')
  const above = await audit({ ...over, difference: '50001' })
  expect(above.body.errors[0]).toEqual({
    ...{ pointer: '#/difference', rule: 'audit-above-due' },
    detail: '多付的差额不能超过这一期的应付金额（CNY 500.00）。',
  })
  expect((await audit({ ...over, difference: '50000' })).status).toBe(201)
  expect(await owed()).toEqual([])
  expect((await money()).audits).toMatchObject([{ differenceMinor: '-50000', receivableId: null }])
})

test('a difference says of which period it is, and by when it is paid', async () => {
  const { audit, owed } = await house()
  const refused = [
    [{ term: null, periodFrom: null }, '#/periodFrom'],
    [{ periodFrom: '2025-01-01' }, '#/periodFrom'],
    [{ term: 'x' }, '#/periodFrom'],
    [{ dueOn: null }, '#/dueOn'],
    [{ dueOn: '2026-05-09' }, '#/dueOn'],
    [{ difference: null }, '#/difference'],
    [{ difference: '0' }, '#/difference'],
    [{ outcome: 'agreed' }, '#/difference'],
    [{ onDay: '2026-07-01', dueOn: '2026-08-01' }, '#/onDay'],
  ] as const
  for (const [more, pointer] of refused) {
    const answer = await audit(more)
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.errors[0].pointer).toBe(pointer)
  }
  expect(await owed()).toEqual([])
})

test('statements and audits leave as a sheet', async () => {
  const { institution, officer, finance, id, at, audit } = await house()
  await audit()
  const sheet = async (path: string, by: Person = finance) => (await by.get(path)).text
  const statements = await sheet(`/royalty-statements.csv?contract=${id}&lang=zh`)
  expect(statements).toContain('销售提成')
  expect(statements).toContain('500.00')
  const audits = await sheet('/royalty-audits.csv?lang=en')
  expect(audits).toContain('Difference found')
  expect(audits).toContain('120.00')
  expect((await finance.get(`/royalty-audits.xlsx?contract=${id}`)).status).toBe(200)
  expect(await sheet(`/royalty-audits.csv?contract=${newId()}`)).not.toContain('120.00')
  // Of a royalty by the piece the base is how many were sold.
  const piece = { ...royalty, bands: [{ upTo: null, rate: '1250' }], unit: '盒' }
  const both = [...terms, { key: 'p', kind: 'royalty', label: '按盒提成', royalty: piece }]
  const amended = { effectiveOn: '2024-01-01', terms: both, reason: '补充协议' }
  expect((await officer.send('POST', `${at}/terms`, amended)).status).toBe(201)
  const sold = { term: 'p', periodFrom: '2025-01-01', base: '600', receivedOn: '2026-01-20' }
  expect((await officer.send('POST', `${at}/royalty-statements`, sold)).status).toBe(201)
  expect(await sheet(`/royalty-statements.csv?contract=${id}&lang=zh`)).toContain('600 盒')
  const inventor = await app.person(['inventor'], institution)
  expect((await inventor.get('/royalty-audits.csv')).status).toBe(403)
  const stranger = await app.person(['finance'], await app.institution())
  expect(await sheet('/royalty-audits.csv', stranger)).not.toContain('120.00')
})
