import { expect, test } from 'vitest'
import { openTestApp, type Person } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { AwardingHouse, reward, training } from '../funds/testing/awarding.ts'
import { modules } from '../index.ts'
import { proofOf, today } from '../payouts/testing/paying.ts'
import { moving } from './testing/moving.ts'

// Bonuses and awards that batches paid, and those that are under way in one, arrive elsewhere to the fen, and what
// was sent there is proved here.

test('batches of bonuses and awards arrive with every sum, and go on where they were', async () => {
  const house = await AwardingHouse.open()
  const { paying, officer, helper, other } = house
  const { house: here, institution, finance } = paying
  const there = await openTestApp(modules, { at: today })
  const files = moving()
  try {
    await house.filled()
    const bonus = await house.granted([{ name: '季帮（虚构）', person: helper, fen: '400000' }])
    const award = await house.awarded([reward(helper, '2501'), reward(other, '77'), training('9')])
    const later = await house.awarded([reward(other, '333')])
    const settled = await house.sent([bonus, award])
    const payments = await paying.payments(settled)
    const returned = payments.find((one: { amountFen: string }) => one.amountFen === '77')
    const slip = await store(finance, '银行回单（虚构）')
    const proved = await house.prove(settled, 'all-paid', { file: slip })
    expect(proved.status, proved.text).toBe(202)
    await here.workOff()
    const { reference, amountFen } = returned
    const back = { reference, amountFen, outcome: 'returned', reason: '退票（虚构）' }
    const came = await house.prove(settled, [back], { document: '退票-1' })
    expect(came.status, came.text).toBe(202)
    await here.workOff()
    const open = await house.sent([later])

    const told = async (by: Person) => {
      const read = async (path: string) => {
        const { status, text, body } = await by.get(path)
        expect(status, `${path} ${text}`).toBe(200)
        return body ?? text
      }
      return {
        purse: await read('/staff-purse'),
        bonus: await read(bonus.path),
        award: await read(award.path),
        batches: await read('/payouts'),
        payments: await read(`/payouts/${settled}/payments`),
        sheet: await read(`/payouts/${settled}/files/1.csv?lang=zh`),
        payable: await read('/payouts/payable-awards'),
        byHand: await read(`/hand-payments?month=${today.slice(0, 7)}`),
        taxes: await read('/withheld-taxes'),
        journal: await read('/journal'),
        differences: await read('/journal/differences'),
      }
    }
    const before = await told(finance)
    expect(before.award.lines).toMatchObject([
      { payments: [{ kind: 'paid', files: [] }] },
      { payments: [{ kind: 'paid', files: [] }, { kind: 'returned' }] },
      { payments: [] },
    ])
    expect(before.payable).toMatchObject({ total: 1, totalFen: '77' })
    expect(before.differences.items).toEqual([])
    expect(before.sheet).toContain('6222000000007001')

    const left = await files.leave(here, institution, 'whole')
    const rows = (name: string) => left.tables.find((table) => table.name === name)?.rows
    expect(['award_order', 'staff_award_payment'].map(rows)).toEqual([4, 3])
    await files.arrive(there, 'whole')
    const financeThere = await there.signInAgain(finance)
    expect(await told(financeThere)).toEqual(before)
    const [slipHere, slipThere] = await Promise.all(
      [officer, await there.signInAgain(officer)].map((one) => one.get(`/files/${slip.sha256}`)),
    )
    expect([slipThere?.status, slipThere?.text]).toEqual([200, slipHere?.text])

    const sent = proofOf('all-paid', { document: '回单-2' })
    const proof = await financeThere.send('POST', `/payouts/${open}/proofs`, sent)
    expect(proof.status, proof.text).toBe(202)
    await there.workOff()
    expect((await financeThere.get(later.path)).body).toMatchObject({
      state: 'paid',
      paidFen: '333',
    })
    expect((await financeThere.get('/journal/differences')).body.items).toEqual([])
    // Nothing of that happened where it came from.
    expect((await finance.get(later.path)).body.paidFen).toBe('0')
  } finally {
    files.end()
    await there.close()
    await here.close()
  }
}, 180_000)
