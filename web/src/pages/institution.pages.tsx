import { useParams } from '@tanstack/react-router'
import { CostList } from '../features/costs/CostList.tsx'
import { Rules } from '../features/distribution-rules/Rules.tsx'
import { Carriers } from '../features/institution/Carriers.tsx'
import { InterestList } from '../features/interests/InterestList.tsx'
import { PersonInterests } from '../features/interests/PersonInterests.tsx'
import { Checklist } from '../features/internal-rules/Checklist.tsx'
import { RulePage } from '../features/internal-rules/RulePage.tsx'
import { Managers } from '../features/people/Managers.tsx'
import { Works } from '../features/works/Works.tsx'
import { useMe } from './useMe.ts'

/** /internal-rules */
export function InternalRulesPage() {
  return <Checklist roles={useMe().roles} />
}

/** /internal-rules/:id */
export function InternalRulePage() {
  const { id = '' } = useParams({ strict: false })
  return <RulePage key={id} id={id} roles={useMe().roles} />
}

/** /costs */
export function CostsPage() {
  return <CostList />
}

/** /distribution-rules */
export function DistributionRulesPage() {
  return <Rules roles={useMe().roles} />
}

/** Those who enter declarations that were signed on paper. */
const interestImporters = ['tto_reviewer', 'discipline']

/** /interests */
export function InterestsPage() {
  const { roles } = useMe()
  return <InterestList mayImport={interestImporters.some((role) => roles.includes(role))} />
}

/** /interests/:id; one's own at /interests/me */
export function PersonInterestsPage() {
  const { id = '' } = useParams({ strict: false })
  const me = useMe()
  const person = id === me.id ? 'me' : id
  return <PersonInterests key={id} person={person} mayReveal={me.roles.includes('discipline')} />
}

/** /technology-managers */
export function ManagersPage() {
  const { roles } = useMe()
  const mayImport = roles.some((role) => ['admin', 'tto_reviewer'].includes(role))
  return <Managers mayImport={mayImport} />
}

/** /works/:id; one's own at /works/me */
export function WorksPage() {
  const { id = '' } = useParams({ strict: false })
  return <Works key={id} person={id} />
}

/** /carriers */
export function CarriersPage() {
  const { roles } = useMe()
  const mayWrite = ['admin', 'tto_negotiator', 'tto_reviewer'].some((role) => roles.includes(role))
  return <Carriers mayWrite={mayWrite} />
}
