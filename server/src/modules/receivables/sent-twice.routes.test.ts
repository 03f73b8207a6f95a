import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankReceipt, enterReceipts } from '../proceeds/index.ts'
import { differencesOf } from '../reconciliation/index.ts'

// What is sent twice under one id, because nobody saw the answer, is one order: it pays, asks for and writes off once.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-05-12T09:00:00+08:00' })
})
afterAll(() => app?.close())

test('a match, an invoice, a write-off and an audit are made once', async () => {
  const institution = await app.institution()
  const finance = await app.person(['finance', 'tto_negotiator'], institution)
  const leaders = await app.person(['leaders'], institution)
  const { clock, db } = app.context
  const [contract, receipt] = await asSystem(db, institution, async (tx) => {
    const fields = { ...blankContract, kind: 'transfer' as const, title: '示例许可' }
    const named = { ...fields, counterparty: '示例医械有限公司（虚构）' }
    const [id = ''] = await enterContracts(tx, clock, finance.caller, [
      { fields: named, achievements: [], source: '台账' },
    ])
    const received = { contractId: id, amountFen: '500', receivedOn: '2026-02-10' }
    const [one = ''] = await enterReceipts(tx, clock, finance.caller, [
      { fields: { ...blankReceipt, ...received }, source: '台账' },
    ])
    return [id, one]
  })
  const term = { key: 'a', kind: 'fixed', label: '首期', minor: '1000', dueOn: '2026-01-31' }
  const terms = { terms: [term], effectiveOn: '2026-01-01' }
  expect((await finance.send('POST', `/contracts/${contract}/terms`, terms)).status).toBe(201)
  const money = async () => (await finance.get(`/contracts/${contract}/money`)).body
  const [owed] = (await money()).receivables

  /** Sent twice at once and once more. */
  const thrice = async (path: string, body: object, who = finance) => {
    const order = { id: newId(), ...body }
    const answers = await Promise.all([
      who.send('POST', path, order),
      who.send('POST', path, order),
    ])
    answers.push(await who.send('POST', path, order))
    for (const one of answers) expect([one.status, one.body]).toEqual([201, answers[0]?.body])
    const other = await who.send('POST', path, { ...order, ...otherOf(path) })
    expect(other.body.code, other.text).toBe('id-of-another')
  }
  const otherOf = (path: string) =>
    path.endsWith('matches')
      ? { lines: [{ receivable: owed.id, minor: '101' }] }
      : path.endsWith('write-off')
        ? { reason: '另一笔（示例）' }
        : path.endsWith('invoices')
          ? { buyer: '另一购买方（虚构）' }
          : { words: '另一次（示例）' }
  await thrice(`/receipts/${receipt}/matches`, { lines: [{ receivable: owed.id, minor: '100' }] })
  const invoice = { lines: [{ receivable: owed.id, fen: '200' }], vatRate: '6%' }
  await thrice(`/contracts/${contract}/invoices`, invoice)
  const files = [await store(leaders, '尾差说明（示例）')]
  const off = { minor: '30', writtenOn: '2026-05-12', reason: '尾差（示例）', files }
  await thrice(`/receivables/${owed.id}/write-off`, off, leaders)
  const [waiting] = (await money()).writeOffsWaiting
  // Two confirm at once: it is written off once.
  const confirm = `/write-off-proposals/${waiting.id}/confirm`
  const both = await Promise.all([1, 2].map(() => finance.send('POST', confirm, {})))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 404])
  const audit = { onDay: '2026-05-01', outcome: 'agreed', words: '核对一致（示例）' }
  await thrice(`/contracts/${contract}/royalty-audits`, audit)

  const after = await money()
  expect(after.receivables).toMatchObject([{ matchedMinor: '100', writtenOffMinor: '30' }])
  expect([after.invoices.length, after.audits.length]).toEqual([1, 1])
  const items = await asSystem(db, institution, async (tx) => {
    return (await differencesOf(tx, institution)).items
  })
  expect(items).toEqual([])
})
