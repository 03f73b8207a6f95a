import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// A contract of several sellers and buyers: its form names all of them, and lacks what it does not know of each.

let house: TestApp
let officer: Person
beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  officer = await house.person(['tto_negotiator', 'tto_reviewer'], await house.institution())
})
afterAll(() => house?.close())

const uscc = '91440101MA5EXAMP1K'
const parties = [
  { role: 'grantor', name: '示例大学（虚构）', uscc: '12440000MB2EXAMP2P', share: '40%' },
  { role: 'grantee', name: '乙药企（虚构）', uscc: null, share: null },
  { role: 'guarantor', name: '担保公司（虚构）', uscc: null, share: null },
]

async function registered() {
  const made = await officer.send('POST', '/contracts', {
    ...{ kind: 'transfer', title: '多方转让（虚构）', mode: 'assignment', signedOn: '2026-01-05' },
    ...{ counterparty: '甲药企（虚构）', counterpartyUscc: uscc, amountFen: '100', parties },
  })
  expect(made.status, made.text).toBe(201)
  const started = await officer.send('POST', `/contracts/${made.body.id}/registrations`)
  return { contract: made.body.id as string, id: started.body.id as string }
}

test('the form begins with every seller and buyer that the contract names, and lacks what is unknown', async () => {
  const { id } = await registered()
  const page = (await officer.get(`/registrations/${id}`)).body
  const blank = { nature: null, region: null }
  expect(page.otherParties).toEqual([
    {
      side: 'seller',
      name: '示例大学（虚构）',
      uscc: '12440000MB2EXAMP2P',
      ...blank,
      country: 'CHN',
    },
    { side: 'buyer', name: '乙药企（虚构）', uscc: null, ...blank, country: null },
  ])
  expect(page.lacking).toContain('otherParties')
})

test('each party is checked at its field, kept, found, and on the paper and the sheet', async () => {
  const { id } = await registered()
  const page = async () => (await officer.get(`/registrations/${id}`)).body
  const before = await page()
  const names = [
    ...['title', 'kind', 'signedOn', 'termFrom', 'termTo', 'sellerName', 'sellerNature'],
    ...['sellerCountry', 'sellerRegion', 'buyerName', 'buyerUscc', 'buyerNature', 'buyerCountry'],
    ...['buyerRegion', 'amountFen', 'technologyFen', 'investmentFen', 'outputFen', 'ip', 'field'],
    ...['plan', 'purpose', 'payment', 'registrar', 'remark'],
  ]
  const form = Object.fromEntries(names.map((name) => [name, before[name]]))
  const natures = (await officer.get('/registrations/lists')).body.lists.nature.codes
  const nature = natures[0].code as string
  const whole = { nature, country: 'CHN', region: '440100' }
  const [seller, buyer] = before.otherParties.map((one: object) => ({ ...one, ...whole }))
  const put = async (otherParties: readonly object[]) =>
    officer.send('PUT', `/registrations/${id}/form`, {
      form: { ...form, otherParties },
      expectedSeq: (await page()).seq,
    })
  for (const [wrong, field] of [
    [{ ...buyer, uscc: '91440101MA5EXAMP10' }, '1/uscc'],
    [{ ...buyer, region: '990000' }, '1/region'],
    [{ ...buyer, country: 'QQQ' }, '1/country'],
    [{ ...buyer, nature: '999' }, '1/nature'],
    [{ ...buyer, name: '甲药企（虚构）' }, '1/name'],
  ] as const) {
    const answer = await put([seller, wrong])
    expect([answer.status, answer.body.errors?.[0]?.pointer], answer.text).toEqual([
      ...[400, `#/form/otherParties/${field}`],
    ])
  }
  expect((await page()).otherParties).toEqual(before.otherParties)
  expect((await put([seller, buyer])).status).toBe(200)
  const after = await page()
  expect(after.otherParties).toEqual([seller, buyer])
  expect(after.lacking).not.toContain('otherParties')
  const lines = (await officer.get(`/registration-form.csv?id=${id}&lang=zh`)).text
  expect(lines).toContain('卖方2名称')
  expect(lines).toContain('乙药企（虚构）')
  expect((await officer.get('/registrations.csv?lang=zh')).text).toContain('买方 乙药企（虚构）')
  const pdf = await officer.get(`/registrations/${id}/form/pdf`)
  expect(pdf.status).toBe(200)
})

test('the code of the counterparty of any contract is entered with its parties, and checks itself', async () => {
  const { contract } = await registered()
  const relate = (more: object) =>
    officer.send('PUT', `/contracts/${contract}/relations`, { reason: '补登', ...more })
  for (const [more, pointer] of [
    [{ counterpartyUscc: '91440101MA5EXAMP10' }, '#/counterpartyUscc'],
    [{ parties: [{ role: 'grantee', name: '乙', uscc: '1' }] }, '#/parties/0/uscc'],
  ] as const) {
    expect((await relate(more)).body.errors[0].pointer).toBe(pointer)
  }
  expect((await relate({ counterpartyUscc: '91310000MA1EXAMP3A' })).status).toBe(200)
  const { counterpartyUscc } = (await officer.get(`/contracts/${contract}`)).body
  expect(counterpartyUscc).toBe('91310000MA1EXAMP3A')
  // One that came wrong from a ledger stays until somebody knows better.
  await house.database.asOwner(`update contract set counterparty_uscc = 'X1' where id = $1`, [
    contract,
  ])
  expect((await relate({ counterpartyUscc: 'X1', patentNumbers: ['示例1'] })).status).toBe(200)
})
