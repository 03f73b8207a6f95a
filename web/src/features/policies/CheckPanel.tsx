import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type AmendmentWire,
  amendmentQuery,
  type CheckWire,
  checkQuery,
  putEdit,
} from './revision.api.ts'

/** Lint and the cases of an amendment, made anew after each change; it shows how far it is. */
export function CheckPanel({ amendment }: { amendment: AmendmentWire }) {
  const { t } = useLanguage()
  const { data, error } = useQuery(checkQuery(amendment.id, amendment.seq))
  return (
    <Panel title={t('revisions.check')} id="check">
      <ProblemAlert error={error} />
      {data?.state === 'done' ? (
        <Result check={data} amendment={amendment} />
      ) : (
        <Progress check={data} />
      )}
    </Panel>
  )
}

function Progress({ check }: { check: CheckWire | undefined }) {
  const { t } = useLanguage()
  const { done = 0, of = 0 } = check ?? {}
  return (
    <div role="status">
      <p>{of > 0 ? t('revisions.checking', { done, of }) : t('revisions.linting')}</p>
      <progress max={of || 1} value={of > 0 ? done : undefined} />
    </div>
  )
}

function Result({ check, amendment }: { check: CheckWire; amendment: AmendmentWire }) {
  const { t } = useLanguage()
  const blocking = check.problems.filter(({ blocks }) => blocks)
  const others = check.problems.filter(({ blocks }) => !blocks)
  return (
    <>
      <Callout
        tone={check.isClean ? 'good' : 'bad'}
        title={
          check.isClean
            ? t('revisions.clean', { count: check.of })
            : t('revisions.notClean', { problems: blocking.length, cases: check.failures.length })
        }
      />
      <Problems list={blocking} amendment={amendment} />
      {check.failures.length > 0 && <Failures check={check} />}
      {others.length > 0 && (
        <details>
          <summary>{t('revisions.known', { count: others.length })}</summary>
          <Problems list={others} amendment={amendment} />
        </details>
      )}
    </>
  )
}

function Problems(props: { list: CheckWire['problems']; amendment: AmendmentWire }) {
  const { named, say } = useLanguage()
  const { list, amendment } = props
  if (list.length === 0) return null
  return (
    <ul className="rows">
      {list.map((one) => (
        <li key={`${one.code}${one.where}${one.note.en}`}>
          <span className={`chip ${one.blocks ? 'chip-breached' : ''}`}>
            {named('revisions.problems', one.code)}
          </span>{' '}
          <span title={one.where}>{say(one.place)}</span>
          <div className="muted">{say(one.note)}</div>
          {one.code === 'text-changed' && amendment.state === 'open' && (
            <ReadAnew amendment={amendment} where={one.where} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** The official text changed: a person has compared the clause with what is encoded of it. */
function ReadAnew({ amendment, where }: { amendment: AmendmentWire; where: string }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [source = '', at = ''] = where.split('#')
  const put = useMutation({
    mutationFn: () => putEdit(amendment.id, amendment.seq, { kind: 'text', source, at }),
    onSuccess: (after) => client.setQueryData(amendmentQuery(amendment.id).queryKey, after),
  })
  return (
    <>
      <a href={`/policies/${source}#${at}`}>{t('revisions.seeArticle')}</a>{' '}
      <Button small busy={put.isPending} onClick={() => put.mutate()}>
        {t('revisions.readAnew')}
      </Button>
      <ProblemAlert error={put.error} />
    </>
  )
}

const shownAtOnce = 8

/** Case by case, each with what came out other than it should. */
function Failures({ check }: { check: CheckWire }) {
  const { t, say, named } = useLanguage()
  const cases = [...new Map(check.failures.map(({ name, title }) => [name, title]))]
  const rest = cases.length - shownAtOnce
  return (
    <>
      <h3>{t('revisions.failures')}</h3>
      <ul className="rows">
        {cases.slice(0, shownAtOnce).map(([name, title]) => (
          <li key={name}>
            <strong>{say(title)}</strong>
            <ul className="plain">
              {check.failures
                .filter((one) => one.name === name)
                .map(({ what, about, want, got }) => (
                  <li key={what} className="muted">
                    <span title={what}>{say(about)}</span>{' '}
                    {t('revisions.wanted', {
                      want: named('revisions.outcomes', want),
                      got: named('revisions.outcomes', got),
                    })}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="muted">{t('revisions.more', { count: rest })}</p>}
    </>
  )
}
