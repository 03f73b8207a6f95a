import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type ClauseDraft,
  ClauseFields,
  clauseDraft,
  clauseFields,
  clauseOf,
} from './ClauseFields.tsx'
import {
  choicesQuery,
  type NewStandardWire,
  proposeStandard,
  proposeVersion,
  type StandardChoicesWire,
  type StandardWire,
} from './standard.api.ts'
import {
  type TemplateDraft,
  TemplateFields,
  templateDraft,
  templateFields,
  templateOf,
} from './TemplateFields.tsx'

/** Proposes a clause or a model contract, or the next version of one. */
export function StandardForm(props: {
  form: 'clause' | 'template'
  before?: StandardWire
  onClose: () => void
}) {
  const { t } = useLanguage()
  const query = useQuery(choicesQuery)
  const { form, before } = props
  const title = before
    ? t('contractTexts.newVersion')
    : t(form === 'clause' ? 'contractTexts.newClause' : 'contractTexts.newTemplate')
  return (
    <Dialog title={title} onClose={props.onClose} className="wide">
      <Loaded query={query}>{(choices) => <Form {...props} choices={choices} />}</Loaded>
    </Dialog>
  )
}

function Form(props: {
  form: 'clause' | 'template'
  before?: StandardWire
  choices: StandardChoicesWire
  onClose: () => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { form, before, choices, onClose } = props
  const last = before?.versions[0]
  const [name, setName] = useState(last?.name ?? '')
  const [reason, setReason] = useState('')
  const [clause, setClause] = useState<ClauseDraft>(() => clauseDraft(last?.clause ?? undefined))
  const [template, setTemplate] = useState<TemplateDraft>(() =>
    templateDraft(last?.template ?? undefined),
  )
  const save = useMutation({
    mutationFn: () => {
      // What the server does not know is refused by it at its field.
      const told = (form === 'clause'
        ? { clause: clauseOf(clause) }
        : { template: templateOf(template) }) as unknown as Pick<
        NewStandardWire,
        'clause' | 'template'
      >
      return before
        ? proposeVersion(before.id, { name, ...told, reason, expectedVersion: before.newest })
        : proposeStandard({ name, ...told, reason: reason.trim() || null })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract-standards'] })
      onClose()
    },
  })
  const own = form === 'clause' ? clauseFields : templateFields(template)
  const wrong = fieldErrors(save.error, ['name', 'reason', ...own])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <ProblemAlert error={save.error} shown={wrong.shown} />
      <p className="hint">{t('contractTexts.fourEyes')}</p>
      <TextField
        name="name"
        label={t('contractTexts.fields.name')}
        value={name}
        onChange={setName}
        error={wrong.at('name')}
        isRequired
      />
      {form === 'clause' ? (
        <ClauseFields draft={clause} choices={choices} errorAt={wrong.at} onChange={setClause} />
      ) : (
        <TemplateFields
          draft={template}
          choices={choices}
          errorAt={wrong.at}
          onChange={setTemplate}
        />
      )}
      <TextField
        name="reason"
        label={t('contractTexts.fields.reason')}
        value={reason}
        onChange={setReason}
        error={wrong.at('reason')}
        isRequired={before !== undefined}
      />
      <div className="actions">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t('contractTexts.propose')}
        </Button>
        <Button onClick={onClose}>{t('general.cancel')}</Button>
      </div>
    </form>
  )
}
