import { useQuery } from '@tanstack/react-query'
import { type Day, daysBetween } from '@yizhuan/kit'
import { useEffect, useRef, useState } from 'react'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage } from '../../ui/language.ts'
import { wordsOf } from './act-words.ts'
import { type CaseWire, findingsOf } from './case.api.ts'
import { caseLawQuery } from './case-law.api.ts'
import { stageOfAct, stageOfFinding } from './case-stages.ts'

type Stage = CaseWire['stages'][number]

/** The stages of its procedure: where the case stands, and what happened in each. */
export function Stepper({ one }: { one: CaseWire }) {
  const { t, say, named } = useLanguage()
  const [open, setOpen] = useState<string>()
  const stage = one.stages.find(({ id }) => id === open)
  const { data: law } = useQuery(caseLawQuery(one.case.id))
  const stale = new Set(one.asOf === one.today ? law?.stale.map((each) => each.stage) : [])
  const steps = useRef<HTMLOListElement>(null)
  const current = one.stages.find(({ status }) => status === 'current' || status === 'suspended')
  // On a phone the steps scroll: what is at hand is seen first.
  useEffect(() => {
    const list = steps.current
    const at = list?.querySelector<HTMLElement>('.current, .suspended')
    if (list && at && current) list.scrollLeft = at.offsetLeft - list.clientWidth / 3
  }, [current])
  return (
    <nav aria-label={t('cases.stages')}>
      <ol className="steps" ref={steps}>
        {one.stages.map((each, at) => (
          <li
            key={each.id}
            className={each.status}
            aria-current={each.status === 'current' ? 'step' : undefined}
          >
            <button
              type="button"
              aria-expanded={open === each.id}
              onClick={() => setOpen(open === each.id ? undefined : each.id)}
            >
              <span className="step-name">
                <span className="step-number">{at + 1}</span> {say(each.label)}{' '}
                <Sign status={each.status} />
              </span>
              <small>
                <span className={each.status === 'done' ? 'unseen' : ''}>
                  {named('stageStatus', each.status)}
                </span>{' '}
                {stale.has(each.id) && <span className="chip">{t('staleLaw.mark')}</span>}
                <StageDay one={one} stage={each} />
              </small>
            </button>
          </li>
        ))}
      </ol>
      {stage && <ActsOf one={one} stage={stage} />}
    </nav>
  )
}

function Sign({ status }: { status: string }) {
  if (status === 'done') return <span aria-hidden>✓</span>
  if (status === 'suspended') return <Icon name="pause" size={13} />
  return status === 'current' ? <Icon name="play" size={13} /> : null
}

/** When a stage was done, or how long is left for it. */
function StageDay({ one, stage }: { one: CaseWire; stage: Stage }) {
  const { t } = useLanguage()
  if (stage.on) return <DayText day={stage.on} isShort />
  if (stage.status !== 'current') return null
  const open = findingsOf(one).filter(
    (finding) =>
      stageOfFinding(one.case.procedure, finding) === stage.id && finding.status !== 'met',
  )
  const [due] = open.flatMap((finding) => finding.due ?? []).toSorted()
  if (due) return <DaysLeft days={daysBetween(one.asOf as Day, due as Day)} />
  const [opens] = open.flatMap((finding) => finding.opens ?? []).toSorted()
  const count = opens ? daysBetween(one.asOf as Day, opens as Day) : 0
  return count > 0 ? <span className="nowrap">{t('days.opensIn', { count })}</span> : null
}

function ActsOf({ one, stage }: { one: CaseWire; stage: Stage }) {
  const { t, say, named } = useLanguage()
  const acts = one.timeline.filter(({ type }) => stageOfAct(one.case.procedure, type) === stage.id)
  return (
    <div className="panel step-acts">
      <h3>
        {say(stage.label)} · {t('cases.actsOfStage', { count: acts.length })}
      </h3>
      {acts.length === 0 && <p className="muted">{t('cases.noActs')}</p>}
      <ul className="rows">
        {acts.map((entry) => (
          <li key={entry.seq}>
            <DayText day={entry.on} />{' '}
            <a href={`#act-${entry.seq}`}>{say(wordsOf(one.case.procedure, entry.type))}</a>{' '}
            <span className="muted">
              #{entry.seq} {entry.by.name}
              {entry.by.actingFor &&
                ` ${t('substitutes.actedFor', { name: entry.by.actingFor.name })}`}{' '}
              · {named('role', entry.by.role)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
