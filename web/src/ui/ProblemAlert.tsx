import { ApiProblem, type FieldProblem } from '../api/problem.ts'
import { Callout } from './Callout.tsx'
import { CiteText } from './CiteText.tsx'
import { useLanguage } from './language.ts'

/** A refusal in the server's words, with the articles it relies on. */
export function ProblemAlert(props: {
  error: unknown
  /** Errors a form shows beside its own fields; they are not said twice. */
  shown?: (problem: FieldProblem) => boolean
  /** What the form calls the field it lies in, of those that show none of theirs. */
  nameOf?: (field: string) => string
}) {
  const { t, say } = useLanguage()
  const { error } = props
  if (!error) return null
  const body = error instanceof ApiProblem ? error.body : undefined
  const because = body?.because ?? []
  const see = body?.facts?.['see']
  const errors = (body?.errors ?? []).filter((one) => !props.shown?.(one))
  return (
    <Callout tone="bad" title={body?.title ?? t('general.problem')}>
      <div>{body?.detail ?? (error instanceof Error ? error.message : String(error))}</div>
      {because.length > 0 && (
        <ul className="plain">
          {because.map((one) => (
            <li key={one.norm}>
              {say(one.title) || one.norm}{' '}
              {(one.cites ?? []).map((cite) => (
                <CiteText key={`${cite.source}${cite.at}`} cite={cite} />
              ))}
            </li>
          ))}
        </ul>
      )}
      {errors.length > 0 && (
        <ul className="plain">
          {errors.map((one) => (
            <li key={one.pointer + one.detail}>
              <FieldName pointer={one.pointer} nameOf={props.nameOf} /> {one.detail}
            </li>
          ))}
        </ul>
      )}
      {typeof see === 'string' && see.startsWith('/') && <a href={see}>{t('general.seeIt')}</a>}
    </Callout>
  )
}

function FieldName(props: { pointer: string; nameOf: ((field: string) => string) | undefined }) {
  const path = props.pointer.replace(/^#\//, '')
  const [field = ''] = path.split('/')
  const name = props.nameOf?.(field)
  return name && name !== field ? <strong>{name}</strong> : <code>{path}</code>
}
