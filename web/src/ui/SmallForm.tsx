import { type ReactNode, useState } from 'react'
import type { StoredFile } from '../api/files.ts'
import { newId } from '../api/ids.ts'
import { AmountField } from './AmountField.tsx'
import { minorText } from './amounts.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { fieldErrors } from './fieldErrors.ts'
import { ChoiceField } from './fields/ChoiceFields.tsx'
import { DayField, NumberField, ShareField } from './fields/FigureFields.tsx'
import { FilesField } from './fields/FilesField.tsx'
import { LongTextField, TextField } from './fields/TextFields.tsx'
import { useLanguage } from './language.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

/** One question of a short form. */
export interface Asked {
  readonly name: string
  readonly label: ReactNode
  readonly as: 'day' | 'amount' | 'count' | 'line' | 'text' | 'choice' | 'share'
  readonly hint?: ReactNode
  readonly isRequired?: boolean
  readonly currency?: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly first?: string
  /** Asked only when another answer makes it one. */
  readonly when?: (draft: Draft) => boolean
}

export type Draft = Readonly<Record<string, string>>

/** A short form in a window: a few questions, perhaps files, one button. */
export function SmallForm(props: {
  title: string
  lead?: ReactNode
  asked: readonly Asked[]
  withFiles?: boolean
  /** Nothing is taken without a file. */
  mustHaveFiles?: boolean
  /** What the files are, where they are one thing. */
  filesLabel?: string
  act: string
  isDanger?: boolean
  /** What is sent bears an id: sent again after an answer was lost, it is the same order. */
  isOnce?: boolean
  onSend: (body: Readonly<Record<string, unknown>>) => Promise<unknown>
  /** Reads afresh what was written. */
  onDone: () => Promise<unknown>
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { asked, onClose } = props
  const [draft, setDraft] = useState<Draft>(
    Object.fromEntries(asked.map(({ name, first }) => [name, first ?? ''])),
  )
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [id] = useState(newId)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const shown = asked.filter(({ when }) => when?.(draft) ?? true)
  const wrong = fieldErrors(error, [...shown.map(({ name }) => name), 'files'])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    const told = shown.map((one) => [one.name, sentOf(one, draft[one.name] ?? '')])
    try {
      const body = { ...Object.fromEntries(told), ...(props.withFiles && { files }) }
      await props.onSend(props.isOnce ? { id, ...body } : body)
      await props.onDone()
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={props.title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {props.lead && <p className="hint">{props.lead}</p>}
        {shown.map((one) => (
          <Question
            key={one.name}
            one={one}
            value={draft[one.name] ?? ''}
            onChange={(value) => setDraft({ ...draft, [one.name]: value })}
            error={wrong.at(one.name)}
          />
        ))}
        {props.withFiles && (
          <FilesField
            {...(props.filesLabel !== undefined && { label: props.filesLabel })}
            files={files}
            isRequired={props.mustHaveFiles ?? false}
            error={wrong.at('files')}
            onChange={setFiles}
            withCamera
          />
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind={props.isDanger ? 'danger' : 'primary'} type="submit" busy={isBusy}>
            {props.act}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function sentOf({ as, currency = 'CNY' }: Asked, typed: string): string | null {
  const text = typed.trim()
  if (text === '') return null
  if (as === 'amount') return minorText(text, currency) ?? text
  return as === 'share' && /^[\d.]+$/.test(text) ? `${text}%` : text
}

function Question(props: {
  one: Asked
  value: string
  onChange: (value: string) => void
  error: string | undefined
}) {
  const { one, ...rest } = props
  const { name, label, hint, isRequired = false, currency = 'CNY', choices = [] } = one
  const common = { ...rest, name, label, isRequired, ...(hint !== undefined && { hint }) }
  switch (one.as) {
    case 'day':
      return <DayField {...common} />
    case 'amount':
      return <AmountField {...common} currency={currency} />
    case 'count':
      return <NumberField {...common} />
    case 'share':
      return <ShareField {...common} />
    case 'choice':
      return <ChoiceField {...common} choices={choices} />
    case 'text':
      return <LongTextField {...common} maxLength={2000} />
    case 'line':
      return <TextField {...common} maxLength={200} />
  }
}
