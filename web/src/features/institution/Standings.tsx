import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { address } from '../../api/client.ts'
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
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { provincesQuery } from './institution.api.ts'
import {
  annulStanding,
  enterStanding,
  listsQuery,
  type StandingWire,
  standingsQuery,
} from './standing.api.ts'

const aspects = ['level', 'ownership', 'research', 'affiliation', 'province', 'pilot'] as const
type Aspect = (typeof aspects)[number]

/** What the institution was from which day on, and by what paper: the law of a case follows the day. */
export function Standings({ mayChange }: { mayChange: boolean }) {
  const { t, named } = useLanguage()
  const query = useQuery(standingsQuery)
  const wordOf = useWords()
  const [isNew, setNew] = useState(false)
  const [wrong, annul] = useState<StandingWire>()
  return (
    <Panel
      title={t('standings.title')}
      extra={
        mayChange && (
          <Button small onClick={() => setNew(true)}>
            {t('standings.enter')}
          </Button>
        )
      }
    >
      <p className="hint">{t('standings.note')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('standings.none')}</p>
          ) : (
            <ul className="rows">
              {items.map((one) => (
                <li key={one.id}>
                  <span className="muted">{named('standings.aspects', one.aspect)}</span>{' '}
                  <strong>{wordOf(one.aspect, one.value)}</strong>{' '}
                  {one.to === null && (
                    <span className="chip chip-current">{t('standings.now')}</span>
                  )}
                  <div className="muted">
                    <DayText day={one.from} isShort /> {t('people.until')}{' '}
                    {one.to ? <DayText day={one.to} isShort /> : t('people.now')}
                    {one.document && ` · ${one.document}`}{' '}
                    {one.file && <a href={address(`/files/${one.file.sha256}`)}>{one.file.name}</a>}{' '}
                    {mayChange && (
                      <Button small kind="quiet" onClick={() => annul(one)}>
                        {t('standings.annul')}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isNew && <NewStanding onClose={() => setNew(false)} />}
      {wrong && <Annul one={wrong} onClose={() => annul(undefined)} />}
    </Panel>
  )
}

/** What a value is called: a code of a list, a province, or the text itself. */
function useWords() {
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  const { data: provinces } = useQuery(provincesQuery)
  return (aspect: Aspect, value: string | null) => {
    if (value === null) return t('standings.no')
    const province = provinces?.find(({ code }) => code === value)?.name
    return say(lists?.standings[aspect]?.[value] ?? province ?? value)
  }
}

function NewStanding({ onClose }: { onClose: () => void }) {
  const { t, say, named } = useLanguage()
  const client = useQueryClient()
  const { data: lists } = useQuery(listsQuery)
  const { data: provinces = [] } = useQuery(provincesQuery)
  const [aspect, setAspect] = useState<Aspect>()
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
        {aspect === 'affiliation' && (
          <TextField
            label={t('standings.value')}
            hint={t('standings.affiliationHint')}
            value={value}
            onChange={setValue}
            error={wrong.at('value')}
            isRequired
          />
        )}
        {aspect && aspect !== 'affiliation' && (
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

function Annul({ one, onClose }: { one: StandingWire; onClose: () => void }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const wordOf = useWords()
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: () => annulStanding(one.id, reason),
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
    <Dialog title={t('standings.annul')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <p>
          {named('standings.aspects', one.aspect)} {wordOf(one.aspect, one.value)}{' '}
          <DayText day={one.from} isShort />
        </p>
        <p className="hint">{t('standings.annulHint')}</p>
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
            {t('standings.annul')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
