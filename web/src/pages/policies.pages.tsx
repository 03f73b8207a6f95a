import { useParams } from '@tanstack/react-router'
import { PolicyList, PolicyPage } from '../features/policies/Policies.tsx'

/** /policies */
export function PoliciesPage() {
  return <PolicyList />
}

/** /policies/:doc */
export function PolicyDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <PolicyPage key={id} id={id} />
}
