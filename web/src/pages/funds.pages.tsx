import { useNavigate, useParams } from '@tanstack/react-router'
import { AwardPage } from '../features/funds/AwardPage.tsx'
import { BonusList } from '../features/funds/BonusList.tsx'
import { BonusPage } from '../features/funds/BonusPage.tsx'
import { FundList } from '../features/funds/FundList.tsx'
import { FundPage } from '../features/funds/FundPage.tsx'
import { StaffPurse } from '../features/funds/StaffPurse.tsx'
import { useMe } from './useMe.ts'

const isOneOf = (roles: readonly string[], some: readonly string[]) =>
  roles.some((role) => some.includes(role))

const keepers = ['tto_negotiator', 'tto_reviewer']

/** /grant-bonuses */
export function BonusesPage() {
  const navigate = useNavigate()
  const { roles } = useMe()
  return (
    <BonusList
      mayPropose={isOneOf(roles, keepers)}
      mayPay={roles.includes('finance')}
      onProposed={(id) => void navigate({ to: '/grant-bonuses/$id', params: { id } })}
    />
  )
}

/** /grant-bonuses/:id */
export function BonusDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <BonusPage key={id} id={id} may={useGivingPowers()} />
}

/** Who proposes, approves and pays what the house gives besides. */
function useGivingPowers() {
  const { id: person, roles } = useMe()
  return {
    person,
    mayPropose: isOneOf(roles, keepers),
    mayApprove: isOneOf(roles, ['tto_reviewer', 'leaders']),
    mayPay: roles.includes('finance'),
  }
}

/** /staff-awards */
export function StaffPursePage() {
  const navigate = useNavigate()
  return (
    <StaffPurse
      mayPropose={isOneOf(useMe().roles, keepers)}
      onProposed={(id) => void navigate({ to: '/staff-awards/$id', params: { id } })}
    />
  )
}

/** /staff-awards/:id */
export function AwardDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <AwardPage key={id} id={id} may={useGivingPowers()} />
}

/** /funds */
export function FundsPage() {
  return <FundList mayFound={isOneOf(useMe().roles, ['tto_reviewer', 'leaders'])} />
}

/** /funds/:id */
export function FundDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const may = {
    mayKeep: isOneOf(roles, keepers),
    mayDecide: isOneOf(roles, ['tto_reviewer', 'leaders']),
    mayPay: roles.includes('finance'),
  }
  return <FundPage key={id} id={id} may={may} />
}
