import { useState } from 'react'
import { newId } from '../../../api/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { DayField } from '../../../ui/fields/FigureFields.tsx'
import { PersonField } from '../../../ui/fields/PersonField.tsx'
import { LongTextField, TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Nothing, Panel } from '../../../ui/Page.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../../ui/SmallForm.tsx'
import {
  closeDeadline,
  type DeadlineWire,
  type DocketWire,
  moveDeadline,
  setDeadline,
  useRereadRight,
} from './docket.api.ts'

type Step = 'move' | 'done' | 'dropped'

/** Deadlines that people set for a right: of a foreign office, of an agency, of the house. */
export function Deadlines(props: { id: string; docket: DocketWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const { id, docket, mayWrite } = props
  const [isOpen, setOpen] = useState(false)
  const [stepping, step] = useState<{ readonly of: DeadlineWire; readonly step: Step }>()
  return (
    <Panel
      title={t('docket.deadlines')}
      extra={
        mayWrite && (
          <Button small onClick={() => setOpen(true)}>
            {t('docket.setDeadline')}
          </Button>
        )
      }
    >
      {docket.deadlines.length === 0 ? (
        <Nothing text={t('docket.noDeadlines')} hint={t('docket.noDeadlinesHint')} />
      ) : (
        <ul className="rows">
          {docket.deadlines.map((one) => (
            <Line
              key={one.id}
              one={one}
              today={docket.today}
              onStep={
                mayWrite && one.state === 'open' ? (how) => step({ of: one, step: how }) : null
              }
            />
          ))}
        </ul>
      )}
      {isOpen && <AskDeadline id={id} today={docket.today} onClose={() => setOpen(false)} />}
      {stepping &&
        (stepping.step === 'move' ? (
          <AskDeadline
            id={id}
            of={stepping.of}
            today={docket.today}
            onClose={() => step(undefined)}
          />
        ) : (
          <CloseDeadline
            id={id}
            of={stepping.of}
            step={stepping.step}
            onClose={() => step(undefined)}
          />
        ))}
    </Panel>
  )
}

function Line(props: { one: DeadlineWire; today: string; onStep: ((step: Step) => void) | null }) {
  const { t, named } = useLanguage()
  const { one, today, onStep } = props
  const { title, dueOn, personName, hasLeft, state, reason, closedOn, closedName } = one
  return (
    <li className="docket-clock">
      <div>
        <strong>{title}</strong>{' '}
        {state !== 'open' && <span className="chip">{named('docket.deadlineStates', state)}</span>}
        {state === 'open' && dueOn < today && (
          <span className="chip chip-breached">{t('docket.over')}</span>
        )}
        <div>
          <DayText day={dueOn} /> <span className="muted">{personName}</span>{' '}
          {state === 'open' && hasLeft && (
            <span className="chip chip-breached">{t('docket.holderLeft')}</span>
          )}
        </div>
        {reason !== null && <div className="muted">{reason}</div>}
        {closedOn !== null && (
          <small className="muted">
            {closedName} · {closedOn}
          </small>
        )}
      </div>
      {onStep && (
        <span className="actions">
          <Button small onClick={() => onStep('done')}>
            {t('docket.deadlineDone')}
          </Button>
          <Button small kind="quiet" onClick={() => onStep('move')}>
            {t('docket.deadlineMove')}
          </Button>
          <Button small kind="quiet" onClick={() => onStep('dropped')}>
            {t('docket.deadlineDrop')}
          </Button>
        </span>
      )}
    </li>
  )
}

/** Asks what is to be done, by when and by whom; of one that is set, by when and by whom from now on, and why. */
function AskDeadline(props: { id: string; of?: DeadlineWire; today: string; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, of, today, onClose } = props
  const reread = useRereadRight(id)
  const [sent] = useState(newId)
  const [words, setWords] = useState('')
  const [dueOn, setDay] = useState(of?.dueOn ?? '')
  const [who, setWho] = useState<{ readonly name: string; readonly id?: string }>(
    of?.personId && !of.hasLeft
      ? { name: of.personName, id: of.personId }
      : { name: of?.hasLeft ? '' : (of?.personName ?? '') },
  )
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const asked = of ? 'reason' : 'title'
  const wrong = fieldErrors(error, [asked, 'dueOn', 'person', 'personName'])
  const name = t(of ? 'docket.deadlineMove' : 'docket.setDeadline')
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const person = who.id === undefined ? {} : { person: who.id }
      const told = { dueOn, ...person, personName: who.name }
      if (of) await moveDeadline(id, of.id, { ...told, reason: words })
      else await setDeadline(id, { id: sent, title: words, ...told })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={of ? `${name} · ${of.title}` : name} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {of === undefined && (
          <TextField
            name="title"
            label={t('docket.deadlineTitle')}
            hint={t('docket.deadlineTitleHint')}
            value={words}
            onChange={setWords}
            error={wrong.at('title')}
            maxLength={200}
            isRequired
          />
        )}
        <DayField
          name="dueOn"
          label={t('docket.deadlineDay')}
          value={dueOn}
          onChange={setDay}
          error={wrong.at('dueOn')}
          min={of && of.dueOn < today ? of.dueOn : today}
          isRequired
        />
        <PersonField
          name="personName"
          label={t('docket.deadlinePerson')}
          hint={t('docket.deadlinePersonHint')}
          value={who.name}
          isKnown={who.id !== undefined}
          onChange={(typed) => setWho({ name: typed })}
          onPerson={({ id: person, name: chosen }) => setWho({ id: person, name: chosen })}
          error={wrong.at('personName') ?? wrong.at('person')}
          isRequired
        />
        {of && (
          <LongTextField
            name="reason"
            label={t('docket.reason')}
            value={words}
            onChange={setWords}
            error={wrong.at('reason')}
            maxLength={500}
            isRequired
          />
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {name}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const closings = { done: 'deadlineDone', dropped: 'deadlineDrop' } as const

/** Closes a deadline, with how it was done or why it is dropped. */
function CloseDeadline(props: {
  id: string
  of: DeadlineWire
  step: 'done' | 'dropped'
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { id, of, step, onClose } = props
  const reread = useRereadRight(id)
  const label = t(step === 'done' ? 'docket.howDone' : 'docket.reason')
  return (
    <SmallForm
      title={`${t(`docket.${closings[step]}`)} · ${of.title}`}
      asked={[{ name: 'reason', label, as: 'text', isRequired: true }]}
      act={t(`docket.${closings[step]}`)}
      onSend={({ reason }) =>
        closeDeadline(id, of.id, { state: step, reason: String(reason ?? '') })
      }
      onDone={reread}
      onClose={onClose}
    />
  )
}
