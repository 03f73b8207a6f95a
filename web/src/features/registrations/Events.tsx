import { address } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing } from '../../ui/Page.tsx'
import type { RegistrationWire } from './registration.api.ts'

/** What befell an attempt, the newest first; nothing of it is ever changed. */
export function Events({ one }: { one: RegistrationWire }) {
  const { t, named } = useLanguage()
  if (one.events.length === 0) return <Nothing text={t('registrations.noEvents')} />
  return (
    <ul className="rows">
      {one.events.toReversed().map((event) => (
        <li key={event.seq}>
          <DayText day={event.on} isShort />{' '}
          <strong>{named('registrations.told', event.step)}</strong>{' '}
          <small className="muted">{event.by}</small>
          {event.act && (
            <>
              {' '}
              <a href={`/cases/${event.act.case}`}>
                {t('registrations.byAct', { seq: event.act.seq })}
              </a>
            </>
          )}
          {event.words && <div className="said">{event.words}</div>}
          <Files files={event.files} />
        </li>
      ))}
    </ul>
  )
}

/** Files as links. */
export function Files({ files }: { files: RegistrationWire['certificate'] }) {
  return files.map(({ sha256, name }) => (
    <div key={sha256}>
      <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
        {name}
      </a>
    </div>
  ))
}
