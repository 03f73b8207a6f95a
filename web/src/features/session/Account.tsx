import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { SecretField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { NewPassword } from './FirstSteps.tsx'
import { OpenSessions } from './OpenSessions.tsx'
import { changePassword, sessionQuery } from './session.api.ts'

/** One's own account: who one is here, and the password. */
export function Account() {
  const { t, named, listed } = useLanguage()
  const { data: session } = useQuery(sessionQuery)
  return (
    <div className="narrow">
      <PageHeader title={t('session.account')} />
      {session && (
        <Panel>
          <dl className="defs">
            <dt>{t('session.name')}</dt>
            <dd>{session.person.name}</dd>
            <dt>{t('session.institution')}</dt>
            <dd>{session.institution.name}</dd>
            <dt>{t('session.roles')}</dt>
            <dd>{listed(session.roles.map((role) => named('role', role)))}</dd>
          </dl>
          <a href={`/people/${session.person.id}`}>{t('session.profile')}</a>
        </Panel>
      )}
      <OpenSessions />
      <Panel title={t('session.changePassword')}>
        <PasswordForm />
      </Panel>
    </div>
  )
}

function PasswordForm() {
  const { t } = useLanguage()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('')
      setNext('')
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={change.error} />
      {change.isSuccess && <Callout tone="good" title={t('session.passwordChanged')} />}
      <SecretField
        label={t('session.currentPassword')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        isRequired
      />
      <NewPassword value={next} onChange={setNext} />
      <Button type="submit" kind="primary" busy={change.isPending}>
        {t('session.changePassword')}
      </Button>
    </form>
  )
}
