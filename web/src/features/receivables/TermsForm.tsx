import { currencyCodes } from '@yizhuan/money'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Changes } from './Changes.tsx'
import {
  agreeTerms,
  type ContractMoneyWire,
  previewTerms,
  type TermWire,
  type ToldChangeWire,
  useRereadMoney,
} from './money.api.ts'
import { TermFields } from './TermFields.tsx'
import { draftOf, newTerm, type TermDraft, termsOf } from './terms-draft.ts'

const kinds = ['fixed', 'milestone', 'royalty', 'equity'] as const

/** Writes down what was agreed of payments, or an amendment: first what it would change, then it holds. */
export function TermsForm(props: { id: string; money: ContractMoneyWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { id, money, onClose } = props
  const reread = useRereadMoney()
  const isFirst = money.versions.length === 0
  // What was amended and is not in the terms yet is what they are amended for.
  const { amended } = money
  const [head, setHead] = useState({
    ...{ currency: money.currency, planRate: money.planRate ?? '' },
    ...{ effectiveOn: amended?.on ?? money.today, reason: reasonOf(amended) },
  })
  const [rows, setRows] = useState<readonly TermDraft[]>(
    isFirst ? [newTerm('fixed', [])] : money.terms.map((term) => draftOf(term, money.currency)),
  )
  const [files, setFiles] = useState<readonly StoredFile[]>(amended?.files ?? [])
  const [changes, setChanges] = useState<readonly ToldChangeWire[]>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const pointers = rows.map((_, at) => `terms/${at}`)
  const wrong = fieldErrors(error, [
    ...['currency', 'planRate', 'effectiveOn', 'reason', 'files'],
    ...pointers,
  ])
  // The first terms need one only where they hold from before the contract was signed.
  const asksReason = !isFirst || head.reason !== '' || wrong.at('reason') !== undefined
  const put = (at: number, row: TermDraft) => {
    setChanges(undefined)
    setRows(rows.map((other, place) => (place === at ? row : other)))
  }
  const add = (kind: TermWire['kind']) => {
    setChanges(undefined)
    setRows([...rows, newTerm(kind, rows)])
  }
  const putHead = (given: Partial<typeof head>) => {
    setChanges(undefined)
    setHead({ ...head, ...given })
  }
  const send = async () => {
    setBusy(true)
    setError(undefined)
    const body = { ...termsOf(rows, head), files: [...files] }
    try {
      if (changes === undefined) setChanges((await previewTerms(id, body)).changes)
      else {
        await agreeTerms(id, { ...body, expectedSeq: money.seq })
        await reread()
        onClose()
        return
      }
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <Dialog
      title={t(isFirst ? 'receivables.agreeTerms' : 'receivables.amendTerms')}
      onClose={onClose}
      className="wide"
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {isFirst ? (
          <ChoiceField
            label={t('receivables.fields.currency')}
            name="currency"
            value={head.currency}
            onChange={(currency) => putHead({ currency })}
            choices={currencyCodes.map((value) => ({ value, label: value }))}
            isRequired
          />
        ) : (
          <p className="hint">{t('receivables.amendHint')}</p>
        )}
        {head.currency !== 'CNY' && (
          <TextField
            label={t('receivables.fields.planRate')}
            name="planRate"
            value={head.planRate}
            onChange={(planRate) => putHead({ planRate })}
            hint={t('receivables.planRateHint', { currency: head.currency })}
            error={wrong.at('planRate')}
            width="short"
            isRequired
          />
        )}
        <DayField
          label={t(isFirst ? 'receivables.fields.agreedOn' : 'receivables.fields.effectiveOn')}
          name="effectiveOn"
          value={head.effectiveOn}
          onChange={(effectiveOn) => putHead({ effectiveOn })}
          error={wrong.at('effectiveOn')}
          isRequired
        />
        {rows.map((row, at) => (
          <TermFields
            key={row.key}
            row={row}
            currency={head.currency}
            error={wrong.at(`terms/${at}`)}
            onChange={(next) => put(at, next)}
            onRemove={() => {
              setChanges(undefined)
              setRows(rows.filter((other) => other !== row))
            }}
          />
        ))}
        <div className="row-buttons">
          {kinds.map((kind) => (
            <Button key={kind} small onClick={() => add(kind)}>
              + {t(`receivables.kinds.${kind}`)}
            </Button>
          ))}
        </div>
        {asksReason && (
          <LongTextField
            label={t('receivables.fields.reason')}
            name="reason"
            value={head.reason}
            onChange={(reason) => putHead({ reason })}
            error={wrong.at('reason')}
            isRequired
          />
        )}
        <FilesField
          error={wrong.at('files')}
          label={t('receivables.fields.contractFile')}
          files={files}
          onChange={setFiles}
        />
        {changes && (
          <>
            <h3>{t('receivables.becomesOf')}</h3>
            <Changes changes={changes} currency={head.currency} />
          </>
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t(changes === undefined ? 'receivables.preview' : 'receivables.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function reasonOf(amended: ContractMoneyWire['amended']): string {
  return amended ? [amended.number, amended.summary].filter(Boolean).join('：').slice(0, 1000) : ''
}
