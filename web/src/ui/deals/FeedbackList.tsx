import type { ReactNode } from 'react'
import { address } from '../../api/client.ts'
import { DayText } from '../DayText.tsx'
import { useLanguage } from '../language.ts'
import type { FeedbackWire } from './deals.api.ts'

type Feedback = FeedbackWire['items'][number]

const tones = {
  interested: 'chip-met',
  conditional: 'chip-open',
  not_interested: '',
} as const

/** What companies said, the newest first; what was struck stays readable. */
export function FeedbackList(props: {
  items: readonly Feedback[]
  /** What can be done with one of them. */
  acts?: (one: Feedback) => ReactNode
}) {
  const { t } = useLanguage()
  return (
    <ul className="rows">
      {props.items.map((one) => (
        <li key={one.id} className={one.struck ? 'muted' : ''}>
          <strong>{one.company}</strong>{' '}
          <span className={`chip ${tones[one.interest]}`}>
            {t(`deals.interests.${one.interest}`)}
          </span>{' '}
          <DayText day={one.heardOn} />{' '}
          <small className="muted">{t('deals.askedBy', { name: one.askedBy })}</small>
          <p className="said">{one.struck ? <s>{one.words}</s> : one.words}</p>
          {one.files.map(({ sha256, name }) => (
            <div key={sha256}>
              <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
                {name}
              </a>
            </div>
          ))}
          {one.struck && (
            <div>{t('deals.struckBy', { name: one.struck.by, reason: one.struck.reason })}</div>
          )}
          {!one.struck && props.acts?.(one)}
        </li>
      ))}
    </ul>
  )
}
