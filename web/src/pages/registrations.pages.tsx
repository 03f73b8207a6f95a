import { useNavigate, useParams } from '@tanstack/react-router'
import { RegistrationList } from '../features/registrations/RegistrationList.tsx'
import { RegistrationPage } from '../features/registrations/RegistrationPage.tsx'
import { ServiceContractList } from '../features/service-contracts/ServiceContractList.tsx'
import { ContractTax } from '../features/tax/ContractTax.tsx'
import { TaxWindows } from '../features/tax/TaxWindows.tsx'
import { Unregistered } from '../features/tax/Unregistered.tsx'
import { registrants } from './navigation.ts'
import { useMe } from './useMe.ts'

/** /registrations */
export function RegistrationsPage() {
  return <RegistrationList />
}

const isOneOf = (roles: readonly string[], some: readonly string[]) =>
  roles.some((role) => some.includes(role))

/** /registrations/:id */
export function RegistrationDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const navigate = useNavigate()
  const may = {
    mayRegister: isOneOf(roles, registrants),
    mayDraw: roles.includes('finance'),
    mayApprove: isOneOf(roles, ['finance', 'tto_reviewer', 'leaders']),
  }
  return (
    <RegistrationPage
      key={id}
      id={id}
      may={may}
      onStarted={(next) => void navigate({ to: '/registrations/$id', params: { id: next } })}
    />
  )
}

/** /taxes */
export function TaxesPage() {
  return <TaxWindows />
}

/** /unregistered-contracts */
export function UnregisteredPage() {
  return <Unregistered />
}

/** /taxes/:id */
export function ContractTaxPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const may = {
    mayAnswer: isOneOf(roles, ['finance', 'tto_reviewer', 'legal']),
    mayClaim: roles.includes('finance'),
  }
  return <ContractTax key={id} id={id} may={may} />
}

/** /service-contracts */
export function ServiceContractsPage() {
  return <ServiceContractList />
}
