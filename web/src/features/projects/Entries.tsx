import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { EntryForm } from './EntryForm.tsx'
import { answerEntry, type EntryWire, type ProjectWire, useRereadProject } from './project.api.ts'

/** The ledger of work, newest first: corrected entries stay readable, what waits for somebody comes with its buttons. */
export function Entries({ of, me }: { of: ProjectWire; me: { id: string; name: string } }) {
  const { t, say } = useLanguage()
  const [disputing, dispute] = useState<EntryWire>()
  const [correcting, correct] = useState<EntryWire>()
  const kindOf = (code: string) => say(of.kinds.find((kind) => kind.code === code)?.label ?? code)
  if (of.entries.length === 0) {
    return <Nothing text={t('projects.noEntries')} hint={t('projects.noEntriesHint')} />
  }
  const mayCorrect = (entry: EntryWire) =>
    entry.correctedBy === null &&
    (of.maySpeak === 'all' || (of.maySpeak === 'self' && entry.personId === me.id))
  return (
    <>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('projects.fields.onDay')}</th>
            <th>{t('projects.fields.person')}</th>
            <th>{t('projects.fields.kind')}</th>
            <th>{t('projects.fields.words')}</th>
            <th>{t('projects.fields.saidBy')}</th>
            <th>{t('projects.fields.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {of.entries.toReversed().map((entry) => (
            <tr key={entry.id} className={entry.correctedBy ? 'muted' : undefined}>
              <td className="nowrap" data-label={t('projects.fields.onDay')}>
                <DayText day={entry.onDay} isShort />
              </td>
              <td data-label={t('projects.fields.person')}>{entry.personName}</td>
              <td className="nowrap" data-label={t('projects.fields.kind')}>
                {kindOf(entry.kind)} {entry.share && <strong>{entry.share}</strong>}
                {entry.share && !entry.correctedBy && (
                  <DaySum of={of.shares.find(({ onDay }) => onDay === entry.onDay)} />
                )}
              </td>
              <td data-label={t('projects.fields.words')}>
                {entry.correctedBy ? <s>{entry.words}</s> : entry.words}
                {entry.files.map((file) => (
                  <div key={file.sha256}>
                    <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
                  </div>
                ))}
                {entry.corrects && <div className="muted">{t('projects.corrects')}</div>}
              </td>
              <td data-label={t('projects.fields.saidBy')}>
                {entry.madeName} <small className="muted">{dayInChina(entry.madeAt)}</small>
              </td>
              <td data-label={t('projects.fields.answer')}>
                <Answer entry={entry} project={of.id} onDispute={() => dispute(entry)} />{' '}
                {mayCorrect(entry) && (
                  <Button small kind="quiet" onClick={() => correct(entry)}>
                    {t('projects.correct')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {disputing && (
        <Dispute project={of.id} entry={disputing} onClose={() => dispute(undefined)} />
      )}
      {correcting && (
        <EntryForm project={of} me={me} corrects={correcting} onClose={() => correct(undefined)} />
      )}
    </>
  )
}

/** What the shares of all come to on the day of an entry. */
function DaySum({ of }: { of: ProjectWire['shares'][number] | undefined }) {
  const { t } = useLanguage()
  if (!of) return null
  const { sum, isAboveWhole } = of
  return (
    <div className={isAboveWhole ? 'lacking' : 'muted'}>
      {t(isAboveWhole ? 'projects.sumAbove' : 'projects.sum', { sum })}
    </div>
  )
}

function Answer(props: { entry: EntryWire; project: string; onDispute: () => void }) {
  const { t } = useLanguage()
  const { entry, project, onDispute } = props
  const reread = useRereadProject(project)
  const [error, setError] = useState<unknown>()
  if (entry.correctedBy) return <span className="chip">{t('projects.corrected')}</span>
  if (entry.answer === 'confirmed') {
    return <span className="chip chip-done">{t('projects.confirmed')}</span>
  }
  if (entry.answer === 'disputed') {
    return (
      <>
        <span className="chip chip-breached">{t('projects.disputed')}</span> {entry.answerWords}
      </>
    )
  }
  if (!entry.isWaiting) return <span className="muted">{t('projects.unanswered')}</span>
  const confirm = async () => {
    try {
      await answerEntry(project, entry.id, { answer: 'confirmed' })
      await reread()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      <Button small kind="primary" onClick={() => void confirm()}>
        {t('projects.confirm')}
      </Button>{' '}
      <Button small onClick={onDispute}>
        {t('projects.dispute')}
      </Button>
      <ProblemAlert error={error} />
    </>
  )
}

function Dispute(props: { project: string; entry: EntryWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { project, entry, onClose } = props
  const reread = useRereadProject(project)
  const [words, setWords] = useState('')
  const [error, setError] = useState<unknown>()
  const send = async () => {
    try {
      await answerEntry(project, entry.id, { answer: 'disputed', words })
      await reread()
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title={t('projects.dispute')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>{entry.words}</p>
        <LongTextField
          label={t('projects.disputeWords')}
          value={words}
          onChange={setWords}
          isRequired
        />
        <ProblemAlert error={error} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="danger" type="submit">
            {t('projects.dispute')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
