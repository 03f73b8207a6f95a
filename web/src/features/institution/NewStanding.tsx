import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useDepartments } from '../../ui/useDepartments.ts'
import { provincesQuery } from './institution.api.ts'
import {
  type Aspect,
  aspects,
  enterStanding,
  isResponsibility,
  listsQuery,
} from './standing.api.ts'

/** Enters what the institution became on a day, by what paper; or which unit answers for something. */
export function NewStanding(props: { about?: Aspect; onClose: () => void }) {
  const { about, onClose } = props
  const { t, say, named } = useLanguage()
  const client = useQueryClient()
  const { data: lists } = useQuery(listsQuery)
  const { data: provinces = [] } = useQuery(provincesQuery)
  const { names } = useDepartments()
  const [aspect, setAspect] = useState<Aspect | undefined>(about)
  const [value, setValue] = useState('')
  const [from, setFrom] = useState('')
  const [document, setDocument] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const save = useMutation({
    mutationFn: () => {
      const [file] = files
      return enterStanding({
        aspect: aspect ?? 'level',
        value: value === none ? null : value,
        from,
        document: document.trim() || null,
        file: file ? { name: file.name, sha256: file.sha256, size: file.size } : null,
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['aspect', 'value', 'from', 'document'])
  const codes = aspect && lists?.standings[aspect]
  const choices =
    aspect === 'province'
      ? provinces.map(({ code, name }) => ({ value: code, label: say(name) }))
      : Object.entries(codes ?? {}).map(([code, label]) => ({ value: code, label: say(label) }))
  const isUnit = aspect !== undefined && isResponsibility(aspect)
  const isText = isUnit || aspect === 'affiliation'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={t('standings.enter')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <ChoiceField
          label={t('standings.aspect')}
          value={aspect}
          onChange={(chosen) => {
            setAspect(chosen as Aspect)
            setValue('')
          }}
          choices={aspects.map((one) => ({ value: one, label: named('standings.aspects', one) }))}
          isFolded
          isRequired
          error={wrong.at('aspect')}
        />
        {isText && value !== none && (
          <TextField
            label={t(isUnit ? 'standings.unit' : 'standings.value')}
            hint={t(isUnit ? 'standings.unitHint' : 'standings.affiliationHint')}
            value={value}
            onChange={setValue}
            offers={isUnit ? names : []}
            error={wrong.at('value')}
            isRequired
          />
        )}
        {isUnit && (
          <FlagField
            label={t('standings.noUnit')}
            value={value === none}
            onChange={(isNone) => setValue(isNone ? none : '')}
          />
        )}
        {aspect && !isText && (
          <ChoiceField
            label={t('standings.value')}
            value={value}
            onChange={setValue}
            choices={
              aspect === 'pilot' ? [...choices, { value: none, label: t('standings.no') }] : choices
            }
            error={wrong.at('value')}
            isRequired
          />
        )}
        <DayField
          label={t('standings.from')}
          hint={t('standings.fromHint')}
          value={from}
          onChange={setFrom}
          error={wrong.at('from')}
          isRequired
        />
        <TextField
          label={t('standings.document')}
          hint={t('standings.documentHint')}
          value={document}
          onChange={setDocument}
          error={wrong.at('document')}
        />
        <FilesField files={files} onChange={(change) => setFiles((now) => change(now).slice(-1))} />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending} disabled={!aspect || !value}>
            {t('people.save')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Chosen where an aspect ends: no code of any list. */
const none = '-'
