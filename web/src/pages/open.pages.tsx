import { useNavigate, useParams } from '@tanstack/react-router'
import { NoticeList } from '../features/notices/NoticeList.tsx'
import { NoticePage } from '../features/notices/NoticePage.tsx'
import { FirstAdministrator, SignIn } from '../features/session/SignIn.tsx'

/** /login */
export function LoginPage() {
  const navigate = useNavigate()
  return <SignIn onDone={() => void navigate({ to: '/' })} />
}

/** /setup */
export function SetupPage() {
  const navigate = useNavigate()
  const token = new URLSearchParams(location.search).get('token') ?? ''
  return <FirstAdministrator token={token} onDone={() => void navigate({ to: '/' })} />
}

/** /notices */
export function NoticesPage() {
  return <NoticeList />
}

/** /notices/:id */
export function NoticeDetailPage() {
  const { id = '' } = useParams({ strict: false })
  return <NoticePage id={id} />
}
