import { CiteText } from './CiteText.tsx'
import { Money } from './Money.tsx'

/** One bar: what an amount adds to or takes from the running total. */
export interface WaterfallLine {
  readonly id: string
  readonly label: string
  readonly fen: string
  /** A `part` goes to somebody: it is drawn like what is taken, and is no deduction. */
  readonly effect: 'adds' | 'subtracts' | 'none' | 'total' | 'part'
  readonly note?: string
  /** The article that the line rests on. */
  readonly cite?: { readonly source: string; readonly at: string }
}

/** From income to each part, one line each; drawn with plain boxes, readable as a table. */
export function Waterfall({ lines }: { lines: readonly WaterfallLine[] }) {
  const bars = placed(lines)
  return (
    <table className="waterfall">
      <tbody>
        {bars.map(({ line, from, to }) => (
          <tr key={line.id} className={`fall-${line.effect}`}>
            <th scope="row">
              {line.effect === 'subtracts' ? '− ' : line.effect === 'total' ? '= ' : ''}
              {line.label} {line.note && <small className="muted">{line.note}</small>}{' '}
              {line.cite && <CiteText cite={line.cite} />}
            </th>
            <td className="bar-cell" aria-hidden>
              <span
                className="bar"
                style={{ left: `${from}%`, width: `${Math.max(to - from, 0.4)}%` }}
              />
            </td>
            <td className="num">
              <Money fen={line.fen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function placed(lines: readonly WaterfallLine[]) {
  // Only the drawing is approximate; amounts stay whole fen.
  const most = Math.max(1, ...runningTotals(lines))
  let total = 0
  return lines.map((line) => {
    const size = Number(line.fen)
    const start = total
    if (line.effect === 'adds') total += size
    if (line.effect === 'subtracts' || line.effect === 'part') total -= size
    const [low, high] =
      line.effect === 'total' ? [0, size] : [Math.min(start, total), Math.max(start, total)]
    return { line, from: (Math.max(low, 0) / most) * 100, to: (Math.max(high, 0) / most) * 100 }
  })
}

function runningTotals(lines: readonly WaterfallLine[]): number[] {
  let total = 0
  return lines.map(({ effect, fen }) => {
    if (effect === 'adds') total += Number(fen)
    if (effect === 'subtracts' || effect === 'part') total -= Number(fen)
    return total
  })
}
