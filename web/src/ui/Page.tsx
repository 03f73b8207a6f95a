import { type ReactNode, useEffect } from 'react'
import { useLanguage } from './language.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

/** The head of a page: what it is, and what can be done here. A text also names the browser's tab. */
export function PageHeader(props: {
  title: ReactNode
  /** The name of the tab where the title is more than a text. */
  tab?: string
  note?: ReactNode
  children?: ReactNode
}) {
  const { t } = useLanguage()
  const tab = props.tab ?? (typeof props.title === 'string' ? props.title : undefined)
  useEffect(() => {
    document.title = tab ? `${tab} · ${t('app.name')}` : t('app.name')
  }, [tab, t])
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
  className?: string
  children: ReactNode
}) {
  return (
    <section className={`panel ${props.className ?? ''}`} id={props.id}>
      {(props.title || props.extra) && (
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
  if (isPending) return <Waiting />
  return <ProblemAlert error={error} />
}

const bones = ['a', 'b', 'c', 'd', 'e', 'f']

/** The outline of what is being read. */
export function Waiting() {
  const { t } = useLanguage()
  return (
    <div className="bones" role="status" aria-label={t('general.loading')}>
      {bones.map((bone) => (
        <span key={bone} />
      ))}
    </div>
  )
}

/** There is nothing, said kindly. */
export function Nothing(props: { text?: string; hint?: ReactNode; children?: ReactNode }) {
  const { t } = useLanguage()
  return (
    <div className="nothing">
      <strong>{props.text ?? t('general.empty')}</strong>
      {props.hint && <div>{props.hint}</div>}
      {props.children}
    </div>
  )
}
