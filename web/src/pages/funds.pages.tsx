import { useNavigate, useParams } from '@tanstack/react-router'
import { BonusList } from '../features/funds/BonusList.tsx'
import { BonusPage } from '../features/funds/BonusPage.tsx'
import { FundList } from '../features/funds/FundList.tsx'
import { FundPage } from '../features/funds/FundPage.tsx'
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
  const { id: person, roles } = useMe()
  const may = {
    person,
    mayPropose: isOneOf(roles, keepers),
    mayApprove: isOneOf(roles, ['tto_reviewer', 'leaders']),
    mayPay: roles.includes('finance'),
  }
  return <BonusPage key={id} id={id} may={may} />
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
