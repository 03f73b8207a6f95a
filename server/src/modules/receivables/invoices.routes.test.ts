import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'

// Invoices as the tax office knows them: numbers, rates, days, and red letters.

let app: TestApp
let today = ''
beforeAll(async () => {
  app = await openTestApp(modules)
  today = app.context.clock.today()
})
afterAll(() => app.close())

async function house(
  signedOn = '2025-06-01',
  dueOn = '2031-03-01',
  beside?: { readonly officer: Person; readonly finance: Person },
) {
  const institution = beside?.officer.caller.institution ?? (await app.institution())
  const officer = beside?.officer ?? (await app.person(['tto_negotiator'], institution))
  const finance = beside?.finance ?? (await app.person(['finance'], institution))
  const { clock, db } = app.context
  const [id = ''] = await asSystem(db, institution, (tx) =>
    enterContracts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankContract, kind: 'transfer', title: '“示例监测仪”许可', mode: 'license' },
          ...{ counterparty: '示例医械有限公司（虚构）', status: 'performing' },
          signedOn,
        },
        ...{ achievements: [], source: '台账' },
      },
    ]),
  )
  const lines = [
    { key: 'a', kind: 'fixed', label: '首付款', minor: '100000', dueOn },
    { key: 'b', kind: 'fixed', label: '尾款', minor: '300000', dueOn: '2032-03-01' },
  ]
  await officer.send('POST', `/contracts/${id}/terms`, { effectiveOn: signedOn, terms: lines })
  const seen = await finance.get(`/contracts/${id}/money`)
  const [a = '', b = ''] = seen.body.receivables.map((one: { id: string }) => one.id)
  return { finance, officer, id, a, b }
}

const money = async (by: Person, id: string) => (await by.get(`/contracts/${id}/money`)).body

async function issued(by: Person, id: string, receivable: string, fen: string, number: string) {
  const draft = { lines: [{ receivable, fen }], vatRate: '6%' }
  const made = await by.send('POST', `/contracts/${id}/invoices`, draft)
  expect(made.status).toBe(201)
  const told = await by.send('POST', `/invoices/${made.body.id}/issue`, { number, issuedOn: today })
  expect(told.status).toBe(200)
  return made.body.id as string
}

const problem = (answer: { body: { errors: unknown[] } }) => answer.body.errors[0]

test('the number of an entry by mistake is free again, that of one that stands is not', async () => {
  const { finance, id, a, b } = await house()
  const first = await issued(finance, id, a, '100000', 'N-1')
  const mistake = { reason: '录错', ground: 'entry' }
  expect((await finance.send('POST', `/invoices/${first}/void`, mistake)).status).toBe(200)
  await issued(finance, id, a, '100000', 'N-1')
  const draft = { lines: [{ receivable: b, fen: '1' }], vatRate: '6%' }
  const other = (await finance.send('POST', `/contracts/${id}/invoices`, draft)).body.id
  const issue = { number: 'N-1', issuedOn: today }
  expect(problem(await finance.send('POST', `/invoices/${other}/issue`, issue))).toMatchObject({
    rule: 'invoice-number-used',
  })
})

test('the number of an invoice that is void is never used again, however its digits are written', async () => {
  const { finance, id, a, b } = await house()
  const first = await issued(finance, id, a, '100000', 'N-5')
  const gone = await finance.send('POST', `/invoices/${first}/void`, { reason: '抬头开错' })
  expect(gone.status).toBe(200)
  const draft = { lines: [{ receivable: a, fen: '100000' }], vatRate: '6%' }
  const other = (await finance.send('POST', `/contracts/${id}/invoices`, draft)).body.id
  for (const number of ['N-5', ' Ｎ-５']) {
    const again = await finance.send('POST', `/invoices/${other}/issue`, {
      ...{ number, issuedOn: today },
    })
    expect(problem(again)).toMatchObject({ pointer: '#/number', rule: 'invoice-number-used' })
  }
  const right = { number: 'N-6', issuedOn: today }
  expect((await finance.send('POST', `/invoices/${other}/issue`, right)).status).toBe(200)
  // Nor is it the number of one in red.
  const back = { ...right, number: 'N-5', reason: '红冲', lines: [] }
  expect(problem(await finance.send('POST', `/invoices/${other}/red`, back))).toMatchObject({
    ...{ pointer: '#/number', rule: 'invoice-number-used' },
  })
  const shown = (await money(finance, id)).invoices.find((one: { id: string }) => one.id === first)
  expect(shown).toMatchObject({ state: 'void', voidGround: 'invoice', voidReason: '抬头开错' })
  const sheet = (await finance.get('/invoices.csv?lang=zh')).text
  expect(sheet).toContain('发票已作废')
  // What is void stands beside the amounts, which add up to what the list says.
  const [head = '', ...lines] = sheet.replace('\uFEFF', '').trim().split('\r\n')
  const sums = ['价税合计（元）', '税额（元）', '已作废的价税合计（元）'].map((name) =>
    lines.reduce((sum, one) => {
      return sum + Math.round(Number(one.split(',')[head.split(',').indexOf(name)] || 0) * 100)
    }, 0),
  )
  const { totals } = (await finance.get('/invoices')).body
  expect(sums.map(String)).toEqual([totals.amountFen, totals.vatFen, '100000'])
  // A draft had no number: nothing is said of it.
  const drafted = { lines: [{ receivable: b, fen: '1' }], vatRate: '6%' }
  const idle = (await finance.send('POST', `/contracts/${id}/invoices`, drafted)).body.id
  await finance.send('POST', `/invoices/${idle}/void`, { reason: '不开了' })
  expect((await finance.get('/invoices?state=void')).body.items).toMatchObject([
    ...[{ voidGround: null }, { voidGround: 'invoice' }],
  ])
})

