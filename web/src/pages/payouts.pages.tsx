import { useNavigate, useParams } from '@tanstack/react-router'
import { MyBonuses } from '../features/funds/MyBonuses.tsx'
import { MyEquity } from '../features/holdings/MyEquity.tsx'
import { NewPayout } from '../features/payouts/NewPayout.tsx'
import { PayoutList } from '../features/payouts/PayoutList.tsx'
import { PayoutPage } from '../features/payouts/PayoutPage.tsx'
import { Retained } from '../features/payouts/Retained.tsx'
import { Statement } from '../features/payouts/Statement.tsx'
import { SettlementPage } from '../features/vat/SettlementPage.tsx'
import { VatPage } from '../features/vat/VatPage.tsx'
import { RemittancePage } from '../features/withheld-taxes/RemittancePage.tsx'
import { WithheldTaxes } from '../features/withheld-taxes/WithheldTaxes.tsx'
import { useMe } from './useMe.ts'

/** /payouts */
export function PayoutsPage() {
  return <PayoutList mayMake={useMe().roles.includes('finance')} />
}

/** /payouts/new */
export function NewPayoutPage() {
  const navigate = useNavigate()
  return <NewPayout onMade={(id) => void navigate({ to: '/payouts/$id', params: { id } })} />
}

/** /payouts/:id */
export function PayoutDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles, id: me } = useMe()
  const may = {
    person: me,
    mayPay: roles.includes('finance'),
    mayApprove: ['finance', 'leaders'].some((role) => roles.includes(role)),
    mayEnterAccounts: ['finance', 'admin'].some((role) => roles.includes(role)),
  }
  return <PayoutPage key={id} id={id} may={may} />
}

/** /retained */
export function RetainedPage() {
  return <Retained />
}

/** /tax-months, and /tax-months/:id as calendars name it: the months of a house are one record. */
export function WithheldTaxesPage() {
  return <WithheldTaxes may={useTaxRights()} />
}

/** /tax-remittances/:id */
export function TaxRemittancePage() {
  const { id = '' } = useParams({ strict: false })
  return <RemittancePage key={id} id={id} may={useTaxRights()} />
}

/** /vat */
export function VatOwedPage() {
  return <VatPage mayRecord={useMe().roles.includes('finance')} />
}

/** /vat/:id */
export function VatSettlementPage() {
  const { id = '' } = useParams({ strict: false })
  const { person, mayApprove: mayReverse } = useTaxRights()
  return <SettlementPage key={id} id={id} may={{ person, mayReverse }} />
}

function useTaxRights() {
  const { roles, id: person } = useMe()
  const mayPay = roles.includes('finance')
  return { person, mayPay, mayApprove: mayPay || roles.includes('leaders') }
}

/** /rewards */
export function RewardsPage() {
  return (
    <Statement
      besides={
        <>
          <MyBonuses />
          <MyEquity />
        </>
      }
    />
  )
}

/** /people/:id/rewards */
export function PersonRewardsPage() {
  const { id = '' } = useParams({ strict: false })
  return <Statement key={id} person={id} />
}
