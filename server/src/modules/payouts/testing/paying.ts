import { day } from '@yizhuan/kit'
import { expect } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { openTestApp, type Person, type TestApp } from '../../../platform/testing/app.ts'
import { lead, lineOf, type Standing, sampleDeal, upTo } from '../../cases/testing/leading.ts'
import { modules } from '../../index.ts'

/** The day of every test of payouts. */
export const today = '2026-11-24'

/** What the plan of the sample deal gives to whom. */
export const paidLine = [
  { name: '甲示例', amount: '42000000' },
  { name: '乙示例', amount: '28000000' },
]

const ready = upTo('planNoticeCertified', lineOf(sampleDeal))

/** A case that tests pay. */
export type OneCase = Pick<Standing, 'id'>

/** A batch as finance orders it. */
export const orderFor = (cases: readonly OneCase[], id = newId()) => ({
  ...{ id, title: '十一月发放（演示）', payOn: today },
  cases: cases.map((one) => one.id),
  treatment: { countedInWages: true, taxWithheld: true },
})

/** The answer of the bank. */
export const proofOf = (lines: unknown, more: object = {}) => ({
  ...{ id: newId(), document: '回单-1', on: today, lines },
  ...more,
})

/** A hospital with its finance department, which pays, and its leaders, who approve. */
export class PayingHouse {
  readonly house: TestApp
  readonly institution: string
  readonly finance: Person
  readonly leader: Person

  private constructor(house: TestApp, institution: string, finance: Person, leader: Person) {
    this.house = house
    this.institution = institution
    this.finance = finance
    this.leader = leader
  }

  static async open(): Promise<PayingHouse> {
    const house = await openTestApp(modules, { at: today })
    const institution = await house.institution()
    const finance = await house.person(['finance'], institution)
    const leader = await house.person(['leaders'], institution)
    return new PayingHouse(house, institution, finance, leader)
  }

  /** A case whose plan waits to be paid, to people of the register with or without an account; it may say more. */
  async payable(
    accounts: readonly (string | null)[] = ['6222000000001234', null],
    more: (drafted: Readonly<Record<string, unknown>>) => object = () => ({}),
  ) {
    const people = await Promise.all(accounts.map((account, at) => this.entered(account, at)))
    const steps = ready.map((step) => {
      if (step.type !== 'planDrafted') return step
      const data: typeof step.data = (on, before) => {
        const drafted = step.data(on, before)
        const lines = drafted['lines'] as readonly object[]
        const whose = (line: object, at: number) => ({
          ...line,
          ...(people[at] && { person: people[at] }),
        })
        return { ...drafted, lines: lines.map(whose), ...more(drafted) }
      }
      return { ...step, data }
    })
    const standing = await lead(this.house, this.institution, steps, day('2026-03-02'))
    return { ...standing, people }
  }

  private async entered(bankAccount: string | null, at: number): Promise<string> {
    const admin = await this.house.person(['admin'], this.institution)
    const name = paidLine[at]?.name ?? ''
    const given = { name, ...(bankAccount && { bankName: '示例银行', bankAccount }) }
    const { status, body, text } = await admin.send('POST', '/people', given)
    expect(status, text).toBe(201)
    return body.id
  }

  /** A batch that was made and approved. */
  async approved(cases: readonly OneCase[]): Promise<string> {
    const given = orderFor(cases)
    const made = await this.finance.send('POST', '/payouts', given)
    expect(made.status, made.text).toBe(202)
    await this.house.workOff()
    const decision = `/payouts/${given.id}/decision`
    const decided = await this.leader.send('POST', decision, { approve: true })
    expect(decided.status, decided.text).toBe(200)
    return given.id
  }

  /** A batch whose file was made. */
  async sent(cases: readonly OneCase[]): Promise<string> {
    const id = await this.approved(cases)
    const file = await this.finance.send('POST', `/payouts/${id}/files`)
    expect(file.status, file.text).toBe(201)
    return id
  }

  async batch(id: string) {
    return (await this.finance.get(`/payouts/${id}`)).body
  }

  async payments(id: string) {
    return (await this.finance.get(`/payouts/${id}/payments`)).body.items
  }

  /** The acts of one type in the record of a case. */
  async actsOf({ id }: OneCase, type = 'paid') {
    const { timeline } = (await this.finance.get(`/cases/${id}`)).body
    return timeline.filter((one: { type: string }) => one.type === type)
  }

  async seqOf({ id }: OneCase): Promise<number> {
    return (await this.finance.get(`/cases/${id}`)).body.chain.length
  }

  /** What left the bank for rewards of a case, as the journal has it. */
  async cash(caseId: string): Promise<unknown> {
    const [row] = await this.house.database.asOwner(
      `select coalesce(sum(line.amount_fen * case line.side when 'debit' then -1 else 1 end), 0)::text
         as fen
       from journal_line as line join journal_entry as entry on entry.id = line.entry_id
       where entry.case_id = $1 and line.account = '1002' and entry.kind like 'reward%'`,
      [caseId],
    )
    return row?.['fen']
  }
}
