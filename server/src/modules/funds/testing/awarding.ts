import { expect } from 'vitest'
import { asCaller } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { PayingHouse, paidLine, proofOf, today } from '../../payouts/testing/paying.ts'
import { blankRight, enterRights } from '../../rights/index.ts'

interface Of {
  readonly source: string
  readonly id: string
}

export const reward = (person: string, fen: string) => ({ purpose: 'reward', person, fen })
export const training = (fen: string) => ({
  ...{ purpose: 'training', name: '示例培训中心（虚构）', fen },
})

/** A batch of bonuses and awards as finance orders it. */
export const orderOf = (records: readonly Of[], id = newId()) => ({
  ...{ id, title: '十一月奖金（演示）', payOn: today },
  records: records.map((one) => ({ source: one.source, id: one.id })),
})

/** A hospital that gives bonuses and awards, and pays them in batches. */
export class AwardingHouse {
  readonly paying: PayingHouse
  readonly officer: Person
  readonly reviewer: Person
  /** Two of the register, with accounts. */
  readonly helper: string
  readonly other: string

  private constructor(
    paying: PayingHouse,
    officer: Person,
    reviewer: Person,
    [helper, other]: readonly [string, string],
  ) {
    this.paying = paying
    this.officer = officer
    this.reviewer = reviewer
    this.helper = helper
    this.other = other
  }

  static async open(): Promise<AwardingHouse> {
    const paying = await PayingHouse.open()
    const { house, institution } = paying
    const officer = await house.person(['tto_negotiator'], institution)
    const reviewer = await house.person(['tto_reviewer'], institution)
    const admin = await house.person(['admin'], institution)
    const entered = async (name: string, bankAccount: string): Promise<string> => {
      const given = { name, bankName: '示例银行', bankAccount }
      const made = await admin.send('POST', '/people', given)
      expect(made.status, made.text).toBe(201)
      return made.body.id
    }
    const helper = await entered('季帮（虚构）', '6222000000007001')
    const other = await entered('施助（虚构）', '6222000000007002')
    return new AwardingHouse(paying, officer, reviewer, [helper, other])
  }

  /** A distribution that is paid: its plan sets aside 50,000 yuan for the staff. */
  async filled() {
    const one = await this.paying.payable()
    const act = {
      ...{ type: 'paid', data: { lines: paidLine, proof: '手工-1' } },
      expectedSeq: await this.paying.seqOf(one),
    }
    const paid = await this.paying.finance.send('POST', `/cases/${one.id}/acts`, act)
    expect(paid.status, paid.text).toBe(201)
    return one
  }

  /** An award that is approved. */
  async awarded(lines: readonly object[]) {
    const made = await this.officer.send('POST', '/staff-awards', {
      ...{ title: '上半年转化奖励（虚构）', basis: '院办会议纪要（虚构）', lines },
    })
    expect(made.status, made.text).toBe(201)
    return this.approvedRecord('staff_award', '/staff-awards', made.body.id)
  }

  /** The bonus of a patent that was just granted; it is approved. */
  async granted(shares: readonly object[]) {
    const { db, clock } = this.paying.house.context
    const { caller } = this.officer
    const [right = ''] = await asCaller(db, caller, (tx) =>
      enterRights(tx, clock, caller, [
        {
          fields: {
            ...{ ...blankRight, kind: 'invention', title: '护理夹具（虚构）', status: 'granted' },
            ...{ filedOn: '2024-03-01', grantedOn: '2026-10-10', inventors: ['季帮（虚构）'] },
          },
        },
      ]),
    )
    const body = { right, basis: 'least', shares }
    const made = await this.officer.send('POST', '/grant-bonuses', body)
    expect(made.status, made.text).toBe(201)
    return this.approvedRecord('grant_bonus', '/grant-bonuses', made.body.id)
  }

  private async approvedRecord(source: string, place: string, id: string) {
    const path = `${place}/${id}`
    const answer = await this.reviewer.send('POST', `${path}/approve`, { expectedSeq: 1 })
    expect(answer.status, answer.text).toBe(200)
    return { source, id, path }
  }

  order(records: readonly Of[], id = newId()) {
    return this.paying.finance.send('POST', '/payouts/of-awards', orderOf(records, id))
  }

  decide(id: string, by = this.paying.leader) {
    return by.send('POST', `/payouts/${id}/decision`, { approve: true })
  }

  file(id: string) {
    return this.paying.finance.send('POST', `/payouts/${id}/award-files`)
  }

  prove(id: string, lines: unknown, more: object = {}) {
    return this.paying.finance.send('POST', `/payouts/${id}/proofs`, proofOf(lines, more))
  }

  /** A batch whose file was made. */
  async sent(records: readonly Of[]): Promise<string> {
    const made = await this.order(records)
    expect(made.status, made.text).toBe(201)
    expect((await this.decide(made.body.id)).status).toBe(200)
    const file = await this.file(made.body.id)
    expect(file.status, file.text).toBe(201)
    return made.body.id
  }
}
