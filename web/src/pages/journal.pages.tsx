import { useParams } from '@tanstack/react-router'
import { Closings } from '../features/closing/Closings.tsx'
import { AccountSheet } from '../features/journal/AccountSheet.tsx'
import { Accounts } from '../features/journal/Accounts.tsx'
import { Balance } from '../features/journal/Balance.tsx'
import { Journal } from '../features/journal/Journal.tsx'
import { Vouchers } from '../features/journal/Vouchers.tsx'
import { useMe } from './useMe.ts'

/** /journal */
export function JournalPage() {
  return <Journal />
}

/** /trial-balance */
export function BalancePage() {
  return <Balance />
}

/** /chart-of-accounts */
export function AccountsPage() {
  return <Accounts mayName={useMe().roles.includes('finance')} />
}

/** /chart-of-accounts/:account */
export function AccountSheetPage() {
  const { account = '' } = useParams({ strict: false })
  return <AccountSheet key={account} account={account} />
}

/** /vouchers */
export function VouchersPage() {
  return <Vouchers maySend={useMe().roles.includes('finance')} />
}

/** /closings */
export function ClosingsPage() {
  const { roles } = useMe()
  const has = (...some: readonly string[]) => some.some((role) => roles.includes(role))
  const may = {
    propose: has('finance'),
    confirm: has('finance', 'leaders'),
    reopen: has('leaders'),
    take: has('finance', 'auditor'),
  }
  return <Closings may={may} />
}
