import { useParams } from '@tanstack/react-router'
import { CheckPage } from '../features/notices/CheckPage.tsx'
import { NoticeList } from '../features/notices/NoticeList.tsx'
import { NoticePage } from '../features/notices/NoticePage.tsx'
import { ObjectPage } from '../features/notices/ObjectPage.tsx'

/** /notices */
export function NoticesPage() {
  return <NoticeList />
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
