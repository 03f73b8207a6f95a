import { useRef, useState } from 'react'
import { type StoredFile, storeFile } from '../../api/files.ts'
import { newId } from '../../api/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type PayoutBatchWire, readAnswerRows, takeProof } from './payout.api.ts'
import { proofSheets, type ReadProof } from './proof-lines.ts'

/** Takes the bank's answer: that all of it arrived, or the file with the result of each payment. */
export function TakeProof(props: {
  batch: PayoutBatchWire
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { batch, onClose, onDone } = props
  // Sent twice it is one answer.
  const id = useRef(newId())
  const { payOn, decidedOn } = batch
  const firstDay = decidedOn !== null && decidedOn > payOn ? decidedOn : payOn
  const [draft, setDraft] = useState({ document: '', on: firstDay })
  const [how, setHow] = useState(batch.sent > 0 ? 'all' : 'lines')
  const [answer, setAnswer] = useState<ReadProof>()
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['document', 'on'])
  const lines = how === 'all' ? ('all-paid' as const) : linesIn(answer)
  const readAnswer = async (file: File | undefined) => {
    if (!file) return
    setError(undefined)
    setAnswer(undefined)
    try {
      // The server reads it, as it reads the list of taxes: also a workbook, and a text in the coding of the bank.
      const stored = await storeFile(file)
      const { sheets } = await readAnswerRows(batch.id, { file: refOf(stored) })
      setAnswer(proofSheets(sheets))
      setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== stored.sha256), stored])
    } catch (problem) {
      setError(problem)
    }
  }
  const send = async () => {
    if (!lines) return
    setBusy(true)
    setError(undefined)
    try {
      const [file] = files
      await takeProof(batch.id, {
        ...{ id: id.current, ...draft, lines },
        ...(file && { file: refOf(file) }),
      })
      await onDone()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('payouts.takeProof')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField
          name="document"
          label={t('payouts.fields.proof')}
          value={draft.document}
          onChange={(document) => setDraft({ ...draft, document })}
          error={wrong.at('document')}
          maxLength={200}
          isRequired
        />
        <DayField
          name="on"
          label={t('payouts.fields.proofOn')}
          value={draft.on}
          onChange={(on) => setDraft({ ...draft, on })}
          error={wrong.at('on')}
          isRequired
        />
        <ChoiceField
          name="how"
          label={t('payouts.how')}
          value={how}
          choices={[
            ...(batch.sent > 0
              ? [{ value: 'all', label: t('payouts.allPaid', { count: batch.sent }) }]
              : []),
            { value: 'lines', label: t('payouts.byLine') },
          ]}
          onChange={setHow}
        />
        {how === 'lines' && (
          <div className="field">
            <label>
              {t('payouts.answerFile')}
              <input
                type="file"
                accept=".xlsx,.csv,.txt,text/csv,text/plain"
                onChange={({ target }) => void readAnswer(target.files?.[0])}
              />
            </label>
            <p className="hint">
              {t('payouts.answerHint')} {t('withheld.inAnswer')}
            </p>
            <Found answer={answer} />
          </div>
        )}
        <FilesField label={t('payouts.slip')} files={files} onChange={setFiles} withCamera />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy} disabled={!lines}>
            {t('payouts.takeProof')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const refOf = ({ name, sha256, size }: StoredFile) => ({ name, sha256, size })

const linesIn = (answer: ReadProof | undefined) =>
  answer && 'lines' in answer ? [...answer.lines] : undefined

function Found({ answer }: { answer: ReadProof | undefined }) {
  const { t, named } = useLanguage()
  if (!answer) return null
  if ('wrong' in answer) {
    return (
      <p className="lacking" role="alert">
        {named('payouts.wrongAnswer', answer.wrong)}
        {answer.at > 0 && ` ${t('payouts.inLine', { at: answer.at })}`}
      </p>
    )
  }
  const returned = answer.lines.filter(({ outcome }) => outcome === 'returned').length
  const paid = answer.lines.length - returned
  return <p role="status">{t('payouts.answerTally', { paid, returned })}</p>
}
