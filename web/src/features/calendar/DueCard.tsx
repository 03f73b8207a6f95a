import { CiteText } from '../../ui/CiteText.tsx'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { CalendarDueWire } from './calendar.api.ts'
import { Reminders } from './Reminders.tsx'

/** One due with all that is known of it: article, from what day it was counted, who must act. */
export function DueCard({ due, isBrief }: { due: CalendarDueWire; isBrief?: boolean }) {
  const { t, say } = useLanguage()
  const { record, status, kind } = due
  const isWaiting = status === 'waiting'
  const until = kind === 'deadline' || kind === 'term' || kind === 'notice'
  return (
    <li className="due-row due-card">
      <div className="due-when">
        {isWaiting ? (
          <span className="days days-calm">
            {kind === 'notice'
              ? t('days.left', { count: due.daysLeft })
              : t('days.opensIn', { count: due.daysLeft })}
          </span>
        ) : kind === 'opening' ? (
          <span className="days days-due">{t('workbench.anyDay')}</span>
        ) : (
          <DaysLeft days={due.daysLeft} />
        )}
        <span className={`chip kind-${kind}`}>{t(`calendar.kinds.${kind}`)}</span>
      </div>
      <div>
        <div>
          <strong>{say(due.title)}</strong> {due.article && <CiteText cite={due.article} />}
        </div>
        <div className="muted">
          {!isBrief && (
            <>
              <a href={pageOf(due)}>{record.number ?? t('calendar.open')}</a> {record.title}
              {' · '}
            </>
          )}
          <When day={due.day} label={t(until ? 'calendar.until' : 'calendar.fromThen')} />
        </div>
        <Counted due={due} />
        <Who due={due} />
        <Reminders
          dueKey={due.key}
          title={say(due.title)}
          last={kind === 'deadline' || kind === 'term' ? due.day : undefined}
          mayPutOff={due.mine && status !== 'overdue'}
          snoozes={due.snoozes}
          passed={due.passed}
        />
      </div>
      {due.mine && !isWaiting && due.act && (
        <a className="button button-small" href={`/cases/${record.id}?act=${due.act}`}>
          {t('calendar.act')}
        </a>
      )}
    </li>
  )
}

/** A day and what it is; English says what it is first. */
function When({ day, label }: { day: string; label: string }) {
  const { lang } = useLanguage()
  return lang === 'zh' ? (
    <>
      <DayText day={day} /> {label}
    </>
  ) : (
    <>
      {label} <DayText day={day} />
    </>
  )
}

/** From what day it was counted, and where rest days moved it. */
function Counted({ due }: { due: CalendarDueWire }) {
  const { t, lang, listed } = useLanguage()
  const { counted } = due
  if (!counted) return null
  const unit = t(`calendar.units.${counted.unit}`)
  const years = listed(counted.calendarMissing)
  return (
    <div className="muted counted">
      {t('calendar.countedFrom', { from: counted.from, length: counted.length, unit })}
      {counted.last !== counted.ends && (
        <span className="shifted">
          {' '}
          {t('calendar.shifted', {
            last: dayName(counted.last, lang),
            ends: dayName(counted.ends, lang),
          })}
        </span>
      )}
      {years && <span className="shifted"> {t('calendar.missingYear', { years })}</span>}
    </div>
  )
}

function Who({ due }: { due: CalendarDueWire }) {
  const { t, named, lang } = useLanguage()
  const [comma, open, close] = lang === 'zh' ? ['、', '（', '）'] : [', ', ' (', ')']
  if (due.roles.length === 0) return <div className="muted">{t('calendar.byItself')}</div>
  const roles = due.roles.map((role) => named('role', role)).join(comma)
  const names = due.who.map(({ name }) => name)
  if (names.length === 0) return <div className="muted">{t('calendar.nobody', { roles })}</div>
  const shown = names.length > 3 ? `${names.slice(0, 3).join(comma)} …` : names.join(comma)
  return (
    <div className="muted">{t('calendar.who', { names: `${shown}${open}${roles}${close}` })}</div>
  )
}

function pageOf({ record }: CalendarDueWire): string {
  return record.kind === 'person' ? `/people/${record.id}` : `/${record.kind}s/${record.id}`
}

/** A day with its weekday, inside a sentence. */
function dayName(day: string, lang: 'zh' | 'en'): string {
  const name = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
  return lang === 'zh' ? `${day}（${name}）` : `${day} (${name})`
}
