import { Empty, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from './language.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

/** The head of a page: what it is, and what can be done here. */
export function PageHeader(props: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-header">
      <div>
        <h1>{props.title}</h1>
        {props.note && <div className="muted">{props.note}</div>}
      </div>
      <div className="actions">{props.children}</div>
    </header>
  )
}

/** A framed part of a page. */
export function Panel(props: {
  title?: ReactNode
  extra?: ReactNode
  id?: string
  children: ReactNode
}) {
  return (
    <section className="panel" id={props.id}>
      {props.title && (
        <div className="panel-head">
          <h2>{props.title}</h2>
          <div className="actions">{props.extra}</div>
        </div>
      )}
      {props.children}
    </section>
  )
}

/** Waits, reports a refusal, or shows what was read. */
export function Loaded<T>(props: {
  query: { data: T | undefined; error: unknown; isPending: boolean }
  children: (data: T) => ReactNode
}) {
  const { data, error, isPending } = props.query
  if (data !== undefined) return props.children(data)
  if (isPending) return <Skeleton active paragraph={{ rows: 6 }} />
  return <ProblemAlert error={error} />
}

/** There is nothing, said kindly. */
export function Nothing({ text, hint }: { text?: string; hint?: string }) {
  const { t } = useLanguage()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <>
          {text ?? t('general.empty')}
          {hint && <div className="muted">{hint}</div>}
        </>
      }
    />
  )
}
