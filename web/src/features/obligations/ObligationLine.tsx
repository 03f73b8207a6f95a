import { address } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ObligationWire } from './obligation.api.ts'

const tones: Readonly<Record<string, string>> = {
  overdue: 'chip-breached',
  open: 'chip-open',
  met: 'chip-done',
  missed: 'chip-breached',
}

/** How it stands. */
export function ObligationState({ one }: { one: ObligationWire }) {
  const { named } = useLanguage()
  return (
    <span className={`chip ${tones[one.state] ?? ''}`}>
      {named('obligations.states', one.state)}
    </span>
  )
}

/** Until when, and until when it was agreed first. */
export function ObligationDay({ one }: { one: ObligationWire }) {
  const { t } = useLanguage()
  return (
    <>
      <DayText day={one.dueOn} isShort />
      {one.firstDueOn !== one.dueOn && (
        <div className="muted">
          {t('obligations.firstDue')} <DayText day={one.firstDueOn} isShort />
        </div>
      )}
    </>
  )
}

/** How it came out, with the papers that show it; until then, what follows if it is missed. */
export function ObligationOutcome({ one }: { one: ObligationWire }) {
  const { t, named } = useLanguage()
  const follows = one.consequenceText ?? named('obligations.values.consequence', one.consequence)
  return (
    <>
      {one.outcomeOn && (
        <>
          <DayText day={one.outcomeOn} isShort /> {one.outcomeText}
        </>
      )}
      {(one.outcome === null || one.outcome === 'missed') && one.consequence !== 'none' && (
        <div className="muted">
          {t('obligations.ifMissed')} {follows}
        </div>
      )}
      {one.files.length > 0 && (
        <ul className="bare">
          {one.files.map(({ sha256, name }) => (
            <li key={sha256}>
              <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
