import { useParams } from '@tanstack/react-router'
import { AmendmentPage } from '../features/policies/AmendmentPage.tsx'
import { DoubtsPage } from '../features/policies/DoubtsPage.tsx'
import { NormPage } from '../features/policies/NormPage.tsx'
import { PolicyList } from '../features/policies/PolicyList.tsx'
import { PolicyPage } from '../features/policies/PolicyPage.tsx'
import { RevisionList } from '../features/policies/RevisionList.tsx'
import { useMe } from './useMe.ts'

/** Who may bring official texts in. */
const importers = ['admin', 'legal', 'tto_reviewer', 'policy_officer']

/** /policies */
export function PoliciesPage() {
  return <PolicyList />
}

/** /policies/:doc */
export function PolicyDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  return <PolicyPage key={id} id={id} mayImport={importers.some((role) => roles.includes(role))} />
}

/** /policies/norms/:id */
export function NormDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <NormPage key={id} id={id} />
}

/** /policies/revisions */
export function RevisionsPage() {
  return <RevisionList />
}

/** /policies/amendments/:id */
export function AmendmentDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <AmendmentPage key={id} id={id} />
}

/** /policies/:doc/text */
export function DoubtsDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const { roles } = useMe()
  const mayAnswer = importers.some((role) => roles.includes(role))
  return <DoubtsPage key={id} id={id} mayAnswer={mayAnswer} />
}
