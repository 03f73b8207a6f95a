import { addDays, type Day, daysBetween } from '@yizhuan/kit'
import {
  type ActsState,
  certifiesIn,
  procedureById,
  runningNotice as upIn,
} from '@yizhuan/procedures'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type CaseWire, findingsOf, stepsIn, transferIn } from './case.api.ts'

/** How far the notice has run that the case waits for, and what the public has said. */
export function NoticeProgress({ one }: { one: CaseWire }) {
  const { t } = useLanguage()
  const running = runningNotice(one)
  if (!running) return null
  const { from, last, objections, tips } = running
  const days = daysBetween(from, last)
  const day = Math.min(days, Math.max(0, daysBetween(from, one.asOf as Day)))
  return (
    <div className="progress-block">
      <div>
        <DayText day={from} /> → <DayText day={last} /> <DaysLeft days={days - day} />
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={t('cases.noticeRuns')}
        aria-valuenow={day}
        aria-valuemin={0}
        aria-valuemax={days}
      >
        <i style={{ width: `${(day / days) * 100}%` }} />
      </div>
      <div className="muted">
        {t('notices.dayOf', { day, days })} · {t('cases.objections')} {objections} ·{' '}
        {t('cases.tips')} {tips}
      </div>
    </div>
  )
}

/** The notice whose period has not ended, as the law's own answer tells its last day. */
function runningNotice(one: CaseWire) {
  if (one.case.status !== 'open') return undefined
  const steps = stepsIn(one)
  if (steps) return noticeOfSteps(one, steps)
  const state = transferIn(one)
  if (!state) return undefined
  const opens = (topic: RegExp) =>
    findingsOf(one).find((finding) => finding.opens !== undefined && topic.test(finding.topic))
      ?.opens as Day | undefined
  const until = opens(/^notice\.(?!change)/) ?? opens(/^(plan\.|notice\.change)/)
  const from =
    (opens(/^notice\.(?!change)/) ? state.notices.at(-1)?.on : undefined) ??
    state.plan?.notice?.on ??
    state.changeNotice?.on
  if (until === undefined || from === undefined) return undefined
  return { from, last: addDays(until, -1), objections: state.objections.length, tips: state.tips }
}

/** The notice of a procedure made of steps: the law tells its last day by the act that ends it. */
function noticeOfSteps(one: CaseWire, state: ActsState) {
  const procedure = procedureById(one.case.procedure)
  const up = upIn(state)
  const action = procedure && certifiesIn(procedure, state)
  const until = findingsOf(one).find(
    ({ opens, settledBy }) => opens !== undefined && settledBy === action,
  )?.opens as Day | undefined
  if (!up || until === undefined) return undefined
  return { from: up.on, last: addDays(until, -1), objections: up.objections, tips: up.tips }
}
