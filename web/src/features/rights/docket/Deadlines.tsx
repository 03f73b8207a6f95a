import { useState } from 'react'
import { newId } from '../../../api/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { DayField } from '../../../ui/fields/FigureFields.tsx'
import { PersonField } from '../../../ui/fields/PersonField.tsx'
import { TextField } from '../../../ui/fields/TextFields.tsx'
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
      {isOpen && <SetDeadline id={id} today={docket.today} onClose={() => setOpen(false)} />}
      {stepping && <StepDeadline id={id} {...stepping} onClose={() => step(undefined)} />}
    </Panel>
  )
}

function Line(props: { one: DeadlineWire; today: string; onStep: ((step: Step) => void) | null }) {
  const { t, named } = useLanguage()
  const { one, today, onStep } = props
  const { title, dueOn, personName, state, reason, closedOn, closedName } = one
  return (
    <li className="docket-clock">
      <div>
        <strong>{title}</strong>{' '}
        {state !== 'open' && <span className="chip">{named('docket.deadlineStates', state)}</span>}
        {state === 'open' && dueOn < today && (
          <span className="chip chip-breached">{t('docket.over')}</span>
        )}
        <div>
          <DayText day={dueOn} /> <span className="muted">{personName}</span>
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

/** Asks what is to be done, by when and by whom. */
function SetDeadline({ id, today, onClose }: { id: string; today: string; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useRereadRight(id)
  const [sent] = useState(newId)
  const [title, setTitle] = useState('')
  const [dueOn, setDay] = useState('')
  const [who, setWho] = useState<{ readonly name: string; readonly id?: string }>({ name: '' })
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['title', 'dueOn', 'person', 'personName'])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const person = who.id === undefined ? {} : { person: who.id }
      await setDeadline(id, { id: sent, title, dueOn, ...person, personName: who.name })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('docket.setDeadline')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          name="title"
          label={t('docket.deadlineTitle')}
          hint={t('docket.deadlineTitleHint')}
          value={title}
          onChange={setTitle}
          error={wrong.at('title')}
          maxLength={200}
          isRequired
        />
        <DayField
          name="dueOn"
          label={t('docket.deadlineDay')}
          value={dueOn}
          onChange={setDay}
          error={wrong.at('dueOn')}
          min={today}
          isRequired
        />
        <PersonField
          name="personName"
          label={t('docket.deadlinePerson')}
          hint={t('docket.deadlinePersonHint')}
          value={who.name}
          isKnown={who.id !== undefined}
          onChange={(name) => setWho({ name })}
          onPerson={({ id: person, name }) => setWho({ id: person, name })}
          error={wrong.at('personName') ?? wrong.at('person')}
          isRequired
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('docket.setDeadline')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const words = { move: 'deadlineMove', done: 'deadlineDone', dropped: 'deadlineDrop' } as const

/** Puts a deadline off, or closes it: each with its reason. */
function StepDeadline(props: { id: string; of: DeadlineWire; step: Step; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, of, step, onClose } = props
  const reread = useRereadRight(id)
  const why = {
    name: 'reason',
    label: t(step === 'done' ? 'docket.howDone' : 'docket.reason'),
    as: 'text',
    isRequired: true,
  } as const
  const day = {
    name: 'dueOn',
    label: t('docket.deadlineDay'),
    as: 'day',
    isRequired: true,
  } as const
  return (
    <SmallForm
      title={`${t(`docket.${words[step]}`)} · ${of.title}`}
      asked={step === 'move' ? [day, why] : [why]}
      act={t(`docket.${words[step]}`)}
      onSend={({ reason, dueOn }) =>
        step === 'move'
          ? moveDeadline(id, of.id, { dueOn: String(dueOn ?? ''), reason: String(reason ?? '') })
          : closeDeadline(id, of.id, { state: step, reason: String(reason ?? '') })
      }
      onDone={reread}
      onClose={onClose}
    />
  )
}
