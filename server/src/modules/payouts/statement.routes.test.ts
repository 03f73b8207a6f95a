import { afterAll, beforeAll, expect, test } from 'vitest'
import { PayingHouse, proofOf, today } from './testing/paying.ts'

// A statement says what one person got, from the receipts down, each line with its article; and the years
// sum to what reached them, to the fen.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const statement = async (person: string | undefined) =>
  (await paying.finance.get(`/people/${person}/rewards`)).body

test('every line from the receipts to the person stands with its article, and the years sum up', async () => {
  const one = await paying.payable(['6222000000001234', '6222000000005678'])
  const [first, second] = one.people
  const suggested = (await paying.finance.get('/payouts/treatment')).body.items
  const wages = suggested.find(({ name }: { name: string }) => name === 'countedInWages')
  expect(wages).toMatchObject({ value: true, cite: { at: 'a17.p2' } })
  expect(suggested.find(({ name }: { name: string }) => name === 'cappedByWages').value).toBe(false)

  const id = await paying.sent([one])
  const [a, b] = await paying.payments(id)
  const told = [
    { reference: a.reference, amountFen: a.amountFen, outcome: 'paid' },
    { reference: b.reference, amountFen: b.amountFen, outcome: 'returned', reason: '户名不符' },
  ]
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
  await paying.house.workOff()
  // Paid already, though the case does not say so of everybody yet.
  expect(await statement(first)).toMatchObject({
    ...{ years: [{ year: '2026', paidFen: '42000000', restFen: null }], rewards: [] },
    underWay: [{ amountFen: '42000000', state: 'paid', accountMasked: '************1234' }],
  })
  expect(await statement(second)).toMatchObject({
    ...{ years: [], underWay: [{ amountFen: '28000000', state: 'returned' }] },
  })
  const again = await paying.sent([one])
  await paying.finance.send('POST', `/payouts/${again}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()

  const { years, rewards, underWay } = await statement(second)
  expect(underWay).toEqual([])
  expect(years).toEqual([
    {
      ...{ year: '2026', paidFen: '28000000', backFen: '0', restFen: null },
      // Nobody has said what was withheld: that is not nought.
      ...{ withheldFen: null, taxUnknownFen: '28000000' },
    },
  ])
  const [reward] = rewards
  expect(reward).toMatchObject({
    ...{ caseId: one.id, grossFen: '120000000', netFen: '100000000', shareFen: '28000000' },
    ...{ hadFen: '0', inSharesFen: '0', paidFen: '28000000', reversedOn: null },
    payments: [{ state: 'returned' }, { state: 'paid', amountFen: '28000000' }],
    tax: { withheld: true },
  })
  const sum = (lines: { amountFen: string }[]) =>
    lines.reduce((all, { amountFen }) => all + BigInt(amountFen), 0n)
  expect(sum(reward.layers)).toBe(100_000_000n)
  expect(`${sum(reward.shares)}`).toBe(reward.layers[0].amountFen)
  // What others got is one sum without a name.
  const others = reward.shares.filter(({ isOwn }: { isOwn: boolean }) => !isOwn)
  expect(others).toMatchObject([{ name: null }])
  for (const line of [...reward.lines, reward.layers[0], reward.layers[1], ...reward.tax.rules]) {
    expect(line.cite.at).toMatch(/^[ah]\d/)
  }
  // On paper, for whom it concerns and for finance; for nobody else.
  const printed = await paying.finance.get(`/people/${second}/statement/docx`)
  expect(printed.status, printed.text).toBe(200)
  expect((await paying.leader.get(`/people/${second}/statement/docx`)).status).toBe(404)
  const [plus, minus] = reward.lines
  expect([plus.effect, minus.effect]).toEqual(['adds', 'subtracts'])
  expect(BigInt(plus.amountFen) - BigInt(minus.amountFen)).toBe(100_000_000n)
})

test('what is reversed, taken in and given back stands in the statement, and the sum is what stays', async () => {
  const one = await paying.payable(['6222000000001111', '6222000000002222'])
  const [first] = one.people
  const byHand = {
    lines: [
      { name: '甲示例', amount: '42000000' },
      { name: '乙示例', amount: '28000000' },
    ],
    proof: '手工',
  }
  const record = async (who: typeof paying.finance, type: string, data: object) => {
    const act = { type, data, expectedSeq: await paying.seqOf(one) }
    const answer = await who.send('POST', `/cases/${one.id}/acts`, act)
    expect(answer.status, answer.text).toBe(201)
  }
  await record(paying.finance, 'paid', byHand)
  expect(await statement(first)).toMatchObject({
    years: [{ paidFen: '42000000' }],
    rewards: [{ paidFen: '42000000', payments: [] }],
  })
  const cause = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）8号' }
  await record(paying.leader, 'distributionReversed', cause)
  const { rewards, owed } = await statement(first)
  expect(rewards[0]).toMatchObject({ reversedOn: '2026-11-24' })
  // What is to come back is said to who has it, with their own part only.
  expect(owed).toEqual([
    expect.objectContaining({ caseId: one.id, award: 'cash', amountFen: '42000000' }),
  ])

  // What comes back in a later year was given back in it: that year paid nothing of which tax could be unknown.
  paying.house.clock.set('2027-01-12')
  const late = await paying.house.signInAgain(paying.finance)
  const back = { name: '甲示例', award: 'cash', amount: '42000000', proof: '退汇-1' }
  const { chain } = (await late.get(`/cases/${one.id}`)).body
  const act = { type: 'paymentReturned', data: back, expectedSeq: chain.length }
  const told = await late.send('POST', `/cases/${one.id}/acts`, act)
  expect(told.status, told.text).toBe(201)
  const { years, owed: stillOwed } = (await late.get(`/people/${first}/rewards`)).body
  expect(stillOwed).toEqual([])
  expect(years).toMatchObject([
    { year: '2027', paidFen: '0', backFen: '42000000', taxUnknownFen: '0', restFen: '-42000000' },
    { year: '2026', paidFen: '42000000', backFen: '0', taxUnknownFen: '42000000', restFen: null },
  ])
  // Each year line by line: on the page, as a sheet and on paper; its columns sum to it.
  const { movements } = (await late.get(`/people/${first}/rewards`)).body
  expect(movements).toMatchObject([
    { on: '2027-01-12', kind: 'returned', paidFen: '0', backFen: '42000000', proof: '退汇-1' },
    { on: '2026-11-24', kind: 'paid', paidFen: '42000000', withheldFen: null, proof: '手工' },
  ])
  // What gives those who are rewarded their part stands at each of them.
  for (const { cites } of movements) expect(cites).toMatchObject([{ at: 'a18.p1' }])
  const sheet = await late.get(`/year-statement.csv?year=2027&person=${first}`)
  expect(sheet.text).toContain('#a18.p1')
  expect(sheet.text).toContain('付款退回')
  expect(sheet.text).not.toContain('2026-11-24')
  expect((await late.get(`/year-statement.docx?year=2027&person=${first}`)).status).toBe(200)
  expect((await late.get(`/year-statement.csv?year=27&person=${first}`)).status).toBe(400)
  paying.house.clock.set(today)
})

test('a year is the sum of its lines, what came back in it among them', async () => {
  const one = await paying.payable(['6222000000003333', '6222000000004444'])
  const [first] = one.people
  const lines = [
    { name: '甲示例', amount: '42000000' },
    { name: '乙示例', amount: '28000000' },
  ]
  const back = { name: '甲示例', award: 'cash', amount: '12000000', proof: '退汇-2' }
  const again = { ...back, amount: '7000000', proof: '补付-1' }
  for (const [type, data] of Object.entries({
    paid: { lines, proof: '手工' },
    paymentReturned: back,
    paymentRepeated: again,
  })) {
    const act = { type, data, expectedSeq: await paying.seqOf(one) }
    const answer = await paying.finance.send('POST', `/cases/${one.id}/acts`, act)
    expect(answer.status, answer.text).toBe(201)
  }
  const { years, movements } = await statement(first)
  for (const column of ['paidFen', 'backFen', 'taxUnknownFen'] as const) {
    const lines = movements as Record<typeof column, string>[]
    expect(`${lines.reduce((sum, line) => sum + BigInt(line[column]), 0n)}`).toBe(years[0][column])
  }
  expect(years).toMatchObject([{ paidFen: '37000000', backFen: '0' }])
})

test('nobody reads what another got but finance and audit; without rewards a page is empty', async () => {
  const inventor = await paying.house.person(['inventor'], paying.institution)
  const other = (await paying.payable()).people[0]
  expect((await inventor.get(`/people/${other}/rewards`)).status).toBe(403)
  expect((await inventor.get(`/year-statement.csv?year=2026&person=${other}`)).status).toBe(404)
  expect((await inventor.get(`/year-statement.docx?year=2026&person=${other}`)).status).toBe(404)
  expect((await inventor.get('/year-statement.csv?year=2026')).status).toBe(200)
  expect((await inventor.get('/rewards')).body).toMatchObject({ rewards: [], years: [] })
  const elsewhere = await paying.house.person(
    ['finance'],
    await paying.house.institution('另一示例医院（虚构）'),
  )
  expect((await elsewhere.get(`/people/${other}/rewards`)).status).toBe(404)
})
