import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { noteConnection } from '../api/connection.ts'
import { SignInForm } from '../features/session/SignIn.tsx'
import { type Session, sessionQuery } from '../features/session/session.api.ts'
import { Button } from '../ui/Button.tsx'
import { useConnection } from '../ui/connection.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useLanguage } from '../ui/language.ts'

/** A session ended under somebody's hands: signing in again here keeps what was typed. */
export function SignInAgain({ last }: { last: Session | null }) {
  const { t } = useLanguage()
  const { isSignedOut } = useConnection()
  const client = useQueryClient()
  const navigate = useNavigate()
  if (!isSignedOut || !last) return null
  const goOn = (session: Session) => {
    // Somebody else must not go on in the forms of the one who was here before.
    if (session.person.id !== last.person.id) location.assign('/')
  }
  const leave = async () => {
    noteConnection({ isSignedOut: false })
    client.clear()
    client.setQueryData(sessionQuery.queryKey, null)
    await navigate({ to: '/login' })
  }
  return (
    <Dialog title={t('session.ended')} onClose={() => undefined} isFirm>
      <p>{t('session.endedHint', { name: last.person.name })}</p>
      <SignInForm onDone={goOn} goesOn />
      <p>
        <Button kind="quiet" small onClick={leave}>
          {t('session.leave')}
        </Button>
      </p>
    </Dialog>
  )
}
