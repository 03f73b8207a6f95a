import type { DueWire } from '@yizhuan/server/wire/workbench/workbench'
import type { ReactNode } from 'react'
import { CiteText } from '../../ui/CiteText.tsx'
import { DaysLeft, DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { Group, Grouping } from './groups.ts'

/** What stands below a line besides: reminders put off, lateness passed on. */
export type LineExtra = (line: DueWire) => ReactNode

/** Lines of the desk under their headings. */
export function DueList(props: { groups: readonly Group[]; by: Grouping; reminders: LineExtra }) {
  const { groups, by, reminders } = props
  const { t, named } = useLanguage()
  const heading = (key: string) => {
    if (by === 'day') return named('workbench.when', key)
    return key || t('workbench.nobody')
  }
  return groups.map((group) => (
    <section key={group.key} className="due-group">
      <h3>
        {heading(group.key)} <span className="muted">{group.lines.length}</span>
      </h3>
      <ul className="rows">
        {group.lines.map((line) => (
          <DueRow
            key={`${line.caseId}${line.norm}${line.act}`}
            line={line}
            extra={reminders(line)}
          />
        ))}
      </ul>
    </section>
  ))
}

function DueRow({ line, extra }: { line: DueWire; extra: ReactNode }) {
  const { t, say, named, listed } = useLanguage()
  const address = `/cases/${line.caseId}${line.act ? `?act=${line.act}` : ''}`
  const waitsFor = line.who.length > 0 ? listed(line.who.slice(0, 2)) : undefined
  return (
    <li className="due-row">
      {line.daysLeft === null ? (
        <span className="days days-calm">{t('workbench.anyDay')}</span>
      ) : (
        <DaysLeft days={line.daysLeft} />
      )}
      <div>
        <div>
          <strong>{say(line.title)}</strong> {line.article && <CiteText cite={line.article} />}
        </div>
        <div className="muted">
          <a href={`/cases/${line.caseId}`}>{line.caseNumber}</a> {line.caseTitle}
          {line.due && (
            <>
              {' · '}
              <DayText day={line.due} />
            </>
          )}
          {line.status === 'waiting' && line.opens && (
            <>
              {' · '}
              {t('workbench.opensOn')} <DayText day={line.opens} />
            </>
          )}
        </div>
        {line.actFor && (
          <div className="muted">{t('substitutes.actedFor', { name: line.actFor.name })}</div>
        )}
        {!line.mine && (
          <div className="muted">
            {t('workbench.waitingFor', {
              who: waitsFor ?? listed(line.roles.map((role) => named('role', role))),
            })}
          </div>
        )}
        {extra}
      </div>
      {line.mine && line.status !== 'waiting' && (
        <a className="button button-small" href={address}>
          {t('workbench.act')}
        </a>
      )}
    </li>
  )
}
