import { useParams } from '@tanstack/react-router'
import { CheckPage } from '../features/notices/CheckPage.tsx'
import { NoticeList } from '../features/notices/NoticeList.tsx'
import { NoticePage } from '../features/notices/NoticePage.tsx'
import { ObjectPage } from '../features/notices/ObjectPage.tsx'
import { useMe } from './useMe.ts'

/** /notices */
export function NoticesPage() {
  return <NoticeList isSignedIn={useMe().id !== ''} />
}

/** /notices/:id */
export function NoticeDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <NoticePage key={id} id={id} />
}

/** /notices/:id/object */
export function NoticeObjectPage() {
  const { id = '' } = useParams({ strict: false })
  return <ObjectPage key={id} id={id} />
}

/** /notices/:id/check */
export function NoticeCheckPage() {
  const { id = '' } = useParams({ strict: false })
  return <CheckPage key={id} id={id} />
}
