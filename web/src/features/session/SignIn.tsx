import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { found, type Session, sessionQuery, setupQuery, signIn } from './session.api.ts'

function useEntry<Values>(enter: (values: Values) => Promise<Session>, onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: (session) => {
      // Everything but the session is forgotten; who watches the session is told.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      client.setQueryData(sessionQuery.queryKey, session)
      onDone()
    },
  })
}

/** Account and password. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useLanguage()
  const entry = useEntry(
    (values: { login: string; password: string }) => signIn(values.login, values.password),
    onDone,
  )
  return (
    <div className="narrow">
      <Panel title={t('session.title')}>
        <ProblemAlert error={entry.error} />
        <Form layout="vertical" onFinish={entry.mutate}>
          <Form.Item name="login" label={t('session.login')} rules={[{ required: true }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t('session.password')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={entry.isPending}>
            {t('session.submit')}
          </Button>
        </Form>
        <p>
          <a href="/notices">{t('session.publicNotices')}</a>
        </p>
      </Panel>
    </div>
  )
}

/** The first administrator of an empty installation. */
export function FirstAdministrator({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLanguage()
  const entry = useEntry(
    (values: { login: string; password: string; name: string; institutionName: string }) =>
      found({ ...values, token }),
    onDone,
  )
  const { data: setup } = useQuery(setupQuery)
  if (setup && !setup.open) {
    return (
      <div className="narrow">
        <Panel title={t('session.setupTitle')}>
          <p>{t('session.setupUsed')}</p>
          <a href="/login">{t('session.title')}</a>
        </Panel>
      </div>
    )
  }
  return (
    <div className="narrow">
      <Panel title={t('session.setupTitle')}>
        <p className="muted">{token ? t('session.setupHint') : t('session.noToken')}</p>
        <ProblemAlert error={entry.error} />
        <Form layout="vertical" onFinish={entry.mutate} disabled={!token}>
          <Form.Item
            name="institutionName"
            label={t('session.institution')}
            rules={[{ required: true }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="name" label={t('session.name')} rules={[{ required: true }]}>
            <Input autoComplete="name" />
          </Form.Item>
          <Form.Item name="login" label={t('session.login')} rules={[{ required: true }]}>
            <Input autoComplete="username" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('session.password')}
            extra={t('session.passwordRule')}
            rules={[{ required: true, min: 10 }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={entry.isPending}>
            {t('session.create')}
          </Button>
        </Form>
      </Panel>
    </div>
  )
}