test('of two who give one number at once in two contracts one is told so', async () => {
  const one = await house()
  const other = await house('2025-06-01', '2031-03-01', one)
  const drafts = await Promise.all(
    [one, other].map(({ id, a }) =>
      one.finance.send('POST', `/contracts/${id}/invoices`, {
        ...{ lines: [{ receivable: a, fen: '100' }], vatRate: '6%' },
      }),
    ),
  )
  const answers = await Promise.all(
    drafts.map(({ body }) =>
      one.finance.send('POST', `/invoices/${body.id}/issue`, { number: 'N-7', issuedOn: today }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
})

test('an invoice is not issued before its contract was signed', async () => {
  const { finance, id, a } = await house()
  const draft = { lines: [{ receivable: a, fen: '100' }], vatRate: '6%' }
  const made = (await finance.send('POST', `/contracts/${id}/invoices`, draft)).body.id
  const issue = { number: 'N-2', issuedOn: '2025-05-31' }
  expect(problem(await finance.send('POST', `/invoices/${made}/issue`, issue))).toMatchObject({
    ...{ pointer: '#/issuedOn', rule: 'issued-before-contract' },
  })
  issue.issuedOn = '2025-06-01'
  expect((await finance.send('POST', `/invoices/${made}/issue`, issue)).status).toBe(200)
})

test('exempt is not a rate of nought; a rate that the day does not know asks for its reason', async () => {
  const { finance, id, a } = await house()
  const draft = (vatRate: string, vatReason: string | null = null) =>
    finance.send('POST', `/contracts/${id}/invoices`, {
      ...{ lines: [{ receivable: a, fen: '100' }], vatRate, vatReason },
    })
  expect(problem(await draft('7%'))).toMatchObject({
    ...{ pointer: '#/vatReason', rule: 'vat-rate-unusual' },
  })
  expect((await draft('7%', '协定税率')).status).toBe(201)
  expect((await draft('exempt')).status).toBe(201)
  expect((await draft('0%')).status).toBe(201)
  expect((await draft('0.06')).status).toBe(201)
  const { invoices, vatRates } = await money(finance, id)
  expect(vatRates).toContain('6%')
  expect(invoices.map((one: Record<string, unknown>) => [one['vatRate'], one['vatFen']])).toEqual(
    expect.arrayContaining([
      ...[
        ['exempt', '0'],
        ['0%', '0'],
        ['0.06', '6'],
      ],
    ]),
  )
  const sheet = (await finance.get('/invoices.csv?lang=zh')).text
  expect(sheet).toContain('免税')
  expect(sheet).toContain('协定税率')
})

test('an invoice of an earlier day bears a rate of that day without a reason, and no other', async () => {
  const { finance, id, a } = await house('2018-01-05')
  const lines = [{ receivable: a, fen: '100' }]
  const draft = await finance.send('POST', `/contracts/${id}/invoices`, { lines, vatRate: '17%' })
  expect(draft.status).toBe(201)
  const issue = (issuedOn: string) =>
    finance.send('POST', `/invoices/${draft.body.id}/issue`, { number: 'N-17', issuedOn })
  expect(problem(await issue('2018-05-01'))).toMatchObject({
    ...{ pointer: '#/vatReason', rule: 'vat-rate-unusual' },
  })
  expect((await issue('2018-04-30')).status).toBe(200)
})

test('an invoice that was issued late bears the rate of the day on which its tax arose', async () => {
  const { finance, officer, id, a, b } = await house('2018-01-05', '2018-03-01')
  const late = async (receivable: string, number: string, more: object = {}) => {
    const lines = [{ receivable, fen: '100' }]
    const told = { lines, vatRate: '17%', ...more }
    const draft = await finance.send('POST', `/contracts/${id}/invoices`, told)
    const issue = { number, issuedOn: '2018-06-01' }
    return finance.send('POST', `/invoices/${draft.body.id}/issue`, issue)
  }
  expect((await late(a, 'L-1')).status).toBe(200)
  // The rate of the day of issue is not that of the tax: it says why.
  const ofIssue = await late(a, 'L-0', { vatRate: '16%' })
  expect(problem(ofIssue)).toMatchObject({ pointer: '#/vatReason', rule: 'vat-rate-unusual' })
  expect(ofIssue.text).toContain('2018-03-01')
  const reasoned = { vatRate: '16%', vatReason: '合同约定分期另行确认（示例）' }
  expect((await late(a, 'L-0', reasoned)).status).toBe(200)
  // The other falls due in years: its tax arises with the invoice, or with money that comes before.
  expect(problem(await late(b, 'L-2'))).toMatchObject({ rule: 'vat-rate-unusual' })
  const { clock, db } = app.context
  const [receipt = ''] = await asSystem(db, officer.caller.institution, (tx) =>
    enterReceipts(tx, clock, officer.caller, [
      {
        fields: {
          ...{ ...blankReceipt, contractId: id, amountFen: '1000', receivedOn: '2018-04-20' },
        },
        source: '台账',
      },
    ]),
  )
  const match = { lines: [{ receivable: b, minor: '1000' }] }
  expect((await finance.send('POST', `/receipts/${receipt}/matches`, match)).status).toBe(201)
  expect((await late(b, 'L-2')).status).toBe(200)
})

test('of days before the first rates nothing is judged, and the page says so', async () => {
  const { finance, id, a } = await house('2015-01-05')
  const lines = [{ receivable: a, fen: '100' }]
  const draft = await finance.send('POST', `/contracts/${id}/invoices`, { lines, vatRate: '5%' })
  const told = { number: 'O-1', issuedOn: '2016-04-30' }
  expect((await finance.send('POST', `/invoices/${draft.body.id}/issue`, told)).status).toBe(200)
  await issued(finance, id, a, '100', 'O-2')
  expect(
    (await money(finance, id)).invoices.map((one: Record<string, unknown>) => [
      ...[one['number'], one['isRateUnknown']],
    ]),
  ).toEqual([
    ['O-1', true],
    ['O-2', false],
  ])
})

test('a red-letter invoice takes another one back, in parts and to the fen', async () => {
  const { finance, id, a } = await house()
  const first = await issued(finance, id, a, '100000', 'N-3')
  const red = (body: object) =>
    finance.send('POST', `/invoices/${first}/red`, { issuedOn: today, reason: '退货', ...body })
  const above = { number: 'R-1', lines: [{ receivable: a, fen: '100001' }] }
  expect(problem(await red(above))).toMatchObject({ rule: 'red-above-left' })
  expect(problem(await red({ number: 'R-1', issuedOn: '2025-07-01' }))).toMatchObject({
    rule: 'red-before',
  })
  expect(problem(await red({ number: 'N-3' }))).toMatchObject({ rule: 'invoice-number-used' })
  expect((await red({ number: 'R-1', lines: [{ receivable: a, fen: '33333' }] })).status).toBe(201)
  expect((await money(finance, id)).receivables[0].invoicedFen).toBe('66667')
  const whole = await finance.send('POST', `/invoices/${first}/void`, { reason: '录错' })
  expect(whole.body.code).toBe('has-red')
  const rest = await red({ number: 'R-2' })
  expect(rest.status).toBe(201)
  expect((await red({ number: 'R-3' })).body.code).toBe('red-nothing-left')
  const again = await finance.send('POST', `/invoices/${rest.body.id}/red`, {
    ...{ number: 'R-4', issuedOn: today, reason: '退货' },
  })
  expect(again.body.code).toBe('red-not-issued')
  const seen = await money(finance, id)
  expect(seen.receivables[0].invoicedFen).toBe('0')
  const sum = (what: 'amountFen' | 'vatFen') =>
    seen.invoices.reduce(
      (all: bigint, one: Record<string, string>) => all + BigInt(one[what] ?? ''),
      0n,
    )
  expect([sum('amountFen'), sum('vatFen')]).toEqual([0n, 0n])
  const listed = (await finance.get('/invoices?state=red')).body
  expect(listed.items).toMatchObject([{ redOfNumber: 'N-3' }, { redOfNumber: 'N-3' }])
  expect((await finance.get('/invoices')).body.totals).toMatchObject({
    amountFen: '0',
    vatFen: '0',
  })
  // What was taken back is invoiced anew; the red letter cannot go away under it.
  await issued(finance, id, a, '100000', 'N-4')
  const gone = await finance.send('POST', `/invoices/${rest.body.id}/void`, { reason: '录错' })
  expect(gone.body.code).toBe('red-invoiced-again')
})

test('what a red-letter invoice took back is a claim of the books no more before it is due', async () => {
  const { finance, id, a } = await house()
  const booked = async () => {
    const row = await asSystem(app.context.db, finance.caller.institution, (tx) =>
      tx.selectFrom('receivable').select('bookedFen').where('id', '=', a).executeTakeFirstOrThrow(),
    )
    return row.bookedFen
  }
  const first = await issued(finance, id, a, '100000', 'N-5')
  expect(await booked()).toBe('100000')
  const red = { number: 'R-5', issuedOn: today, reason: '折让' }
  const made = await finance.send('POST', `/invoices/${first}/red`, red)
  expect(await booked()).toBe('0')
  await finance.send('POST', `/invoices/${made.body.id}/void`, { reason: '录错' })
  expect(await booked()).toBe('100000')
})

test('of an invoice that is taken back fen by fen no tax is left, and none is too much', async () => {
  const { finance, id, a } = await house()
  const first = await issued(finance, id, a, '33', 'N-6')
  const red = (number: string, fen?: string) =>
    finance.send('POST', `/invoices/${first}/red`, {
      ...{ issuedOn: today, reason: '折让', number },
      ...(fen !== undefined && { lines: [{ receivable: a, fen }] }),
    })
  for (const [at, fen] of ['8', '8', '8', '8'].entries()) {
    expect((await red(`R-6-${at}`, fen)).status).toBe(201)
  }
  const rest = await red('R-6-rest')
  expect(rest.status, rest.text).toBe(201)
  const { invoices } = await money(finance, id)
  const taxes = invoices.map(({ vatFen }: { vatFen: string }) => BigInt(vatFen))
  expect(taxes.reduce((sum: bigint, one: bigint) => sum + one, 0n)).toBe(0n)
  expect(taxes.every((one: bigint) => one >= -1n)).toBe(true)
})

test('an invoice that was taken back whole is not called paid, however much arrived', async () => {
  const { finance, id, a } = await house()
  const first = await issued(finance, id, a, '100000', 'N-7')
  const red = { number: 'R-7', issuedOn: today, reason: '退货' }
  await finance.send('POST', `/invoices/${first}/red`, red)
  const seen = (await money(finance, id)).invoices.find((one: { id: string }) => one.id === first)
  expect(seen.state).toBe('takenBack')
  expect((await finance.get(`/invoices?contract=${id}&state=paid`)).body.items).toEqual([])
  const { items } = (await finance.get(`/invoices?contract=${id}&state=takenBack`)).body
  expect(items).toMatchObject([{ id: first, state: 'takenBack' }])
  expect((await finance.get(`/invoices?contract=${id}&state=issued`)).body.items).toEqual([])
})

test('a red letter under what is owed no more is not made void', async () => {
  const { finance, officer, id, a } = await house()
  const first = await issued(finance, id, a, '100000', 'N-8')
  const red = { number: 'R-8', issuedOn: today, reason: '取消首付款' }
  const made = await finance.send('POST', `/invoices/${first}/red`, red)
  const terms = [{ key: 'b', kind: 'fixed', label: '尾款', minor: '300000', dueOn: '2032-03-01' }]
  const change = { effectiveOn: today, reason: '补充协议', terms }
  const amended = await officer.send('POST', `/contracts/${id}/terms`, change)
  expect(amended.status, amended.text).toBe(201)
  const gone = await finance.send('POST', `/invoices/${made.body.id}/void`, { reason: '录错' })
  expect(gone.body.code, gone.text).toBe('red-invoiced-again')
})
