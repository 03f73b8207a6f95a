import { useMutation } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { askImpact, type ImpactQuestionWire, type ImpactWire } from './institution.api.ts'

/** Looks, before anybody approves anything, at which open cases would look different. */
export function Impact({ question, label }: { question: ImpactQuestionWire; label: string }) {
  const ask = useMutation({ mutationFn: () => askImpact(question) })
  return (
    <div className="impact">
      <Button small busy={ask.isPending} onClick={() => ask.mutate()}>
        {label}
      </Button>
      <ProblemAlert error={ask.error} />
      {ask.data && <Changes impact={ask.data} />}
    </div>
  )
}

type Change = ImpactWire['cases'][number]['changes'][number]

function Changes({ impact }: { impact: ImpactWire }) {
  const { t } = useLanguage()
  const { looked, cases } = impact
  return (
    <>
      <p role="status">
        {cases.length === 0
          ? t('ownRules.impactNone', { count: looked })
          : t('ownRules.impactSome', { count: cases.length, looked })}
      </p>
      <ul className="rows">
        {cases.map((one) => (
          <li key={one.id}>
            <a href={`/cases/${one.id}`}>
              <span className="case-number">{one.number}</span> {one.title}
            </a>
            <ul className="plain-list">
              {one.changes.map((change) => (
                <ChangeLine key={change.norm} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const { t, say, named } = useLanguage()
  const { before, after } = change
  const day = (label: string, was: string | null, is: string | null) =>
    was !== is && (
      <div className="muted">
        {label} <DayText day={was} isShort /> → <DayText day={is} isShort />
      </div>
    )
  return (
    <li>
      {say(change.title)} {change.cite && <CiteText cite={change.cite} />}{' '}
      {before.status !== after.status && (
        <span className="nowrap">
          <StatusMark status={before.status} /> → <StatusMark status={after.status} />{' '}
          {named('status', after.status)}
        </span>
      )}
      {day(t('ownRules.opens'), before.opens, after.opens)}
      {day(t('ownRules.due'), before.due, after.due)}
    </li>
  )
}
