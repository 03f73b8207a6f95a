import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChangedCases } from '../../ui/ChangedCases.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
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
      <ChangedCases cases={cases} />
    </>
  )
}
