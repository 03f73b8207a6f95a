// Stories of money told at random: plans, payouts by hand and by orders, reversals, payments that come back and
// are made again, objections that overturn a plan, recoveries. Beside the record stands what reached whom, kept
// by a clerk who knows nothing of accounts but counts every payment.
import { addDays, day } from '@yizhuan/kit'
import fc from 'fast-check'
import type { Entry } from '../../../procedure/entry.ts'
import { type Accounts, type Award, accountsAfter, type Given, noAccounts } from '../accounts.ts'

export const names = ['示例甲', '示例乙', '示例丙'] as const

const kinds = [
  ...['plan', 'plan', 'payByHand', 'order', 'payByOrders', 'payByOrders', 'reverse', 'reverse'],
  ...['comeBack', 'comeBack', 'repeat', 'repeat', 'recover', 'recover', 'fall'],
] as const

const amounts = fc.array(
  fc.record({
    amount: fc.integer({ min: 0, max: 9 }),
    award: fc.constantFrom<Award>('cash', 'cash', 'cash', 'equity'),
  }),
  { minLength: names.length, maxLength: names.length },
)

/** Things that befall money, in any order; what cannot happen then does not. */
export const stories = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), amounts, pick: fc.nat(50), part: fc.nat(9) }),
  { minLength: 5, maxLength: 40 },
)
type Story = Parameters<typeof playMoney>[0]

type Counts = Record<Award, Map<string, bigint>>
const counts = (): Counts => ({ cash: new Map(), equity: new Map() })

function count(sums: Counts, lines: readonly Given[], sign = 1n): void {
  for (const { name, award, amount } of lines) {
    sums[award].set(name, (sums[award].get(name) ?? 0n) + sign * BigInt(amount))
  }
}

/** A payment by an order, as the bank knows it. */
interface Payment extends Given {
  readonly reference: string
  isThere: boolean
}

/** Money that payment orders moved after an act of the record, as the payouts post it. */
export interface Moved {
  readonly kind: 'rewardPaid' | 'rewardReturned'
  readonly name: string
  readonly fen: bigint
}

/** Plays a story. */
export function playMoney(
  story: readonly {
    readonly kind: string
    readonly amounts: readonly { readonly amount: number; readonly award: Award }[]
    readonly pick: number
    readonly part: number
  }[],
) {
  const clerk = new Clerk()
  for (const one of story) clerk.takes(one)
  clerk.closesOrder()
  const { entries, accounts, reached, given, writtenOff, moved, plan } = clerk
  return { entries, accounts, reached, given, writtenOff, moved, lines: plan?.lines ?? [] }
}

class Clerk {
  readonly entries: Entry[] = []
  accounts: Accounts = noAccounts
  readonly reached = counts()
  readonly given = counts()
  readonly writtenOff = counts()
  readonly moved: Moved[] = []
  plan: { readonly lines: readonly Given[]; open?: { at: number; payments: Payment[] } } | undefined
  private readonly standing: (readonly Given[])[] = []
  private readonly byHand = counts()
  private readonly payments: Payment[] = []

  constructor() {
    const team = names.map((name) => ({ name, isInventor: true, isChief: false }))
    this.record('caseOpened', { title: '示例', achievement: '示例', team, holdsLeadingPost: false })
  }

  takes({ kind, amounts: parts, pick, part }: Story[number]): void {
    const lines = names.map((name, at) => {
      const { amount = 0, award = 'cash' as const } = parts[at] ?? {}
      return { name, award, amount: `${amount}` }
    })
    const happens: Readonly<Record<string, () => void>> = {
      plan: () => this.drafts(lines),
      payByHand: () => this.paysByHand(),
      order: () => this.orders(),
      payByOrders: () => this.closesOrder(),
      reverse: () => this.reverses(),
      comeBack: () => this.hasBack(pick, BigInt(part)),
      repeat: () => this.repeats(pick, part % 2 === 0),
      recover: () => this.recovers(pick, BigInt(part)),
      fall: () => this.falls(BigInt(part)),
    }
    happens[kind]?.()
  }

  private drafts(lines: readonly Given[]): void {
    if (this.plan?.open) return
    this.plan = { lines }
    this.record('planDrafted', {
      lines: lines.map((line, at) => ({ ...line, person: `person-${at}` })),
      ...{ toTto: '0', toTtoStaff: '0', toInstitution: '0', waived: [] },
    })
    this.record('planNoticeCertified', { lastShownOn: '2026-07-20' })
  }

  /** What is to be paid of the plan beside what its people have too much. */
  private rest(): readonly Given[] {
    return (this.plan?.lines ?? []).map((line) => {
      const has = this.tooMuch(line)
      const due = BigInt(line.amount)
      return { ...line, amount: `${due > has ? due - has : 0n}` }
    })
  }

  /** What reached somebody beyond what the payouts that stand give them. */
  private tooMuch({ name, award }: Pick<Given, 'name' | 'award'>): bigint {
    const sum = this.owing(name, award)
    return sum > 0n ? sum : 0n
  }

  private owing(name: string, award: Award): bigint {
    const of = (sums: Counts) => sums[award].get(name) ?? 0n
    return of(this.reached) - of(this.given) - of(this.writtenOff)
  }

