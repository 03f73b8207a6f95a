import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { lockKnownChain } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, type ContractFields, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import {
  blankReceipt,
  correctReceipt,
  enterReceipts,
  type ReceiptFields,
  receiptRegister,
} from '../proceeds/index.ts'
import { differencesOf } from '../reconciliation/index.ts'

// What a receipt paid says on which account its income stands, and an invoice in a foreign currency is paid once
// what it asks for in that currency has arrived, whatever the rate of its day was.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-12T09:00:00+08:00' })
})
afterAll(() => app?.close())

async function house() {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const { clock, db } = app.context
  const contract = (given: Partial<ContractFields>) =>
    asSystem(db, institution, async (tx) => {
      const fields = { ...blankContract, kind: 'transfer' as const, title: '示例合同', ...given }
      const [id = ''] = await enterContracts(tx, clock, finance.caller, [
        { fields, achievements: [], source: '台账' },
      ])
      return id
    })
  const receive = (given: Partial<ReceiptFields>) =>
    asSystem(db, institution, async (tx) => {
      const fields = { ...blankReceipt, receivedOn: '2026-05-06', ...given }
      const [id = ''] = await enterReceipts(tx, clock, finance.caller, [{ fields, source: '台账' }])
      return id
    })
  const owe = async (id: string, minor: string, more: object = {}) => {
    const term = { key: 'a', kind: 'fixed', label: '首期', minor, dueOn: '2026-04-30' }
    const terms = { terms: [term], effectiveOn: '2026-01-01', ...more }
    expect((await finance.send('POST', `/contracts/${id}/terms`, terms)).status).toBe(201)
    return (await finance.get(`/contracts/${id}/money`)).body.receivables[0].id as string
  }
  const match = (receipt: string, lines: readonly (readonly [string, string])[]) =>
    finance.send('POST', `/receipts/${receipt}/matches`, {
      lines: lines.map(([receivable, minor]) => ({ receivable, minor })),
    })
  return { institution, finance, contract, receive, owe, match }
}
type House = Awaited<ReturnType<typeof house>>

async function incomeOf({ institution }: House) {
  const rows = await app.database.asOwner(
    `select account, sum(case side when 'credit' then amount_fen else -amount_fen end)::text as net
     from journal_line where institution_id = $1 and account in ('4101', '4609.01', '1212')
     group by account order by account`,
    [institution],
  )
  return Object.fromEntries(rows.map(({ account, net }) => [account, net]))
}
const expectSound = async ({ institution }: House) =>
  expect(
    await asSystem(
      app.context.db,
      institution,
      async (tx) => (await differencesOf(tx, institution)).items,
    ),
  ).toEqual([])

test('a receipt of no contract that pays for commissioned work is income of commissioned work', async () => {
  const at = await house()
  const counterparty = '示例药企（虚构）'
  const service = await at.contract({ kind: 'service', counterparty })
  const owed = await at.owe(service, '500')
  const receipt = await at.receive({ payer: counterparty, amountFen: '800' })
  expect(await incomeOf(at)).toEqual({ '1212': '-500', '4101': '500', '4609.01': '800' })
  expect((await at.match(receipt, [[owed, '500']])).status).toBe(201)
  expect(await incomeOf(at)).toEqual({ '1212': '0', '4101': '800', '4609.01': '0' })
  expect((await at.finance.get(`/receipts/${receipt}`)).body.contractId).toBe(service)
  await expectSound(at)

  // What pays several contracts stands on one account: none of them is commissioned work.
  const [one, other] = [await at.contract({ counterparty }), await at.contract({ counterparty })]
  const [first, second] = [await at.owe(one, '30'), await at.owe(other, '40')]
  const more = await at.owe(await at.contract({ kind: 'consulting', counterparty }), '5')
  const several = await at.receive({ payer: counterparty, amountFen: '100' })
  const mixed = await at.match(several, [
    [first, '30'],
    [more, '5'],
  ])
  expect([mixed.status, mixed.body.errors[0].detail]).toEqual([
    400,
    expect.stringContaining('三技'),
  ])
  const both = await at.match(several, [
    [first, '30'],
    [second, '40'],
  ])
  expect(both.status).toBe(201)
  expect((await at.finance.get(`/receipts/${several}`)).body.contractId).toBeNull()
  await expectSound(at)
})

