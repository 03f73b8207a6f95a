import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { changeProfile } from '../institutions/index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// A contract without a case on its way through the registrar: form, refusal, new attempt, certificate,
// and the income that is verified of it.

let app: TestApp
let today = ''
beforeAll(async () => {
  app = await openTestApp(modules)
  today = app.context.clock.today()
})
afterAll(() => app.close())

async function house(province = 'CN-GD', amountFen = '600000000', more: object = {}) {
  const institution = await app.institution()
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const { clock, db } = app.context
  await asSystem(db, institution, (tx) =>
    changeProfile(tx, clock, officer.caller, { kind: 'hospital', province }),
  )
  const [contract = ''] = await asSystem(db, institution, (tx) =>
    enterContracts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer', title: '“示例缝合器”许可', mode: 'license' },
          ...{ counterparty: '示例医械有限公司（虚构）', amountFen, signedOn: '2026-01-05' },
          ...more,
        },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  return { institution, officer, finance, contract }
}

async function receive(by: Person, contractId: string, amounts: readonly string[]) {
  const { clock, db } = app.context
  return asSystem(db, by.caller.institution, (tx) =>
    enterReceipts(
      tx,
      clock,
      by.caller,
      amounts.map((amountFen, at) => ({
        fields: { ...blankReceipt, contractId, amountFen, receivedOn: `2026-01-1${at}` },
        source: '台账',
      })),
    ),
  )
}

const read = async (by: Person, id: string) => (await by.get(`/registrations/${id}`)).body
const formFields = ['title', 'kind', 'signedOn', 'termFrom', 'termTo', 'sellerName'] as const
const others = ['sellerNature', 'sellerCountry', 'sellerRegion', 'buyerName', 'buyerUscc'] as const
const rest = ['buyerNature', 'buyerCountry', 'buyerRegion', 'amountFen', 'technologyFen'] as const
const last = ['investmentFen', 'outputFen', 'ip', 'field', 'plan', 'purpose', 'payment'] as const
const formOf = (one: Record<string, unknown>) =>
  Object.fromEntries(
    [...formFields, ...others, ...rest, ...last, 'registrar', 'remark'].map((name) => [
      name,
      one[name],
    ]),
  )
const filled = {
  ...{ sellerRegion: '440100', buyerNature: '100', buyerCountry: 'CHN', buyerRegion: '440300' },
  ...{ technologyFen: '500000000', investmentFen: '100000000', outputFen: '900000000' },
  ...{ ip: 'invention', plan: 'none', payment: 'instalments', registrar: '示例登记站' },
}

const step = async (by: Person, id: string, body: object) => {
  const { seq } = await read(by, id)
  return by.send('POST', `/registrations/${id}/steps`, { on: today, ...body, expectedSeq: seq })
}

async function started(by: Person, contract: string, more: object = {}) {
  const id = (await by.send('POST', `/contracts/${contract}/registrations`)).body.id
  const one = await read(by, id)
  const form = { ...formOf(one), ...filled, ...more }
  const body = { form, expectedSeq: one.seq }
  expect((await by.send('PUT', `/registrations/${id}/form`, body)).status).toBe(200)
  return id
}

async function registered(by: Person, contract: string) {
  const id = await started(by, contract)
  for (const one of ['submitted', 'text_received', 'review_begun'])
    await step(by, id, { step: one })
  const outcome = { step: 'registered', number: '2026440100000123', recognisedFen: '480000000' }
  expect((await step(by, id, outcome)).status).toBe(201)
  return id
}