  private paysByHand(): void {
    if (!this.plan || this.plan.open) return
    const paid = this.rest()
    count(this.reached, paid)
    count(this.byHand, paid)
    this.settle({})
  }

  private settle(more: object): void {
    const lines = this.plan?.lines ?? []
    this.standing.push(lines)
    count(this.given, lines)
    this.plan = undefined
    const told = lines.map(({ name, amount }) => ({ name, amount }))
    this.record('paid', { lines: told, proof: '批次', taxRelief: false, ...more })
  }

  private orders(): void {
    if (!this.plan || this.plan.open) return
    const at = this.entries.length
    const payments = this.rest()
      .filter(({ amount }) => amount !== '0')
      .map((line, place) => ({ ...line, reference: `B${at}-${place}`, isThere: true }))
    this.plan.open = { at, payments }
    count(this.reached, payments)
    for (const one of payments) this.moves('rewardPaid', one)
  }

  closesOrder(): void {
    if (!this.plan?.open) return
    const { at, payments } = this.plan.open
    this.payments.push(...payments)
    this.settle({ orderedAt: at })
  }

  private reverses(): void {
    const last = this.standing.at(-1)
    if (!last || this.plan?.open) return
    this.standing.pop()
    this.plan = undefined
    count(this.given, last, -1n)
    this.record('distributionReversed', { cause: 'other_cause', account: '错', resolution: '文' })
  }

  private hasBack(pick: number, most: bigint): void {
    const there = this.payments.filter(({ isThere }) => isThere)
    const one = there[pick % (there.length + 1)]
    if (one) {
      one.isThere = false
      count(this.reached, [one], -1n)
      this.moves('rewardReturned', one)
      this.tell('paymentReturned', one, { reference: one.reference })
      return
    }
    const line = this.oneOf(pick, (of) => this.byHand[of.award].get(of.name) ?? 0n, most)
    if (!line) return
    count(this.reached, [line], -1n)
    count(this.byHand, [line], -1n)
    this.tell('paymentReturned', line, {})
  }

  private repeats(pick: number, isByHand: boolean): void {
    const line = this.oneOf(pick, ({ name, award }) => -this.owing(name, award))
    if (!line) return
    count(this.reached, [line])
    if (isByHand) count(this.byHand, [line])
    const reference = `R${this.entries.length}`
    if (!isByHand) {
      this.payments.push({ ...line, reference, isThere: true })
      this.moves('rewardPaid', line)
    }
    this.tell('paymentRepeated', line, isByHand ? {} : { reference })
  }

  private recovers(pick: number, most: bigint): void {
    if (this.plan?.open) return
    const line = this.oneOf(pick, ({ name, award }) => this.owing(name, award), most)
    if (!line) return
    const way = pick % 3 === 0 ? 'written_off' : 'repaid'
    if (way === 'repaid') count(this.reached, [line], -1n)
    else count(this.writtenOff, [line])
    this.tell('recoveryRecorded', line, { way })
  }

  /** An objection overturns the plan after all of it went out by orders, or some of it by hand. */
  private falls(most: bigint): void {
    if (!this.plan) return
    const { open } = this.plan
    const paid = open ? open.payments : this.rest().slice(0, Number(most) % 3)
    const lines = paid.filter(({ amount }) => amount !== '0')
    if (lines.length === 0) return
    this.plan = undefined
    if (open) this.payments.push(...open.payments)
    else {
      count(this.reached, lines)
      count(this.byHand, lines)
    }
    const told = lines.map(({ name, award, amount }) => ({ name, award, amount }))
    const more = open ? { reference: '批次-1' } : {}
    this.record('fallenPlanTakenIn', { lines: told, proof: '批次', ...more })
  }

  /** Somebody of whom there is something, and how much of it at most. */
  private oneOf(
    pick: number,
    of: (one: Pick<Given, 'name' | 'award'>) => bigint,
    most?: bigint,
  ): Given | undefined {
    const all = (['cash', 'equity'] as const).flatMap((award) =>
      names.map((name) => ({ name, award, fen: of({ name, award }) })),
    )
    const some = all.filter(({ fen }) => fen > 0n)
    const one = some[pick % Math.max(some.length, 1)]
    if (!one) return undefined
    const { fen, ...line } = one
    return { ...line, amount: `${most !== undefined && most > 0n && most < fen ? most : fen}` }
  }

  private tell(type: string, { name, award, amount }: Given, more: object): void {
    this.record(type, { name, award, amount, proof: '凭证', ...more })
  }

  private moves(kind: Moved['kind'], { name, award, amount }: Given): void {
    if (award === 'cash') this.moved.push({ kind, name, fen: BigInt(amount) })
  }

  private record(type: string, data: Record<string, unknown>): void {
    const seq = this.entries.length + 1
    const on = addDays(day('2026-07-01'), seq)
    const by = { person: 'p', name: '示例', role: 'finance' as const }
    const act = { seq, type, on, at: `${on}T09:00:00+08:00`, by, data, files: [] }
    this.entries.push(act as unknown as Entry)
    this.accounts = accountsAfter(this.accounts, act)
  }
}
