import { useNavigate, useParams } from '@tanstack/react-router'
import { FindingList } from '../features/outside-patents/FindingList.tsx'
import { FindingPage } from '../features/outside-patents/FindingPage.tsx'
import { StockDecisions } from '../features/stocktaking/StockDecisions.tsx'
import { NewTrusteeship } from '../features/trusteeships/NewTrusteeship.tsx'
import { TrusteeshipList } from '../features/trusteeships/TrusteeshipList.tsx'
import { TrusteeshipPage } from '../features/trusteeships/TrusteeshipPage.tsx'
import { stockReaders } from './navigation.ts'
import { useMe } from './useMe.ts'

const isOffice = (roles: readonly string[]) =>
  roles.some((role) => ['tto_negotiator', 'tto_reviewer'].includes(role))

/** /trusteeships */
export function TrusteeshipsPage() {
  return <TrusteeshipList mayWrite={isOffice(useMe().roles)} />
}

/** /trusteeships/new */
export function NewTrusteeshipPage() {
  const navigate = useNavigate()
  return (
    <NewTrusteeship
      owner={useMe().institution}
      onDone={(id) => void navigate({ to: '/trusteeships/$id', params: { id } })}
      onCancel={() => void navigate({ to: '/trusteeships' })}
    />
  )
}

/** /trusteeships/:id */
export function TrusteeshipDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { institution, roles } = useMe()
  const readsStock = roles.some((role) => stockReaders.includes(role))
  return (
    <TrusteeshipPage
      key={id}
      id={id}
      owner={institution}
      mayWrite={isOffice(roles)}
      {...(readsStock && { decided: (about) => <StockDecisions about={about} /> })}
    />
  )
}

/** /outside-patents */
export function OutsidePatentsPage() {
  return <FindingList isOffice={isOffice(useMe().roles)} />
}

/** /outside-patents/:id */
export function OutsidePatentPage() {
  const { id = '' } = useParams({ strict: false })
  return <FindingPage key={id} id={id} />
}
