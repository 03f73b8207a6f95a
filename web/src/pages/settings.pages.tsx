import { useNavigate, useParams } from '@tanstack/react-router'
import { Delegations } from '../features/delegations/Delegations.tsx'
import { OwnRules } from '../features/institution/OwnRules.tsx'
import { Profile } from '../features/institution/Profile.tsx'
import { Readings } from '../features/institution/Readings.tsx'
import { Templates } from '../features/papers/Templates.tsx'
import { AccountsLog } from '../features/people/AccountsLog.tsx'
import { PeopleList } from '../features/people/PeopleList.tsx'
import { PersonPage } from '../features/people/PersonPage.tsx'
import { Units } from '../features/people/Units.tsx'
import { TrustedAuthorities } from '../features/signatures/TrustedAuthorities.tsx'
import { Substitutes } from '../features/substitutes/Substitutes.tsx'
import { useMe } from './useMe.ts'

/** /people */
export function PeoplePage() {
  const navigate = useNavigate()
  const { roles } = useMe()
  return (
    <PeopleList
      roles={roles}
      onEntered={(id) => void navigate({ to: '/people/$id', params: { id } })}
    />
  )
}

/** /people/units */
export function UnitsPage() {
  return <Units isAdmin={useMe().roles.includes('admin')} />
}

/** /people/accounts */
export function AccountsLogPage() {
  return <AccountsLog roles={useMe().roles} />
}

/** /delegations */
export function DelegationsPage() {
  return <Delegations roles={useMe().roles} />
}

/** /substitutes */
export function SubstitutesPage() {
  return <Substitutes me={useMe()} />
}

/** /people/:id */
export function PersonDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <PersonPage key={id} id={id} me={useMe()} />
}

/** /institution/profile */
export function InstitutionPage() {
  return <Profile roles={useMe().roles} />
}

/** /institution/rules */
export function OwnRulesPage() {
  return <OwnRules roles={useMe().roles} />
}

/** /institution/readings */
export function ReadingsPage() {
  return <Readings roles={useMe().roles} />
}

/** /institution/templates */
export function TemplatesPage() {
  return <Templates roles={useMe().roles} />
}

/** /institution/authorities */
export function AuthoritiesPage() {
  return <TrustedAuthorities />
}
