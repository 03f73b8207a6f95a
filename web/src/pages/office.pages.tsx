import { useNavigate, useParams } from '@tanstack/react-router'
import { AchievementList, AchievementPage } from '../features/achievements/Achievements.tsx'
import { CaseList } from '../features/cases/CaseList.tsx'
import { CasePage } from '../features/cases/CasePage.tsx'
import { PolicyList, PolicyPage } from '../features/policies/Policies.tsx'
import { Workbench } from '../features/workbench/Workbench.tsx'

/** / */
export function WorkbenchPage() {
  return <Workbench />
}

/** /cases */
export function CasesPage() {
  const navigate = useNavigate()
  return <CaseList onOpen={(id) => void navigate({ to: '/cases/$id', params: { id } })} />
}

/** /cases/:id */
export function CaseDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const act = new URLSearchParams(location.search).get('act') ?? undefined
  return <CasePage key={id} id={id} act={act} />
}

/** /policies */
export function PoliciesPage() {
  return <PolicyList />
}

/** /policies/:doc */
export function PolicyDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <PolicyPage key={id} id={id} />
}

/** /achievements */
export function AchievementsPage() {
  return <AchievementList />
}

/** /achievements/:id */
export function AchievementDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <AchievementPage key={id} id={id} />
}
