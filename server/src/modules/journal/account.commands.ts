import { accept, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { accountNames, namesOfAccount } from './journal.queries.ts'
import { chartNow } from './journal.view.ts'

/** Why an account is not named. */
export interface AccountRefusals {
  'no-such-account': { readonly account: string }
  'number-of-another-account': { readonly number: string; readonly account: string }
}

/** Says how the institution's own books call an account of the chart; what it was called before stays told. */
export async function nameAccount(
  tx: Tx,
  clock: Clock,
  by: Caller,
  account: string,
  { number, name }: { readonly number: string; readonly name: string },
): Promise<Outcome<{ seq: number }, AccountRefusals>> {
  const { institution } = by
  const chart = chartNow(clock.today())
  if (!chart.accounts.some((one) => one.number === account)) {
    return refuse('no-such-account', { account })
  }
  // One chain for all accounts: of two that are given the same number at once, the second sees the first.
  await lockChain(tx, { institution, name: 'accounts' })
  const other = (await accountNames(tx, institution)).find(
    (one) => one.number === number && one.account !== account,
  )
  if (other) return refuse('number-of-another-account', { number, account: other.account })
  const [last] = await namesOfAccount(tx, institution, account)
  if (last?.number === number && last.name === name) return accept({ seq: last.seq })

  // From here on the account is named.
  const seq = (last?.seq ?? 0) + 1
  const at = clock.now()
  await tx
    .insertInto('accountName')
    .values({
      ...{ institutionId: institution, account, seq, number, name },
      ...{ madeAt: at, madeBy: by.person, madeName: by.name },
    })
    .execute()
  await recordChange(tx, 'accounts', {
    action: 'account.named',
    data: { account, number, name },
    at,
    by,
  })
  return accept({ seq })
}
