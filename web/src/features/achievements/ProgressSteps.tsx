import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ProgressWire } from './achievement.api.ts'

/** The way of a disclosure like that of a parcel: done, now, next; whose turn, and by when. */
export function ProgressSteps({ progress }: { progress: ProgressWire }) {
  return (
    <ol className="parcel">
      {progress.steps.map((step) => (
        <Stop key={step.code} step={step} intake={progress.intake} />
      ))}
    </ol>
  )
}

const marks = { done: '✓', now: '●', next: '○', stopped: '!' } as const

function Stop(props: { step: ProgressWire['steps'][number]; intake: ProgressWire['intake'] }) {
  const { t } = useLanguage()
  const { code, state, on, by, whose, count, of } = props.step
  const words = code === 'submitted' && props.intake === null ? 'recorded' : code
  return (
    <li className={`parcel-${state}`}>
      <span className="parcel-mark" aria-hidden="true">
        {marks[state]}
      </span>
      <div>
        <strong>
          {t(`disclosure.steps.${words}`)}
          {count !== null && of !== null && ` ${count} / ${of}`}
        </strong>{' '}
        <span className="muted">{t(`disclosure.stepStates.${state}`)}</span>
        {on && <div className="muted">{on.length === 10 ? <DayText day={on} /> : on}</div>}
        {(state === 'now' || state === 'stopped') && whose && (
          <div>
            {t(`disclosure.turn.${whose}`)}
            {by && (
              <>
                {' '}
                · {t('disclosure.by')} <DayText day={by} />
                {code === 'reviewed' && <span className="muted"> {t('disclosure.houseTime')}</span>}
              </>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
