import { groupBy } from '@yizhuan/kit'
import type { MoneyEvent, PartAmount } from '@yizhuan/money'
import { type ActData, procedureOf, transferCase } from '@yizhuan/procedures'
import type { Entry } from './procedure.ts'

// What the record of a case says of money, act by act: a fold over it, so that the books made from the
// whole record are those that grew with it.

/** An event of money, the act it rests on, and the voucher or paper the act names. */
export interface CaseMoney {
  readonly seq: number
  readonly event: MoneyEvent
  readonly reference?: string
}

/** The acts that move money; of no other does a record need to be folded. */
export const moneyActs: ReadonlySet<string> = new Set([
  'receiptRecorded',
  'receiptRefunded',
  'othersSettled',
  'costRecorded',
  'costWithdrawn',
  'planDrafted',
  'planNoticeCertified',
  'paid',
  'distributionReversed',
  'recoveryRecorded',
  'incomeReceived',
  'rewardPaid',
  'dividendReceived',
])

/** Costs that were paid and booked before the deal: a distribution deducts them, no money moves. */
const spentBefore = ['upkeep', 'research']

type Lines = readonly { readonly name: string; readonly amount: string }[]
type Sums = ReadonlyMap<string, bigint>

/** What the fold remembers: the plan, what is owed by one that was certified, what was paid and is held. */
interface Books {
  readonly budgeted: ReadonlyMap<string, boolean>
  readonly plan: Lines
  readonly inShares: Lines
  /** What of the office's part is the platform company's: another person at law. */
  readonly toCompany: bigint
  readonly owed: Sums
  /** The cash of the distributions that stand, the newest last. */
  readonly paid: readonly Sums[]
  /** What of each of them is the platform company's. */
  readonly companyParts: readonly bigint[]
  /** Cash of distributions that were reversed, by whom it is held. */
  readonly held: Sums
}

const empty: Books = {
  budgeted: new Map(),
  plan: [],
  inShares: [],
  toCompany: 0n,
  owed: new Map(),
  paid: [],
  companyParts: [],
  held: new Map(),
}

interface Told {
  readonly books: Books
  readonly money: readonly Omit<MoneyEvent, 'on'>[]
  readonly reference?: string
}

/** Every event of money of a record, in its order. */
export function moneyOf(entries: readonly Entry[]): readonly CaseMoney[] {
  if (entries.length === 0) return []
  const isTransfer = procedureOf(entries).id === transferCase.id
  let books = empty
  return entries.flatMap((entry) => {
    const told = isTransfer ? inTransfer(books, entry) : elsewhere(entry)
    if (!told) return []
    books = told.books
    const { reference } = told
    return told.money.map((event) => ({
      seq: entry.seq,
      event: { ...event, on: entry.on },
      ...(reference !== undefined && { reference }),
    }))
  })
}

const one = (amount: string): readonly PartAmount[] => [{ fen: BigInt(amount) }]
const byPerson = (sums: Sums): readonly PartAmount[] =>
  [...sums].map(([person, fen]) => ({ fen, person }))

/** What is held for another holder of title, told apart by whom it belongs to. */
interface Part {
  readonly holder: string
  readonly amount: string
}
const byHolder = (parts: readonly Part[] | undefined): readonly PartAmount[] =>
  (parts ?? []).map(({ holder, amount }) => ({ fen: BigInt(amount), person: holder }))
const sumOf = (parts: readonly PartAmount[]): bigint =>
  parts.reduce((sum, { fen }) => sum + fen, 0n)

function sumsOf(lines: Lines): Sums {
  const groups = groupBy(lines, ({ name }) => name)
  return new Map(
    [...groups].map(([name, group]) => [
      name,
      group.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    ]),
  )
}

/** One sum for each person of either, by what the two hold. */
function combined(these: Sums, those: Sums, by: (one: bigint, other: bigint) => bigint): Sums {
  const names = [...new Set([...these.keys(), ...those.keys()])]
  return new Map(names.map((name) => [name, by(these.get(name) ?? 0n, those.get(name) ?? 0n)]))
}

const least = (a: bigint, b: bigint) => [a, b].reduce((one, other) => (other < one ? other : one))
const minus = (these: Sums, those: Sums) => combined(these, those, (a, b) => a - b)
const plus = (these: Sums, those: Sums) => combined(these, those, (a, b) => a + b)
const lesser = (these: Sums, those: Sums) => combined(these, those, (a, b) => least(a, b))

