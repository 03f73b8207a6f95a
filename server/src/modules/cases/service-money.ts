import { groupBy } from '@yizhuan/kit'
import type { MoneyEvent, PartAmount } from '@yizhuan/money'
import {
  type Act,
  type ActsState,
  awaitsRewardDecision,
  type Balances,
  heldOf,
  rewardAccounts,
  rewardAwaited,
  rewardParts,
  rewardPlanOf,
  serviceContract,
  sumsIn,
} from '@yizhuan/procedures'

// What the record of commissioned work says of money. A reward is owed once everybody of its plan agreed to it;
// one that was paid without a plan was owed and paid at once.

type Sums = ReadonlyMap<string, bigint>
type Money = Omit<MoneyEvent, 'on'>

interface Told {
  readonly money: readonly Money[]
  readonly reference?: string
}

/** What an act of commissioned work does to money, and the state it leaves. */
export function serviceMoney(before: ActsState | undefined, entry: Act) {
  const state = serviceContract.evolve(before, entry) as ActsState
  return { state, told: toldBy(before, state, entry) }
}

function toldBy(before: ActsState | undefined, after: ActsState, entry: Act): Told {
  const { type, data } = entry
  switch (type) {
    case 'incomeReceived': {
      const parts = { received: [{ fen: BigInt(`${data['amount']}`) }] }
      return { money: [{ kind: 'serviceReceived', parts }], reference: `${data['voucher']}` }
    }
    case 'receiptRefunded': {
      const refunded = [{ fen: BigInt(`${data['amount']}`) }]
      // A plan that waited rests on what went back: it is drawn up anew.
      const owed = owing(owedIn(before), owedIn(after))
      const money = [...owed, { kind: 'serviceRefunded' as const, parts: { refunded } }]
      return { money, reference: `${data['voucher']}` }
    }
    case 'rewardPlanned':
    case 'rewardAgreed':
    case 'rewardPlanDecided':
    case 'rewardPlanTakenBack':
      return { money: owing(owedIn(before), owedIn(after)) }
    case 'rewardPaid':
      return { money: paidOut(before, after, data), reference: `${data['proof']}` }
    case 'rewardReversed':
      return { money: reversed(before, after), reference: `${data['resolution']}` }
    case 'recoveryRecorded': {
      const settled = byPerson(setOffIn(before, after))
      const ways = { repaid: 'overpaidReturned', tax_set_off: 'overpaidTaxSetOff' } as const
      const way = `${data['way']}`
      const money: Money =
        way === 'repaid' || way === 'tax_set_off'
          ? { kind: ways[way], parts: { [way === 'repaid' ? 'returned' : 'setOff']: settled } }
          : { kind: 'overpaidWrittenOff', parts: { writtenOff: settled } }
      return { money: [money], reference: `${data['proof']}` }
    }
    case 'taxSetOffTakenBack': {
      const parts = { setOff: byPerson(setOffIn(before, after)) }
      return { money: [{ kind: 'overpaidTaxSetOff', parts }], reference: `${data['reason']}` }
    }
    case 'paymentReturned':
    case 'paymentRepeated':
      return { money: turned(before, after, entry), reference: `${data['proof']}` }
    default:
      return { money: [] }
  }
}

interface Line {
  readonly name: string
  readonly amount: string
}

function paidOut(
  before: ActsState | undefined,
  after: ActsState,
  data: Act['data'],
): readonly Money[] {
  const due = sumsOf(data['lines'] as readonly Line[])
  const isPlanned = before !== undefined && rewardPlanOf(before) !== undefined
  if (!isPlanned) return [{ kind: 'serviceRewardPaid', parts: { paid: byPerson(due) } }]
  const late = owing(owedIn(before), due)
  const held = byPerson(setOffIn(before, after))
  // What was paid by orders stands in the books already, payment by payment on its day.
  const isByOrders = data['orderedAt'] !== undefined
  const takenIn = sumsIn(rewardAccounts(after).standing.at(-1)?.takenIn ?? []).cash
  const cash = isByOrders ? [] : byPerson(minus(due, takenIn))
  if (isByOrders && held.length === 0) return late
  return [...late, { kind: 'rewardPaid', parts: { cash, ...(held.length > 0 && { held }) } }]
}

/** What was paid is a claim on those who have it; what never reached somebody is owed to them no more. */
function reversed(before: ActsState | undefined, after: ActsState): readonly Money[] {
  const held = minus(new Map(), setOffIn(before, after))
  const given = sumsOf(before ? (rewardAccounts(before).standing.at(-1)?.lines ?? []) : [])
  const parts = { held: byPerson(held), unpaid: byPerson(minus(given, held)) }
  return [...owing(owedIn(before), owedIn(after)), { kind: 'rewardReversed', parts }]
}

/** What came back, or was paid again: between what is owed to somebody and what they have too much as well. */
function turned(
  before: ActsState | undefined,
  after: ActsState,
  { type, data }: Act,
): readonly Money[] {
  const sums = byPerson(sumsOf([data as unknown as Line]))
  const event: Money =
    type === 'paymentReturned'
      ? { kind: 'rewardReturned', parts: { returned: sums } }
      : { kind: 'rewardPaid', parts: { cash: sums } }
  const held = byPerson(setOffIn(before, after))
  return [
    // What payment orders moved stands in the books by them.
    ...(data['reference'] === undefined ? [event] : []),
    ...(held.length > 0 ? [{ kind: 'overpaidSetOff' as const, parts: { held } }] : []),
  ]
}

/** By how much each has less too much than they had. */
function setOffIn(before: ActsState | undefined, after: ActsState): Sums {
  const had: Balances['cash'] = before ? heldOf(rewardAccounts(before).now).cash : new Map()
  return minus(had, heldOf(rewardAccounts(after).now).cash)
}

/** For each person of either, by how much the first is more; nobody by nothing. */
function minus(these: Sums, those: Sums): Sums {
  const names = [...new Set([...these.keys(), ...those.keys()])]
  const differences = names.map(
    (name) => [name, (these.get(name) ?? 0n) - (those.get(name) ?? 0n)] as const,
  )
  return new Map(differences.filter(([, fen]) => fen !== 0n))
}

/** What the plan that stands owes, once nobody's word to it is awaited, nor the decision that the house asks for. */
function owedIn(state: ActsState | undefined): Sums {
  const plan = state && rewardPlanOf(state)
  if (!plan || rewardAwaited(state).length > 0 || awaitsRewardDecision(state)) return new Map()
  return sumsOf(rewardParts(plan.data))
}

/** What comes to be owed instead of what was: the difference is posted, in red where it is less. */
function owing(was: Sums, owed: Sums): readonly Money[] {
  const parts = byPerson(minus(owed, was))
  return parts.length === 0 ? [] : [{ kind: 'rewardOwed', parts: { owed: parts } }]
}

const byPerson = (sums: Sums): readonly PartAmount[] =>
  [...sums].map(([person, fen]) => ({ fen, person }))

function sumsOf(lines: readonly Line[]): Sums {
  const groups = groupBy(lines, ({ name }) => name)
  return new Map(
    [...groups].map(([name, group]) => [
      name,
      group.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
    ]),
  )
}
