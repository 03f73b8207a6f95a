import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { Field } from '../../ui/fields/Field.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type BasisFile, storeBasis } from './institution.api.ts'

/** What every proposal says: from when to when, on what basis. */
export interface Told {
  readonly from: string
  readonly to: string | null
  readonly basis: string
  readonly basisFile: BasisFile | null
}

/** Puts something forward for another person to approve. */
export function ProposeForm(props: {
  title: string
  today: string
  /** The fields of the choice itself, which stand before the days and the basis. */
  children?: ReactNode
  /** The names of those fields, so that what is wrong with them is said beside them. */
  fields: readonly string[]
  isEnd?: boolean
  impact?: (from: string) => ReactNode
  send: (told: Told) => Promise<unknown>
  /** Told of what is wrong, and of nothing once something is changed. */
  onError?: (error: unknown) => void
  onClose: () => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [from, setFrom] = useState(props.today)
  const [to, setTo] = useState('')
  const [basis, setBasis] = useState('')
  const [file, setFile] = useState<BasisFile | null>(null)
  const store = useMutation({ mutationFn: storeBasis, onSuccess: setFile })
  const send = useMutation({
    mutationFn: () =>
      props.send({ from, to: to === '' ? null : to, basis: basis.trim(), basisFile: file }),
    onSuccess: async () => {
      await client.invalidateQueries()
      props.onClose()
    },
    onError: (error) => props.onError?.(error),
  })
  const wrong = fieldErrors(send.error, ['from', 'to', 'basis', 'basisFile', ...props.fields])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={submit}
        onChange={() => {
          if (!send.isError) return
          send.reset()
          props.onError?.(undefined)
        }}
      >
        <ProblemAlert error={send.error} shown={wrong.shown} />
        {props.children}
        <DayField
          label={t('ownRules.from')}
          value={from}
          onChange={setFrom}
          error={wrong.at('from')}
          isRequired
        />
        {!props.isEnd && (
          <DayField
            label={t('ownRules.to')}
            hint={t('ownRules.toHint')}
            value={to}
            onChange={setTo}
            error={wrong.at('to')}
          />
        )}
        <LongTextField
          label={t('ownRules.basis')}
          hint={t('ownRules.basisHint')}
          value={basis}
          onChange={setBasis}
          error={wrong.at('basis')}
          maxLength={500}
          isRequired
        />
        <Field
          label={t('ownRules.file')}
          hint={file ? file.name : t('general.optional')}
          error={wrong.at('basisFile')}
        >
          {(ties) => (
            <input
              {...ties}
              type="file"
              onChange={({ target }) => {
                const chosen = target.files?.[0]
                if (chosen) store.mutate(chosen)
              }}
            />
          )}
        </Field>
        <ProblemAlert error={store.error} />
        {props.impact?.(from)}
        <p className="muted">{t('ownRules.twoPersons')}</p>
        <div className="actions">
          <Button type="submit" kind="primary" busy={send.isPending || store.isPending}>
            {t('ownRules.submit')}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
