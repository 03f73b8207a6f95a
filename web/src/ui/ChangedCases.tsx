import type { ImpactWire } from '@yizhuan/server/wire/cases/impact'
import { CiteText } from './CiteText.tsx'
import { DayText } from './DayText.tsx'
import { useLanguage } from './language.ts'
import { StatusMark } from './StatusMark.tsx'

type Case = ImpactWire['cases'][number]

/** The cases that would look different, each with what of it would. */
export function ChangedCases({ cases }: { cases: readonly Case[] }) {
  return (
    <ul className="rows">
      {cases.map((one) => (
        <li key={one.id}>
          <a href={`/cases/${one.id}`}>
            <span className="case-number">{one.number}</span> {one.title}
          </a>
          <ul className="plain-list">
            {one.changes.map((change) => (
              <ChangeLine key={change.norm} change={change} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function ChangeLine({ change }: { change: Case['changes'][number] }) {
  const { t, say, named } = useLanguage()
  const { before, after } = change
  const day = (label: string, was: string | null, is: string | null) =>
    was !== is && (
      <div className="muted">
        {label} <DayText day={was} isShort /> → <DayText day={is} isShort />
      </div>
    )
  return (
    <li>
      {say(change.title)} {change.cite && <CiteText cite={change.cite} />}{' '}
      {before.status !== after.status && (
        <span className="nowrap">
          <StatusMark status={before.status} /> {named('status', before.status)} →{' '}
          <StatusMark status={after.status} /> {named('status', after.status)}
        </span>
      )}
      {day(t('ownRules.opens'), before.opens, after.opens)}
      {day(t('ownRules.due'), before.due, after.due)}
    </li>
  )
}
