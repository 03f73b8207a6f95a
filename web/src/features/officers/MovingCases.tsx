import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { HandoverPlanWire } from './officers.api.ts'

/** The cases that would move, each of which can be left where it is. */
export function MovingCases(props: {
  items: HandoverPlanWire['items']
  left: ReadonlySet<string>
  onLeave: (left: ReadonlySet<string>) => void
}) {
  const { t, named } = useLanguage()
  const { items, left } = props
  const turn = (id: string, moves: boolean) => {
    const next = new Set(left)
    if (moves) next.delete(id)
    else next.add(id)
    props.onLeave(next)
  }
  return (
    <ul className="rows">
      {items.map((one) => (
        <li key={one.id}>
          <label className="check">
            <input
              type="checkbox"
              checked={!left.has(one.id)}
              onChange={({ target }) => turn(one.id, target.checked)}
            />
            <span>
              <strong>{one.number}</strong> {one.title}{' '}
              <span className="muted">
                {named('officers.part', one.part)}
                {one.becomes !== one.part && ` → ${named('officers.part', one.becomes)}`}
              </span>
            </span>
          </label>
          {one.bars.map((bar) => (
            <Bar key={bar.act} bar={bar} />
          ))}
          {!left.has(one.id) && one.bars.length > 0 && (
            <div className="hint">{t('handover.barHint')}</div>
          )}
        </li>
      ))}
    </ul>
  )
}

function Bar({ bar }: { bar: HandoverPlanWire['items'][number]['bars'][number] }) {
  const { t, say } = useLanguage()
  return (
    <div className="lacking">
      ⚠ {t('handover.bar', { act: say(bar.label) })}{' '}
      {bar.norms.map(({ norm, title, cites }) => (
        <span key={norm}>
          {say(title)}{' '}
          {cites.map((cite) => (
            <CiteText key={cite.source + cite.at} cite={cite} />
          ))}
        </span>
      ))}
    </div>
  )
}
