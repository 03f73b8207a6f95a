import { useQuery } from '@tanstack/react-query'
import { addDays, addMonths, type Day, dayInChina } from '@yizhuan/kit'
import { useEffect, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { FilterDay } from '../../ui/FilterDay.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { SavedViews } from '../../ui/views/SavedViews.tsx'
import { type CalendarDueWire, type CalendarWire, calendarQuery } from './calendar.api.ts'
import { DueCard } from './DueCard.tsx'
import { weekOf, weeksOf } from './days.ts'
import { MonthGrid } from './MonthGrid.tsx'

type View = 'month' | 'week' | 'list'
const kinds = ['deadline', 'opening', 'notice', 'term'] as const

/** One calendar of everything due: a month, a week, or a list; on a phone a list. */
export function Calendar({ me, roles }: { me: string; roles: readonly string[] }) {
  const { t, listed } = useLanguage()
  const params = useQueryParams()
  const isNarrow = useIsNarrow()
  const view = viewOf(params.get('view'), isNarrow)
  const day = dayOf(params.get('day'))
  const [from, to] = spanOf(view, day, params.get('from'), params.get('to'))
  const filter = {
    kind: params.get('kind'),
    person: params.get('mine') ? me : params.get('person'),
    role: params.get('role'),
    overdue: params.get('overdue'),
  }
  const query = useQuery(calendarQuery({ from, to, ...filter }))
  return (
    <>
      <PageHeader title={t('calendar.title')} note={t('calendar.note')}>
        <SavedViews list="calendar" />
        <ExportMenu path="/calendar" filter={{ from, to, ...filter }} />
        <Segments
          label={t('calendar.view')}
          value={view}
          onChange={(value) => params.set({ view: value })}
          choices={(['month', 'week', 'list'] as const).map((value) => ({
            value,
            label: t(`calendar.views.${value}`),
          }))}
        />
      </PageHeader>
      <Filters people={query.data?.people ?? []} roles={roles} view={view} />
      <Loaded query={query}>
        {(data) => (
          <>
            {data.calendarMissing.length > 0 && (
              <Callout
                tone="due"
                title={t('calendar.calendarMissing', { years: listed(data.calendarMissing) })}
              />
            )}
            {view === 'list' ? (
              <List data={data} />
            ) : (
              <Grid data={data} view={view} day={day ?? (data.today as Day)} />
            )}
            {data.leftOut > 0 && (
              <p className="muted">{t('calendar.leftOut', { count: data.leftOut })}</p>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function Filters(props: { people: CalendarWire['people']; roles: readonly string[]; view: View }) {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const isOn = (name: string) => params.get(name) === '1' || params.get(name) === 'true'
  return (
    <div className="filters calendar-filters">
      <FilterSelect
        label={t('calendar.kind')}
        value={params.get('kind')}
        choices={kinds.map((value) => ({ value, label: t(`calendar.kinds.${value}`) }))}
        onChange={(kind) => params.set({ kind })}
      />
      <FilterSelect
        label={t('calendar.person')}
        value={params.get('person')}
        choices={props.people.map(({ person, name }) => ({ value: person, label: name }))}
        onChange={(person) => params.set({ person, mine: undefined })}
      />
      <FilterSelect
        label={t('calendar.role')}
        value={params.get('role')}
        choices={props.roles.map((role) => ({ value: role, label: named('role', role) }))}
        onChange={(role) => params.set({ role })}
      />
      {props.view === 'list' && (
        <>
          <FilterDay
            label={t('calendar.from')}
            value={params.get('from')}
            onChange={(from) => params.set({ from })}
          />
          <FilterDay
            label={t('calendar.to')}
            value={params.get('to')}
            onChange={(to) => params.set({ to })}
          />
        </>
      )}
      <Button
        small
        aria-pressed={isOn('mine')}
        kind={isOn('mine') ? 'plain' : 'quiet'}
        onClick={() => params.set({ mine: isOn('mine') ? undefined : '1', person: undefined })}
      >
        {t('calendar.mine')}
      </Button>
      <Button
        small
        aria-pressed={isOn('overdue')}
        kind={isOn('overdue') ? 'plain' : 'quiet'}
        onClick={() => params.set({ overdue: isOn('overdue') ? undefined : 'true' })}
      >
        {t('calendar.onlyOverdue')}
      </Button>
    </div>
  )
}

function Grid({ data, view, day }: { data: CalendarWire; view: 'month' | 'week'; day: Day }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const choose = (to: Day) => params.set({ day: to })
  const month = day.slice(0, 7)
  const week = weekOf(day)
  const step = (sign: 1 | -1) =>
    view === 'month' ? addMonths(`${month}-01` as Day, sign) : addDays(day, 7 * sign)
  const title =
    view === 'month'
      ? t('calendar.monthOf', { year: day.slice(0, 4), month: Number(day.slice(5, 7)) })
      : t('calendar.weekOf', { from: week[0] ?? '', to: week[6] ?? '' })
  const overdue = data.items.filter(({ status }) => status === 'overdue')
  const ofDay = data.items.filter((due) => due.day === day)
  return (
    <>
      {overdue.length > 0 && (
        <details className="panel overdue-box">
          <summary>
            <span className="days days-breached">
              {t('calendar.overdueBox', { count: overdue.length })}
            </span>
          </summary>
          <Dues dues={overdue} />
        </details>
      )}
      <Panel
        title={title}
        extra={
          <>
            <Button small kind="quiet" onClick={() => choose(step(-1))}>
              ‹ {t('calendar.earlier')}
            </Button>
            <Button small onClick={() => choose(data.today as Day)}>
              {t('calendar.today')}
            </Button>
            <Button small kind="quiet" onClick={() => choose(step(1))}>
              {t('calendar.later')} ›
            </Button>
          </>
        }
      >
        <MonthGrid
          data={data}
          weeks={view === 'month' ? weeksOf(day) : [week]}
          month={view === 'month' ? month : undefined}
          chosen={day}
          onChoose={choose}
        />
      </Panel>
      <Panel title={<DayText day={day} />}>
        <div aria-live="polite">
          {ofDay.length === 0 ? (
            <p className="muted">{t('calendar.noneOn')}</p>
          ) : (
            <Dues dues={ofDay} />
          )}
        </div>
      </Panel>
    </>
  )
}

function List({ data }: { data: CalendarWire }) {
  const { t } = useLanguage()
  if (data.items.length === 0) {
    return (
      <Panel>
        <Nothing text={t('calendar.none')} hint={t('calendar.noneHint')} />
      </Panel>
    )
  }
  const days = [...new Set(data.items.map(({ day }) => day))]
  const rest = new Set(data.restDays)
  return (
    <Panel>
      <h2 className="unseen">{t('calendar.views.list')}</h2>
      {days.map((day) => (
        <section key={day} className="due-group">
          <h3>
            <DayText day={day} />{' '}
            {day === data.today && <span className="chip chip-due">{t('calendar.today')}</span>}{' '}
            {rest.has(day) && <span className="chip">{t('calendar.restDay')}</span>}
          </h3>
          <Dues dues={data.items.filter((due) => due.day === day)} />
        </section>
      ))}
    </Panel>
  )
}

function Dues({ dues }: { dues: readonly CalendarDueWire[] }) {
  return (
    <ul className="rows">
      {dues.map((due) => (
        <DueCard key={due.key} due={due} />
      ))}
    </ul>
  )
}

function viewOf(asked: string | undefined, isNarrow: boolean): View {
  if (asked === 'month' || asked === 'week' || asked === 'list') return asked
  return isNarrow ? 'list' : 'month'
}

function dayOf(text: string | undefined): Day | undefined {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? (text as Day) : undefined
}

/** The days a view needs; without a day it is the server's today, which only the server knows. */
function spanOf(view: View, day: Day | undefined, from?: string, to?: string) {
  if (view === 'list') return [dayOf(from), dayOf(to)] as const
  const shown = day ?? dayInChina(new Date())
  const days = view === 'month' ? weeksOf(shown).flat() : weekOf(shown)
  return [days[0], days.at(-1)] as const
}

/** Whether the screen is a phone's. */
function useIsNarrow(): boolean {
  const query = '(max-width: 700px)'
  const [isNarrow, set] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const change = () => set(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return isNarrow
}