test('a form knows what the contract knows, and is handed in once it is whole', async () => {
  const { officer, contract } = await house()
  const id = (await officer.send('POST', `/contracts/${contract}/registrations`)).body.id
  const one = await read(officer, id)
  expect([one.state, one.kind, one.sellerNature]).toEqual(['draft', 'licence', '0231'])
  expect([one.buyerName, one.amountFen]).toEqual(['示例医械有限公司（虚构）', '600000000'])
  const early = await step(officer, id, { step: 'submitted' })
  expect([early.status, early.body.errors.map((e: { pointer: string }) => e.pointer)]).toEqual([
    400,
    one.lacking.map((field: string) => `#/form/${field}`),
  ])
  expect(one.lacking).toContain('investmentFen')
  const put = (form: object) =>
    officer.send('PUT', `/registrations/${id}/form`, { form, expectedSeq: one.seq })
  const above = await put({ ...formOf(one), ...filled, technologyFen: '600000001' })
  expect(above.body.errors[0]).toMatchObject({
    ...{ pointer: '#/form/technologyFen', rule: 'technology-above-amount' },
  })
  expect((await put({ ...formOf(one), ip: 'magic' })).body.errors[0].pointer).toBe('#/form/ip')
  expect(await read(officer, id)).toEqual(one)
  expect((await put({ ...formOf(one), ...filled })).status).toBe(200)
  expect((await step(officer, id, { step: 'submitted' })).status).toBe(201)
  const late = await officer.send('PUT', `/registrations/${id}/form`, {
    ...{ form: { ...formOf(one), ...filled }, expectedSeq: 3 },
  })
  expect(late.body.code).toBe('form-handed-in')
  const twice = await officer.send('POST', `/contracts/${contract}/registrations`)
  expect(twice.body.code).toBe('attempt-open')
})

test('nothing is handed in before the contract was signed', async () => {
  const { officer, contract } = await house()
  const id = await started(officer, contract)
  const early = await step(officer, id, { step: 'submitted', on: '2026-01-04' })
  expect(early.body.errors[0]).toMatchObject({ pointer: '#/on', rule: 'step-before-signing' })
  expect(early.body.errors[0].detail).toContain('2026-01-05')
  expect((await step(officer, id, { step: 'submitted', on: '2026-01-05' })).status).toBe(201)
})

test('a refusal says why and leads to another attempt with the same form', async () => {
  const { officer, contract } = await house()
  const id = await started(officer, contract)
  await step(officer, id, { step: 'submitted' })
  const silent = await step(officer, id, { step: 'refused' })
  expect(silent.body.errors[0].pointer).toBe('#/words')
  const early = await step(officer, id, { step: 'changed', words: '变更' })
  expect(early.body.code).toBe('step-out-of-order')
  const refusal = { step: 'refused', words: '合同未写明技术内容' }
  expect((await step(officer, id, refusal)).status).toBe(201)
  const before = (await officer.get(`/contracts/${contract}`)).body
  expect([before.registration, before.registrationNo]).toEqual(['refused', null])
  const again = (await officer.send('POST', `/contracts/${contract}/registrations`)).body.id
  const second = await read(officer, again)
  expect([second.attempt, second.state, second.plan]).toEqual([2, 'draft', 'none'])
  expect((await read(officer, id)).reason).toBe('合同未写明技术内容')
  await step(officer, again, { step: 'submitted' })
  const bare = await step(officer, again, { step: 'registered' })
  expect(bare.body.errors[0].pointer).toBe('#/number')
  expect((await step(officer, again, { step: 'registered', number: '14位旧号-1' })).status).toBe(
    201,
  )
  const after = (await officer.get(`/contracts/${contract}`)).body
  expect([after.registration, after.registrationNo, after.registeredOn]).toEqual([
    ...['registered', '14位旧号-1', today],
  ])
  const list = (await officer.get(`/registrations?contract=${contract}`)).body
  expect(list.totals).toMatchObject({ count: 2, recognisedFen: '0' })
})

test.each([['2019-05'], [null]])(
  'a registration of before is taken over with the day that its ledger has: %s',
  async (registeredOn) => {
    const said = { registration: 'registered', registrationNo: 'GD-1', registeredOn }
    const { officer, contract } = await house('CN-GD', '600000000', said)
    const { id } = (await officer.send('POST', `/contracts/${contract}/registrations`)).body
    const one = await read(officer, id)
    expect([one.state, one.number, one.decidedOn]).toEqual(['registered', 'GD-1', registeredOn])
  },
)

test('a contract whose registration was revoked bears neither its number nor its day', async () => {
  const { officer, contract } = await house()
  const id = await registered(officer, contract)
  expect((await step(officer, id, { step: 'revoked', words: '登记机构撤销' })).status).toBe(201)
  const after = (await officer.get(`/contracts/${contract}`)).body
  expect([after.registration, after.registrationNo, after.registeredOn]).toEqual([
    ...['unregistered', null, null],
  ])
  expect((await read(officer, id)).number).toBe('2026440100000123')
})

