import { useNavigate, useParams } from '@tanstack/react-router'
import { LetterList } from '../features/letters/LetterList.tsx'
import { LetterPage } from '../features/letters/LetterPage.tsx'
import { useMe } from './useMe.ts'

/** /letters */
export function LettersPage() {
  return <LetterList />
}

/** /letters/:id */
export function LetterDetailPage() {
  const { id = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  return (
    <LetterPage
      key={id}
      id={id}
      me={useMe().id}
      onDisclosing={() => void navigate({ to: '/achievements/new' })}
    />
  )
}
