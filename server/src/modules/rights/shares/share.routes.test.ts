import { afterAll, beforeAll, expect, test } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { openTestApp, type TestApp } from '../../../platform/testing/app.ts'
import { storedFile } from '../../../platform/testing/files.ts'
import { blankAchievement, enterAchievements } from '../../achievements/index.ts'
import { modules } from '../../index.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp(modules, { at: '2026-11-02' })
})
afterAll(() => app?.close())

const house = { name: '示例医院', role: 'own', title: '60%', cost: '50%' }
const school = { name: '示例大学', role: 'owner', title: '40%', cost: '30%' }
const company = { name: '示例公司', role: 'licensee', cost: '20%' }
const shared = { from: '2026-01-01', parties: [house, school, company], basis: '共有协议第三条' }

async function office() {
  const institution = await app.institution('示例医院')
  const officer = await app.person(['tto_negotiator'], institution)
  const finance = await app.person(['finance'], institution)
  const make = async (fields: object = {}) => {
    const patent = { kind: 'invention', status: 'granted', title: '一种示例敷料' }
    const days = { filedOn: '2022-03-10', grantedOn: '2024-04-06', feePaidYear: 4 }
    return (await officer.send('POST', '/rights', { ...patent, ...days, ...fields })).body
      .id as string
  }
  const share = (id: string, body: object = shared) =>
    officer.send('POST', `/rights/${id}/parties`, body)
  const pay = async (id: string, year: number, on: string, fen: string) => {
    const { seq } = (await officer.get(`/rights/${id}`)).body
    const event = { kind: 'annuityPaid', on, year, fen, source: '收据', expectedSeq: seq }
    const paid = await officer.send('POST', `/rights/${id}/events`, { ...event, despite: '示例' })
    expect(paid.status, paid.text).toBe(201)
    return paid.body.id as string
  }
  const sharesOf = async (id: string) => (await officer.get(`/rights/${id}/shares`)).body
  return { institution, officer, finance, make, share, pay, sharesOf }
}

type Answer = { body: { code?: string; errors?: { pointer: string; rule: string }[] } }
const ruleOf = ({ body }: Answer) =>
  body.errors?.map(({ pointer, rule }) => `${pointer} ${rule}`).join() ?? body.code
type Line = Record<'party' | 'owedFen' | 'claimedFen' | 'receivedFen' | 'state', string>
const told = (lines: readonly Line[]) =>
  lines.map(({ party, owedFen, claimedFen, receivedFen, state }) =>
    [party, owedFen, claimedFen, receivedFen, state].join(' '),
  )

