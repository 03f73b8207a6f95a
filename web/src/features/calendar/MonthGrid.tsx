import type { Day } from '@yizhuan/kit'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../../ui/language.ts'
import type { CalendarDueWire, CalendarWire } from './calendar.api.ts'
import { dayAfterKey, type Week } from './days.ts'

/** How many dues a day shows before the rest is a number. */
const mostShown = { month: 3, week: 12 }

/** Weeks of days with what is due on each. One day at a time is in the order of Tab; arrows move. */
export function MonthGrid(props: {
  data: CalendarWire
  weeks: readonly Week[]
  /** The month shown; days of others are faint. Undefined for a week. */
  month: string | undefined
  chosen: Day
  onChoose: (day: Day) => void
}) {
  const { data, weeks, month, chosen, onChoose } = props
  const { t, lang } = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    table.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus()
  })
  const byDay = grouped(data.items)
  const rest = new Set(data.restDays)
  const press = (event: React.KeyboardEvent, day: Day) => {
    const next = dayAfterKey(day, event.key)
    if (next === undefined) return
    event.preventDefault()
    moved.current = true
    onChoose(next)
  }
  return (
    <table
      ref={table}
      className={`month ${month === undefined ? 'month-week' : ''}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a calendar is a grid to move in
      role="grid"
      aria-label={t('calendar.gridHint')}
    >
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col">
              {weekdayName(day, lang)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const items = byDay.get(day) ?? []
              const marks = [
                day === data.today && 'is-today',
                day === chosen && 'is-chosen',
                rest.has(day) && 'is-rest',
                month !== undefined && !day.startsWith(month) && 'is-faint',
              ]
              return (
                <td key={day} className={marks.filter(Boolean).join(' ')}>
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === chosen ? 0 : -1}
                    aria-pressed={day === chosen}
                    aria-current={day === data.today ? 'date' : undefined}
                    aria-label={`${t('calendar.dayLabel', { day: `${day} ${weekdayName(day, lang)}`, count: items.length })}${rest.has(day) ? ` · ${t('calendar.restDay')}` : ''}`}
                    onClick={() => onChoose(day)}
                    onKeyDown={(event) => press(event, day)}
                  >
                    <span className="day-number">
                      {Number(day.slice(8))}
                      {rest.has(day) && <small>{t('calendar.rest')}</small>}
                    </span>
                    <DayItems
                      items={items}
                      most={mostShown[month === undefined ? 'week' : 'month']}
                    />
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayItems({ items, most }: { items: readonly CalendarDueWire[]; most: number }) {
  const { t, say } = useLanguage()
  return (
    <span className="day-items" aria-hidden>
      {items.slice(0, most).map((due) => (
        <span key={due.key} className={`day-item kind-${due.kind} is-${due.status}`}>
          {say(due.title)}
          {due.record.number && <small> {due.record.number}</small>}
        </span>
      ))}
      {items.length > most && (
        <span className="day-more">{t('calendar.more', { count: items.length - most })}</span>
      )}
      {items.length > 0 && <span className="day-count">{items.length}</span>}
    </span>
  )
}

function grouped(items: readonly CalendarDueWire[]): Map<string, CalendarDueWire[]> {
  const days = new Map<string, CalendarDueWire[]>()
  for (const due of items) days.set(due.day, [...(days.get(due.day) ?? []), due])
  return days
}

function weekdayName(day: string, lang: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}
