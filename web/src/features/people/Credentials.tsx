import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InstitutionListsWire } from '@yizhuan/server/wire/institutions/standing'
import type { CredentialsWire, CredentialWire } from '@yizhuan/server/wire/people/credential'
import { type FormEvent, useState } from 'react'
import { address, read, write } from '../../api/client.ts'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

const fields = ['kind', 'title', 'issuer', 'number', 'issuedOn', 'validUntil', 'hours'] as const
type Values = Partial<Record<(typeof fields)[number], string>>

/** Training and certificates of somebody; those with an end stand in the calendar. */
export function Credentials({ person, mayChange }: { person: string; mayChange: boolean }) {
  const { t, say } = useLanguage()
  const { data } = useQuery({
    queryKey: ['credentials', person],
    queryFn: () => read<CredentialsWire>(`/people/${person}/credentials`),
  })
  const kinds = useKinds()
  const [isNew, setNew] = useState(false)
  const [wrong, annul] = useState<CredentialWire>()
  const items = data?.items ?? []
  if (items.length === 0 && !mayChange) return null
  return (
    <Panel
      title={t('credentials.title')}
      extra={
        mayChange && (
          <Button small onClick={() => setNew(true)}>
            {t('credentials.enter')}
          </Button>
        )
      }
    >
      {items.length === 0 && <p className="muted">{t('credentials.none')}</p>}
      <ul className="rows">
        {items.map((one) => (
          <li key={one.id}>
            <strong>{one.title}</strong> <span className="chip">{say(kinds[one.kind])}</span>{' '}
            {one.isExpired && <span className="chip chip-due">{t('credentials.expired')}</span>}
            <div className="muted">
              {[one.issuer, one.number, one.hours && t('credentials.hoursOf', { hours: one.hours })]
                .filter(Boolean)
                .join(' · ')}{' '}
              <DayText day={one.issuedOn} isShort />
              {one.validUntil && (
                <>
                  {' '}
                  {t('people.until')} <DayText day={one.validUntil} isShort />
                </>
              )}{' '}
              {one.file && <a href={address(`/files/${one.file.sha256}`)}>{one.file.name}</a>}{' '}
              {mayChange && (
                <Button small kind="quiet" onClick={() => annul(one)}>
                  {t('credentials.annul')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isNew && <NewCredential person={person} onClose={() => setNew(false)} />}
      {wrong && <Annul person={person} one={wrong} onClose={() => annul(undefined)} />}
    </Panel>
  )
}

function useKinds() {
  const { data } = useQuery({
    queryKey: ['institution', 'lists'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => read<InstitutionListsWire>('/institution/lists'),
  })
  return data?.credentials ?? {}
}

function NewCredential({ person, onClose }: { person: string; onClose: () => void }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const kinds = useKinds()
  const [values, setValues] = useState<Values>({})
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const save = useMutation({
    mutationFn: () => {
      const given = Object.entries(values).filter(([, value]) => value?.trim())
      const [file] = files
      return write<unknown>('POST', `/people/${person}/credentials`, {
        ...Object.fromEntries(given),
        ...(file && { file: { name: file.name, sha256: file.sha256, size: file.size } }),
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, [...fields, 'file'])
  const field = (name: (typeof fields)[number]) => ({
    name,
    label: t(`credentials.fields.${name}`),
    value: values[name] ?? '',
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: wrong.at(name),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={t('credentials.enter')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <ChoiceField
          {...field('kind')}
          choices={Object.entries(kinds).map(([value, label]) => ({ value, label: say(label) }))}
          isFolded
          isRequired
        />
        <TextField {...field('title')} isRequired />
        <TextField {...field('issuer')} />
        <TextField {...field('number')} width="medium" />
        <DayField {...field('issuedOn')} isRequired />
        <DayField {...field('validUntil')} hint={t('credentials.validUntilHint')} />
        <TextField {...field('hours')} width="medium" hint={t('credentials.hoursHint')} />
        <FilesField
          error={wrong.at('file')}
          label={t('credentials.fields.file')}
          files={files}
          onChange={(change) => setFiles((now) => change(now).slice(-1))}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('people.save')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Annul(props: { person: string; one: CredentialWire; onClose: () => void }) {
  const { t, colon } = useLanguage()
  const client = useQueryClient()
  const { person, one, onClose } = props
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () =>
      write<unknown>('POST', `/people/${person}/credentials/${one.id}/annul`, { reason }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['reason'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={`${t('credentials.annul')}${colon}${one.title}`} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <TextField
          label={t('people.reason')}
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
          isFirst
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('credentials.annul')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