test('others owe their part of a paid fee, are claimed for it, and pay', async () => {
  const { officer, finance, make, share, pay, sharesOf } = await office()
  const id = await make()
  const recorded = await share(id)
  expect(recorded.status, recorded.text).toBe(201)
  const event = await pay(id, 5, '2026-03-09', '120000')
  expect(told((await sharesOf(id)).costs)).toEqual([
    '示例大学 36000 0 0 open',
    '示例公司 24000 0 0 open',
  ])
  const enter = (more: object) =>
    finance.send('POST', '/docket/cost-entries', {
      ...{ right: id, event, party: '示例大学', kind: 'claimed', fen: '36000' },
      ...{ on: '2026-04-01', document: '请款函 2026-1', ...more },
    })
  expect(ruleOf(await enter({ on: '2026-11-03' }))).toBe('#/on cost-in-future')
  expect(ruleOf(await enter({ on: '2026-03-08' }))).toBe('#/on cost-before-fee')
  expect(ruleOf(await enter({ fen: '36001' }))).toBe('#/fen claim-beyond-share')
  expect(ruleOf(await enter({ party: '示例医院' }))).toBe('#/party no-such-share')
  expect(ruleOf(await enter({ kind: 'received' }))).toBe('#/fen receipt-beyond-claim')
  expect(told((await sharesOf(id)).costs)[0]).toBe('示例大学 36000 0 0 open')
  // Sent twice, it is one claim.
  const sent = { id: '01900000-0000-7000-8000-000000000001' }
  const claim = await enter(sent)
  expect(claim.status, claim.text).toBe(201)
  expect((await enter(sent)).body).toEqual(claim.body)
  const receipt = await enter({ kind: 'received', fen: '30000', document: '进账单 7' })
  expect(receipt.status, receipt.text).toBe(201)
  expect(told((await sharesOf(id)).costs)[0]).toBe('示例大学 36000 36000 30000 claimed')
  const list = (await finance.get('/docket/cost-shares?state=claimed')).body
  expect(list).toMatchObject({ owedFen: '36000', claimedFen: '36000', receivedFen: '30000' })
  expect(list.parties).toEqual(['示例公司', '示例大学'].toSorted())
  const sheet = (await finance.get('/docket/cost-shares.csv?lang=zh')).text
  expect(sheet).toContain('示例大学')
  expect(sheet).toContain('60.00')
  // What came goes before what was claimed.
  const takeBack = (entry: string) =>
    finance.send('POST', `/docket/cost-entries/${entry}/take-back`, { reason: '登记有误' })
  expect(ruleOf(await takeBack(claim.body.id))).toBe('receipts-first')
  expect((await takeBack(receipt.body.id)).status).toBe(201)
  expect(ruleOf(await takeBack(receipt.body.id))).toBe('entry-taken-back')
  expect((await takeBack(claim.body.id)).status).toBe(201)
  const [line] = (await sharesOf(id)).costs
  expect(told([line])).toEqual(['示例大学 36000 0 0 open'])
  expect(line.entries).toHaveLength(2)
  expect(line.entries[0].takenBack).toMatchObject({ reason: '登记有误' })
  // The history of the right tells all of it.
  const fields = (await officer.get(`/rights/${id}/history`)).body.items.flatMap(
    ({ changes = [] }: { changes?: { field: string }[] }) => changes.map(({ field }) => field),
  )
  expect(fields.filter((field: string) => field === 'cost')).toHaveLength(4)
  expect(fields).toContain('parties')
})

test('a payment that is struck leaves nothing owed, and shows what was claimed for it', async () => {
  const { officer, make, share, pay, sharesOf } = await office()
  const id = await make()
  await share(id)
  const event = await pay(id, 5, '2026-03-09', '120000')
  const claim = { right: id, event, party: '示例公司', kind: 'claimed', fen: '24000' }
  const entered = { ...claim, on: '2026-04-01', document: '请款函 2026-2' }
  expect((await officer.send('POST', '/docket/cost-entries', entered)).status).toBe(201)
  await officer.send('POST', `/rights/${id}/events/${event}/strike`, { reason: '误登' })
  expect(told((await sharesOf(id)).costs)).toEqual(['示例公司 0 24000 0 over'])
})

