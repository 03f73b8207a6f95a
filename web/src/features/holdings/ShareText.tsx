import { compare, parseRatio, percent } from '@yizhuan/kit'

/** A share in per cent; where that is not exact, the fraction it is stands beside it. */
export function ShareText({ share }: { share: string }) {
  const exact = parseRatio(share)
  const short = percent(exact)
  const isExact = compare(parseRatio(short), exact) === 0
  const fraction = share.length > 24 ? `${share.slice(0, 22)}…` : share
  return (
    <span className="figure">
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
