import { compare, parseRatio, percent } from '@yizhuan/kit'

/**
 * A share in per cent; where that is not exact, the fraction it is stands beside it.
 *
 * @param shown  how a table of shares shows it (`shownShares`), so that its lines sum to its total.
 */
export function ShareText({ share, shown }: { share: string; shown?: string }) {
  const exact = parseRatio(share)
  const short = shown ?? percent(exact)
  const isExact = compare(parseRatio(short), exact) === 0
  const fraction = share.length > 24 ? `${share.slice(0, 22)}…` : share
  return (
    <span className="figure share-text">
      {isExact ? short : `≈ ${short}`}
      {!isExact && (
        <small className="muted" title={share}>
          {' '}
          {fraction}
        </small>
      )}
    </span>
  )
}
