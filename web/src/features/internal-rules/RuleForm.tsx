import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
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
import { amendInternalRule, enterInternalRule, type InternalRuleWire } from './internal-rule.api.ts'

const texts = ['title', 'number', 'approvedBy', 'remark'] as const
const days = ['approvedOn', 'inForceOn', 'validTo', 'reviewOn', 'endedOn'] as const
const fields = ['topic', ...texts, ...days, 'file', 'reason'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

/** Enters a rule the institution made, or changes what is told of one. */
export function RuleForm(props: {
  topics: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
  /** The topic the form begins with. */
  topic?: string
  before?: InternalRuleWire
  onClose: () => void
}) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { before } = props
  const [values, setValues] = useState<Values>(() => valuesOf(before, props.topic))
  const [files, setFiles] = useState<readonly StoredFile[]>(before?.file ? [before.file] : [])
  const save = useMutation<unknown>({
    mutationFn: () => {
      const { reason = '', topic = '', title = '', inForceOn = '', ...rest } = values
      const told = Object.fromEntries(
        Object.entries(rest).map(([field, value]) => [field, value?.trim() || null]),
      )
      const file = files.at(-1)
      const body = {
        ...told,
        topic,
        title,
        inForceOn,
        file: file ? { name: file.name, sha256: file.sha256, size: file.size } : null,
      }
      return before
        ? amendInternalRule(before.id, { ...body, reason, expectedSeq: before.seq })
        : enterInternalRule(body)
    },
    onSuccess: async () => {
      await client.invalidateQueries()
      props.onClose()
    },
  })
  const wrong = fieldErrors(save.error, fields)
  const field = (name: Exclude<(typeof fields)[number], 'file'>) => ({
    name,
    label: t(`internalRules.fields.${name}`),
    value: values[name] ?? '',
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: wrong.at(name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      title={before ? t('internalRules.amend') : t('internalRules.enter')}
      onClose={props.onClose}
    >
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <ChoiceField
          {...field('topic')}
          choices={Object.entries(props.topics).map(([value, label]) => ({
            value,
            label: say(label),
          }))}
          isFolded
          isRequired
        />
        <TextField {...field('title')} isRequired />
        <TextField {...field('number')} width="medium" />
        <TextField {...field('approvedBy')} hint={t('internalRules.approvedByHint')} />
        <DayField {...field('approvedOn')} />
        <DayField {...field('inForceOn')} isRequired />
        <DayField {...field('reviewOn')} hint={t('internalRules.reviewHint')} />
        <DayField {...field('validTo')} hint={t('internalRules.validToHint')} />
        {before && <DayField {...field('endedOn')} hint={t('internalRules.endedOnHint')} />}
        <FilesField
          error={wrong.at('file')}
          label={t('internalRules.fields.file')}
          files={files}
          onChange={(change) => setFiles((now) => change(now).slice(-1))}
        />
        <LongTextField {...field('remark')} rows={2} />
        {before && <TextField {...field('reason')} isRequired />}
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('people.save')}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function valuesOf(before: InternalRuleWire | undefined, topic = ''): Values {
  if (!before) return { topic }
  const told = ['topic', ...texts, ...days] as const
  return Object.fromEntries(told.flatMap((name) => (before[name] ? [[name, before[name]]] : [])))
}
