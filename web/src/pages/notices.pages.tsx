import { useParams } from '@tanstack/react-router'
import { NoticeList } from '../features/notices/NoticeList.tsx'
import { NoticePage } from '../features/notices/NoticePage.tsx'

/** /notices */
export function NoticesPage() {
  return <NoticeList />
}

/** /notices/:id */
export function NoticeDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <NoticePage key={id} id={id} />
}
