import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/app.ts'
import { modules } from '../index.ts'

// A dividend that was declared, came in part and turns out to be entered by mistake: struck one by one, in either
// order, the books, the list and the page of the holding say the same after each.

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-06-20' })
})
afterAll(() => app?.close())

const house = '示例医院（虚构）'

async function holding() {
  const institution = await app.institution(house)
  const admin = await app.person(['admin'], institution)
  const { body } = await admin.get('/institution')
  await admin.send('PATCH', '/institution', { expectedSeq: body.seq, province: 'CN-GD' })
  const officer = await app.person(['tto_negotiator', 'finance', 'leaders'], institution)
  const opened = await officer.send('POST', '/cases', {
    procedure: 'equity_holding',
    on: '2026-02-01',
    data: {
      ...{ company: '示例医械（虚构）', achievement: '可吸收止血材料（虚构）' },
      ...{ formedOn: '2026-02-01', value: '300000000', taxOption: 'tax_deferred' },
      holders: [
        { name: house, kind: 'institution', share: '1/3' },
        { name: '示例甲', kind: 'contributor', share: '1/3', isChief: false },
        { name: '示例创投（虚构）', kind: 'partner', share: '1/3' },
      ],
      subscriptions: [{ name: house, amount: '100000000', dueOn: '2026-12-31' }],
    },
    files: [],
  })
  expect(opened.status, opened.text).toBe(201)
  const { id } = opened.body
  const net = async (account: string) => {
    const [row] = await app.database.asOwner(
      `select coalesce(sum(case side when 'debit' then amount_fen else -amount_fen end), 0)::text as fen
       from journal_line where institution_id = $1 and account = $2`,
      [institution, account],
    )
    return row?.['fen']
  }
  /** @returns the number of the act. */
  const record = async (type: string, data: object) => {
    const { timeline } = (await officer.get(`/cases/${id}`)).body
    const { seq } = timeline.at(-1)
    const act = { type, on: '2026-06-20', data, files: [], expectedSeq: seq }
    const said = await officer.send('POST', `/cases/${id}/acts`, act)
    expect(said.status, `${type} ${said.text}`).toBe(201)
    expect((await officer.get('/journal/differences')).body.items).toEqual([])
    const one = (await officer.get(`/holdings/${id}`)).body
    // What the page says came, is what the bank got; what is owed is on its account.
    expect(await net('1002')).toBe(one.dividendsFen)
    return Number(seq) + 1
  }
  await record('listed', { entry: '单-1' })
  return { record, net }
}

test('declared, come in part, struck from the last to the first', async () => {
  const { record, net } = await holding()
  // A third of 100,000 fen is 33,333 and a third.
  const said = { year: '2025', total: '100000', resolution: '股东会-1', basis: 'by_share' }
  const declared = await record('dividendDeclared', said)
  const owed = String(await net('1215'))
  expect(['33333', '33334']).toContain(owed)
  const came = await record('dividendReceived', { amount: '1', voucher: '收-1', year: '2025' })
  expect(await net('1215')).toBe(`${BigInt(owed) - 1n}`)
  await record('entryStruck', { entry: came, reason: '误登（示例）' })
  expect([await net('1215'), await net('1002')]).toEqual([owed, '0'])
  await record('entryStruck', { entry: declared, reason: '误登（示例）' })
  expect([await net('1215'), await net('4602')]).toEqual(['0', '0'])
})

test('what was declared is struck though a part of it came: what came is income as it is', async () => {
  const { record, net } = await holding()
  const said = { year: '2025', total: '90000', resolution: '股东会-1', basis: 'by_share' }
  const declared = await record('dividendDeclared', said)
  await record('dividendReceived', { amount: '10000', voucher: '收-1', year: '2025' })
  expect([await net('1215'), await net('4602')]).toEqual(['20000', '-30000'])
  await record('entryStruck', { entry: declared, reason: '决议撤销（示例）' })
  expect([await net('1215'), await net('4602'), await net('1002')]).toEqual([
    ...['0', '-10000', '10000'],
  ])
  // Declared rightly, what came clears it again.
  await record('dividendDeclared', { ...said, total: '60000', resolution: '股东会-2' })
  expect([await net('1215'), await net('4602')]).toEqual(['10000', '-20000'])
  await record('dividendReceived', { amount: '10001', voucher: '收-2', year: '2025' })
  expect([await net('1215'), await net('4602')]).toEqual(['0', '-20001'])
})
