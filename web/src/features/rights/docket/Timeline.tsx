import { ruleOf, stateWords } from '@yizhuan/docket'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { LongTextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Nothing, Panel } from '../../../ui/Page.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type DocketEventWire, type DocketWire, strikeEvent, useRereadRight } from './docket.api.ts'
import { EventForm } from './EventForm.tsx'
import { Attach, FileLink } from './Files.tsx'

/** What befell a right, the newest first; what was struck stays readable. */
export function Timeline(props: { id: string; docket: DocketWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const { id, docket, mayWrite } = props
  const [isOpen, setOpen] = useState(false)
  const [attaching, attach] = useState<string>()
  const [striking, strike] = useState<DocketEventWire>()
  return (
    <Panel
      title={t('docket.events')}
      extra={
        mayWrite && (
          <Button small onClick={() => setOpen(true)}>
            {t('docket.recordEvent')}
          </Button>
        )
      }
    >
      {docket.events.length === 0 ? (
        <Nothing text={t('docket.noEvents')} />
      ) : (
        <ol className="timeline">
          {docket.events.toReversed().map((event) => (
            <Entry
              key={event.id}
              event={event}
              files={docket.files.filter(({ eventId }) => eventId === event.id)}
              onAttach={mayWrite && event.recorded ? () => attach(event.id) : undefined}
              onStrike={
                mayWrite && event.recorded && !event.struck ? () => strike(event) : undefined
              }
            />
          ))}
        </ol>
      )}
      {isOpen && <EventForm id={id} docket={docket} onClose={() => setOpen(false)} />}
      {attaching !== undefined && (
        <Attach id={id} event={attaching} onClose={() => attach(undefined)} />
      )}
      {striking && <Strike id={id} event={striking} onClose={() => strike(undefined)} />}
    </Panel>
  )
}

function Entry(props: {
  event: DocketEventWire
  files: DocketWire['files']
  onStrike: (() => void) | undefined
  onAttach: (() => void) | undefined
}) {
  const { t, say } = useLanguage()
  const { event, files, onStrike, onAttach } = props
  const { kind, on, source, recorded, struck, doubt, state } = event
  return (
    <li className={struck ? 'was' : state ? 'timeline-step' : ''}>
      <DayText day={on} isShort />
      <div>
        <strong>{say(ruleOf(kind).words)}</strong> <Told event={event} />{' '}
        {state && !struck && <span className="chip">{say(stateWords[state])}</span>}
        <div className="muted">
          {recorded
            ? t('docket.recordedBy', { source, name: recorded.name })
            : t('docket.fromFields')}
        </div>
        {files.map((file) => (
          <div key={file.id}>
            <FileLink file={file} />
          </div>
        ))}
        {doubt && !struck && <div className="lacking">{say(doubt)}</div>}
        {struck && (
          <div className="muted">
            {t('docket.struckBy', { name: struck.name, reason: struck.reason })}
          </div>
        )}
      </div>
      {onAttach && (
        <Button small kind="quiet" onClick={onAttach}>
          {t('docket.attach')}
        </Button>
      )}
      {onStrike && (
        <Button small kind="quiet" onClick={onStrike}>
          {t('docket.strike')}
        </Button>
      )}
    </li>
  )
}

/** What an event tells besides its day. */
function Told({ event: { told } }: { event: DocketEventWire }) {
  const { t, named } = useLanguage()
  const { year, fen, ref, day, by, until, days, exclusivity, owners } = told
  return (
    <>
      {year !== undefined && <span>{t('docket.yearOf', { year })} </span>}
      {fen !== undefined && (
        <>
          <Money fen={fen} />{' '}
        </>
      )}
      {exclusivity && <span>{named('docket.exclusivities', exclusivity)} </span>}
      {owners !== undefined && <span>{t('docket.ownerCount', { count: owners })} </span>}
      {days !== undefined && <span>{t('docket.dayCount', { count: days })} </span>}
      {day && <span className="figure">{day} </span>}
      {by && <span>{named('docket.deliveries', by)} </span>}
      {until && <span>{t('docket.answerUntil', { day: until })} </span>}
      {ref && <span className="muted">{ref}</span>}
    </>
  )
}

function Strike(props: { id: string; event: DocketEventWire; onClose: () => void }) {
  const { t, say } = useLanguage()
  const reread = useRereadRight(props.id)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const send = async () => {
    try {
      await strikeEvent(props.id, props.event.id, reason)
      await reread()
      props.onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog
      title={t('docket.strikeTitle', { event: say(ruleOf(props.event.kind).words) })}
      onClose={props.onClose}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="muted">{t('docket.strikeHint')}</p>
        <LongTextField label={t('docket.reason')} value={reason} onChange={setReason} isRequired />
        <ProblemAlert error={error} />
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          <Button kind="danger" type="submit">
            {t('docket.strike')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
