import { useLanguage } from '../../ui/language.ts'
import type { MissingWire } from './paper.api.ts'

/** What a paper still lacks: facts the record does not hold, and what is filled in by hand. */
export function Missing({ missing }: { missing: readonly MissingWire[] }) {
  const { t, say, listed } = useLanguage()
  const said = (isByHand: boolean) =>
    listed(missing.filter((one) => one.isByHand === isByHand).map(({ label }) => say(label)))
  const facts = said(false)
  const hand = said(true)
  if (missing.length === 0) return <p className="hint">✓ {t('papers.complete')}</p>
  return (
    <div className="paper-missing">
      {facts && (
        <p>
          <strong>{t('papers.missing')}</strong> {facts}
        </p>
      )}
      {hand && (
        <p className="muted">
          {t('papers.byHand')} {hand}
        </p>
      )}
    </div>
  )
}
