import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { orderFor, PayingHouse, paidLine, proofOf } from './testing/paying.ts'

// What is withheld for tax is entered before the file or with the proof; gross, withheld and net sum to the fen
// in the file, the journal and the statement.

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const accounts = ['6222000000001234', '6222000000005678']

/** What stands in an account of the journal for a case, on its debit side. */
async function debitOf(caseId: string, account: string): Promise<string> {
  const [row] = await paying.house.database.asOwner(
    `select coalesce(sum(line.amount_fen * case line.side when 'debit' then 1 else -1 end), 0)::text as fen
     from journal_line as line join journal_entry as entry on entry.id = line.entry_id
     where entry.case_id = $1 and line.account = $2 and entry.kind like 'reward%'`,
    [caseId, account],
  )
  return String(row?.['fen'])
}

const differences = () =>
  asSystem(paying.house.context.db, paying.institution, async (tx) => {
    return (await differencesOf(tx, paying.institution)).items
  })

const note = (id: string, lines: unknown) =>
  paying.finance.send('POST', `/payouts/${id}/withheld`, { document: '工资表 11 月', lines })

test('what is withheld before the file is made leaves net in file, journal and statement', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.approved([one])
  const [a, b] = await paying.payments(id)
  expect(a).toMatchObject({ withheldFen: null, netFen: '42000000' })
  expect((await paying.batch(id)).taxUnknown).toBe(2)
  const noted = await note(id, [
    { reference: a.reference, withheldFen: '4200001' },
    { reference: b.reference, withheldFen: '0' },
  ])
  expect(noted.status, noted.text).toBe(200)
  expect(await paying.batch(id)).toMatchObject({ withheldFen: '4200001', taxUnknown: 0 })
  // Other sums would reach people than were approved: it is approved anew.
  expect(await paying.batch(id)).toMatchObject({ state: 'made', decidedName: null })
  expect((await paying.finance.send('POST', `/payouts/${id}/files`)).status).toBe(409)
  await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  await paying.finance.send('POST', `/payouts/${id}/files`)
  const file = (await paying.finance.get(`/payouts/${id}/files/1.csv`)).text
  expect(file).toContain('420000.00,42000.01,377999.99')
  expect(file).toContain('280000.00,0.00,280000.00')
  expect((await paying.batch(id)).files[0].totalFen).toBe('65799999')
  // Once it is in the file it stays, and so does the file.
  const late = await note(id, [{ reference: a.reference, withheldFen: '1' }])
  expect(late.body.code).toBe('tax-not-open')
  const filed = (fen: string) =>
    paying.house.database.asOwner(
      `update payment_order set filed_withheld_fen = $2 where batch_id = $1 and number = 1`,
      [id, fen],
    )
  await filed('0')
  const other = await paying.finance.get(`/payouts/${id}/files/1.csv`)
  expect(other.body.code).toBe('file-differs')
  await filed('4200001')

  const told = [
    { reference: a.reference, amountFen: '37799999', outcome: 'paid' },
    { reference: b.reference, amountFen: '28000000', outcome: 'paid' },
  ]
  const wrong = [{ ...told[0], amountFen: '37800000' }]
  const unfit = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(wrong))
  expect(unfit.body.errors).toMatchObject([{ rule: 'proof-unfit' }])
  // The gross amount did not move: the bank paid too much, or its line is of another payment.
  const gross = [{ ...told[0], amountFen: '42000000' }]
  const tooMuch = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(gross))
  expect(tooMuch.status).toBe(400)
  expect(tooMuch.text).toContain('420,000.00')
  expect(tooMuch.text).toContain('377,999.99')
  const taken = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
  expect(taken.status, taken.text).toBe(202)
  await paying.house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
  expect((await paying.batch(id)).proofs[0]).toMatchObject({
    ...{ paidFen: '70000000', withheldFen: '4200001' },
  })
  expect(await debitOf(one.id, '2102.01')).toBe('-4200001')
  expect(await paying.cash(one.id)).toBe('65799999')
  expect(await debitOf(one.id, '2201')).toBe('0')
  const { years, rewards } = (await paying.finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(years).toMatchObject([
    { paidFen: '42000000', withheldFen: '4200001', taxUnknownFen: '0', restFen: '37799999' },
  ])
  expect(rewards[0]).toMatchObject({
    ...{ paidFen: '42000000', withheldFen: '4200001', arrivedFen: '37799999' },
    // Nobody has decided on the relief: that is no "no".
    tax: { relief: null },
  })
})

