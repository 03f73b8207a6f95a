import { groupBy } from '@yizhuan/kit'
import type { MoneyEvent, PartAmount } from '@yizhuan/money'
import {
  type Accounts,
  type Act,
  type ActData,
  type ActsState,
  accountsAfter,
  equityHolding,
  type Given,
  heldOf,
  holdingMoney,
  noAccounts,
  procedureOf,
  serviceContract,
  sumsIn,
  transferCase,
} from '@yizhuan/procedures'
import { serviceMoney } from './service-money.ts'

// What the record of a case says of money, act by act: a fold over it, so that the books made from the
// whole record are those that grew with it.

/** An event of money, the act it rests on, and the voucher or paper the act names. */
export interface CaseMoney {
  readonly seq: number
  readonly event: MoneyEvent
  readonly reference?: string
}

/** Costs that were paid and booked before the deal: a distribution deducts them, no money moves. */
const spentBefore = ['upkeep', 'research']

type Sums = ReadonlyMap<string, bigint>
type Parts = MoneyEvent['parts']

/** What the fold remembers: the plan, what is owed by one that was certified, and how its people stand. */
interface Books {
  readonly budgeted: ReadonlyMap<string, boolean>
  /** What came back of costs, by its voucher, and what part of an event it is. */
  readonly cameBack: ReadonlyMap<string, Parts>
  readonly plan: readonly Given[]
  /** Its notice is over, and it was decided for where the house asks for that: it is owed. */
  readonly isCertified: boolean
  readonly isDecided: boolean
  /** What of the office's part is the platform company's: another person at law. */
  readonly toCompany: bigint
  readonly owed: Sums
  /** What of each distribution that stands is the platform company's, the newest last. */
  readonly companyParts: readonly bigint[]
  readonly accounts: Accounts
}

const none: Sums = new Map()
const empty: Books = {
  ...{ isCertified: false, isDecided: true },
  ...{
    budgeted: new Map(),
    cameBack: new Map(),
    plan: [],
    toCompany: 0n,
    owed: none,
    companyParts: [],
  },
  accounts: noAccounts,
}

interface Told {
  readonly books: Books
  readonly money: readonly Omit<MoneyEvent, 'on'>[]
  readonly reference?: string
}

/** Every event of money of a record, in its order. */
export function moneyOf(entries: readonly Act[]): readonly CaseMoney[] {
  if (entries.length === 0) return []
  const { id } = procedureOf(entries)
  if (id === equityHolding.id) return holdingMoney(entries)
  if (id === serviceContract.id) return inService(entries)
  if (id !== transferCase.id) return []
  let books = empty
  return entries.flatMap((entry) => {
    const told = inTransfer(books, entry)
    if (!told) return []
    books = told.books
    return eventsOf(entry, told)
  })
}

function inService(entries: readonly Act[]): readonly CaseMoney[] {
  let state: ActsState | undefined
  return entries.flatMap((entry) => {
    const done = serviceMoney(state, entry)
    state = done.state
    return eventsOf(entry, done.told)
  })
}

