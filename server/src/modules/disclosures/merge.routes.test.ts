import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { openTestApp, type Person, type TestApp } from '../../platform/testing/app.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { modules } from '../index.ts'
import { blankRight, enterRights } from '../rights/index.ts'

// What is merged is no line of any register but by its number: nothing of the house may hang on it alone.

let house: TestApp
let institution: string
let officer: Person
let finance: Person

beforeAll(async () => {
  house = await openTestApp(modules, { at: '2026-03-02' })
  institution = await house.institution('示例医院（虚构）')
  officer = await house.person(['tto_negotiator', 'tto_reviewer'], institution)
  finance = await house.person(['finance'], institution)
})
afterAll(() => house?.close())

/** A disclosure that the office took. */
async function taken(title: string, told: object = {}): Promise<string> {
  const sent = await officer.send('POST', '/achievements', {
    ...{ title, kind: 'device', disclosure: { type: '器械' } },
    inventors: [{ name: '示例甲', share: '100%' }],
    ...told,
  })
  expect(sent.status, sent.text).toBe(201)
  const accepted = await officer.send('POST', `/achievements/${sent.body.id}/acceptance`, {
    ...{ expectedSeq: 1, despite: '资料随后补齐' },
  })
  expect(accepted.status, accepted.text).toBe(200)
  return sent.body.id
}

const seqOf = async (id: string) => (await officer.get(`/achievements/${id}`)).body.seq as number
const merge = async (id: string, into: string) =>
  officer.send('POST', `/achievements/${id}/merger`, {
    ...{ into, reason: '重复报备', expectedSeq: await seqOf(id) },
  })
const progress = async (id: string) => (await officer.get(`/achievements/${id}/progress`)).body

test('a double on which something hangs is not merged away, and says what it is', async () => {
  const kept = await taken('穿刺支架（虚构）')
  const double = await taken('穿刺用支架（虚构）')
  const by = officer.caller
  await asSystem(house.context.db, institution, async (tx) => {
    const right = { ...blankRight, kind: 'invention' as const, title: '支架（虚构）' }
    await enterRights(tx, house.clock, by, [
      { fields: { ...right, achievementId: double, number: '2023109999991' }, source: '台账' },
    ])
    const deal = { ...blankContract, kind: 'transfer' as const, title: '许可', number: 'HT-71' }
    await enterContracts(tx, house.clock, by, [
      { fields: deal, achievements: [double], source: '台账' },
    ])
  })
  const cost = await finance.send('POST', `/assets/${double}/costs`, {
    ...{ spentOn: '2026-02-01', kind: 'testing', amountFen: '120000' },
    ...{ funding: 'own', voucher: '记-71' },
  })
  expect(cost.status, cost.text).toBe(201)
  const refused = await merge(double, kept)
  expect([refused.status, refused.body.code]).toEqual([409, 'left-behind'])
  for (const said of ['HT-71', '2023109999991', '台账费用']) expect(refused.text).toContain(said)
  // The other way round nothing is left behind, and its money stays in the ledger.
  expect((await merge(kept, double)).status).toBe(200)
  const { totals } = (await finance.get('/assets')).body
  expect(totals.spentFen).toBe('120000')
})

test('nothing is linked any more with a double that was merged', async () => {
  const kept = await taken('缝合钉（虚构）')
  const double = await taken('一种缝合钉（虚构）')
  expect((await merge(double, kept)).status).toBe(200)
  const right = { kind: 'invention', title: '缝合钉（虚构）' }
  const deal = { kind: 'transfer', title: '缝合钉许可（虚构）' }
  const first = (answer: { body: { errors?: { pointer: string; rule: string }[] } }) =>
    answer.body.errors?.[0]
  const no = { rule: 'merged-into-another' }
  const atRight = { ...no, pointer: '#/achievementId' }
  const entered = await officer.send('POST', '/rights', { ...right, achievementId: double })
  expect(first(entered), entered.text).toMatchObject(atRight)
  const made = await officer.send('POST', '/rights', { ...right, achievementId: kept })
  expect(made.status, made.text).toBe(201)
  const moved = { achievementId: double, reason: '改挂', expectedSeq: 1 }
  const amended = await officer.send('PATCH', `/rights/${made.body.id}`, moved)
  expect(first(amended), amended.text).toMatchObject(atRight)
  const dealt = await officer.send('POST', '/contracts', { ...deal, achievements: [double] })
  expect(first(dealt), dealt.text).toMatchObject({ ...no, pointer: '#/achievements' })
})

test('a cost that was taken back hangs no more; a case that was given up neither', async () => {
  const kept = await taken('回收支架（虚构）')
  const double = await taken('可回收的支架（虚构）')
  const spent = {
    ...{ spentOn: '2026-02-01', kind: 'testing', amountFen: '5000' },
    ...{ funding: 'own', voucher: '记-72' },
  }
  const cost = await finance.send('POST', `/assets/${double}/costs`, spent)
  expect((await merge(double, kept)).status).toBe(409)
  const path = `/assets/${double}/costs/${cost.body.id}/reversal`
  const back = await finance.send('POST', path, { reason: '重复报备' })
  expect(back.status, back.text).toBe(201)
  expect((await merge(double, kept)).status).toBe(200)
})

test('what was published with a double runs the clock of the record that is kept, through all mergers', async () => {
  const published = (kind: string, on: string) => ({
    ...{ publicity: 'yes', publications: [{ kind, on, where: '示例年会（虚构）' }] },
  })
  const first = await taken('止血夹（虚构）', published('paper', '2026-08-01'))
  const second = await taken('一种止血夹（虚构）', { publicity: 'no' })
  const last = await taken('止血钳夹（虚构）', published('paper', '2026-12-01'))
  expect((await merge(first, second)).status).toBe(200)
  expect((await merge(second, last)).status).toBe(200)
  const { novelty, mergedFrom } = await progress(last)
  expect(mergedFrom.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    [first, second].toSorted(),
  )
  const days = novelty.map(({ publishedOn }: { publishedOn: string }) => publishedOn)
  expect(new Set(days)).toEqual(new Set(['2026-08-01']))
  const dues = async (record: string) => {
    const { body } = await officer.get(`/calendar?from=2026-03-02&to=2026-12-31${record}`)
    return body.items
      .filter(({ key }: { key: string }) => key.includes('/novelty/cn'))
      .filter((one: { record: { id: string } }) => [first, second, last].includes(one.record.id))
      .map((one: { day: string; record: { id: string } }) => [one.record.id, one.day])
  }
  expect(await dues(`&record=${last}`)).toEqual([[last, '2026-07-31']])
  expect(await dues('')).toEqual([[last, '2026-07-31']])
})