test('what is withheld whole is in no file, and is settled with it', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.approved([one])
  const [a, b] = await paying.payments(id)
  await note(id, [
    { reference: a.reference, withheldFen: '0' },
    { reference: b.reference, withheldFen: b.amountFen },
  ])
  expect(await paying.batch(id)).toMatchObject({ withheldWhole: 1 })
  await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  const made = await paying.finance.send('POST', `/payouts/${id}/files`)
  expect(made.body).toEqual({ number: 1, orders: 1, settled: 1, leftOut: 0 })
  await paying.house.workOff()
  const file = (await paying.finance.get(`/payouts/${id}/files/1.csv`)).text
  expect(file).toContain(a.reference)
  expect(file).not.toContain(b.reference)
  expect(await paying.payments(id)).toMatchObject([{ state: 'sent' }, { state: 'paid' }])
  expect(await paying.actsOf(one)).toHaveLength(0)
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  expect(await paying.actsOf(one)).toHaveLength(1)
  expect(await paying.batch(id)).toMatchObject({ state: 'settled', plansSettled: 1 })
  expect(await paying.cash(one.id)).toBe(a.amountFen)
  expect(await debitOf(one.id, '2102.01')).toBe(`-${b.amountFen}`)
})

test('a batch that is withheld whole has no file, needs no account, and is settled', async () => {
  const one = await paying.payable([null, null])
  const id = await paying.approved([one])
  const lines = (await paying.payments(id)).map(
    ({ reference, amountFen }: { reference: string; amountFen: string }) => {
      return { reference, withheldFen: amountFen }
    },
  )
  expect(await paying.batch(id)).toMatchObject({ lacking: 2 })
  expect((await note(id, lines)).status).toBe(200)
  expect(await paying.batch(id)).toMatchObject({ withheldWhole: 2, lacking: 0 })
  await paying.leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  const made = await paying.finance.send('POST', `/payouts/${id}/files`)
  expect(made.body).toEqual({ number: null, orders: 0, settled: 2, leftOut: 0 })
  await paying.house.workOff()
  expect(await paying.batch(id)).toMatchObject({ state: 'settled', files: [] })
  expect(await paying.cash(one.id)).toBe('0')
  expect(await paying.actsOf(one)).toHaveLength(1)
})

test('what the file did not know is said with the proof; what nobody says stays unknown', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.sent([one])
  const [a, b] = await paying.payments(id)
  const net = { reference: a.reference, amountFen: '40000000', outcome: 'paid' }
  const send = (lines: unknown) =>
    paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(lines))
  // Less than was ordered is no tax unless somebody says so.
  expect((await send([net])).status).toBe(400)
  expect((await send([{ ...net, withheldFen: '42000001' }])).status).toBe(400)
  const whole = { reference: b.reference, amountFen: '28000000', outcome: 'paid' }
  const taken = await send([{ ...net, withheldFen: '2000000' }, whole])
  expect(taken.status, taken.text).toBe(202)
  await paying.house.workOff()
  expect(await debitOf(one.id, '2102.01')).toBe('-2000000')
  expect(await paying.cash(one.id)).toBe('68000000')
  const second = (await paying.finance.get(`/people/${one.people[1]}/rewards`)).body
  expect(second.rewards[0]).toMatchObject({ withheldFen: null, taxUnknownFen: '28000000' })
  // What is not known is no nought, and neither is what would be left after it.
  expect(second.rewards[0]).toMatchObject({ arrivedFen: null })
  expect(second.years).toMatchObject([{ withheldFen: null, restFen: null }])

  // What comes back takes its tax back; what is paid again has it again. It was paid before it came back.
  const back = { ...net, outcome: 'returned', reason: '销户' }
  expect((await send([back])).status).toBe(202)
  await paying.house.workOff()
  expect(await debitOf(one.id, '2102.01')).toBe('0')
  expect(await debitOf(one.id, '2201')).toBe('-42000000')
  const again = await paying.approved([one])
  expect(await paying.payments(again)).toMatchObject([
    { withheldFen: '2000000', netFen: '40000000', attempt: 2 },
  ])
})

