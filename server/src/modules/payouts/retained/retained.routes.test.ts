import { afterAll, beforeAll, expect, test } from 'vitest'
import { PayingHouse } from '../testing/paying.ts'

let paying: PayingHouse
beforeAll(async () => {
  paying = await PayingHouse.open()
})
afterAll(() => paying?.house.close())

const lines = [
  { name: '甲示例', amount: '42000000' },
  { name: '乙示例', amount: '28000000' },
]

type Standing = Awaited<ReturnType<PayingHouse['payable']>>

async function record(
  who: 'finance' | 'leader',
  one: Standing,
  type: string,
  data: object,
): Promise<void> {
  const act = { type, data, expectedSeq: await paying.seqOf(one) }
  const answer = await paying[who].send('POST', `/cases/${one.id}/acts`, act)
  expect(answer.status, answer.text).toBe(201)
}

const retained = async () => (await paying.finance.get('/retained')).body

/** Most of what is kept for talent, the rest for something else. */
const purposes = ({ toInstitution }: Readonly<Record<string, unknown>>) => {
  const kept = BigInt(`${toInstitution}`)
  const part = { purpose: 'other', note: '骨科（虚构）', amount: '1' }
  return { purposes: [{ purpose: 'talent', amount: `${kept - 1n}` }, part] }
}

test('before anything is paid nothing is kept, and the law cannot say', async () => {
  const found = await retained()
  expect(found).toMatchObject({ year: '2026', keptFen: '0', lines: [], purposes: [] })
  expect(found.findings).toMatchObject([
    { norm: 'gd.income.residual', status: 'unknown', articles: [{ at: 'a17.p1' }] },
  ])
  // What has to be known first is named.
  expect(found.findings[0].missing).toContainEqual({ zh: '机构层级', en: expect.any(String) })
})

async function placed() {
  const admin = await paying.house.person(['admin'], paying.institution)
  const standings = { ownership: 'public', level: 'city', research: 'yes' }
  for (const [aspect, value] of Object.entries(standings)) {
    const told = { aspect, value, from: '2020-01-01' }
    const answer = await admin.send('POST', '/institution/standings', told)
    expect(answer.status, answer.text).toBe(201)
  }
}

test('what is kept stands by purpose, judged by the law with its reading; what nobody said leaves it open', async () => {
  await placed()
  const one = await paying.payable(['6222000000001111', '6222000000002222'], purposes)
  expect((await retained()).lines, 'a plan is no payout').toEqual([])
  await record('finance', one, 'paid', { lines, proof: '手工-1' })
  const found = await retained()
  const kept = BigInt(found.keptFen)
  expect(kept).toBeGreaterThan(1n)
  expect(found.purposes).toEqual([
    { purpose: 'talent', amountFen: `${kept - 1n}` },
    { purpose: 'other', amountFen: '1' },
  ])
  expect(found).toMatchObject({ unsaidFen: '0', lines: [{ caseId: one.id }] })
  const [here] = found.findings
  expect(here).toMatchObject({ norm: 'gd.income.residual', status: 'met' })
  const said = here.readings.map(({ text }: { text: { zh: string } }) => text.zh)
  expect(said).toContain('超过一半')

  const other = await paying.payable(['6222000000003333', '6222000000004444'])
  await record('finance', other, 'paid', { lines, proof: '手工-2' })
  const both = await retained()
  expect(both).toMatchObject({ unsaidFen: `${kept}`, keptFen: `${kept * 2n}` })
  expect(both.findings[0].status).toBe('unknown')
  const sheet = (await paying.finance.get('/retained.csv?lang=zh')).text
  expect(sheet).toContain('未写明')
  expect(sheet).toContain('骨科（虚构）')

  const cause = { cause: 'share_wrong', account: '份额写反', resolution: '院发（示例）8号' }
  await record('leader', other, 'distributionReversed', cause)
  expect(await retained()).toMatchObject({ unsaidFen: '0', keptFen: `${kept}` })
})

test('who reads batches reads what is kept, nobody else, and no other house', async () => {
  const inventor = await paying.house.person(['inventor'], paying.institution)
  expect((await inventor.get('/retained')).status).toBe(403)
  const elsewhere = await paying.house.institution('另一示例医院（虚构）')
  const stranger = await paying.house.person(['finance'], elsewhere)
  expect((await stranger.get('/retained')).body.lines).toEqual([])
  expect((await paying.finance.get('/retained?year=26')).status).toBe(400)
  expect((await paying.finance.get('/retained?year=0000')).status).toBe(400)
})
