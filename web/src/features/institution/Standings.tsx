import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { address } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { NewStanding } from './NewStanding.tsx'
import { annulStanding, type StandingWire, standingsQuery } from './standing.api.ts'
import { useStandingWords } from './useStandingWords.ts'

/** What the institution was from which day on, and by what paper: the law of a case follows the day. */
export function Standings({ mayChange }: { mayChange: boolean }) {
  const { t, named } = useLanguage()
  const query = useQuery(standingsQuery)
  const wordOf = useStandingWords()
  const [isNew, setNew] = useState(false)
  const [wrong, annul] = useState<StandingWire>()
  return (
    <Panel
      title={t('standings.title')}
      extra={
        <>
          <ExportMenu path="/institution/standings" />
          {mayChange && (
            <Button small onClick={() => setNew(true)}>
              {t('standings.enter')}
            </Button>
          )}
        </>
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

function Annul({ one, onClose }: { one: StandingWire; onClose: () => void }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const wordOf = useStandingWords()
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