test('nobody but finance enters what is withheld, and it exceeds no payment', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.approved([one])
  const [a] = await paying.payments(id)
  const line = { reference: a.reference, withheldFen: '1' }
  const body = { document: '表', lines: [line] }
  expect((await paying.leader.send('POST', `/payouts/${id}/withheld`, body)).status).toBe(403)
  for (const lines of [
    [{ ...line, withheldFen: '42000001' }],
    [{ ...line, withheldFen: '-1' }],
    [line, line],
    [{ ...line, reference: 'ABCDEF01-00001' }],
  ]) {
    expect((await note(id, lines)).status).toBe(400)
  }
  expect((await paying.payments(id))[0].withheldFen).toBeNull()
})

test('who says what is withheld does not approve what is paid then', async () => {
  const { house, institution, leader } = paying
  const id = await paying.approved([await paying.payable(accounts)])
  const [a] = await paying.payments(id)
  const other = await house.person(['finance', 'leaders'], institution)
  const lines = [{ reference: a.reference, withheldFen: '1' }]
  const noted = await other.send('POST', `/payouts/${id}/withheld`, { document: '表', lines })
  expect(noted.status, noted.text).toBe(200)
  const decision = `/payouts/${id}/decision`
  expect((await other.send('POST', decision, { approve: true })).status).toBe(403)
  expect((await leader.send('POST', decision, { approve: true })).status).toBe(200)
})

test('what changed since a batch was looked at is not approved unseen', async () => {
  const id = await paying.approved([await paying.payable(accounts)])
  const [a] = await paying.payments(id)
  const note = (withheldFen: string) =>
    paying.finance.send('POST', `/payouts/${id}/withheld`, {
      ...{ document: '表', lines: [{ reference: a.reference, withheldFen }] },
    })
  await note('1')
  const { seq: expectedSeq } = await paying.batch(id)
  await note('41999999')
  const decision = `/payouts/${id}/decision`
  const unseen = await paying.leader.send('POST', decision, { approve: true, expectedSeq })
  expect(unseen.body).toMatchObject({
    code: 'changed-meanwhile',
    changed: [{ seq: expectedSeq + 1 }],
  })
  const { seq } = await paying.batch(id)
  const seen = await paying.leader.send('POST', decision, { approve: true, expectedSeq: seq })
  expect(seen.status, seen.text).toBe(200)
})

async function answer(caseId: string, seq: number, fact: string, value = true) {
  await paying.house.database.asOwner(
    `insert into tax_answer (institution_id, contract_id, regime, seq, fact, value, files, made_at,
       made_by, made_name)
     select institution_id, id, 'cash_reward', $2, $3, $4::jsonb, '[]', now(), $5, '示例'
     from contract where case_id = $1`,
    [caseId, seq, fact, `${value}`, paying.institution],
  )
}

