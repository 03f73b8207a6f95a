import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { type AmendmentImpactWire, type AmendmentWire, askAmendmentImpact } from './revision.api.ts'

/** Looks, before anything is published, at what live cases and own rules would say. */
export function AmendmentImpact({ amendment }: { amendment: AmendmentWire }) {
  const { t } = useLanguage()
  const [on, setOn] = useState('')
  const ask = useMutation({
    mutationFn: () => askAmendmentImpact({ amendment: amendment.id, ...(on && { on }) }),
  })
  return (
    <Panel title={t('revisions.impact')} id="impact">
      <p className="muted">{t('revisions.impactLead')}</p>
      <div className="impact-ask">
        <DayField
          label={t('revisions.impactOn')}
          hint={t('revisions.impactOnHint')}
          value={on}
          onChange={setOn}
        />
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('revisions.impactAsk')}
        </Button>
      </div>
      <ProblemAlert error={ask.error} />
      {ask.data && <Answer impact={ask.data} />}
    </Panel>
  )
}

function Answer({ impact }: { impact: AmendmentImpactWire }) {
  const { t, say } = useLanguage()
  const { concerns, looked, cases, rules } = impact
  if (!concerns) return <p role="status">{t('revisions.concernsNot')}</p>
  return (
    <>
      <p role="status">
        {cases.length === 0
          ? t('revisions.impactNone', { count: looked })
          : t('revisions.impactSome', { count: cases.length, looked })}
      </p>
      {rules.length > 0 && (
        <>
          <h3>{t('revisions.rulesLaxer', { count: rules.length })}</h3>
          <ul className="rows">
            {rules.map((rule) => (
              <li key={rule.id}>
                {say(rule.label)} <strong>{rule.choice}</strong>
                <div className="muted">{say(rule.text)}</div>
              </li>
            ))}
          </ul>
        </>
      )}
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

type Change = AmendmentImpactWire['cases'][number]['changes'][number]

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
