import { useLanguage } from '../../ui/language.ts'
import { yuanText } from '../../ui/Money.tsx'
import type { ContractMoneyWire } from './money.api.ts'

const [width, height, left, bottom] = [720, 190, 8, 24]

/** What was to arrive and what has arrived, added up day by day; the drawing is approximate, its table exact. */
export function Curve({ points, today }: { points: ContractMoneyWire['curve']; today: string }) {
  const { t } = useLanguage()
  if (points.length === 0) return null
  const time = (day: string) => Date.parse(day)
  const days = [...points.map(({ on }) => time(on)), time(today)]
  const [from, to] = [Math.min(...days), Math.max(...days)]
  const most = Math.max(
    1,
    ...points.flatMap(({ expected, received }) => [Number(expected), Number(received)]),
  )
  const x = (day: string) => left + ((time(day) - from) / Math.max(1, to - from)) * (width - 16)
  const y = (fen: string) => height - bottom - (Number(fen) / most) * (height - bottom - 14)
  // A step stands until the next one.
  const path = (of: 'expected' | 'received', last: string) => {
    const steps = points.filter(({ on }) => on <= last)
    const drawn = steps.map((point) => `H${x(point.on)} V${y(point[of])}`).join(' ')
    return `M${left} ${y('0')} ${drawn} H${x(last)}`
  }
  const end = points.at(-1)?.on ?? today
  return (
    <figure className="curve">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('receivables.curve')}>
        <line x1={left} x2={width - 8} y1={y('0')} y2={y('0')} />
        <line x1={x(today)} x2={x(today)} y1="6" y2={y('0')} className="curve-today" />
        <path d={path('expected', end > today ? end : today)} className="curve-expected" />
        <path d={path('received', today)} className="curve-received" />
        {points.map(({ on, expected, received }) => (
          <circle key={on} cx={x(on)} cy={y(expected)} r="3" className="curve-dot">
            <title>{`${on} ${t('receivables.expected')} ${yuanText(expected)} ${t('receivables.received')} ${yuanText(received)}`}</title>
          </circle>
        ))}
        <text x={left} y={height - 7}>
          {points[0]?.on}
        </text>
        <text x={width - 8} y={height - 7} textAnchor="end">
          {end > today ? end : today}
        </text>
      </svg>
      <figcaption className="muted">
        <span className="key-out" aria-hidden /> {t('receivables.expected')}{' '}
        <span className="key-in" aria-hidden /> {t('receivables.received')} ·{' '}
        {t('receivables.curveHint', { day: today })}
      </figcaption>
      <details>
        <summary>{t('receivables.curveTable')}</summary>
        <table className="grid grid-narrow">
          <thead>
            <tr>
              <th>{t('receivables.fields.dueOn')}</th>
              <th className="num">{t('receivables.expected')}</th>
              <th className="num">{t('receivables.received')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ on, expected, received }) => (
              <tr key={on}>
                <td className="figure">{on}</td>
                <td className="num figure">{yuanText(expected)}</td>
                <td className="num figure">{yuanText(received)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