test('the relief of a payout is as the position of its case has it', async () => {
  const one = await paying.payable(accounts)
  await answer(one.id, 1, 'taxReliefConfirmed')
  await answer(one.id, 2, 'claimed')
  const id = await paying.sent([one])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  const [act] = await paying.actsOf(one)
  expect(act.data).toMatchObject({ taxRelief: true, taxReliefConfirmed: true })
  const { rewards } = (await paying.finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(rewards[0].tax).toMatchObject({ relief: true })
})

test('an act that says no to the relief says so to its payee, whatever is claimed', async () => {
  const one = await paying.payable(accounts)
  await answer(one.id, 1, 'taxReliefConfirmed')
  await answer(one.id, 2, 'claimed')
  const { treatment } = orderFor([one])
  const paid = await paying.finance.send('POST', `/cases/${one.id}/acts`, {
    ...{ type: 'paid', expectedSeq: await paying.seqOf(one) },
    data: { lines: paidLine, proof: '回单', ...treatment, taxRelief: false },
  })
  expect(paid.status, paid.text).toBe(201)
  const { rewards } = (await paying.finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(rewards[0].tax).toMatchObject({ relief: false })
})

test('what is sent is foreseen with its relief: where its conditions fell away, nothing goes out', async () => {
  const one = await paying.payable(accounts)
  await answer(one.id, 1, 'taxReliefConfirmed')
  await answer(one.id, 2, 'claimed')
  const id = await paying.approved([one])
  await answer(one.id, 3, 'taxReliefConfirmed', false)
  expect((await paying.batch(id)).blocked).toMatchObject([{ caseId: one.id }])
  const file = await paying.finance.send('POST', `/payouts/${id}/files`)
  expect(file.body.code).toBe('plan-changed')
})

test('a proof says nothing of tax that nobody told, and an act nothing of a relief', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.sent([one])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  await paying.house.workOff()
  const batch = await paying.batch(id)
  expect(batch).toMatchObject({ withheldFen: null, taxUnknown: 2, proofs: [{ withheldFen: null }] })
  const told = JSON.stringify((await paying.finance.get(`/payouts/${id}/history`)).body)
  expect(told).toContain('proofOn')
  expect(told).not.toContain('withheldFen')
  const [act] = await paying.actsOf(one)
  expect(act.data).not.toHaveProperty('taxRelief')
})

test('tax that nobody knew when everything arrived is entered later, and said again where it was wrong', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.sent([one])
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf('all-paid'))
  const [a, b] = await paying.payments(id)
  const late = (lines: unknown) =>
    paying.finance.send('POST', `/payouts/${id}/late-tax`, { document: '扣缴申报表 11 月', lines })
  // What the bank said is not written yet.
  expect((await late([{ reference: a.reference, withheldFen: '1' }])).status).toBe(400)
  await paying.house.workOff()
  expect(await paying.batch(id)).toMatchObject({ taxUnknown: 2, taxLate: 2, withheldFen: null })
  expect(await paying.cash(one.id)).toBe('70000000')

  for (const lines of [
    [{ reference: a.reference, withheldFen: '42000001' }],
    [{ reference: 'ABCDEF01-00001', withheldFen: '1' }],
    [
      { reference: a.reference, withheldFen: '1' },
      { reference: a.reference, withheldFen: '2' },
    ],
  ])
    expect((await late(lines)).status).toBe(400)
  expect(await debitOf(one.id, '2102.01')).toBe('0')
  const first = await late([{ reference: a.reference, withheldFen: '5000000' }])
  expect(first.status, first.text).toBe(200)
  expect(await debitOf(one.id, '2102.01')).toBe('-5000000')
  expect(await paying.cash(one.id)).toBe('65000000')
  expect((await late([{ reference: a.reference, withheldFen: '5000000' }])).status).toBe(400)
  expect((await late([{ reference: a.reference, withheldFen: '4200000' }])).status).toBe(200)
  expect(await debitOf(one.id, '2102.01')).toBe('-4200000')
  expect(await paying.cash(one.id)).toBe('65800000')
  expect(await paying.batch(id)).toMatchObject({ taxUnknown: 1, withheldFen: '4200000' })
  const { years } = (await paying.finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(years).toMatchObject([{ withheldFen: '4200000', restFen: '37800000' }])
  expect(await differences()).toEqual([])

  // It came back: with the tax that was said by then, and nothing is said of it any more.
  const back = {
    reference: a.reference,
    amountFen: '37800000',
    outcome: 'returned',
    reason: '销户',
  }
  const returned = await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf([back]))
  expect(returned.status, returned.text).toBe(202)
  await paying.house.workOff()
  expect(await debitOf(one.id, '2102.01')).toBe('0')
  expect((await late([{ reference: a.reference, withheldFen: '1' }])).status).toBe(400)
  expect((await late([{ reference: b.reference, withheldFen: '0' }])).status).toBe(200)
  expect(await differences()).toEqual([])
})

test('what the bank shows to have gone out gross, or what was known before, is not said late', async () => {
  const one = await paying.payable(accounts)
  const id = await paying.sent([one])
  const [a, b] = await paying.payments(id)
  const told = [
    { reference: a.reference, amountFen: '42000000', outcome: 'paid' },
    { reference: b.reference, amountFen: '27000000', withheldFen: '1000000', outcome: 'paid' },
  ]
  await paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(told))
  await paying.house.workOff()
  for (const { reference } of [a, b]) {
    const body = { document: '表', lines: [{ reference, withheldFen: '7' }] }
    const late = await paying.finance.send('POST', `/payouts/${id}/late-tax`, body)
    expect(late.status).toBe(400)
  }
  const none = { document: '表', lines: [{ reference: a.reference, withheldFen: '0' }] }
  expect((await paying.finance.send('POST', `/payouts/${id}/late-tax`, none)).status).toBe(200)
  expect((await paying.leader.send('POST', `/payouts/${id}/late-tax`, none)).status).toBe(403)
  expect(await differences()).toEqual([])
})
