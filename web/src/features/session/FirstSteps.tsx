import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { SecretField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { acceptInvitation, found, invitationQuery, setupQuery } from './session.api.ts'
import { useEntry } from './useEntry.ts'

/** The first administrator of an empty installation. */
export function FirstAdministrator({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLanguage()
  const [institutionName, setInstitution] = useState('')
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const entry = useEntry(() => found({ institutionName, name, login, password, token }), onDone)
  const { data: setup } = useQuery(setupQuery)
  if (setup && !setup.open)
    return (
      <OneTimePage title={t('session.setupTitle')}>
        <p>{t('session.setupUsed')}</p>
        <a href="/login">{t('session.title')}</a>
      </OneTimePage>
    )
  if (!token)
    return <OneTimePage title={t('session.setupTitle')}>{t('session.noToken')}</OneTimePage>
  return (
    <OneTimePage title={t('session.setupTitle')} note={t('session.setupHint')}>
      <form onSubmit={sending(() => entry.mutate(undefined))}>
        <ProblemAlert error={entry.error} />
        <TextField
          label={t('session.institution')}
          value={institutionName}
          onChange={setInstitution}
          isRequired
          isFirst
        />
        <TextField
          label={t('session.name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          isRequired
        />
        <TextField
          label={t('session.login')}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          isRequired
        />
        <NewPassword value={password} onChange={setPassword} />
        <Button type="submit" kind="primary" block busy={entry.isPending}>
          {t('session.create')}
        </Button>
      </form>
    </OneTimePage>
  )
}

/** Choosing the first password through the link an administrator handed over. */
export function Invitation({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLanguage()
  const [password, setPassword] = useState('')
  const entry = useEntry(() => acceptInvitation(token, password), onDone)
  const invited = useQuery({ ...invitationQuery(token), enabled: token !== '' })
  if (!token)
    return <OneTimePage title={t('session.invitationTitle')}>{t('session.noToken')}</OneTimePage>
  if (invited.error)
    return (
      <OneTimePage title={t('session.invitationTitle')}>
        <ProblemAlert error={invited.error} />
        <a href="/login">{t('session.title')}</a>
      </OneTimePage>
    )
  return (
    <OneTimePage title={t('session.invitationTitle')} note={t('session.invitationHint')}>
      {invited.data && (
        <dl className="defs">
          <dt>{t('session.institution')}</dt>
          <dd>{invited.data.institution}</dd>
          <dt>{t('session.name')}</dt>
          <dd>{invited.data.name}</dd>
          <dt>{t('session.login')}</dt>
          <dd>{invited.data.login}</dd>
        </dl>
      )}
      <form onSubmit={sending(() => entry.mutate(undefined))}>
        <ProblemAlert error={entry.error} />
        <NewPassword value={password} onChange={setPassword} />
        <Button type="submit" kind="primary" block busy={entry.isPending}>
          {t('session.create')}
        </Button>
      </form>
    </OneTimePage>
  )
}

/** A password that is being chosen. */
export function NewPassword(props: { value: string; onChange: (value: string) => void }) {
  const { t } = useLanguage()
  const isShort = props.value !== '' && props.value.length < 10
  return (
    <SecretField
      label={t('session.newPassword')}
      value={props.value}
      onChange={props.onChange}
      hint={t('session.passwordRule')}
      error={isShort ? t('session.passwordShort', { count: 10 - props.value.length }) : undefined}
      autoComplete="new-password"
      isRequired
    />
  )
}

function OneTimePage(props: { title: string; note?: string; children: ReactNode }) {
  return (
    <div className="narrow">
      <PageHeader title={props.title} note={props.note} />
      <Panel>{props.children}</Panel>
    </div>
  )
}

function sending(send: () => void) {
  return (event: FormEvent) => {
    event.preventDefault()
    send()
  }
}