function eventsOf({ seq, on }: Act, { money, reference }: Omit<Told, 'books'>): CaseMoney[] {
  return money.map((event) => ({
    seq,
    event: { ...event, on },
    ...(reference !== undefined && { reference }),
  }))
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

function sumsOf(lines: readonly { readonly name: string; readonly amount: string }[]): Sums {
  const groups = groupBy(lines, ({ name }) => name)
  return new Map(
    [...groups].map(([name, group]) => [
      name,
      group.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    ]),
  )
}

/** For each person of either, by how much the first is more. */
function minus(these: Sums, those: Sums): Sums {
  const names = [...new Set([...these.keys(), ...those.keys()])]
  return new Map(names.map((name) => [name, (these.get(name) ?? 0n) - (those.get(name) ?? 0n)]))
}

/** Shares move no money. */
const inCash = (lines: readonly Given[]): readonly Given[] =>
  lines.filter(({ award }) => award === 'cash')

function inTransfer(books: Books, entry: Act): Told | undefined {
  const { type, data } = entry
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
      // What is the institution's own is shared out afresh.
      const kept = { books, money: [] }
      const told = sumOf(refunded) === 0n ? kept : owing(books, none)
      return {
        books: told.books,
        money: [...told.money, { kind: 'transferRefunded', parts }],
        reference: `${data['voucher']}`,
      }
    }
    case 'othersSettled': {
      const isReturned = data['way'] === 'returned'
      const parts = { [isReturned ? 'returned' : 'passedOn']: byHolder([data as unknown as Part]) }
      const kind = isReturned ? ('othersReturned' as const) : ('othersPassedOn' as const)
      return { books, money: [{ kind, parts }], reference: `${data['proof']}` }
    }
    case 'companyPartSettled': {
      const moved = [{ fen: BigInt(`${data['amount']}`), person: company }]
      const event =
        data['way'] === 'returned'
          ? { kind: 'companyPartReturned' as const, parts: { returned: moved } }
          : { kind: 'companyPartPaid' as const, parts: { paid: moved } }
      return { books, money: [event], reference: `${data['proof']}` }
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
      const told = owing(books, none)
      if (spentBefore.includes(`${data['kind']}`)) return told
      const parts = { withdrawn: one(`${data['amount']}`) }
      const money = [...told.money, { kind: 'dealCostWithdrawn' as const, parts }]
      return { books: told.books, money, reference: `${data['cost']}` }
    }
    case 'costReimbursed':
    case 'reimbursementTakenBack':
      return ofReimbursement(books, entry)
    default:
      return inDistribution(books, entry)
  }
}

interface Reimbursed {
  readonly voucher: string
  readonly amount: string
  readonly kind: string
  readonly inFees?: boolean
}

/** What came back of a deducted cost; what the ledger of fees knows of was booked there. */
function ofReimbursement(books: Books, { type, data }: Act): Told | undefined {
  const kind = 'dealCostReimbursed' as const
  if (type === 'costReimbursed') {
    const { voucher, amount, kind: of, inFees } = data as unknown as Reimbursed
    const part = spentBefore.includes(of) ? 'ofUpkeep' : 'cameBack'
    const parts: Parts = inFees ? {} : { [part]: one(amount) }
    const cameBack = new Map(books.cameBack).set(voucher, parts)
    const money = inFees ? [] : [{ kind, parts }]
    return { books: { ...books, cameBack }, money, reference: voucher }
  }
  const voucher = `${data['reimbursement']}`
  const told = owing(books, none)
  const parts = inRed(books.cameBack.get(voucher) ?? {})
  const money = Object.keys(parts).length === 0 ? told.money : [...told.money, { kind, parts }]
  return { books: told.books, money, reference: voucher }
}

const inRed = (parts: Parts): Parts =>
  Object.fromEntries(
    Object.entries(parts).map(([part, amounts]) => [
      part,
      (amounts ?? []).map((of) => ({ ...of, fen: -of.fen })),
    ]),
  )

