import { dayInChina } from '@yizhuan/kit'
import { useLanguage } from './language.ts'

/** A calendar day with its weekday; a month or a year where no more is known. */
export function DayText(props: { day: string | null | undefined; isShort?: boolean }) {
  const { day } = props
  const { lang } = useLanguage()
  if (!day) return <span className="muted">—</span>
  if (day.length < 10) return <time className="figure">{day}</time>
  const on = dayOf(day)
  const weekday = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${on}T00:00:00Z`))
  return (
    <time className="figure" dateTime={day}>
      {on}
      {!props.isShort && (
        <small className="muted">{lang === 'zh' ? `（${weekday}）` : ` (${weekday})`}</small>
      )}
    </time>
  )
}

/** Of a moment the day that calendars in China show: it is another than the one in UTC till eight. */
const dayOf = (text: string) => (text.length > 10 ? dayInChina(text) : text)

/** How long is left until a day, or how long ago it passed. */
export function DaysLeft({ days }: { days: number }) {
  const { t } = useLanguage()
  const tone = days < 0 ? 'breached' : days === 0 ? 'due' : days <= 5 ? 'due' : 'calm'
  const text =
    days < 0
      ? t('days.over', { count: -days })
      : days === 0
        ? t('days.today')
        : t('days.left', { count: days })
  return <span className={`days days-${tone}`}>{text}</span>
}
