// How the people of a service contract stand by what they were paid: what came back and is owed to them still, and
// what they have too much since a reward was reversed. The same accounts as those of a distribution.
import { type ActsState, readers } from '../procedure/acts-state.ts'
import {
  type Accounts,
  accountsAfter,
  type Balances,
  heldOf,
  noAccounts,
  owedOf,
} from '../transfer-case/correction/accounts.ts'
import { actData } from './acts.ts'
import { partsOf, type RewardPlan } from './reward.ts'

const { all } = readers(actData)

/** Acts that move the accounts, each by what the accounts of a distribution call it. */
const moves = {
  rewardPlanned: 'planDrafted',
  rewardPaid: 'paid',
  rewardReversed: 'distributionReversed',
  recoveryRecorded: 'recoveryRecorded',
  taxSetOffTakenBack: 'taxSetOffTakenBack',
  paymentReturned: 'paymentReturned',
  paymentRepeated: 'paymentRepeated',
} as const

/** How its people stand by what was paid. */
export function rewardAccounts(state: ActsState): Accounts {
  const acts = (Object.keys(moves) as (keyof typeof moves)[]).flatMap((type) =>
    all(state, type).map((act) => ({ ...act, type })),
  )
  return acts
    .toSorted((one, other) => one.seq - other.seq)
    .reduce((accounts, act) => accountsAfter(accounts, accountAct(act)), noAccounts)
}

/** An act in the words of the accounts. */
function accountAct({ seq, type, data }: { seq: number; type: string; data: object }) {
  const told = { ...data } as Readonly<Record<string, unknown>>
  const named = { seq, type: (moves as Readonly<Record<string, string>>)[type] ?? type }
  if (type !== 'rewardPlanned') return { ...named, data: told }
  const lines = partsOf(data as RewardPlan).map((part) => ({ ...part, award: 'cash' as const }))
  return { ...named, data: { lines } }
}

/** What came back and is owed still. */
export const rewardOwed = (state: ActsState): Balances => owedOf(rewardAccounts(state).now)

/** What persons have too much: of rewards that were reversed. */
export const rewardHeld = (state: ActsState): Balances => heldOf(rewardAccounts(state).now)
