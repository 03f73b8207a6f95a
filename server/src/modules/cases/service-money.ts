import { groupBy } from '@yizhuan/kit'
import type { MoneyEvent, PartAmount } from '@yizhuan/money'
import {
  type ActsState,
  rewardAwaited,
  rewardParts,
  rewardPlanOf,
  serviceContract,
} from '@yizhuan/procedures'
import type { Entry } from './procedure.ts'

// What the record of commissioned work says of money. A reward is owed once everybody of its plan agreed to it;
// one that was paid without a plan was owed and paid at once.

type Sums = ReadonlyMap<string, bigint>
type Money = Omit<MoneyEvent, 'on'>

interface Told {
  readonly money: readonly Money[]
  readonly reference?: string
}

/** What an act of commissioned work does to money, and the state it leaves. */
export function serviceMoney(before: ActsState | undefined, entry: Entry) {
  const state = serviceContract.evolve(before, entry) as ActsState
  return { state, told: toldBy(before, state, entry) }
}

function toldBy(before: ActsState | undefined, after: ActsState, entry: Entry): Told {
  const { type, data } = entry
  switch (type) {
    case 'incomeReceived': {
      const parts = { received: [{ fen: BigInt(`${data['amount']}`) }] }
      return { money: [{ kind: 'serviceReceived', parts }], reference: `${data['voucher']}` }
    }
    case 'rewardPlanned':
    case 'rewardAgreed':
    case 'rewardPlanTakenBack':
      return { money: owing(owedIn(before), owedIn(after)) }
    case 'rewardPaid':
      return { money: paidOut(before, data), reference: `${data['proof']}` }
    case 'paymentReturned':
    case 'paymentRepeated': {
      // What payment orders moved stands in the books by them.
      const isByHand = data['reference'] === undefined
      const sums = byPerson(sumsOf([data as unknown as Line]))
      const event: Money =
        type === 'paymentReturned'
          ? { kind: 'rewardReturned', parts: { returned: sums } }
          : { kind: 'rewardPaid', parts: { cash: sums } }
      return { money: isByHand ? [event] : [], reference: `${data['proof']}` }
    }
    default:
      return { money: [] }
  }
}

interface Line {
  readonly name: string
  readonly amount: string
}

function paidOut(before: ActsState | undefined, data: Entry['data']): readonly Money[] {
  const due = sumsOf(data['lines'] as readonly Line[])
  const isPlanned = before !== undefined && rewardPlanOf(before) !== undefined
  if (!isPlanned) return [{ kind: 'serviceRewardPaid', parts: { paid: byPerson(due) } }]
  const late = owing(owedIn(before), due)
  // What was paid by orders stands in the books already, payment by payment on its day.
  if (data['orderedAt'] !== undefined) return late
  return [...late, { kind: 'rewardPaid', parts: { cash: byPerson(due) } }]
}

/** What the plan that stands owes, once nobody's word to it is awaited. */
function owedIn(state: ActsState | undefined): Sums {
  const plan = state && rewardPlanOf(state)
  if (!plan || rewardAwaited(state).length > 0) return new Map()
  return sumsOf(rewardParts(plan.data))
}

/** What comes to be owed instead of what was: the difference is posted, in red where it is less. */
function owing(was: Sums, owed: Sums): readonly Money[] {
  const names = [...new Set([...owed.keys(), ...was.keys()])]
  const parts = names
    .map((person) => ({ person, fen: (owed.get(person) ?? 0n) - (was.get(person) ?? 0n) }))
    .filter(({ fen }) => fen !== 0n)
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
