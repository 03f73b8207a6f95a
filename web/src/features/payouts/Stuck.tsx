import { useState } from 'react'
import type { ProblemBody } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type PayoutBatchWire, recordPlan } from './payout.api.ts'

/** Cases that go no further, and why; what is paid can be recorded once nothing stands in its way. */
export function Stuck(props: {
  title: string
  lead: string
  items: PayoutBatchWire['waiting']
  mayRecord?: boolean
  /** Takes the case out of the batch, where that may be done. */
  onTakeOut?: ((caseId: string) => void) | undefined
  onDone?: () => Promise<void>
}) {
  const { t, say } = useLanguage()
  const { title, lead, items, mayRecord = false, onTakeOut, onDone } = props
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState<string>()
  if (items.length === 0) return null
  const record = async (plan: string) => {
    setBusy(plan)
    setError(undefined)
    try {
      await recordPlan(plan)
      await onDone?.()
    } catch (problem) {
      setError(problem)
    }
    setBusy(undefined)
  }
  return (
    <Panel title={title}>
      <p className="hint">{lead}</p>
      <ProblemAlert error={error} />
      <ul className="rows">
        {items.map(({ caseId, number, title: name, plan, problem }) => {
          const { detail, because = [] } = (problem ?? {}) as Partial<ProblemBody>
          return (
            <li key={caseId}>
              <a href={`/cases/${caseId}`}>{number}</a> {name}
              <div className="muted">
                {because.length > 0
                  ? because.map((one) => (
                      <span key={one.norm}>
                        {say(one.title)}{' '}
                        {(one.cites ?? []).map((cite) => (
                          <CiteText key={`${cite.source}${cite.at}`} cite={cite} />
                        ))}{' '}
                      </span>
                    ))
                  : detail}
              </div>
              {onTakeOut && (
                <Button small onClick={() => onTakeOut(caseId)}>
                  {t('correction.takeOut')}
                </Button>
              )}
              {mayRecord && plan !== null && (
                <Button small busy={busy === plan} onClick={() => void record(plan)}>
                  {t('payouts.record')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
