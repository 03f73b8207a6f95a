import { useState } from 'react'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { type Bilingual, useLanguage } from '../../ui/language.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import type { Finding } from './case.api.ts'
import { shownStatus } from './case-stages.ts'
import { Explanation } from './Explanation.tsx'

/** One finding: what was found, by which article, by when; a click tells why. */
export function FindingRow(props: {
  caseId: string
  finding: Finding
  facts: ReadonlyMap<string, Bilingual> | undefined
  asOf: string | undefined
}) {
  const { t, say, listed, colon } = useLanguage()
  const { finding, facts } = props
  const [isOpen, setOpen] = useState(false)
  const missing = finding.missing.map((lacked) => {
    const year = lacked.match(/^calendar:(\d+)$/)?.[1]
    return year ? t('cases.restDays', { year }) : say(facts?.get(lacked)) || lacked
  })
  const hasDay = finding.due !== undefined || finding.opens !== undefined
  const unannounced = hasDay ? (finding.calendarMissing ?? []) : []
  return (
    <li className={`finding ${finding.advisory ? 'draft-mark' : ''}`}>
      <StatusMark status={shownStatus(finding)} />
      <div>
        <button
          type="button"
          className="finding-title"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {say(finding.title)}
          <span className="fold" aria-hidden>
            {isOpen ? '−' : '+'}
          </span>
        </button>
        <div className="muted finding-note">
          {finding.cites.map((cite) => (
            <CiteText key={cite.source + cite.at} cite={cite} />
          ))}
          {finding.due && (
            <span>
              {t('cases.due')} <DayText day={finding.due} />{' '}
            </span>
          )}
          {finding.opens && (
            <span>
              {t('cases.opens')} <DayText day={finding.opens} />{' '}
            </span>
          )}
          {unannounced.map((year) => (
            <span key={year} className="chip chip-due">
              {t('cases.mayMove', { year })}
            </span>
          ))}
          {missing.length > 0 && (
            <span>
              {t('cases.lacks')}
              {colon}
              {listed(missing.slice(0, 3))}
              {missing.length > 3 && ' …'}{' '}
            </span>
          )}
          {finding.recordedLate && (
            <span className="chip">
              {t('cases.recordedLate', { days: finding.recordedLate.days })}
            </span>
          )}
          {finding.advisory && <span className="chip chip-draft">{t('cases.advisory')}</span>}
          {finding.force === 'should' && <span className="chip">{t('cases.inPrinciple')}</span>}
          {finding.breachOf === 'institution' && (
            <span className="chip chip-due">{t('cases.ownRule')}</span>
          )}
          {finding.readings.length > 0 && (
            <span className="chip" title={t('cases.restsOn')}>
              {t('cases.reading')}
            </span>
          )}
        </div>
        {isOpen && <Explanation caseId={props.caseId} finding={finding} asOf={props.asOf} />}
      </div>
    </li>
  )
}
