import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { changeProfile } from '../institutions/index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// What goes wrong with a registration and what goes back of its income: mistakes are put right, a revoked
// certificate carries nothing more, and a refund counts at once, linked or not.

let app: TestApp
let today = ''
beforeAll(async () => {
  app = await openTestApp(modules)
  today = app.context.clock.today()
})
afterAll(() => app.close())

async function house(province = 'CN-GD', amountFen: string | null = '600000000') {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const { clock, db } = app.context
  const contract = await asSystem(db, institution, async (tx) => {
    await changeProfile(tx, clock, officer.caller, { kind: 'hospital', province })
    const registered = { registration: 'registered' as const, registrationNo: 'GD-1' }
    const [id = ''] = await enterContracts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer', title: '“示例缝合器”许可', mode: 'license' },
          ...{ amountFen, signedOn: '2026-01-05', registeredOn: '2026-01-20', ...registered },
        },
        ...{ achievements: [], source: '台账' },
      },
    ])
    return id
  })
  const { id } = (await officer.send('POST', `/contracts/${contract}/registrations`)).body
  return { institution, officer, finance, contract, id }
}

type House = Awaited<ReturnType<typeof house>>

const receive = (
  { officer, institution, contract }: House,
  lines: readonly (readonly [amount: string, on: string])[],
) =>
  asSystem(app.context.db, institution, (tx) =>
    enterReceipts(
      tx,
      app.context.clock,
      officer.caller,
      lines.map(([amountFen, receivedOn]) => ({
        ...{ fields: { ...blankReceipt, contractId: contract, amountFen, receivedOn } },
        source: '台账',
      })),
    ),
  )

const read = async (by: Person, id: string) => (await by.get(`/registrations/${id}`)).body
const step = async (by: Person, id: string, body: object) => {
  const { seq } = await read(by, id)
  return by.send('POST', `/registrations/${id}/steps`, { on: today, ...body, expectedSeq: seq })
}
const draw = ({ finance, id }: House, lines: readonly (readonly [string, string])[]) =>
  finance.send('POST', `/registrations/${id}/verifications`, {
    lines: lines.map(([receipt, fen]) => ({ receipt, fen })),
  })

test('a refund of the only receipt is taken off at once, and linked with what is verified next', async () => {
  const at = await house()
  const [one = ''] = await receive(at, [['50000000', '2026-02-01']])
  const [back = ''] = await receive(at, [['-20000000', '2026-03-01']])
  const before = await read(at.finance, at.id)
  expect([before.unverified[0].fen, before.mostFen]).toEqual(['30000000', '30000000'])
  expect(before.refundsWaiting).toMatchObject([{ refund: back, fen: '20000000', only: one }])
  const above = await draw(at, [[one, '30000001']])
  expect(above.body.errors[0]).toMatchObject({ pointer: '#/lines/0/fen' })
  expect((await at.finance.get(`/receipts/${one}/matching`)).body.refunds).toEqual([])
  expect((await draw(at, [[one, '30000000']])).status).toBe(201)
  expect((await read(at.finance, at.id)).refundsWaiting).toEqual([])
  const { refunds } = (await at.finance.get(`/receipts/${one}/matching`)).body
  expect(refunds).toMatchObject([{ id: back, basis: 'only', reason: null }])
})

test('a refund that may be of several counts against the contract until somebody says of which', async () => {
  const at = await house()
  const [one = '', other = ''] = await receive(at, [
    ['50000000', '2026-02-01'],
    ['40000000', '2026-02-02'],
  ])
  const [back = ''] = await receive(at, [['-30000000', '2026-03-01']])
  const all = [
    [one, '50000000'],
    [other, '40000000'],
  ] as const
  const refused = await draw(at, all)
  expect(refused.body.errors[0]).toMatchObject({
    ...{ pointer: '#/lines', rule: 'verified-above-refunds' },
  })
  // The database says so too, whoever writes.
  expect((await draw(at, [[one, '50000000']])).status).toBe(201)
  const { verifications } = await read(at.finance, at.id)
  const forged = asSystem(app.context.db, at.institution, (tx) =>
    tx
      .insertInto('incomeVerificationLine')
      .values({
        ...{ institutionId: at.institution, verificationId: verifications[0].id },
        ...{ receiptId: other, fen: '10000001' },
      })
      .execute(),
  )
  await expect(forged).rejects.toThrow('more income verified than refunds leave')
  expect((await read(at.finance, at.id)).mostFen).toBe('10000000')

  // Linked with the one that is verified already, the other one is free, and that list says so.
  const reason = '付款单位来函'
  const link = { refund: back, reason }
  expect((await at.finance.send('POST', `/receipts/${one}/refunds`, link)).status).toBe(201)
  const linked = await read(at.finance, at.id)
  expect([linked.mostFen, linked.verifications[0].lines[0].isAboveLeft]).toEqual(['40000000', true])
  const { refunds } = (await at.finance.get(`/receipts/${one}/matching`)).body
  expect(refunds).toMatchObject([{ id: back, basis: 'chosen', reason }])

  const path = `/receipts/${one}/refunds/${back}/take-back`
  expect((await at.finance.send('POST', path, { reason: '关联有误' })).status).toBe(201)
  expect((await at.finance.send('POST', path, { reason: '再次' })).status).toBe(404)
  expect((await read(at.finance, at.id)).mostFen).toBe('10000000')
  expect((await at.finance.send('POST', `/receipts/${other}/refunds`, link)).status).toBe(201)
  expect((await draw(at, [[other, '10000001']])).status).toBe(400)
  expect((await draw(at, [[other, '10000000']])).status).toBe(201)
  const history = (await at.finance.get(`/contracts/${at.contract}/history`)).body.items
  const told = history.filter(({ action }: { action: string }) => action.includes('refund'))
  expect(told).toHaveLength(3)
})