/** What is owed once a plan was shown, what a payout pays of it, and what a correction takes back. */
function inDistribution(before: Books, { seq, type, data }: Act): Told | undefined {
  const accounts = accountsAfter(before.accounts, { seq, type, data })
  const books = { ...before, accounts }
  // What somebody has too much less than they had: it counts towards what is owed to them.
  const setOff = minus(heldOf(before.accounts.now).cash, heldOf(accounts.now).cash)
  switch (type) {
    case 'planDrafted': {
      const { lines, toCompany = '0', decisionAsked } = data as ActData<'planDrafted'>
      const isDecided = decisionAsked === undefined
      const plan = { plan: inCash(lines), toCompany: BigInt(toCompany) }
      return owing({ ...books, ...plan, isCertified: false, isDecided }, none)
    }
    case 'planNoticeCertified':
      return owingPlan({ ...books, isCertified: true })
    case 'planDecided':
      return owingPlan({ ...books, isDecided: data['result'] === 'passed' })
    case 'paid': {
      const { proof, orderedAt } = data as ActData<'paid'>
      const payout = accounts.standing.at(-1)
      const due = sumsOf(inCash(payout?.lines ?? []))
      const late = owing(books, due)
      // What was paid by orders stands in the books already, payment by payment on its day.
      const cash = orderedAt === undefined ? minus(due, sumsIn(payout?.takenIn ?? []).cash) : none
      const parts = { cash: byPerson(cash), held: byPerson(setOff) }
      return {
        books: {
          ...{ ...books, owed: none },
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
      const held = minus(none, setOff)
      const given = sumsOf(inCash(before.accounts.standing.at(-1)?.lines ?? []))
      const parts = { held: byPerson(held), unpaid: byPerson(minus(given, held)) }
      // A plan that was under way is drafted anew.
      const told = owing(books, none)
      return {
        books: { ...told.books, companyParts: books.companyParts.slice(0, -1) },
        money: [
          ...told.money,
          { kind: 'rewardReversed', parts },
          ...ofCompany('companyPartReversed', books.companyParts.at(-1) ?? 0n),
        ],
        reference: `${data['resolution']}`,
      }
    }
    case 'recoveryRecorded': {
      const fens = byPerson(setOff)
      const money =
        data['way'] === 'repaid'
          ? { kind: 'overpaidReturned' as const, parts: { returned: fens } }
          : data['way'] === 'tax_set_off'
            ? { kind: 'overpaidTaxSetOff' as const, parts: { setOff: fens } }
            : { kind: 'overpaidWrittenOff' as const, parts: { writtenOff: fens } }
      return { books, money: [money], reference: `${data['proof']}` }
    }
    case 'taxSetOffTakenBack': {
      const parts = { setOff: byPerson(setOff) }
      return {
        books,
        money: [{ kind: 'overpaidTaxSetOff', parts }],
        reference: `${data['reason']}`,
      }
    }
    default:
      return ofReturns(books, { type, data }, setOff)
  }
}

/** What came back, was paid again, or was paid by a plan that fell. */
function ofReturns(
  books: Books,
  { type, data }: Pick<Act, 'type' | 'data'>,
  setOff: Sums,
): Told | undefined {
  const lines = type === 'fallenPlanTakenIn' ? data['lines'] : [data]
  const cash = byPerson(sumsOf(inCash(lines as readonly Given[])))
  // What payment orders moved stands in the books by them.
  const isByHand = data['reference'] === undefined
  const set = { kind: 'overpaidSetOff' as const, parts: { held: byPerson(setOff) } }
  const reference = `${data['proof']}`
  switch (type) {
    case 'paymentReturned': {
      const back = { kind: 'rewardReturned' as const, parts: { returned: cash } }
      return { books, money: isByHand ? [back, set] : [set], reference }
    }
    case 'paymentRepeated':
    case 'fallenPlanTakenIn': {
      const paid = { kind: 'rewardPaid' as const, parts: { cash } }
      const fallen = type === 'fallenPlanTakenIn' ? owing(books, none) : { books, money: [] }
      return {
        books: fallen.books,
        money: [...fallen.money, ...(isByHand ? [paid] : []), set],
        reference,
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

/** What a plan gives is owed once nothing of it is awaited any more. */
const owingPlan = (books: Books): Told =>
  books.isCertified && books.isDecided ? owing(books, sumsOf(books.plan)) : { books, money: [] }

/** What comes to be owed instead of what was: the difference is posted, in red where it is less. */
function owing(books: Books, owed: Sums): Told {
  const owes = byPerson(minus(owed, books.owed)).filter(({ fen }) => fen !== 0n)
  return {
    books: { ...books, owed },
    money: owes.length === 0 ? [] : [{ kind: 'rewardOwed', parts: { owed: owes } }],
  }
}
