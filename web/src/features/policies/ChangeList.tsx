import type { ReactNode } from 'react'
import { useLanguage } from '../../ui/language.ts'
import type { ChangeWire } from './revision.api.ts'

/** Changes of a pack, one line each: what stood there and what stands there now. */
export function ChangeList(props: {
  changes: readonly ChangeWire[]
  extra?: (change: ChangeWire) => ReactNode
}) {
  const { named, say } = useLanguage()
  return (
    <ul className="rows change-rows">
      {props.changes.map((change) => (
        <li key={change.subject}>
          <div className="change-head">
            <span className="chip">{named('revisions.kinds', change.kind)}</span>{' '}
            <strong>{say(change.label)}</strong>
            {props.extra?.(change)}
          </div>
          <Sides change={change} />
        </li>
      ))}
    </ul>
  )
}

function Sides({ change }: { change: ChangeWire }) {
  const { t, say } = useLanguage()
  const { before, after } = change
  return (
    <div className="change-sides">
      <div className="change-before">
        <span className="muted">{t('revisions.before')}</span> {before ? say(before) : '—'}
      </div>
      <div className="change-after">
        <span className="muted">{t('revisions.after')}</span>{' '}
        {after ? say(after) : t('revisions.removed')}
      </div>
    </div>
  )
}