test('parties are a whole, begin on a day that has come, and are proved', async () => {
  const { officer, institution, make, share, sharesOf } = await office()
  const id = await make({ coOwners: ['示例大学'] })
  const bad = async (parties: object[], more: object = {}) =>
    ruleOf(await share(id, { ...shared, parties, ...more }))
  expect(await bad([house, { ...school, title: '39%' }, company])).toBe(
    '#/parties titles-must-total-one',
  )
  expect(await bad([house, school])).toBe('#/parties costs-must-total-one')
  expect(await bad([house, school, { ...company, name: '示例大学' }])).toBe(
    '#/parties/2/name party-named-twice',
  )
  expect(await bad([house, school, { ...company, title: '0%' }])).toBe(
    '#/parties/2/title licensee-owns-nothing',
  )
  expect(await bad([school])).toBe('#/parties own-party-once')
  expect(await bad(shared.parties, { from: '2026-11-03' })).toBe('#/from parties-in-future')
  expect(await bad(shared.parties, { from: '1900-01-01' })).toBe('#/from day-too-early')
  expect(await bad([{ ...house, reducedUntil: 2025 }, school, company])).toBe(
    '#/parties/0/reducedUntil reduced-before-start',
  )
  const lost = { sha256: 'a'.repeat(64), name: '协议.pdf', size: 3 }
  expect(await bad(shared.parties, { files: [lost] })).toBe('#/files file-not-stored')
  expect(await sharesOf(id)).toMatchObject({ sets: [], coOwners: ['示例大学'], costs: [] })
  const file = await storedFile(app, officer, '协议.pdf', '示例')
  expect((await share(id, { ...shared, files: [file] })).status).toBe(201)
  const { files, owners } = (await officer.get(`/rights/${id}/docket`)).body
  expect(files).toMatchObject([{ name: '协议.pdf' }])
  expect(owners).toBe(2)
  // Only the office records it; an auditor reads it, and nobody of another house does.
  const auditor = await app.person(['auditor'], institution)
  expect((await auditor.send('POST', `/rights/${id}/parties`, shared)).status).toBe(403)
  expect((await auditor.get(`/rights/${id}/shares`)).body.sets).toHaveLength(1)
  const stranger = await app.person(['tto_negotiator'], await app.institution())
  expect((await stranger.get(`/rights/${id}/shares`)).status).toBe(404)
})

test('the title of the achievement is shown beside it', async () => {
  const { officer, make, sharesOf } = await office()
  const file = await storedFile(app, officer, '权属证明.pdf', '示例')
  const holders = [
    { name: '示例医院', share: '2/3' },
    { name: '示例大学', share: '1/3' },
  ]
  const holdings = [{ from: '2025-01-01', holders, basis: '共有协议', files: [file] }]
  const fields = { ...blankAchievement, title: '一种示例', holdings }
  const [achievementId = ''] = await asCaller(app.context.db, officer.caller, (tx) =>
    enterAchievements(tx, app.context, officer.caller, [
      { number: null, leadIdNumber: null, fields, source: '试验台账' },
    ]),
  )
  expect((await sharesOf(await make({ achievementId }))).holders).toEqual(holders)
})

test('owners count as recorded last: with their shares, or by a later change of the timeline', async () => {
  const { officer, make, share } = await office()
  const id = await make({ feePaidYear: 5 })
  const tell = async (event: object) => {
    const { seq } = (await officer.get(`/rights/${id}`)).body
    const told = { source: '登记簿', expectedSeq: seq, ...event }
    const answer = await officer.send('POST', `/rights/${id}/events`, told)
    expect(answer.status, answer.text).toBe(201)
  }
  const known = async () => {
    const { owners, annuities } = (await officer.get(`/rights/${id}/docket`)).body
    const next = annuities.find(({ year }: { year: number }) => year === 6)
    return [owners, next.feeFen]
  }
  await tell({ kind: 'reductionRecorded', on: '2024-04-06' })
  await tell({ kind: 'ownersChanged', on: '2024-05-06', owners: 1 })
  expect(await known()).toEqual([1, '18000'])
  // Two of them own it since 2026: the fee of several owners is reduced less.
  expect((await share(id)).status).toBe(201)
  expect(await known()).toEqual([2, '36000'])
  await tell({ kind: 'ownersChanged', on: '2026-10-08', owners: 1 })
  expect(await known()).toEqual([1, '18000'])
})

