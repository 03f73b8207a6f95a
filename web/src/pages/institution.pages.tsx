import { useParams } from '@tanstack/react-router'
import { Checklist } from '../features/internal-rules/Checklist.tsx'
import { RulePage } from '../features/internal-rules/RulePage.tsx'
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