test('a foreign invoice is paid once what it asks for in its currency arrived', async () => {
  const at = await house()
  const id = await at.contract({})
  const owed = await at.owe(id, '100000', { currency: 'USD', planRate: '7' })
  const draft = (fen: string, minor?: string) => {
    const lines = [{ receivable: owed, fen, ...(minor !== undefined && { minor }) }]
    return at.finance.send('POST', `/contracts/${id}/invoices`, { lines, vatRate: '6%' })
  }
  const issue = async (invoice: string, number: string) =>
    at.finance.send('POST', `/invoices/${invoice}/issue`, { number, issuedOn: '2026-05-10' })
  const states = async () =>
    (await at.finance.get(`/contracts/${id}/money`)).body.invoices.map(
      ({ number, state }: Record<string, string>) => [number, state],
    )
  // Two fifths at a rate above that of the terms, and the rest at one below it.
  const first = await draft('288000', '40000')
  expect(first.status).toBe(201)
  expect((await draft('1', '60001')).body.errors[0]).toMatchObject({
    ...{ pointer: '#/lines/0/minor', rule: 'invoiced-above-foreign' },
  })
  const second = await draft('408000')
  expect((await draft('1')).status).toBe(400)
  await issue(first.body.id, '1')
  await issue(second.body.id, '2')

  const pay = async (minor: string, amountFen: string) => {
    const receipt = await at.receive({ contractId: id, amountFen })
    const noted = { currency: 'USD', minor, rate: null, rateSource: '示例' }
    await at.finance.send('PUT', `/receipts/${receipt}/currency`, noted)
    expect((await at.match(receipt, [[owed, minor]])).status).toBe(201)
  }
  await pay('39999', '287000')
  expect(await states()).toEqual([
    ['1', 'issued'],
    ['2', 'issued'],
  ])
  await pay('1', '7')
  expect(await states()).toEqual([
    ['1', 'paid'],
    ['2', 'issued'],
  ])
  await pay('60000', '408000')
  expect(await states()).toEqual([
    ['1', 'paid'],
    ['2', 'paid'],
  ])
  await expectSound(at)
})

/** Until somebody waits for a lock: what they hold already is held by then. */
async function somebodyWaits() {
  for (;;) {
    const [row] = await app.database.asOwner(
      'select count(*)::int as waiting from pg_locks where not granted',
    )
    if (Number(row?.['waiting']) > 0) return
  }
}

test('whoever corrects a receipt holds its row before its history, as whoever links it does', async () => {
  const at = await house()
  const receipt = await at.receive({ amountFen: '100' })
  const { db } = app.context
  let correcting: Promise<unknown> = Promise.resolve()
  await asSystem(db, at.institution, async (tx) => {
    await tx
      .selectFrom('receipt')
      .select('id')
      .where('institutionId', '=', at.institution)
      .where('id', '=', receipt)
      .forUpdate()
      .execute()
    correcting = asSystem(db, at.institution, (other) =>
      correctReceipt(other, app.clock, at.finance.caller, receipt, {
        ...{ fields: { amountFen: '200' }, reason: '更正（示例）' },
      }),
    )
    await somebodyWaits()
    // Held the other way round, each would wait for the other.
    const name = chainOf(receiptRegister, receipt)
    expect(await lockKnownChain(tx, { institution: at.institution, name })).toBeDefined()
  })
  await correcting
  expect((await at.finance.get(`/receipts/${receipt}`)).body.amountFen).toBe('200')
})
