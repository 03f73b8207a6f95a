import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { SecretField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type Session, signIn } from './session.api.ts'
import { useEntry } from './useEntry.ts'

/** The page to sign in on. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useLanguage()
  return (
    <div className="narrow">
      <PageHeader title={t('session.title')} note={t('app.full')} />
      <Panel>
        <SignInForm onDone={onDone} />
      </Panel>
      <p>
        <a href="/notices">{t('session.publicNotices')}</a>
      </p>
    </div>
  )
}

/** Account and password; also where one stands, when a session has ended. */
export function SignInForm(props: { onDone: (session: Session) => void; goesOn?: boolean }) {
  const { t } = useLanguage()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const entry = useEntry(() => signIn(login.trim(), password), props.onDone, {
    goesOn: props.goesOn ?? false,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    entry.mutate(undefined)
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={entry.error} />
      <TextField
        label={t('session.login')}
        name="login"
        value={login}
        onChange={setLogin}
        autoComplete="username"
        isRequired
        isFirst
      />
      <SecretField
        label={t('session.password')}
        name="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        isRequired
      />
      <Button type="submit" kind="primary" block busy={entry.isPending}>
        {t('session.submit')}
      </Button>
    </form>
  )
}
