import { useNavigate, useParams } from '@tanstack/react-router'
import { CaseList } from '../features/cases/CaseList.tsx'
import { CasePage } from '../features/cases/CasePage.tsx'

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
