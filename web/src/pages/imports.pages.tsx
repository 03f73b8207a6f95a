import { useNavigate, useParams } from '@tanstack/react-router'
import { ImportList } from '../features/imports/ImportList.tsx'
import { ImportPage } from '../features/imports/ImportPage.tsx'
import { useMe } from './useMe.ts'

/** Whether somebody with these roles may import. */
const imports = (roles: readonly string[]) =>
  roles.some((role) =>
    ['tto_negotiator', 'tto_reviewer', 'admin', 'finance', 'discipline'].includes(role),
  )

/** /imports */
export function ImportsPage() {
  const navigate = useNavigate()
  return (
    <ImportList
      mayWrite={imports(useMe().roles)}
      onOpen={(id) => void navigate({ to: '/imports/$id', params: { id } })}
    />
  )
}

/** /imports/:id */
export function ImportDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <ImportPage key={id} id={id} mayWrite={imports(useMe().roles)} />
}
