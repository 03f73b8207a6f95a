import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { noteWithheld, type PayoutBatchWire } from './payout.api.ts'
import { type ReadTax, taxLines } from './proof-lines.ts'

/** Takes what the payroll withheld of payments that were not sent yet: as a file, or line by line. */
export function TakeWithheld(props: {
  batch: PayoutBatchWire
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { batch, onClose, onDone } = props
  const [document, setDocument] = useState('')
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['document'])
  const found = text.trim() === '' ? undefined : taxLines(text)
  const lines = found && 'lines' in found ? [...found.lines] : undefined
  const send = async () => {
    if (!lines) return
    setBusy(true)
    setError(undefined)
    try {
      await noteWithheld(batch.id, { document, lines })
      await onDone()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('withheld.enter')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p className="hint">{t('withheld.lead')}</p>
        <TextField
          name="document"
          label={t('withheld.document')}
          value={document}
          onChange={setDocument}
          error={wrong.at('document')}
          maxLength={200}
          isRequired
        />
        <div className="field">
          <label>
            {t('withheld.file')}
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={async ({ target }) => setText((await target.files?.[0]?.text()) ?? '')}
            />
          </label>
        </div>
        <div className="field">
          <label>
            {t('withheld.table')}
            <textarea
              className="input"
              rows={5}
              value={text}
              placeholder={t('withheld.example')}
              onChange={({ target }) => setText(target.value)}
            />
          </label>
          <p className="hint">{t('withheld.tableHint')}</p>
          <Found found={found} />
        </div>
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy} disabled={!lines}>
            {t('withheld.enter')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Found({ found }: { found: ReadTax | undefined }) {
  const { t, named } = useLanguage()
  if (!found) return null
  if ('lines' in found)
    return <p role="status">{t('withheld.tally', { count: found.lines.length })}</p>
  return (
    <p className="lacking" role="alert">
      {named('withheld.wrong', found.wrong)}
      {found.at > 0 && ` ${t('payouts.inLine', { at: found.at })}`}
    </p>
  )
}
