import { expect } from 'vitest'
import type { Person } from '../../../platform/testing/app.ts'
import type { OneCase, PayingHouse } from './paying.ts'

/** Somebody of a team: with an account of their own, by which they agree, or without. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly own?: Person
}

/** The voucher of what came in under a contract: no two have one, as a receipt counts once. */
export const voucherOf = ({ id }: OneCase): string => `收-${id.slice(-8)}`

/** A service contract in the hospital that tests pay, step by step over HTTP. */
export class ServingHouse {
  readonly paying: PayingHouse
  readonly officer: Person
  readonly team: readonly [Member, Member]

  private constructor(paying: PayingHouse, officer: Person, team: readonly [Member, Member]) {
    this.paying = paying
    this.officer = officer
    this.team = team
  }

  static async open(paying: PayingHouse, names: readonly [string, string]): Promise<ServingHouse> {
    const { house, institution } = paying
    const officer = await house.person(['tto_negotiator', 'tto_reviewer'], institution)
    const admin = await house.person(['admin'], institution)
    const own = await house.person(['inventor'], institution)
    const bank = (bankAccount: string) => ({ bankName: '示例银行', bankAccount })
    const entered = await admin.send('POST', '/people', {
      ...{ name: names[1], ...bank('6222000000009002') },
    })
    expect(entered.status, entered.text).toBe(201)
    await house.database.asOwner(
      'insert into person (institution_id, id, name) values ($1, $2, $3)',
      [institution, own.caller.person, names[0]],
    )
    const known = await own.send('PATCH', '/people/me', bank('6222000000009001'))
    expect(known.status, known.text).toBe(200)
    return new ServingHouse(paying, officer, [
      { id: own.caller.person, name: names[0], own },
      { id: entered.body.id, name: names[1] },
    ])
  }

  member({ id, name }: Member) {
    return { name, person: id, isInventor: true, isChief: false, holdsLeadingPost: false }
  }

  async record(who: Pick<Person, 'send'>, one: OneCase, type: string, data: object, on?: string) {
    const expectedSeq = await this.paying.seqOf(one)
    return who.send('POST', `/cases/${one.id}/acts`, { type, data, expectedSeq, ...(on && { on }) })
  }

  async recorded(...of: Parameters<ServingHouse['record']>) {
    const answer = await this.record(...of)
    expect(answer.status, answer.text).toBe(201)
  }

  /** A contract of which sixty thousand yuan are settled as net income. */
  async settled(
    team: readonly object[] = this.team.map((one) => this.member(one)),
  ): Promise<OneCase> {
    const { finance, leader } = this.paying
    const opened = await this.officer.send('POST', '/cases', {
      procedure: 'service_contract',
      data: {
        ...{ title: '示例检测服务', kind: 'service', client: '样例药企有限公司（虚构）' },
        ...{ team, relatedPartiesDeclared: true },
      },
      on: '2026-09-01',
    })
    expect(opened.status, opened.text).toBe(201)
    const one = { id: opened.body.id as string }
    const act = (who: Person, type: string, data: object) =>
      this.recorded(who, one, type, data, '2026-10-08')
    await act(leader, 'contractApproved', { body: '办公会', document: '批-1' })
    await act(this.officer, 'serviceSigned', {
      number: `合-${one.id.slice(-4)}`,
      price: '20000000',
    })
    const number = `登-${one.id.slice(-8)}`
    await act(this.officer, 'serviceRegistered', { outcome: 'registered', number })
    await act(this.officer, 'serviceAccepted', { note: '合格', acceptedBy: '委托方' })
    await act(finance, 'incomeReceived', { amount: '10000000', voucher: voucherOf(one) })
    await act(finance, 'netSettled', {
      ...{ method: 'actual_cost', taxes: '600000', performanceCosts: '3400000', statement: '结-1' },
    })
    return one
  }

  /** What the plan of tests says: two thirds and a third of thirty thousand yuan and a fen. */
  plan(more: object = {}) {
    const [first, second] = this.team
    return {
      ...{ pool: '3000001', rule: '三技办法1号', ruleInForceOn: '2026-01-01', share: '60%' },
      lines: [
        { ...this.member(first), share: '2/3' },
        { ...this.member(second), share: '1/3' },
      ],
      ...more,
    }
  }

  /** Has everybody of the plan agree, each as they can. */
  async agreed(one: OneCase) {
    for (const { name, own } of this.team) {
      const data = own ? { member: name } : { member: name, paper: '签字件（示例）' }
      await this.recorded(own ?? this.officer, one, 'rewardAgreed', data)
    }
  }

  /** A contract whose plan everybody agreed to. */
  async payable(): Promise<OneCase> {
    const one = await this.settled()
    await this.recorded(this.officer, one, 'rewardPlanned', this.plan())
    await this.agreed(one)
    return one
  }
}