test('a fee is reduced while all owners qualify, and full after the first of them does not', async () => {
  const { officer, make, share } = await office()
  const id = await make({ feePaidYear: 5 })
  const reduced = { kind: 'reductionRecorded', on: '2024-04-06', source: '备案', expectedSeq: 1 }
  expect((await officer.send('POST', `/rights/${id}/events`, reduced)).status).toBe(201)
  const fees = async () =>
    (await officer.get(`/rights/${id}/docket`)).body.annuities
      .filter(({ year }: { year: number }) => year >= 6 && year <= 7)
      .map(({ feeFen }: { feeFen: string }) => feeFen)
  expect(await fees()).toEqual(['18000', '30000'])
  const until = (year: number | null, other: number | null) => ({
    ...shared,
    parties: [{ ...house, reducedUntil: year }, { ...school, reducedUntil: other }, company],
  })
  // Two owners are reduced less; after 2027 one of them is reduced no more.
  expect((await share(id, until(2030, 2027))).status).toBe(201)
  expect(await fees()).toEqual(['36000', '200000'])
  expect((await share(id, until(2030, null))).status).toBe(201)
  expect(await fees()).toEqual(['120000', '200000'])
  const forecast = (await officer.get('/docket/forecast?years=2')).body.years
  expect(forecast.map(({ feesFen }: { feesFen: string }) => feesFen)).toContain('120000')
})

test('who comes to own later is not reduced by what was recorded before', async () => {
  const { officer, make, share } = await office()
  const id = await make({ feePaidYear: 5 })
  const tell = async (event: object) => {
    const { seq } = (await officer.get(`/rights/${id}`)).body
    const told = { source: '备案', expectedSeq: seq, ...event }
    const answer = await officer.send('POST', `/rights/${id}/events`, told)
    expect(answer.status, answer.text).toBe(201)
  }
  const fee = async () => {
    const { annuities } = (await officer.get(`/rights/${id}/docket`)).body
    return annuities.find(({ year }: { year: number }) => year === 6).feeFen
  }
  await tell({ kind: 'reductionRecorded', on: '2024-04-06' })
  const alone = { ...house, title: '100%', cost: '100%' }
  expect((await share(id, { ...shared, from: '2025-01-01', parties: [alone] })).status).toBe(201)
  expect(await fee()).toBe('18000')
  // A university joins, and nobody said that it qualifies: the whole fee.
  expect((await share(id)).status).toBe(201)
  expect(await fee()).toBe('120000')
  // Both have it recorded.
  await tell({ kind: 'reductionRecorded', on: '2026-10-08' })
  expect(await fee()).toBe('36000')
})

test('the history tells what others owe to those who read it on its page', async () => {
  const { officer, institution, make, share, pay } = await office()
  const id = await make()
  await share(id)
  const event = await pay(id, 5, '2026-03-09', '120000')
  const claim = { right: id, event, party: '示例公司', kind: 'claimed', fen: '24000' }
  const entered = { ...claim, on: '2026-04-01', document: '请款函 2026-3' }
  expect((await officer.send('POST', '/docket/cost-entries', entered)).status).toBe(201)
  const doctor = await app.person(['inventor'], institution)
  const inventor = await app.person(['inventor'], institution)
  const { seq } = (await officer.get(`/rights/${id}`)).body
  const amended = await officer.send('PATCH', `/rights/${id}`, {
    ...{ inventors: [inventor.caller.name], reason: '补登', expectedSeq: seq },
  })
  expect(amended.status, amended.text).toBe(200)
  const history = async (who: typeof officer) => {
    const { status, body, text } = await who.get(`/rights/${id}/history`)
    expect(status, text).toBe(200)
    const fields = body.items.flatMap(({ changes }: { changes: { field: string }[] }) =>
      changes.map(({ field }) => field),
    )
    return { fields: new Set<string>(fields), text, body }
  }
  const whole = await history(officer)
  expect(whole.fields).toContain('cost')
  expect(whole.body.withheld).toBeUndefined()
  // A colleague who is refused shares and docket, and an inventor who reads the docket alone.
  expect((await doctor.get(`/rights/${id}/shares`)).status).toBe(403)
  const seen = await history(doctor)
  expect(seen.text).not.toMatch(/示例公司|24000|请款函|收据/)
  expect(seen.body).toMatchObject({ withheld: 2, chain: { ok: true } })
  expect(seen.fields).toContain('inventors')
  const own = await history(inventor)
  expect(own.text).not.toMatch(/示例公司|24000|请款函/)
  expect(own.fields).toContain('event')
})
