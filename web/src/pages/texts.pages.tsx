import { useParams } from '@tanstack/react-router'
import { StandardList } from '../features/contract-texts/StandardList.tsx'
import { StandardPage } from '../features/contract-texts/StandardPage.tsx'
import { TextPage } from '../features/contract-texts/TextPage.tsx'
import { useMe } from './useMe.ts'

/** /contract-standards */
export function ContractStandardsPage() {
  const { id, roles } = useMe()
  return <StandardList roles={roles} me={id} />
}

/** /contract-standards/:id */
export function ContractStandardPage() {
  const { id = '' } = useParams({ strict: false })
  return <StandardPage key={id} id={id} me={useMe()} />
}

/** /contract-texts/:id */
export function ContractTextPage() {
  const { id = '' } = useParams({ strict: false })
  return <TextPage key={id} id={id} />
}
