import { add, compare, parseRatio, percent, ratio, sub } from '@yizhuan/kit'
import { useState } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { Nothing } from '../../ui/Page.tsx'
import { ShareText } from '../../ui/ShareText.tsx'
import { shownShares } from '../../ui/shown-shares.ts'
import type { HoldingWire, PeriodWire } from './holding.api.ts'

const [width, height] = [640, 260]
/** The narrowest a period is drawn: changes of one day are still seen and hit. */
const narrowest = 0.07

/**
 * Who held what in every period: a picture of stacked parts, and the table of the period that is chosen.
 * The drawing is approximate, its table exact; the choice is a group of radio buttons for keyboards.
 */
export function CapTable({ of }: { of: HoldingWire }) {
  const { t, named } = useLanguage()
  const { periods, today } = of
  const [chosen, choose] = useState(periods.length - 1)
  const at = Math.min(chosen, periods.length - 1)
  const period = periods[at]
  if (!period) return null
  const names = [...new Set(periods.flatMap(({ holders }) => holders.map(({ name }) => name)))]
  const until = periods[at + 1]?.since
  return (
    <div className="cap">
      <p className="muted">{t('holdings.capLead')}</p>
      <fieldset className="cap-periods">
        <legend className="unseen">{t('holdings.periods')}</legend>
        {periods.map(({ since, seq, matter }, place) => (
          <label key={seq} className={place === at ? 'is-chosen' : ''}>
            <input
              type="radio"
              name="cap-period"
              checked={place === at}
              onChange={() => choose(place)}
            />
            <span className="figure">{since}</span>{' '}
            {matter === 'formed' ? t('holdings.formed') : named('choice', matter)}
          </label>
        ))}
      </fieldset>
      <div className="cap-both">
        <Picture periods={periods} names={names} today={today} at={at} onChoose={choose} />
        <div>
          <h3>
            {t('holdings.since', { day: period.since })}{' '}
            {until && <small className="muted">{t('holdings.until', { day: until })}</small>}
          </h3>
          <Holders period={period} before={periods[at - 1]} names={names} />
        </div>
      </div>
    </div>
  )
}

function Picture(props: {
  periods: readonly PeriodWire[]
  names: readonly string[]
  today: string
  at: number
  onChoose: (at: number) => void
}) {
  const { t } = useLanguage()
  const { periods, names, today } = props
  const columns = columnsOf(periods, today)
  return (
    <figure className="cap-picture">
      <svg
        viewBox={`0 0 ${width} ${height + 34}`}
        role="img"
        aria-label={t('holdings.capPicture', { count: periods.length })}
      >
        {columns.map(({ period, x, wide }, place) => {
          const parts = partsOf(period, names)
          const shown = shownShares(period.holders.map(({ share }) => share))
          return (
            // The radio buttons above do the same for keyboards.
            // biome-ignore lint/a11y/noStaticElementInteractions: a picture, not a control
            <g
              key={period.seq}
              className={place === props.at ? 'is-chosen' : ''}
              onClick={() => props.onChoose(place)}
            >
              {parts.map(({ name, from, size, tone }, part) => (
                <rect
                  key={name}
                  x={x}
                  y={height * (1 - from - size)}
                  width={wide}
                  height={height * size}
                  className={`cap-tone-${tone}`}
                >
                  <title>{`${period.since} ${name} ${shown[part]}`}</title>
                </rect>
              ))}
              <rect x={x} y="0" width={wide} height={height} className="cap-frame" />
            </g>
          )
        })}
        <text x="0" y={height + 25}>
          {periods[0]?.since}
        </text>
        <text x={width} y={height + 25} textAnchor="end">
          {today}
        </text>
      </svg>
    </figure>
  )
}

/** Where each period is drawn: by how long it was, but none too narrow. */
function columnsOf(periods: readonly PeriodWire[], today: string) {
  const time = (day: string) => Date.parse(day)
  const last = periods.at(-1)?.since ?? today
  const end = today > last ? today : last
  const spans = periods.map(({ since }, at) =>
    Math.max(0, time(periods[at + 1]?.since ?? end) - time(since)),
  )
  const all = spans.reduce((sum, span) => sum + span, 0)
  const drawn = spans.map((span) => Math.max(narrowest, all === 0 ? 1 : span / all))
  const scale = width / drawn.reduce((sum, part) => sum + part, 0)
  let x = 0
  return periods.map((period, at) => {
    const wide = (drawn[at] ?? 0) * scale
    x += wide
    return { period, x: x - wide, wide }
  })
}

/** The parts of a period from the bottom up, each with its place and colour. */
function partsOf({ holders }: PeriodWire, names: readonly string[]) {
  let from = 0
  return holders.map(({ name, share }) => {
    const exact = parseRatio(share)
    // Only the drawing is approximate.
    const size = Number((exact.n * 1_000_000n) / exact.d) / 1_000_000
    from += size
    return { name, from: from - size, size, tone: names.indexOf(name) % tones }
  })
}

const tones = 8

function Holders(props: {
  period: PeriodWire
  before: PeriodWire | undefined
  names: readonly string[]
}) {
  const { t, named } = useLanguage()
  const { period, before, names } = props
  if (period.holders.length === 0) return <Nothing text={t('holdings.nobodyHolds')} />
  const total = period.holders.map(({ share }) => parseRatio(share)).reduce(add, ratio(0))
  const shown = shownShares(period.holders.map(({ share }) => share))
  const gone = (before?.holders ?? []).filter(
    ({ name }) => !period.holders.some((one) => one.name === name),
  )
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('holdings.holder')}</th>
          <th className="num">{t('holdings.share')}</th>
          {before && <th className="num">{t('holdings.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {period.holders.map(({ name, kind, share }, place) => (
          <tr key={name}>
            <td>
              <i className={`cap-key cap-tone-${names.indexOf(name) % tones}`} aria-hidden /> {name}
              <div>
                <small className="muted">{named('choice', kind)}</small>
              </div>
            </td>
            <td className="num" data-label={t('holdings.share')}>
              <ShareText share={share} {...(shown[place] && { shown: shown[place] })} />
            </td>
            {before && (
              <td className="num" data-label={t('holdings.change')}>
                <Change now={share} was={before.holders.find((one) => one.name === name)?.share} />
              </td>
            )}
          </tr>
        ))}
        {gone.map(({ name }) => (
          <tr key={name} className="muted">
            <td>
              <i className={`cap-key cap-tone-${names.indexOf(name) % tones}`} aria-hidden /> {name}
            </td>
            <td className="num figure" data-label={t('holdings.share')}>
              0%
            </td>
            <td className="num" data-label={t('holdings.change')}>
              {t('holdings.gone')}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('holdings.total')}</th>
          <td className="num figure" data-label={t('holdings.share')}>
            {percent(total)}
          </td>
          {before && <td />}
        </tr>
      </tfoot>
    </table>
  )
}

function Change({ now, was }: { now: string; was: string | undefined }) {
  const { t } = useLanguage()
  if (was === undefined) return <>{t('holdings.newcomer')}</>
  const change = sub(parseRatio(now), parseRatio(was))
  if (compare(change, ratio(0)) === 0) return <span className="muted">—</span>
  const text = percent(change)
  return <span className="figure">{change.n > 0n ? `+${text}` : text.replace('-', '−')}</span>
}