test('a contract whose amount nobody knows is not taken for a small one', async () => {
  const at = await house('CN-JS', null)
  const [one = ''] = await receive(at, [['100', '2026-02-01']])
  expect((await draw(at, [[one, '100']])).status).toBe(201)
  expect((await read(at.finance, at.id)).verifications[0].state).toBe('to_approve')
  const elsewhere = await house('CN-GD', null)
  const [other = ''] = await receive(elsewhere, [['100', '2026-02-01']])
  await draw(elsewhere, [[other, '100']])
  expect((await read(elsewhere.finance, elsewhere.id)).verifications[0].state).toBe('drawn')
})

test('once it is revoked nothing is approved or verified any more', async () => {
  const at = await house()
  const [one = ''] = await receive(at, [['100', '2026-02-01']])
  await draw(at, [[one, '100']])
  const list = (await read(at.finance, at.id)).verifications[0]
  const mistaken = await step(at.officer, at.id, { step: 'corrected', words: '误登' })
  expect(mistaken.body.code).toBe('income-drawn')
  await step(at.officer, at.id, { step: 'revoked', words: '登记机构撤销' })
  const base = `/registrations/${at.id}/verifications/${list.id}`
  const late = await at.finance.send('POST', `${base}/verify`, { on: today })
  expect([late.status, late.body.code]).toEqual([409, 'contract-not-registered'])
  expect((await read(at.finance, at.id)).verifiedFen).toBe('0')
  expect((await at.finance.send('POST', `${base}/void`, { reason: '已撤销' })).status).toBe(200)
})

test('a registration that is cancelled leaves its contract cancelled, and no relief', async () => {
  const at = await house()
  const [one = ''] = await receive(at, [['100', '2026-02-01']])
  await draw(at, [[one, '100']])
  await step(at.officer, at.id, { step: 'terminated', words: '合同终止' })
  const contract = (await at.officer.get(`/contracts/${at.contract}`)).body
  expect([contract.registration, contract.registrationNo]).toEqual(['cancelled', 'GD-1'])
  expect((await at.finance.get(`/contracts/${at.contract}/tax`)).body.registeredOn).toBeNull()
  // What the registrar verified up to that day was verified.
  const list = (await read(at.finance, at.id)).verifications[0]
  const base = `/registrations/${at.id}/verifications/${list.id}`
  expect((await at.finance.send('POST', `${base}/verify`, { on: today })).status).toBe(200)
})

test('an outcome that was recorded by mistake is put right, with its days', async () => {
  const at = await house()
  expect((await step(at.officer, at.id, { step: 'corrected' })).body.errors[0].pointer).toBe(
    '#/words',
  )
  const words = '台账误记'
  expect((await step(at.officer, at.id, { step: 'corrected', words })).status).toBe(201)
  const open = await read(at.officer, at.id)
  expect([open.state, open.number, open.decidedOn]).toEqual(['in_review', null, null])
  const contract = async () => (await at.officer.get(`/contracts/${at.contract}`)).body.registration
  expect(await contract()).toBe('unregistered')
  // The mistaken day holds no place: what was truly so may have been before it.
  const wrong = { step: 'not_technology', on: '2026-01-10', words: '登记为非技术合同' }
  expect((await step(at.officer, at.id, wrong)).status).toBe(201)
  expect(await contract()).toBe('not_technology')
  await step(at.officer, at.id, { step: 'corrected', on: '2026-01-12', words })
  const right = { step: 'registered', on: '2026-01-08', number: 'GD-2' }
  expect((await step(at.officer, at.id, right)).status).toBe(201)
  expect(await contract()).toBe('registered')
})

