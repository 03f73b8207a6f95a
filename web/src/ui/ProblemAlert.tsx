import { Alert } from 'antd'
import { ApiProblem } from '../api/problem.ts'
import { CiteText } from './CiteText.tsx'
import { useLanguage } from './language.ts'

/** A refusal in the server's words, with the articles it relies on. */
export function ProblemAlert({ error }: { error: unknown }) {
  const { t, say } = useLanguage()
  if (!error) return null
  const body = error instanceof ApiProblem ? error.body : undefined
  const because = body?.because ?? []
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gap-below"
      title={body?.title ?? t('general.problem')}
      description={
        <>
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
          {(body?.errors ?? []).length > 0 && (
            <ul className="plain">
              {(body?.errors ?? []).map((one) => (
                <li key={one.pointer + one.detail}>
                  <code>{one.pointer.replace(/^#\//, '')}</code> {one.detail}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}
