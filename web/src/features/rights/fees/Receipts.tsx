import { useState } from 'react'
import type { StoredFile } from '../../../api/files.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { FlagField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../../ui/fields/FilesField.tsx'
import { TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, typedYuan } from '../../../ui/Money.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type BatchWire, takeReceipts } from './fee.api.ts'

type Draft = Readonly<Record<string, { readonly receipt: string; readonly yuan: string }>>

/** Takes receipts back: one day of payment, a receipt for each fee; those left empty come another time. */
export function Receipts(props: {
  batch: BatchWire
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t, say } = useLanguage()
  const { batch, onClose, onDone } = props
  const open = batch.lines.filter(({ state }) => state === 'open')
  const keyOf = ({ right, year, clock }: (typeof open)[number]) => `${right}/${year}/${clock}`
  const [paidOn, setDay] = useState(batch.payOn)
  const [draft, setDraft] = useState<Draft>(
    Object.fromEntries(
      open.map((line) => {
        const sum = `${BigInt(line.feeFen) + BigInt(line.surchargeFen)}`
        return [keyOf(line), { receipt: '', yuan: typedYuan(sum) }]
      }),
    ),
  )
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [mayDiffer, setDiffer] = useState(false)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const filled = open.filter((line) => draft[keyOf(line)]?.receipt.trim())
  const at = (line: (typeof open)[number], field: string) =>
    `receipts/${filled.indexOf(line)}/${field}`
  const wrong = fieldErrors(error, [
    ...filled.flatMap((line) => [at(line, 'receipt'), at(line, 'fen'), at(line, 'paidOn')]),
    ...['files'],
  ])
  const wrongDay = filled.map((line) => wrong.at(at(line, 'paidOn'))).find(Boolean)
  const doesDiffer =
    error instanceof ApiProblem && error.body.errors?.some(({ rule }) => rule === 'receipt-differs')
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const receipts = filled.map((line) => {
        const { receipt = '', yuan = '' } = draft[keyOf(line)] ?? {}
        const { right, year, clock } = line
        const which = clock === '' ? { year } : { clock }
        return { right, ...which, paidOn, fen: fenText(yuan) ?? yuan, receipt: receipt.trim() }
      })
      const papers = files.map(({ name, sha256, size }) => ({ name, sha256, size }))
      await takeReceipts(batch.id, {
        receipts,
        ...(papers.length > 0 && { files: papers }),
        ...(mayDiffer && { mayDiffer }),
      })
      await onDone()
      onClose()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('fees.receipts')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <DayField
          label={t('fees.paidOn')}
          value={paidOn}
          onChange={setDay}
          error={wrongDay}
          isRequired
        />
        <p className="muted">{t('fees.receiptsHint')}</p>
        {open.map((line) => {
          const key = keyOf(line)
          const put = (change: Partial<Draft[string]>) =>
            setDraft({ ...draft, [key]: { receipt: '', yuan: '', ...draft[key], ...change } })
          return (
            <fieldset key={key} className="item">
              <legend>
                {line.number ?? line.title} ·{' '}
                {line.feeTitle ? say(line.feeTitle) : t('docket.yearOf', { year: line.year })}
              </legend>
              <div className="item-line">
                <TextField
                  label={t('fees.receipt')}
                  value={draft[key]?.receipt}
                  onChange={(receipt) => put({ receipt })}
                  error={wrong.at(at(line, 'receipt'))}
                  maxLength={100}
                />
                <MoneyField
                  label={t('fees.paid')}
                  value={draft[key]?.yuan}
                  onChange={(yuan) => put({ yuan })}
                  error={wrong.at(at(line, 'fen'))}
                  isNarrow
                />
              </div>
            </fieldset>
          )
        })}
        <FilesField
          label={t('docket.papers')}
          files={files}
          onChange={setFiles}
          error={wrong.at('files')}
          withCamera
        />
        {(doesDiffer || mayDiffer) && (
          <FlagField label={t('fees.mayDiffer')} value={mayDiffer} onChange={setDiffer} />
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy} disabled={filled.length === 0}>
            {t('fees.takeReceipts', { count: filled.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
