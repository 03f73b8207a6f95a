import { expect, test } from 'vitest'
import { asSystem } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { openTestApp } from '../../platform/testing/app.ts'
import { store } from '../cases/testing/storing.ts'
import { blankContract, enterContracts } from '../contracts/index.ts'
import { PayingHouse, paidLine, today } from '../payouts/testing/paying.ts'
import { moving } from './testing/moving.ts'

// Money that was entered, owed or given out and taken back again arrives elsewhere as it was.

const royalty = {
  ...{ bands: [{ upTo: null, rate: '1250' }], unit: '台', counts: 'period', minimum: '0' },
  ...{ every: 12, from: '2023-01-01', to: '2027-12-31', statementDays: 30, payDays: 60 },
}

test('receipts, audits, amendments and awards that were taken back arrive row by row', async () => {
  const paying = await PayingHouse.open()
  const { house, institution, finance } = paying
  const there = await openTestApp([], { at: today })
  const files = moving()
  try {
    const officer = await house.person(['tto_negotiator', 'tto_reviewer'], institution)
    const admin = await house.person(['admin'], institution)
    const reviewer = await house.person(['tto_reviewer'], institution)
    const sent = async (by: typeof officer, path: string, body: object) => {
      const { status, text, body: answer } = await by.send('POST', path, body)
      expect(status, `${path} ${text}`).toBeLessThan(300)
      return answer
    }
    const contract = await asSystem(house.context.db, institution, async (tx) => {
      const fields = { ...blankContract, kind: 'transfer' as const, title: '许可', number: 'X-1' }
      const ledger = [{ fields, achievements: [], source: '台账' }]
      const [one = ''] = await enterContracts(tx, house.context.clock, officer.caller, ledger)
      return one
    })
    const at = `/contracts/${contract}`
    const terms = [{ key: 'r', kind: 'royalty', label: '按台提成', royalty }]
    await sent(officer, `${at}/terms`, { effectiveOn: '2024-01-01', terms })
    const period = { term: 'r', periodFrom: '2024-01-01' }
    await sent(officer, `${at}/royalty-statements`, {
      ...{ ...period, base: '1000', receivedOn: '2025-01-20' },
    })
    const audit = { ...period, onDay: '2026-05-10', outcome: 'difference', difference: '12000' }
    const told = { ...audit, words: '抽查出库单', dueOn: '2026-06-20' }
    const first = await sent(officer, `${at}/royalty-audits`, told)
    const reason = '录错（虚构）'
    await sent(officer, `${at}/royalty-audits/${first.id}/take-back`, { reason })
    await sent(officer, `${at}/royalty-audits`, told)
    const slip = { payer: '甲药企（虚构）', receivedOn: '2026-06-10', amountFen: '500000' }
    const entered = { ...slip, account: '基本户 0001', voucher: '回单-77', contract }
    const { id } = await sent(finance, '/receipts', entered)
    await sent(finance, `/receipts/${id}/take-back`, { reason })
    await sent(finance, '/receipts', { ...entered, wholeFen: '700000' })
    await sent(finance, '/receipts', { ...entered, amountFen: '200000', wholeFen: '700000' })
    const before = { term: 'r', periodFrom: '2023-01-01' }
    const stated = { ...before, base: '100', receivedOn: '2024-01-20' }
    await sent(officer, `${at}/royalty-statements`, stated)
    const { receivables } = (await officer.get(`${at}/money`)).body
    const period2023 = receivables.find(
      ({ periodFrom }: { periodFrom: string }) => periodFrom === '2023-01-01',
    )
    const paidSlip = { ...slip, amountFen: '125000', account: '基本户 0001', voucher: '回单-78' }
    const settled = await sent(finance, '/receipts', { ...paidSlip, contract })
    await sent(finance, `/receipts/${settled.id}/matches`, {
      lines: [{ receivable: period2023.id, minor: '125000' }],
    })
    const over = { ...audit, ...before, difference: '2500', direction: 'over', words: '重复计' }
    const found = await sent(officer, `${at}/royalty-audits`, over)
    const decision = { way: 'credit', onDay: '2026-05-10', reason: '抵减（虚构）' }
    await sent(finance, `${at}/royalty-audits/${found.id}/decision`, decision)
    const paper = await store(officer, '补充协议')
    const amended = {
      id: newId(),
      on: '2026-02-10',
      number: '补-1',
      summary: '追加',
      files: [paper],
    }
    await sent(officer, `${at}/amendments`, { ...amended, amountFen: '90000000' })
    await sent(officer, `${at}/amendments/take-back`, { version: 1, reason })
    await sent(officer, `${at}/amendments`, { ...amended, id: newId(), territory: '全国' })

    const one = await paying.payable()
    const paid = { type: 'paid', data: { lines: paidLine, proof: '手工-1' } }
    await sent(finance, `/cases/${one.id}/acts`, { ...paid, expectedSeq: await paying.seqOf(one) })
    const person = (await sent(admin, '/people', { name: '季帮（虚构）' })).id
    const lines = [
      { purpose: 'reward', person, fen: '600' },
      { purpose: 'training', name: '示例中心（虚构）', fen: '5' },
    ]
    const award = await sent(officer, '/staff-awards', { title: '奖励', basis: '纪要', lines })
    const path = `/staff-awards/${award.id}`
    await sent(reviewer, `${path}/approve`, { expectedSeq: 1 })
    const pay = { places: [1, 2], paidOn: today, reference: '凭证 1' }
    await sent(finance, `${path}/payments`, pay)
    const [line] = (await officer.get(path)).body.lines
    const back = `${path}/payments/${line.payments[0].id}/return`
    await sent(finance, back, { returnedOn: today, reason })
    await sent(finance, `${path}/payments`, { ...pay, places: [1] })

    const left = await files.leave(house, institution, 'whole')
    const rows = (name: string) => left.tables.find((table) => table.name === name)?.rows
    const filled = [
      ...['contract_amendment', 'royalty_audit_taken_back', 'staff_award_payment'],
      ...['royalty_audit_decision', 'royalty_credit'],
    ]
    expect(filled.map(rows)).toEqual([3, 1, 4, 1, 1])
    await files.arrive(there, 'whole')
    expect((await files.leave(there, institution, 'again')).tables).toEqual(left.tables)
  } finally {
    files.end()
    await there.close()
    await house.close()
  }
}, 120_000)