test('income is verified receipt by receipt: never more than came, never a receipt twice', async () => {
  const { officer, finance, contract, institution } = await house()
  const id = await registered(officer, contract)
  const [one, other] = await receive(officer, contract, ['30000000', '20000000'])
  const draw = (lines: object[], rewards: object[] = []) =>
    finance.send('POST', `/registrations/${id}/verifications`, { lines, rewards })
  const above = await draw([{ receipt: one, fen: '30000001' }])
  expect(above.body.errors[0]).toMatchObject({
    ...{ pointer: '#/lines/0/fen', rule: 'verified-above-received' },
  })
  const rich = await draw([{ receipt: one, fen: '100' }], [{ name: '甲', fen: '101' }])
  expect(rich.body.errors[0].pointer).toBe('#/rewards')
  const twice = await draw([
    { receipt: one, fen: '1' },
    { receipt: one, fen: '1' },
  ])
  expect(twice.body.errors[0].pointer).toBe('#/lines/1')
  expect((await read(officer, id)).verifications).toEqual([])

  // Two at once: the database lets one of them count the receipt.
  const lines = [{ receipt: one, fen: '30000000' }]
  const both = await Promise.all([draw(lines, [{ name: '甲', fen: '21000000' }]), draw(lines)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  const first = (await read(finance, id)).verifications[0]
  expect([first.state, first.amountFen]).toEqual(['drawn', '30000000'])
  const base = `/registrations/${id}/verifications/${first.id}`
  expect((await finance.send('POST', `${base}/verify`, { on: '2099-01-01' })).status).toBe(400)
  expect((await finance.send('POST', `${base}/verify`, { on: today, number: 'H-1' })).status).toBe(
    200,
  )
  expect((await read(finance, id)).verifiedFen).toBe('30000000')

  // What is void counts no more, and frees its receipts.
  const reason = { reason: '登记机构退回' }
  expect((await finance.send('POST', `${base}/void`, reason)).status).toBe(200)
  expect((await finance.send('POST', `${base}/void`, reason)).body.code).toBe('verification-done')
  expect((await draw([...lines, { receipt: other, fen: '1' }])).status).toBe(201)
  const whole = await read(finance, id)
  expect([whole.verifiedFen, whole.unverified]).toEqual(['0', []])

  const forged = asSystem(app.context.db, institution, (tx) =>
    tx
      .insertInto('incomeVerificationLine')
      .values({
        ...{ institutionId: institution, verificationId: whole.verifications[1].id },
        ...{ receiptId: other ?? '', fen: '20000001' },
      })
      .execute(),
  )
  await expect(forged).rejects.toThrow('more income verified than was received')
})

test('where the place asks for it, a second person approves; never whoever drew it up', async () => {
  const { officer, finance, contract, institution } = await house('CN-JS')
  const id = await registered(officer, contract)
  const [one] = await receive(officer, contract, ['30000000'])
  const lines = [{ receipt: one, fen: '30000000' }]
  await finance.send('POST', `/registrations/${id}/verifications`, { lines })
  const list = (await read(finance, id)).verifications[0]
  expect([list.state, list.isMine]).toEqual(['to_approve', true])
  const base = `/registrations/${id}/verifications/${list.id}`
  expect((await finance.send('POST', `${base}/verify`, { on: today })).body.code).toBe(
    'approval-missing',
  )
  expect((await finance.send('POST', `${base}/approve`)).body.code).toBe('approved-by-drawer')
  const leader = await app.person(['leaders'], institution)
  expect((await leader.send('POST', `${base}/approve`)).status).toBe(200)
  expect((await finance.send('POST', `${base}/verify`, { on: today })).status).toBe(200)

  const small = await house('CN-JS', '499999999')
  const other = await started(small.officer, small.contract, { technologyFen: '499999999' })
  for (const body of [{ step: 'submitted' }, { step: 'registered', number: 'JS-2' }]) {
    await step(small.officer, other, body)
  }
  const [few] = await receive(small.officer, small.contract, ['30000000'])
  const little = { lines: [{ receipt: few, fen: '30000000' }] }
  await small.finance.send('POST', `/registrations/${other}/verifications`, little)
  expect((await read(small.finance, other)).verifications[0].state).toBe('drawn')
})

test('form and slip are printed, and the form leaves as a sheet', async () => {
  const { officer, finance, contract } = await house()
  const id = await registered(officer, contract)
  const [one] = await receive(officer, contract, ['30000000'])
  const lines = [{ receipt: one, fen: '30000000' }]
  const rewards = [{ name: '甲某', fen: '1000000' }]
  const made = await finance.send('POST', `/registrations/${id}/verifications`, { lines, rewards })
  const get = (path: string) =>
    app.app.inject({ url: `/api/v1${path}`, headers: { cookie: officer.cookie } })
  const form = await get(`/registrations/${id}/form/pdf`)
  expect([form.statusCode, form.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  const slip = await get(`/registrations/${id}/slips/${made.body.id}/docx`)
  expect([slip.statusCode, slip.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  const sheet = await get(`/registration-form.csv?id=${id}`)
  expect(sheet.body).toContain('2026440100000123')
  expect((await get(`/registrations/${id}/slips/${id}/pdf`)).statusCode).toBe(404)
  const stranger = await app.person(['finance'], await app.institution())
  const foreign = await app.app.inject({
    ...{ url: `/api/v1/registrations/${id}/form/pdf`, headers: { cookie: stranger.cookie } },
  })
  expect(foreign.statusCode).toBe(404)
})

test('a certificate is of one contract, and recognises no more than was agreed', async () => {
  const { officer, contract, institution } = await house()
  await registered(officer, contract)
  const { clock, db } = app.context
  const [other = ''] = await asSystem(db, institution, (tx) =>
    enterContracts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer', title: '另一份许可', mode: 'license' },
          ...{ counterparty: '示例医械有限公司（虚构）', amountFen: '600000000' },
        },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  const id = await started(officer, other, { signedOn: '2026-01-05' })
  await step(officer, id, { step: 'submitted' })
  const refused = async (more: object) =>
    (await step(officer, id, { step: 'registered', ...more })).body.errors
  expect(await refused({ number: ' 2026440100000123' })).toMatchObject([
    { pointer: '#/number', rule: 'certificate-of-another' },
  ])
  const own = { number: '2026440100000124' }
  expect(await refused({ ...own, recognisedFen: '600000001' })).toMatchObject([
    { pointer: '#/recognisedFen', rule: 'recognised-above-amount' },
  ])
  const whole = { step: 'registered', ...own, recognisedFen: '600000000' }
  expect((await step(officer, id, whole)).status).toBe(201)
})

test('a form takes no country, region, credit code or day that cannot be', async () => {
  const { officer, contract } = await house()
  const id = (await officer.send('POST', `/contracts/${contract}/registrations`)).body.id
  const one = await read(officer, id)
  const wrong = async (more: object) => {
    const body = { form: { ...formOf(one), ...filled, ...more }, expectedSeq: one.seq }
    return (await officer.send('PUT', `/registrations/${id}/form`, body)).body.errors?.[0]
  }
  const at = (field: string, rule: string) => ({ pointer: `#/form/${field}`, rule })
  expect(await wrong({ buyerCountry: 'ZZZ' })).toMatchObject(at('buyerCountry', 'unknown-country'))
  expect(await wrong({ buyerRegion: '999999' })).toMatchObject(at('buyerRegion', 'unknown-region'))
  const code = '91440101MA5CXXXX0A'
  expect(await wrong({ buyerUscc: code })).toMatchObject(at('buyerUscc', 'credit-code-wrong'))
  const later = { signedOn: '2099-01-01' }
  expect(await wrong(later)).toMatchObject(at('signedOn', 'signed-in-future'))
  expect(await wrong({ buyerNature: '150' })).toBeUndefined()
})

test('what a registration came to is put back by its steps, not by restoring the contract', async () => {
  const { officer, contract } = await house()
  await registered(officer, contract)
  const path = `/edits/contract/${contract}/restoration`
  const foreseen = (await officer.get(`${path}?to=1`)).body
  expect(foreseen.kept).toEqual(
    expect.arrayContaining([
      { field: 'registration', why: 'not-by-hand' },
      { field: 'registrationNo', why: 'not-by-hand' },
    ]),
  )
  const back = { expectedSeq: foreseen.seq, reason: '恢复', to: 1 }
  await officer.send('POST', path, back)
  expect((await officer.get(`/contracts/${contract}`)).body).toMatchObject({
    registration: 'registered',
    registrationNo: '2026440100000123',
  })
})
