import { useMutation } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { ChangedCases } from '../../ui/ChangedCases.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
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
      <ChangedCases cases={cases} />
    </>
  )
}
