import type { ReactNode } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { useLanguage } from './language.ts'
import { Loaded, PageHeader, Panel } from './Page.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

/** What the link somebody was sent leads to; a link that leads nowhere says so, and whom to ask. */
export function Linked<T>(props: {
  query: { data: T | undefined; error: unknown; isPending: boolean }
  children: (data: T) => ReactNode
}) {
  const { t } = useLanguage()
  const { error, data } = props.query
  if (data !== undefined || !error) return <Loaded {...props} />
  const isDead = error instanceof ApiProblem && [400, 404, 410].includes(error.body.status)
  return (
    <>
      <PageHeader title={isDead ? t('links.dead') : t('links.notRead')} />
      {isDead ? (
        <Panel className="card">
          <p>{t('links.deadWhy')}</p>
          <p>{t('links.deadTodo')}</p>
        </Panel>
      ) : (
        <ProblemAlert error={error} />
      )}
    </>
  )
}
