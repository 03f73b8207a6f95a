import { useNavigate, useSearch } from '@tanstack/react-router'
import { Account } from '../features/session/Account.tsx'
import { FirstAdministrator, Invitation } from '../features/session/FirstSteps.tsx'
import { SignIn } from '../features/session/SignIn.tsx'

/** /login; afterwards one is where one wanted to go. */
export function LoginPage() {
  const { back } = useSearch({ strict: false }) as { back?: string }
  const navigate = useNavigate()
  const isOurs = back !== undefined && /^\/(?!\/)/.test(back)
  return <SignIn onDone={() => void navigate({ to: isOurs ? back : '/' })} />
}

/** /setup */
export function SetupPage() {
  const navigate = useNavigate()
  return <FirstAdministrator token={tokenGiven()} onDone={() => void navigate({ to: '/' })} />
}

/** /invitation */
export function InvitationPage() {
  const navigate = useNavigate()
  return <Invitation token={tokenGiven()} onDone={() => void navigate({ to: '/' })} />
}

/** /account */
export function AccountPage() {
  return <Account />
}

function tokenGiven(): string {
  return new URLSearchParams(location.search).get('token') ?? ''
}