/** Lines without those that are given in shares, each taken out once. */
function withoutShares(lines: Lines, inShares: Lines): Lines {
  const left = [...inShares]
  return lines.filter(({ name, amount }) => {
    const at = left.findIndex((line) => line.name === name && line.amount === amount)
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}

function inTransfer(books: Books, { type, data }: Entry): Told | undefined {
  switch (type) {
    case 'receiptRecorded': {
      const { amount, voucher, inBudget, forOthers } = data as ActData<'receiptRecorded'>
      const others = byHolder(forOthers)
      const received = one(`${BigInt(amount) - sumOf(others)}`)
      const parts = {
        received,
        ...(inBudget && { budgeted: received }),
        ...(others.length > 0 && { forOthers: others }),
      }
      const budgeted = new Map(books.budgeted).set(voucher, inBudget)
      const money = [{ kind: 'transferReceived' as const, parts }]
      return { books: { ...books, budgeted }, money, reference: voucher }
    }
    case 'receiptRefunded': {
      const others = byHolder(data['fromOthers'] as Parameters<typeof byHolder>[0])
      const refunded = one(`${BigInt(`${data['amount']}`) - sumOf(others)}`)
      const parts = {
        refunded,
        ...(books.budgeted.get(`${data['receipt']}`) && { budgeted: refunded }),
        ...(others.length > 0 && { fromOthers: others }),
      }
      return {
        books,
        money: [{ kind: 'transferRefunded', parts }],
        reference: `${data['voucher']}`,
      }
    }
    case 'othersSettled': {
      const isReturned = data['way'] === 'returned'
      const parts = { [isReturned ? 'returned' : 'passedOn']: byHolder([data as unknown as Part]) }
      const kind = isReturned ? ('othersReturned' as const) : ('othersPassedOn' as const)
      return { books, money: [{ kind, parts }], reference: `${data['proof']}` }
    }
    case 'costRecorded': {
      const { kind, amount, voucher } = data as ActData<'costRecorded'>
      if (spentBefore.includes(kind)) return undefined
      return {
        books,
        money: [{ kind: 'dealCostPaid', parts: { paid: one(amount) } }],
        reference: voucher,
      }
    }
    case 'costWithdrawn': {
      if (spentBefore.includes(`${data['kind']}`)) return undefined
      const parts = { withdrawn: one(`${data['amount']}`) }
      return { books, money: [{ kind: 'dealCostWithdrawn', parts }], reference: `${data['cost']}` }
    }
    default:
      return inDistribution(books, type, data)
  }
}

/** What is owed once a plan was shown, what a payout pays of it, and what a correction takes back. */
function inDistribution(books: Books, type: string, data: Entry['data']): Told | undefined {
  switch (type) {
    case 'planDrafted': {
      const { lines, toCompany = '0' } = data as ActData<'planDrafted'>
      const inShares = lines.filter(({ award }) => award === 'equity')
      const plan = withoutShares(lines, inShares)
      const drafted = { ...books, plan, inShares, toCompany: BigInt(toCompany) }
      return { ...owing(drafted, new Map()) }
    }
    case 'planNoticeCertified':
      return owing(books, sumsOf(books.plan))
    case 'paid': {
      const { lines, proof, orderedAt } = data as ActData<'paid'>
      const due = sumsOf(withoutShares(lines, books.inShares))
      const late = owing(books, due)
      const held = lesser(due, books.held)
      // What was paid by orders stands in the books already, payment by payment on its day.
      const cash = orderedAt === undefined ? byPerson(minus(due, held)) : []
      const parts = { cash, held: byPerson(held) }
      const paid = [...books.paid, due]
      return {
        books: {
          ...{ ...books, owed: new Map(), paid, held: minus(books.held, held) },
          companyParts: [...books.companyParts, books.toCompany],
        },
        money: [
          ...late.money,
          { kind: 'rewardPaid', parts },
          ...ofCompany('companyPartOwed', books.toCompany),
        ],
        reference: proof,
      }
    }
    case 'distributionReversed': {
      const last = books.paid.at(-1) ?? new Map()
      return {
        books: {
          ...{ ...books, paid: books.paid.slice(0, -1), held: plus(books.held, last) },
          companyParts: books.companyParts.slice(0, -1),
        },
        money: [
          { kind: 'rewardReversed', parts: { held: byPerson(last) } },
          ...ofCompany('companyPartReversed', books.companyParts.at(-1) ?? 0n),
        ],
        reference: `${data['resolution']}`,
      }
    }
    case 'recoveryRecorded': {
      const [name, amount] = [`${data['name']}`, `${data['amount']}`]
      const back = lesser(
        new Map([[name, BigInt(amount)]]),
        new Map([[name, books.held.get(name) ?? 0n]]),
      )
      const kept = { ...books, held: minus(books.held, back) }
      return {
        books: kept,
        money:
          data['way'] === 'repaid'
            ? [{ kind: 'overpaidReturned', parts: { returned: byPerson(back) } }]
            : [{ kind: 'overpaidWrittenOff', parts: { writtenOff: byPerson(back) } }],
        reference: `${data['proof']}`,
      }
    }
    default:
      return undefined
  }
}

/** What is the platform company's of the office's part leaves the house: it is owed, no part kept. */
function ofCompany(kind: 'companyPartOwed' | 'companyPartReversed', fen: bigint) {
  return fen === 0n ? [] : [{ kind, parts: { owed: [{ fen, person: company }] } }]
}

const company = '成果转化平台公司'

/** What comes to be owed instead of what was: the difference is posted, in red where it is less. */
function owing(books: Books, owed: Sums): Told {
  const owes = byPerson(minus(owed, books.owed)).filter(({ fen }) => fen !== 0n)
  return {
    books: { ...books, owed },
    money: owes.length === 0 ? [] : [{ kind: 'rewardOwed', parts: { owed: owes } }],
  }
}

/** Procedures in which money comes in or goes out and nothing is remembered of it. */
function elsewhere({ type, data }: Entry): Told | undefined {
  const amount = `${data['amount']}`
  switch (type) {
    case 'incomeReceived':
      return received('serviceReceived', amount, data)
    case 'dividendReceived':
      return received('dividendReceived', amount, data)
    case 'rewardPaid': {
      const paid = byPerson(sumsOf(data['lines'] as Lines))
      const money = [{ kind: 'serviceRewardPaid' as const, parts: { paid } }]
      return { books: empty, money, reference: `${data['proof']}` }
    }
    default:
      return undefined
  }
}

function received(kind: MoneyEvent['kind'], amount: string, data: Entry['data']): Told {
  const parts = { received: one(amount) }
  return { books: empty, money: [{ kind, parts }], reference: `${data['voucher']}` }
}
