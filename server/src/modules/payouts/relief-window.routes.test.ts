import { day } from '@yizhuan/kit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { openTestApp } from '../../platform/testing/app.ts'
import { actIn, lead, lineOf, sampleDeal, upTo } from '../cases/testing/leading.ts'
import { modules } from '../index.ts'

// The relief on cash rewards ends with its months after each income: a royalty paid in month 40 has none, though the
// contract claims it, and its statement says so.

const today = '2029-12-20'
let house: Awaited<ReturnType<typeof openTestApp>>
let institution: string
beforeAll(async () => {
  house = await openTestApp(modules, { at: today })
  institution = await house.institution()
})
afterAll(() => house?.close())

const ready = upTo('planNoticeCertified', lineOf(sampleDeal))

/** A case of long ago whose plan waits to be paid, and whose contract claims the relief. */
async function claimed() {
  const admin = await house.person(['admin'], institution)
  const bank = { bankName: '示例银行', bankAccount: '6222000000001234' }
  const people = await Promise.all(
    ['甲示例', '乙示例'].map(
      async (name) => (await admin.send('POST', '/people', { name, ...bank })).body.id as string,
    ),
  )
  const steps = ready.map((step) => {
    if (step.type !== 'planDrafted') return step
    const data: typeof step.data = (on, before) => {
      const drafted = step.data(on, before)
      const lines = drafted['lines'] as readonly object[]
      return { ...drafted, lines: lines.map((line, at) => ({ ...line, person: people[at] })) }
    }
    return { ...step, data }
  })
  const one = await lead(house, institution, steps, day('2026-03-02'))
  for (const [seq, fact] of ['taxReliefConfirmed', 'claimed'].entries()) {
    await house.database.asOwner(
      `insert into tax_answer (institution_id, contract_id, regime, seq, fact, value, files, made_at,
         made_by, made_name)
       select institution_id, id, 'cash_reward', $2, $3, 'true', '[]', now(), $4, '示例'
       from contract where case_id = $1`,
      [one.id, seq + 1, fact, institution],
    )
  }
  return { ...one, people }
}

test('what a batch pays after the window carries no relief, and its statement counts it in full', async () => {
  const one = await claimed()
  const finance = await house.person(['finance'], institution)
  const leader = await house.person(['leaders'], institution)
  const id = newId()
  const treatment = { countedInWages: true, taxWithheld: true }
  const order = { id, title: '提成发放（演示）', payOn: today, cases: [one.id], treatment }
  const made = await finance.send('POST', '/payouts', order)
  expect(made.status, made.text).toBe(202)
  await house.workOff()
  await leader.send('POST', `/payouts/${id}/decision`, { approve: true })
  const file = await finance.send('POST', `/payouts/${id}/files`)
  expect(file.status, file.text).toBe(201)
  await finance.send('POST', `/payouts/${id}/proofs`, {
    ...{ id: newId(), document: '回单-1', on: today, lines: 'all-paid' },
  })
  await house.workOff()
  const { timeline } = (await finance.get(`/cases/${one.id}`)).body
  const [act] = timeline.filter(({ type }: { type: string }) => type === 'paid')
  expect(act.data).toMatchObject({ taxRelief: false })
  const { rewards } = (await finance.get(`/people/${one.people[0]}/rewards`)).body
  expect(rewards[0].tax).toMatchObject({
    relief: false,
    window: { state: 'late', fullFen: '42000000', reducedFen: '42000000' },
  })
})

test('a payout by hand cannot claim the relief after the window', async () => {
  const one = await claimed()
  const lines = [
    { name: '甲示例', amount: '42000000' },
    { name: '乙示例', amount: '28000000' },
  ]
  const pay = (on: string, taxRelief: boolean) =>
    actIn(
      house,
      institution,
      'finance',
      { ...one, on: day(on) },
      {
        type: 'paid',
        data: { lines, proof: '回单', countedInWages: true, taxRelief, taxReliefConfirmed: true },
      },
    )
  const late = await pay(today, true)
  expect(late).toMatchObject({
    ...{ kind: 'refused', code: 'malformed-data' },
    errors: [{ pointer: '#/data/taxRelief', rule: 'relief-window-closed' }],
  })
  expect((await pay(today, false)).kind).toBe('accepted')
})

test("the days of the notice of rewards are those of the case's own, and nobody types them", async () => {
  const one = await claimed()
  const finance = await house.person(['finance'], institution)
  const [contract] = await house.database.asOwner('select id from contract where case_id = $1', [
    one.id,
  ])
  const path = `/contracts/${contract?.['id']}/tax`
  const position = async () =>
    (await finance.get(path)).body.positions.find(
      ({ regime }: { regime: string }) => regime === 'cash_reward',
    )
  const { notice, asks, gates, seq } = await position()
  const { timeline } = (await finance.get(`/cases/${one.id}`)).body
  const dayOf = (type: string) => timeline.findLast((act: { type: string }) => act.type === type)
  expect(notice).toEqual({
    ...{ caseId: one.id, on: dayOf('planNoticePublished').on },
    endedOn: dayOf('planNoticeCertified').data.lastShownOn,
  })
  expect(asks.map(({ fact }: { fact: string }) => fact)).not.toContain('cashNoticeOn')
  const gate = gates.find(({ norm }: { norm: string }) => norm === 'cn.cash.notice')
  expect(['met', 'open']).toContain(gate.state)
  const given = { fact: 'cashNoticeOn', value: '2026-04-01', expectedSeq: seq }
  const typed = await finance.send('POST', `${path}/cash_reward/answers`, given)
  expect(typed.body.errors).toMatchObject([{ pointer: '#/fact', rule: 'known-by-notice' }])
})
