import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type StoredFile, storeFile } from '../../../api/files.ts'
import { newId } from '../../../api/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FlagField } from '../../../ui/fields/ChoiceFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { previewReceipts, type ReceiptPreviewWire, takeReceiptList } from './fee.api.ts'

/** Takes what the office confirms from a file: looked at line by line, then taken by one act. */
export function UploadReceipts({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  // Sent twice it is one list.
  const id = useRef(newId())
  const [file, setFile] = useState<StoredFile>()
  const [preview, setPreview] = useState<ReceiptPreviewWire>()
  const [withDiffering, setDiffering] = useState(false)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
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
      setDiffering(false)
      id.current = newId()
      if (!chosen) return
      const stored = await storeFile(chosen)
      setPreview(await previewReceipts({ file: refOf(stored) }))
      setFile(stored)
    })
  const send = () =>
    busily(async () => {
      if (!file) return
      await takeReceiptList({ id: id.current, file: refOf(file), withDiffering })
      const keys = [['/fee-receipts'], ['/fee-batches'], ['fee-batch'], ['fees'], ['docket']]
      await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
      onClose()
    })
  const { matched = 0, differs = 0 } = preview?.counts ?? {}
  const count = matched + (withDiffering ? differs : 0)
  return (
    <Dialog title={t('fees.uploadReceipts')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (count > 0) void send()
        }}
      >
        <p className="hint">{t('fees.uploadLead')}</p>
        <div className="field">
          <label>
            {t('fees.receiptFile')}
            <input
              type="file"
              accept=".xlsx,.csv,.txt,text/csv,text/plain"
              onChange={({ target }) => void look(target.files?.[0])}
            />
          </label>
        </div>
        {preview && <Found preview={preview} />}
        {differs > 0 && (
          <FlagField
            label={t('fees.withDiffering', { count: differs })}
            hint={t('fees.withDifferingHint')}
            value={withDiffering}
            onChange={setDiffering}
          />
        )}
        <ProblemAlert error={error} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy} disabled={count === 0}>
            {t('fees.takeReceipts', { count })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const refOf = ({ name, sha256, size }: StoredFile) => ({ name, sha256, size })

type Line = ReceiptPreviewWire['lines'][number]

const tones: Readonly<Record<Line['state'], string>> = {
  matched: 'chip-done',
  differs: 'chip-due',
  already: '',
  paidBefore: 'chip-due',
  twice: 'chip-due',
  noOpenFee: 'chip-breached',
  unknownRight: 'chip-breached',
  otherFee: '',
  unreadable: 'chip-breached',
}

/** What was found, the sums first, then every line with what it comes to. */
function Found({ preview }: { preview: ReceiptPreviewWire }) {
  const { t, named, say } = useLanguage()
  const states = Object.entries(preview.counts)
  return (
    <div role="status">
      <p>
        {states.map(([state, count]) => (
          <span key={state} className={`chip ${tones[state as Line['state']]}`}>
            {named('fees.receiptStates', state)} {count}
          </span>
        ))}{' '}
        {t('fees.matchedSum')} <Money fen={preview.sumFen} />
      </p>
      <ul className="rows">
        {preview.lines.map((line) => (
          <li key={`${line.sheet}/${line.row}`}>
            <span>
              <span className={`chip ${tones[line.state]}`}>
                {named('fees.receiptStates', line.state)}
              </span>{' '}
              {line.sheet !== null && <span className="muted">{line.sheet} </span>}
              {t('fees.rowOf', { row: line.row })} <span className="figure">{line.number}</span>{' '}
              {line.title} {line.year === null ? line.fee : t('docket.yearOf', { year: line.year })}{' '}
              {line.fen === null ? line.typed : <Money fen={line.fen} />}{' '}
              <small className="muted">
                {line.receipt} {line.paidOn}
              </small>
              {line.state === 'differs' && line.expectedFen !== null && (
                <div>
                  <small>
                    {t('fees.expected')} <Money fen={line.expectedFen} />
                  </small>
                </div>
              )}
              {line.fault && <div className="lacking">{say(line.fault)}</div>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