test('what befell registrations leaves as a sheet', async () => {
  const at = await house()
  await step(at.officer, at.id, { step: 'corrected', words: '台账误记（演示）' })
  const sheet = async (cookie: string) =>
    (await app.app.inject({ url: '/api/v1/registration-events.csv', headers: { cookie } })).body
  const lines = (await sheet(at.finance.cookie)).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]).toContain('更正误登,台账误记（演示）')
  const stranger = await app.person(['finance'], await app.institution())
  expect((await sheet(stranger.cookie)).trim().split('\r\n')).toHaveLength(1)
})

test('what was found to be no technology contract is asked for again', async () => {
  const at = await house()
  await step(at.officer, at.id, { step: 'corrected', words: '台账误记' })
  await step(at.officer, at.id, { step: 'not_technology', words: '条款不明' })
  const again = await at.officer.send('POST', `/contracts/${at.contract}/registrations`)
  expect(again.status).toBe(201)
  expect(await read(at.officer, again.body.id)).toMatchObject({ attempt: 2, state: 'draft' })
})

test('an outcome that another attempt followed stays as it was', async () => {
  const at = await house()
  await step(at.officer, at.id, { step: 'corrected', words: '台账误记' })
  await step(at.officer, at.id, { step: 'refused', words: '条款不明' })
  const again = await at.officer.send('POST', `/contracts/${at.contract}/registrations`)
  expect((await read(at.officer, at.id)).nextSteps).toEqual([])
  const late = await step(at.officer, at.id, { step: 'corrected', words: '误登' })
  expect([late.status, late.body.code]).toEqual([409, 'attempt-followed'])
  expect((await read(at.officer, again.body.id)).state).toBe('draft')
})

test('a refund whose link somebody took back is linked by nobody but a person', async () => {
  const at = await house()
  const [one = ''] = await receive(at, [['50000000', '2026-02-01']])
  const [back = ''] = await receive(at, [['-20000000', '2026-03-01']])
  const first = await draw(at, [[one, '30000000']])
  const path = `/receipts/${one}/refunds/${back}/take-back`
  expect((await at.finance.send('POST', path, { reason: '退的是另一笔' })).status).toBe(201)
  const waits = await read(at.finance, at.id)
  expect(waits.refundsWaiting).toMatchObject([{ refund: back, only: null }])
  expect(waits.mostFen).toBe('0')
  const base = `/registrations/${at.id}/verifications/${first.body.id}`
  expect((await at.finance.send('POST', `${base}/void`, { reason: '重填' })).status).toBe(200)
  expect((await draw(at, [[one, '30000000']])).status).toBe(201)
  expect((await at.finance.get(`/receipts/${one}/matching`)).body.refunds).toEqual([])
})

test('an amendment, an end and a revocation by mistake are taken back one by one', async () => {
  const at = await house()
  const [one = ''] = await receive(at, [['100', '2026-02-01']])
  await draw(at, [[one, '100']])
  const words = '误记（演示）'
  const correct = () => step(at.officer, at.id, { step: 'corrected', words })
  const standing = async () => {
    const { state, number, reason, certificate } = await read(at.officer, at.id)
    const { registration, registrationNo } = (await at.officer.get(`/contracts/${at.contract}`))
      .body
    const { registeredOn } = (await at.finance.get(`/contracts/${at.contract}/tax`)).body
    return [state, number, reason, certificate.length, registration, registrationNo, registeredOn]
  }
  const registered = ['GD-1', null, 0, 'registered', 'GD-1', '2026-01-20']
  expect(await standing()).toEqual(['registered', ...registered])

  await step(at.officer, at.id, { step: 'changed', words: '甲方更名' })
  for (const gone of ['terminated', 'revoked']) {
    await step(at.officer, at.id, { step: gone, words: '误' })
    expect((await standing()).at(-1)).toBeNull()
    expect((await correct()).status).toBe(201)
    expect(await standing()).toEqual(['changed', 'GD-1', '甲方更名', ...registered.slice(2)])
  }
  expect((await correct()).status).toBe(201)
  expect(await standing()).toEqual(['registered', ...registered])
  // The list that was drawn up on it can be verified, today as before; the outcome itself stays while it stands.
  expect((await correct()).body.code).toBe('income-drawn')
  const list = (await read(at.finance, at.id)).verifications[0]
  const base = `/registrations/${at.id}/verifications/${list.id}`
  expect((await at.finance.send('POST', `${base}/verify`, { on: today })).status).toBe(200)
})
