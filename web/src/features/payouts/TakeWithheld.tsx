import { useState } from 'react'
import { address } from '../../api/client.ts'
import { type StoredFile, storeFile } from '../../api/files.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { ListPreview } from './ListPreview.tsx'
import {
  noteLateTax,
  noteWithheld,
  type PayoutBatchWire,
  previewTaxList,
  type TaxListPreviewWire,
  takeTaxList,
} from './payout.api.ts'
import { type ReadTax, taxLines } from './proof-lines.ts'

/** Takes what the payroll withheld of payments, before they are sent or once they are through. */
export function TakeWithheld(props: {
  batch: PayoutBatchWire
  /** Payments are through, and nobody had said it by then. */
  isLate: boolean
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { batch, isLate, onClose, onDone } = props
  const title = t(isLate ? 'withheld.enterLate' : 'withheld.enter')
  const [document, setDocument] = useState('')
  const [text, setText] = useState('')
  const [file, setFile] = useState<StoredFile>()
  const [preview, setPreview] = useState<TaxListPreviewWire>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['document'])
  const found = text.trim() === '' ? undefined : taxLines(text)
  const lines = found && 'lines' in found ? [...found.lines] : undefined
  const isReady = file ? preview?.faulty === 0 : lines !== undefined
  const busily = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  const look = (chosen: File | undefined) =>
    busily(async () => {
      setFile(undefined)
      setPreview(undefined)
      if (!chosen) return
      const stored = await storeFile(chosen)
      setPreview(await previewTaxList(batch.id, { file: refOf(stored), isLate }))
      setFile(stored)
    })
  const send = () =>
    busily(async () => {
      if (file) await takeTaxList(batch.id, { document, file: refOf(file), isLate })
      else if (lines) await (isLate ? noteLateTax : noteWithheld)(batch.id, { document, lines })
      await onDone()
      onClose()
    })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void send()
        }}
      >
        <p className="hint">{t(isLate ? 'withheld.lateLead' : 'withheld.lead')}</p>
        <Download id={batch.id} />
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
              accept=".xlsx,.csv,.txt,text/csv,text/plain"
              onChange={({ target }) => void look(target.files?.[0])}
            />
          </label>
          {preview && <ListPreview preview={preview} />}
        </div>
        {!file && (
          <div className="field">
            <label>
              {t('withheld.table')}
              <textarea
                className="input"
                rows={4}
                value={text}
                placeholder={t('withheld.example')}
                onChange={({ target }) => setText(target.value)}
              />
            </label>
            <p className="hint">{t('withheld.tableHint')}</p>
            <Found found={found} />
          </div>
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy} disabled={!isReady}>
            {title}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const refOf = ({ name, sha256, size }: StoredFile) => ({ name, sha256, size })

/** The list for the payroll: it fills in one column and sends it back. */
function Download({ id }: { id: string }) {
  const { t, lang } = useLanguage()
  return (
    <div className="field">
      <span>{t('withheld.list')}</span>
      <div className="actions">
        {(['xlsx', 'csv'] as const).map((format) => (
          <LinkButton
            key={format}
            small
            href={address(`/payouts/${id}/withheld-list.${format}?lang=${lang}`)}
            download
          >
            {t(format === 'xlsx' ? 'payouts.fileXlsx' : 'payouts.fileCsv')}
          </LinkButton>
        ))}
      </div>
    </div>
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
