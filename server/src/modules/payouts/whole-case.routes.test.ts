import { day, yuanText } from '@yizhuan/kit'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { lead, lineOf, type Standing, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { differencesOf } from '../reconciliation/index.ts'
import { statementPaper } from './statement.paper.ts'
import { orderFor, PayingHouse, proofOf, today } from './testing/paying.ts'

// A whole case, to the fen: odd sums in odd shares, a fen given back, all of it given back after the payout. What
// the plan gives, what was paid, what each statement says and what the books hold are the same figures.

let paying: PayingHouse
const houses: PayingHouse[] = []
beforeEach(async () => {
  // A house of its own for each walk: what stands in the books is compared whole.
  paying = await PayingHouse.open()
  houses.push(paying)
})
afterAll(() => Promise.all(houses.map(({ house }) => house.close())))

const names = ['甲示例', '乙示例', '丙示例', '丁示例', '戊示例']
/** A net income of 100,000,003 fen, of which 70 per cent are 70,000,002.1: a floor rounded up. */
const net = 100_000_003n
const five = {
  ...sampleDeal,
  team: names.map((name) => ({ name, percent: 20 })),
  costs: [{ kind: 'tax' as const, amount: sampleDeal.price - net }],
}
/** Thirds of the first two, and a ninth each of the rest; what is over goes to the first. */
const shares = (whole: bigint) => {
  const parts = names.map((_, at) => (at < 2 ? whole / 3n : whole / 9n))
  const rest = whole - parts.reduce((all, part) => all + part, 0n)
  return parts.map((part, at) => (at === 0 ? part + rest : part))
}
const whole = 70_000_003n
const parts = shares(whole)

type Entry = { readonly type: string; readonly data: Record<string, unknown>; readonly seq: number }

/** A case of five, led up to the notice of its plan being over. */
async function payable(): Promise<Standing & { people: readonly string[] }> {
  const admin = await paying.house.person(['admin'], paying.institution)
  const people = await Promise.all(
    names.map(async (name, at) => {
      const account = { bankName: '示例银行', bankAccount: `622200000000100${at}` }
      const { status, body, text } = await admin.send('POST', '/people', { name, ...account })
      expect(status, text).toBe(201)
      return body.id as string
    }),
  )
  const steps = upTo('planNoticeCertified', lineOf(five)).map((step) => {
    if (step.type !== 'planDrafted') return step
    const data: typeof step.data = (on, before) => {
      const drafted = step.data(on, before)
      const lines = (drafted['lines'] as readonly object[]).map((line, at) => ({
        ...{ ...line, amount: `${parts[at]}`, person: people[at] },
      }))
      const rest = net - whole - BigInt(String(drafted['toTto']))
      return { ...drafted, lines, toInstitution: `${rest}` }
    }
    return { ...step, data }
  })
  const standing = await lead(paying.house, paying.institution, steps, day('2026-03-02'))
  return { ...standing, people }
}

const differences = () =>
  asSystem(paying.house.context.db, paying.institution, async (tx) => {
    return (await differencesOf(tx, paying.institution)).items
  })

/** What stands on an account, above nought where the debits are more. */
async function balanceOf(account: string): Promise<bigint> {
  const [row] = await paying.house.database.asOwner(
    `select coalesce(sum(case side when 'debit' then amount_fen else -amount_fen end), 0)::text as fen
     from journal_line where institution_id = $1 and account = $2`,
    [paying.institution, account],
  )
  return BigInt(String(row?.['fen']))
}

async function pay(one: Standing, tax: (gross: bigint, at: number) => bigint) {
  const given = orderFor([one])
  expect((await paying.finance.send('POST', '/payouts', given)).status).toBe(202)
  await paying.house.workOff()
  const payments: { reference: string; amountFen: string; name: string }[] = await paying.payments(
    given.id,
  )
  const lines = payments.map(({ reference, amountFen }, at) => ({
    ...{ reference, withheldFen: `${tax(BigInt(amountFen), at)}` },
  }))
  const noted = await paying.finance.send('POST', `/payouts/${given.id}/withheld`, {
    ...{ document: '工资表', lines },
  })
  expect(noted.status, noted.text).toBe(200)
  const decided = await paying.leader.send('POST', `/payouts/${given.id}/decision`, {
    approve: true,
  })
  expect(decided.status, decided.text).toBe(200)
  await paying.finance.send('POST', `/payouts/${given.id}/files`)
  const took = await paying.finance.send('POST', `/payouts/${given.id}/proofs`, proofOf('all-paid'))
  expect(took.status, took.text).toBe(202)
  await paying.house.workOff()
  return { id: given.id, payments }
}

async function record(who: 'finance' | 'leader', one: Standing, type: string, data: object) {
  const act = { type, data, expectedSeq: await paying.seqOf(one) }
  const answer = await paying[who].send('POST', `/cases/${one.id}/acts`, act)
  expect(answer.status, answer.text).toBe(201)
}

const statement = async (person: string | undefined) =>
  (await paying.finance.get(`/people/${person}/rewards`)).body

/** One and the same person gets what the plan gives, and everybody together all of it. */
async function agree(one: Standing & { people: readonly string[] }, tax: readonly bigint[]) {
  const [paid] = (await paying.actsOf(one)) as Entry[]
  const lines = paid?.data['lines'] as { name: string; amount: string }[]
  expect(lines.map(({ amount }) => BigInt(amount))).toEqual(parts)
  for (const [at, person] of one.people.entries()) {
    const told = await statement(person)
    const [withheld = 0n, share = 0n] = [tax[at], parts[at]]
    expect(told.years, names[at]).toMatchObject([
      { paidFen: `${share}`, withheldFen: `${withheld}`, restFen: `${share - withheld}` },
    ])
    expect(told.rewards).toMatchObject([{ shareFen: `${share}`, netFen: `${net}` }])
    // The paper says the same figures.
    const paper = JSON.stringify(statementPaper(told, day(today)).blocks)
    for (const fen of [net, share, withheld]) expect(paper).toContain(`"${yuanText(fen)}`)
  }
}

test('five share odd sums in thirds and ninths: plan, payments, statements and books agree', async () => {
  const one = await payable()
  const tax = parts.map((part, at) => (at === 4 ? part : at === 3 ? 1n : part / 10n))
  await pay(one, (_gross, at) => tax[at] ?? 0n)
  await agree(one, tax)
  const taxes = tax.reduce((all, fen) => all + fen, 0n)
  expect(await balanceOf('2102.01')).toBe(-taxes)
  expect(await balanceOf('2201')).toBe(0n)
  const [month] = (await paying.finance.get('/withheld-taxes')).body.months
  expect(month).toMatchObject({ withheldFen: `${taxes}`, standingFen: `${taxes}` })
  expect(await differences()).toEqual([])
})

test('all of it is given back after the payout: nobody owes anything, and the bank has what it had', async () => {
  const one = await payable()
  const tax = parts.map((part) => part / 10n)
  const { id } = await pay(one, (_gross, at) => tax[at] ?? 0n)
  const resolution = { cause: 'refund', account: '合作方依约退货', resolution: '院发（示例）8号' }
  await record('leader', one, 'distributionReversed', resolution)
  const receipts = (await paying.actsOf(one, 'receiptRecorded')) as Entry[]
  const voucher = String(receipts[0]?.data['voucher'])
  // A fen first, then the rest.
  for (const [at, amount] of ['1', `${five.price - 1n}`].entries()) {
    const back = { receipt: voucher, cause: 'refund', amount, voucher: `退-${at}` }
    await record('finance', one, 'receiptRefunded', back)
    expect(await differences()).toEqual([])
  }
  // The tax of everybody is set off by two, and what they got they give back.
  const { toSetOff } = (await paying.finance.get('/withheld-taxes')).body
  expect(toSetOff).toHaveLength(5)
  for (const each of toSetOff as { number: number; mostFen: string; name: string }[]) {
    const order = { batch: id, number: each.number, amountFen: each.mostFen, document: '更正申报' }
    const made = await paying.finance.send('POST', '/tax-set-offs', order)
    expect(made.status, made.text).toBe(201)
    const path = `/tax-set-offs/${made.body.id}/decision`
    const done = await paying.leader.send('POST', path, { approve: true })
    expect(done.status, done.text).toBe(200)
    const at = names.indexOf(each.name)
    const got = (parts[at] ?? 0n) - (tax[at] ?? 0n)
    const repaid = { name: each.name, way: 'repaid', award: 'cash', proof: `收-${at}` }
    await record('finance', one, 'recoveryRecorded', { ...repaid, amount: `${got}` })
  }
  expect([await balanceOf('1218'), await balanceOf('2201'), await balanceOf('2102.01')]).toEqual([
    0n,
    0n,
    0n,
  ])
  // What is gone is what the deal cost.
  expect(await balanceOf('1002')).toBe(net - sampleDeal.price)
  const [balance] = await paying.house.database.asOwner(
    `select count(*)::int as count from payee_balance where case_id = $1`,
    [one.id],
  )
  expect(balance?.['count']).toBe(0)
  for (const [at, person] of one.people.entries()) {
    const told = await statement(person)
    expect(told.years, names[at]).toMatchObject([{ restFen: '0' }])
    expect(told.rewards[0].reversedOn).not.toBeNull()
  }
  expect(await differences()).toEqual([])
})
