import type { Shape } from '../shape.ts'
import type { unregistered as chinese } from '../zh/unregistered.ts'

/** Technology contracts that could be registered and are not. */
export const unregistered: Shape<typeof chinese> = {
  unregistered: {
    title: 'Contracts to register',
    lead: 'Without registration a technology contract has none of the reliefs named here; for cash rewards it must be registered before the payout. Amounts are estimates.',
    link: 'Contracts to register',
    waitingFilter: 'Rewards',
    onlyWaiting: 'With rewards still to be paid',
    none: 'No contract needs registering',
    noneHint: 'Contracts that are registered, under way or no technology contracts are not listed.',
    count_one: '{{count}} contract in all',
    count_other: '{{count}} contracts in all',
    reliefs: 'Reliefs it cannot have',
    saves: 'Estimated saving',
    unknown: 'The saving cannot be estimated yet',
    waiting: 'Receipts whose reward waits',
  },
}
